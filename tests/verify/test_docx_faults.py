"""For each thing verify claims to catch in a DOCX: a fault planted in a finished file, and the code that names it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

from publisher.verify import verify_docx
from tests.verify.conftest import Finished
from tests.verify.surgery import Parcel, W, paragraph, words

Fault = Callable[[Parcel], None]
FAULTS: dict[str, tuple[str, Fault]] = {}
DOCUMENT, NUMBERING, NOTES = "word/document.xml", "word/numbering.xml", "word/footnotes.xml"
STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"


def plants(code: str) -> Callable[[Fault], Fault]:
    def register(fault: Fault) -> Fault:
        FAULTS[fault.__name__] = (code, fault)
        return fault

    return register


def _word(file: Parcel, old: str, new: str, part: str = DOCUMENT) -> None:
    def change(root: Any) -> None:
        text = words(root, old)
        text.text = text.text.replace(old, new, 1)

    file.edit(part, change)


def _remove(file: Parcel, part: str, tag: str, count: int = 1) -> None:
    def change(root: Any) -> None:
        for element in list(root.iter(W + tag))[:count]:
            element.getparent().remove(element)

    file.edit(part, change)


def give_list(found: Any, number: int) -> None:
    """Put a paragraph into another list than that of its style; 0 for none."""
    properties = etree.Element(f"{W}numPr")
    etree.SubElement(properties, f"{W}ilvl").set(f"{W}val", "0")
    etree.SubElement(properties, f"{W}numId").set(f"{W}val", str(number))
    found.find(f"{W}pPr/{W}pStyle").addnext(properties)


@plants("OUT002")
def lost_word(file: Parcel) -> None:
    _word(file, "took ", "")


@plants("OUT003")
def word_twice(file: Parcel) -> None:
    _word(file, "took ", "took took ")


@plants("OUT004")
def other_word(file: Parcel) -> None:
    _word(file, "took ", "kept ")


@plants("OUT005")
def lost_paragraph(file: Parcel) -> None:
    def change(root: Any) -> None:
        found = paragraph(root, "The Assembly had", 8)
        found.getparent().remove(found)

    file.edit(DOCUMENT, change)


@plants("OUT005")
def lost_row(file: Parcel) -> None:
    def change(root: Any) -> None:
        cell = paragraph(root, "2/7")
        row = next(above for above in cell.iterancestors(f"{W}tr"))
        row.getparent().remove(row)

    file.edit(DOCUMENT, change)


@plants("OUT006")
def paragraph_twice(file: Parcel) -> None:
    def change(root: Any) -> None:
        paragraph(root, "The Assembly had", 9).addnext(deepcopy(paragraph(root, "took note")))

    file.edit(DOCUMENT, change)


@plants("OUT007")
def swapped_paragraphs(file: Parcel) -> None:
    def change(root: Any) -> None:
        paragraph(root, "The Assembly had", 5).addnext(paragraph(root, "HSP/HA.2/12"))

    file.edit(DOCUMENT, change)


@plants("OUT008")
def white_space_lost(file: Parcel) -> None:
    _word(file, "took note", "tooknote")


@plants("OUT010")
def list_starts_at_another_number(file: Parcel) -> None:
    def change(root: Any) -> None:
        for start in root.iter(f"{W}startOverride"):
            start.set(f"{W}val", "3")

    file.edit(NUMBERING, change)


@plants("OUT010")
def annex_not_restarted(file: Parcel) -> None:
    def change(root: Any) -> None:
        restarts = [number for number in root.iter(f"{W}numId") if number.get(f"{W}val") != "0"]
        own = restarts[-1].getparent()
        own.getparent().remove(own)

    file.edit(DOCUMENT, change)


@plants("OUT010")
def paragraph_in_another_list(file: Parcel) -> None:
    def change(root: Any) -> None:
        give_list(paragraph(root, "The Assembly had", 5), 1)

    file.edit(DOCUMENT, change)


@plants("OUT010")
def other_number_format(file: Parcel) -> None:
    def change(root: Any) -> None:
        for form in root.iter(f"{W}numFmt"):
            if form.get(f"{W}val") == "lowerLetter":
                form.set(f"{W}val", "upperRoman")

    file.edit(NUMBERING, change)


@plants("OUT010")
def unnumbered_paragraph(file: Parcel) -> None:
    def change(root: Any) -> None:
        give_list(paragraph(root, "The Assembly had", 4), 0)

    file.edit(DOCUMENT, change)


@plants("OUT010")
def style_without_its_list(file: Parcel) -> None:
    def change(root: Any) -> None:
        [number] = root.iterfind(f"{W}style[@{W}styleId='SingleTxtG']/{W}pPr/{W}numPr")
        number.getparent().remove(number)

    file.edit(STYLES, change)


@plants("OUT011")
def typed_number(file: Parcel) -> None:
    def change(root: Any) -> None:
        give_list(paragraph(root, "The Assembly had", -1 - 3), 0)

    from publisher.openxml.package import Package
    from publisher.openxml.reading import read_docx

    told = read_docx(Package(file.bytes()))
    texts = [each for each in told.paragraphs if "The Assembly had" in each.text]
    number = texts[-4].number
    file.edit(DOCUMENT, change)

    def type_it(root: Any) -> None:
        text = next(paragraph(root, "The Assembly had", -4).iter(f"{W}t"))
        text.text = f"{number} {text.text}"

    file.edit(DOCUMENT, type_it)


@plants("OUT020")
def lost_note(file: Parcel) -> None:
    _remove(file, DOCUMENT, "footnoteReference", 2)


@plants("OUT021")
def altered_note(file: Parcel) -> None:
    _word(file, "Malaysia", "Malta", NOTES)


@plants("OUT022")
def altered_mark(file: Parcel) -> None:
    def change(root: Any) -> None:
        reference = next(each for each in root.iter(f"{W}footnoteReference") if each.get(f"{W}customMarkFollows"))
        next(reference.getparent().iter(f"{W}t")).text = "**"

    file.edit(DOCUMENT, change)


@plants("OUT022")
def notes_counted_in_roman(file: Parcel) -> None:
    def change(root: Any) -> None:
        properties = root.find(f"{W}footnotePr")
        if properties is None:
            properties = etree.SubElement(root, f"{W}footnotePr")
        etree.SubElement(properties, f"{W}numFmt").set(f"{W}val", "lowerRoman")

    file.edit(SETTINGS, change)


@plants("OUT025")
def mark_without_note(file: Parcel) -> None:
    def change(root: Any) -> None:
        notes = [each for each in root.iter(f"{W}footnote") if each.get(f"{W}type") in (None, "normal")]
        root.remove(notes[1])

    file.edit(NOTES, change)


@plants("OUT026")
def note_called_twice(file: Parcel) -> None:
    def change(root: Any) -> None:
        reference = list(root.iter(f"{W}footnoteReference"))[1].getparent()
        reference.addnext(deepcopy(reference))

    file.edit(DOCUMENT, change)


@plants("OUT040")
def other_running_head(file: Parcel) -> None:
    for name in [name for name in file.parts if name.startswith("word/header")]:
        if b"HSP/HA.2/16" in file.parts[name]:
            file.parts[name] = file.parts[name].replace(b"HSP/HA.2/16", b"HSP/HA.2/61")


@plants("OUT041")
def no_page_number(file: Parcel) -> None:
    for name in [name for name in file.parts if name.startswith("word/footer")]:
        file.parts[name] = file.parts[name].replace(b"PAGE", b"DATE")


@plants("OUT060")
def altered_masthead(file: Parcel) -> None:
    old = b"14 June 2025"
    for name, data in file.parts.items():
        if name.startswith("word/") and old in data:
            file.parts[name] = data.replace(old, b"15 June 2025")


@plants("OUT061")
def altered_job_number(file: Parcel) -> None:
    for name, data in file.parts.items():
        if name.startswith("word/"):
            file.parts[name] = data.replace(b"K2510492", b"K5210492")


@plants("OUT070")
def other_language(file: Parcel) -> None:
    def change(root: Any) -> None:
        for language in root.iter(f"{W}lang"):
            for name in list(language.attrib):
                language.set(name, "fr-CH")

    file.edit(STYLES, change)


@plants("OUT071")
def other_title(file: Parcel) -> None:
    name = "docProps/core.xml"
    file.parts[name] = file.parts[name].replace(b"Second session", b"Third session")


@plants("OUT077")
def picture_without_words(file: Parcel) -> None:
    def change(root: Any) -> None:
        for each in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            each.attrib.pop("descr", None)

    file.edit(DOCUMENT, change)


@plants("OUT080")
def dangling_reference(file: Parcel) -> None:
    def change(root: Any) -> None:
        for text in root.iter(f"{W}instrText"):
            if (text.text or "").strip().startswith("REF"):
                text.text = " REF _nowhere \\r \\h "

    file.edit(DOCUMENT, change)


@plants("OUT080")
def bookmark_twice(file: Parcel) -> None:
    def change(root: Any) -> None:
        first, second = list(root.iter(f"{W}bookmarkStart"))[:2]
        second.set(f"{W}name", first.get(f"{W}name"))

    file.edit(DOCUMENT, change)


@plants("OUT081")
def wrong_reference(file: Parcel) -> None:
    def change(root: Any) -> None:
        _result(root, "REF").text = "7"

    file.edit(DOCUMENT, change)


@plants("OUT081")
def typed_reference(file: Parcel) -> None:
    def change(root: Any) -> None:
        result = _result(root, "REF").getparent()
        for run in [*result.itersiblings(preceding=True), *result.itersiblings()]:
            if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
                run.getparent().remove(run)

    file.edit(DOCUMENT, change)


@plants("OUT081")
def linked_reference(file: Parcel) -> None:
    """A number that Word could cite is typed inside a link."""

    def change(root: Any) -> None:
        result = _result(root, "REF").getparent()
        name = next(t.text for t in root.iter(f"{W}instrText") if (t.text or "").strip().startswith("REF")).split()[1]
        for run in [*result.itersiblings(preceding=True), *result.itersiblings()]:
            if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
                run.getparent().remove(run)
        paragraph = result.getparent()
        link = paragraph.makeelement(f"{W}hyperlink", {f"{W}anchor": name})
        runs = [run for run in paragraph if run.tag == f"{W}r"]
        paragraph.insert(list(paragraph).index(runs[0]), link)
        link.extend(runs)

    file.edit(DOCUMENT, change)


@plants("OUT082")
def wrong_contents_page(file: Parcel) -> None:
    def change(root: Any) -> None:
        _result(root, "PAGEREF").text = "9"

    file.edit(DOCUMENT, change)


@plants("OUT083")
def undefined_style(file: Parcel) -> None:
    def change(root: Any) -> None:
        paragraph(root, "The Assembly had").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Fancy")

    file.edit(DOCUMENT, change)


@plants("OUT084")
def tracked_change_left(file: Parcel) -> None:
    def change(root: Any) -> None:
        run = words(root, "took").getparent()
        inserted = etree.Element(f"{W}ins")
        inserted.set(f"{W}id", "900")
        run.addprevious(inserted)
        inserted.append(run)

    file.edit(DOCUMENT, change)


@plants("OUT085")
def first_page_like_the_others(file: Parcel) -> None:
    _remove(file, DOCUMENT, "titlePg", 9)


@plants("OUT085")
def odd_pages_like_even(file: Parcel) -> None:
    _remove(file, SETTINGS, "evenAndOddHeaders")


def _result(root: Any, kind: str) -> Any:
    """The text element that holds the stored result of the first field of `kind`."""
    instruction = next(each for each in root.iter(f"{W}instrText") if (each.text or "").split()[:1] == [kind])
    runs = instruction.getparent().itersiblings()
    return next(text for run in runs for text in run.iter(f"{W}t"))


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, finished: dict[str, Finished]) -> None:
    code, fault = FAULTS[name]
    report = finished["en"]
    file = Parcel(report.docx)
    before = dict(file.parts)
    fault(file)
    assert file.parts != before
    found = verify_docx(file.bytes(), report.document, "report.docx", report.pages)
    assert code in {each.code for each in found}, [each.message for each in found]


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_right_file_has_no_findings(language: str, finished: dict[str, Finished]) -> None:
    report = finished[language]
    found = verify_docx(report.docx, report.document, "report.docx", report.pages)
    assert [each.message for each in found] == []


def test_what_is_no_docx_is_one_finding(finished: dict[str, Finished]) -> None:
    for data in (b"", b"PK nothing", finished["en"].docx[:3000]):
        assert [each.code for each in verify_docx(data, finished["en"].document, "x.docx")] == ["OUT001"]


def test_numbers_of_word_and_pdf_are_held_against_the_same(finished: dict[str, Finished]) -> None:
    """A list whose live number departs from the one the PDF prints is named with both numbers."""
    report = finished["en"]
    file = Parcel(report.docx)
    list_starts_at_another_number(file)
    found = [each for each in verify_docx(file.bytes(), report.document, "report.docx") if each.code == "OUT010"]
    assert any("is numbered “3.”, resolved “1.”" in each.message for each in found)
