"""Copies of faces style sheets name go when the process ends.

WeasyPrint does not always live to remove them.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

UNNAMED = Upstream("weasyprint.text.fonts:FontConfiguration.__init__", statements=("self._folder = None",))


def folder_for_faces() -> Path:
    """A new folder that is removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="weasyprint-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def apply() -> None:
    """Have font configurations begin with such a folder."""
    restate(UNNAMED, "self._folder = folder_for_faces()", folder_for_faces=folder_for_faces)


FACE_FOLDER = Repair(
    "copies of faces are removed",
    (UNNAMED,),
    apply,
    report="not reported yet: FontConfiguration.__del__ is not called at the end of every process",
    goes="when WeasyPrint removes its folder at exit",
)
