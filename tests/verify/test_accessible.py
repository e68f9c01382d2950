"""Faults planted into a finished Word file that keep people from using it: each is found, the whole file has none."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest

from publisher.model.diagnostic import PagePosition
from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package, W
from publisher.pipeline import build
from publisher.verify.docx.accessible import accessibility_findings, contrast
from tests.conftest import ROOT, TODAY

MAIN, CORE, STYLES = "word/document.xml", "docProps/core.xml", "word/styles.xml"
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
DEMONSTRATION = ROOT / "data" / "DEMO-CVW.3-15"
Change = Callable[[str], str]


@lru_cache
def finished(language: str) -> bytes:
    built = build(workspace_for(DEMONSTRATION, TODAY), language, ("docx",), "draft")
    return built.files["docx"]


def changed(data: bytes, part: str, change: Change) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                before = content.decode()
                after = change(before)
                assert after != before, "the fault was to be planted"
                content = after.encode()
            new.writestr(name, content)
    return made.getvalue()


def found(data: bytes) -> set[str]:
    return {one.code for one in accessibility_findings(Package(data), PagePosition("x.docx"))}


def without(pattern: str) -> Change:
    return lambda xml: re.sub(pattern, "", xml)


def before_the_end(paragraphs: str) -> Change:
    def put(xml: str) -> str:
        place = xml.rindex("<w:sectPr")
        return xml[:place] + paragraphs + xml[place:]

    return put


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


TYPED_NOTE = paragraph(
    RUN.format("Words") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>7</w:t></w:r>'
) + (paragraph('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>7</w:t></w:r>' + RUN.format(" See above.")))
INNER = (
    "<w:tbl><w:tblPr><w:tblCaption w:val='x'/></w:tblPr>"
    + ("<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * 2)
    + "</w:tbl>"
)
FAULTS: dict[str, tuple[str, Change]] = {
    "OUT100": (CORE, without(r"<dc:title>.*?</dc:title>")),
    "OUT101": (STYLES, without(r"<w:lang [^>]*/>")),
    "OUT102": (MAIN, without(r' descr="[^"]*"')),
    "OUT103": (MAIN, without(r"<w:tblHeader/>")),
    "OUT104": (MAIN, lambda xml: xml.replace("</w:tcPr><w:p>", f"</w:tcPr>{INNER}<w:p>", 1)),
    "OUT105": (MAIN, without(r"<w:tbl(Caption|Description) [^>]*/>")),
    "OUT106": (MAIN, before_the_end(paragraph(RUN.format("One"), '<w:outlineLvl w:val="0"/>') + paragraph(
        RUN.format("Three"), '<w:outlineLvl w:val="2"/>'))),
    "OUT107": (MAIN, before_the_end(paragraph(RUN.format("• an item")))),
    "OUT108": (MAIN, before_the_end(TYPED_NOTE)),
    "OUT109": (MAIN, before_the_end(paragraph("") * 2)),
    "OUT110": (MAIN, before_the_end(paragraph("".join(f"<w:r><w:tab/><w:t>{word}</w:t></w:r>" for word in "abc")))),
    "OUT111": (MAIN, before_the_end(paragraph('<w:r><w:rPr><w:color w:val="AAAAAA"/></w:rPr><w:t>grey</w:t></w:r>'))),
    "OUT112": (MAIN, before_the_end(paragraph('<w:hyperlink w:anchor="x"><w:r/></w:hyperlink>'))),
    "OUT113": (MAIN, before_the_end(paragraph(
        '<w:r><w:rPr><w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t>مرحبا بكم</w:t></w:r>'))),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_our_own_files_have_no_such_fault(language: str) -> None:
    assert found(finished(language)) == set()


@pytest.mark.parametrize("code", FAULTS)
def test_a_planted_fault_is_found_and_nothing_else(code: str) -> None:
    assert found(changed(finished("en"), *FAULTS[code])) == {code}


def test_an_unmarked_foreign_word_is_found() -> None:
    arabic = "<w:r><w:t>مرحبا</w:t></w:r>"
    assert "OUT101" in found(changed(finished("en"), MAIN, before_the_end(paragraph(arabic, "<w:bidi/>"))))


FRENCH = "La Conférence a adopté par acclamation le rapport du Bureau et en a remercié les membres de la commission."
NAME = "Organisation internationale pour les migrations"


def test_sentences_of_another_language_in_the_same_letters_are_found() -> None:
    """Unless they are marked, or no more than a name."""
    tagged = '<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>{}</w:t></w:r>'
    for inner, codes in ((RUN.format(FRENCH), {"OUT101"}), (tagged.format(FRENCH), set()), (RUN.format(NAME), set())):
        assert found(changed(finished("en"), MAIN, before_the_end(paragraph(inner)))) == codes
    assert found(changed(finished("fr"), MAIN, before_the_end(paragraph(RUN.format(FRENCH))))) == set()


def test_contrast_is_that_of_the_guidelines() -> None:
    """WCAG 2.1: black on white is 21 to 1, #767676 on white the lightest grey that will do."""
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") > 4.5 > contrast("777777", "FFFFFF")


def test_any_word_file_can_be_held_to_it(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("• typed")
    document.save(str(tmp_path / "x.docx"))
    assert "OUT107" in found((tmp_path / "x.docx").read_bytes())


def test_what_a_style_is_called_says_what_it_is(tmp_path: Path) -> None:
    """Files of other programs: headings without an outline level, contents without fields; the words are the styles'."""
    import docx

    document = docx.Document()
    document.core_properties.title = "A title"
    for level in (1, 3):
        document.add_heading("Heading", level)
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("I.\tOpening\t\t8\tmore", style="toc 1")
    for style in document.styles.element.iter(f"{W}style"):
        for level_of_style in list(style.iter(f"{W}outlineLvl")):
            level_of_style.getparent().remove(level_of_style)
    document.save(str(tmp_path / "x.docx"))
    assert found((tmp_path / "x.docx").read_bytes()) - {"OUT111"} == {"OUT106"}  # blue headings
    document.add_paragraph("I.\tOpening\t\t8\tmore")
    document.save(str(tmp_path / "x.docx"))
    assert found((tmp_path / "x.docx").read_bytes()) - {"OUT111"} == {"OUT106", "OUT110"}


FOREIGN = """<html lang="en"><head><title>T</title></head><body><h1>A</h1><h3>Skipped</h3>
<p><img src="none.png" width="20" height="20"></p>
<table border="1"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
<p style="color:#dddddd">hardly seen words</p><p>• typed bullet</p>
<p lang="en">Это русское предложение стоит в английском документе.</p></body></html>"""


@pytest.mark.conformance
def test_files_that_libreoffice_writes_can_be_held_to_it(needs: Callable[[str], str], tmp_path: Path) -> None:
    """Of planted faults each is found; our own file, gone through it twice, gives no traceback and no more of headings."""
    office = needs("soffice")
    (tmp_path / "planted.html").write_text(FOREIGN, encoding="utf-8")
    (tmp_path / "ours.docx").write_bytes(finished("en"))

    def converted(name: str, ending: str) -> Path:
        command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
        out = tmp_path / "out"
        subprocess.run(
            [*command, ending, "--outdir", str(out), str(tmp_path / name)], check=True, capture_output=True, timeout=180
        )
        return out / Path(name).with_suffix("." + ending.partition(":")[0]).name

    planted = found(converted("planted.html", "docx:MS Word 2007 XML").read_bytes())
    assert planted >= {"OUT101", "OUT102", "OUT103", "OUT105", "OUT106", "OUT107", "OUT111"}
    converted("ours.docx", "odt").replace(tmp_path / "ours.odt")
    assert not {"OUT106", "OUT107", "OUT108", "OUT110", "OUT111"} & found(converted("ours.odt", "docx").read_bytes())
