"""LibreOffice, asked by Basic macros: all changes of a Word file settled, or its contents drawn up anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  End If
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Office Open XML Text"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
Sub DrawUp(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  indexes = document.getDocumentIndexes()
  For place = 0 To indexes.getCount() - 1
    indexes.getByIndex(place).update()
  Next place
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Text"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>"""


def settle(office: str, profile: Path, source: Path, command: str) -> Path:
    """A copy of the Word file `source` after “AcceptAllTrackedChanges”, “RejectAll…” or (empty) nothing."""
    _prepare(office, profile)
    target = source.with_name(f"{source.stem}-{command or 'untouched'}.docx")
    _run(office, profile, f"macro:///Standard.Changes.Settle({source.as_uri()},{target.as_uri()},{command})")
    if not target.is_file():
        raise AssertionError(f"LibreOffice wrote no {target.name}")
    return target


def drawn_up(office: str, profile: Path, source: Path) -> str:
    """The text of the Word file `source` as LibreOffice shows it, its contents drawn up anew."""
    _prepare(office, profile)
    target = source.with_suffix(".txt")
    _run(office, profile, f"macro:///Standard.Changes.DrawUp({source.as_uri()},{target.as_uri()})")
    if not target.is_file():
        raise AssertionError(f"LibreOffice wrote no {target.name}")
    return target.read_text(encoding="utf-8-sig")


def _prepare(office: str, profile: Path) -> None:
    basic = profile / "user" / "basic" / "Standard"
    if not basic.is_dir():
        # LibreOffice makes its profile on its first run, and would overwrite what stands there
        _run(office, profile, "--terminate_after_init")
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Changes.xba").write_text(_MACRO, encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")


def _run(office: str, profile: Path, *arguments: str) -> None:
    subprocess.run(
        [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
