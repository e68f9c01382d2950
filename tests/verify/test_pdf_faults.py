"""For each thing verify claims to catch in a PDF: a fault planted in a finished file, and the code that names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from publisher.verify import verify_pdf
from publisher.verify.pdf.telling import read_telling
from tests.verify.conftest import Finished
from tests.verify.surgery import Line, Patient, shifted, straightened

Fault = Callable[[Patient], None]
FAULTS: dict[str, tuple[str, str, Fault]] = {}


def plants(code: str, language: str = "en") -> Callable[[Fault], Fault]:
    def register(fault: Fault) -> Fault:
        FAULTS[fault.__name__] = (code, language, fault)
        return fault

    return register


@plants("OUT002")
def lost_word(file: Patient) -> None:
    file.replace(file.line("took note"), "took ", "")


@plants("OUT003")
def word_twice(file: Patient) -> None:
    file.replace(file.line("took note"), "took", "took took")


@plants("OUT004")
def other_word(file: Patient) -> None:
    file.replace(file.line("took note"), "took", "kept")


@plants("OUT005")
def lost_paragraph(file: Patient) -> None:
    owner = file.owner(file.line("9."), "/P")
    kids = owner.P.K
    del kids[next(place for place, kid in enumerate(kids) if kid.objgen == owner.objgen)]


@plants("OUT006")
def paragraph_twice(file: Patient) -> None:
    owner = file.owner(file.line("9."), "/P")
    owner.P.K.append(file.pdf.make_indirect(pikepdf.Dictionary(owner)))


@plants("OUT007")
def swapped_paragraphs(file: Patient) -> None:
    first, second = (file.owner(file.line(text), "/LI") for text in ("(a)", "(c)"))
    kids = first.P.K
    one, other = (next(at for at, kid in enumerate(kids) if kid.objgen == part.objgen) for part in (first, second))
    kids[one], kids[other] = second, first


@plants("OUT010")
def other_number(file: Patient) -> None:
    file.replace(file.line("12."), "12", "13")


@plants("OUT012")
def skipped_number(file: Patient) -> None:
    file.replace(file.line("12."), "12", "14")


@plants("OUT012")
def doubled_number(file: Patient) -> None:
    file.replace(file.line("12."), "12", "11")


@plants("OUT020")
def note_gone(file: Patient) -> None:
    notes = file.elements("/Note")
    note = next(part for part in notes if str(part.get("/ID")) == "note-uae")
    note.P.K = pikepdf.Array([kid for kid in note.P.K if not _same(kid, note)])


@plants("OUT021")
def note_altered(file: Patient) -> None:
    file.replace(file.line("According"), "According", "Accoding")


@plants("OUT022")
def note_mark_altered(file: Patient) -> None:
    note = next(part for part in file.elements("/Note") if str(part.get("/ID")) == "note-plan")
    label = next(line for line in file.lines() if line.text.strip() == "2" and _under(file.owner(line), note))
    file.replace(label, "2", "1") if _draws(file, label, "1") else file.redraw(label, lambda _: b" ")


@plants("OUT022")
def call_gone(file: Patient) -> None:
    call = file.elements("/Reference")[1]
    call.S = pikepdf.Name("/Span")


@plants("OUT025")
def call_of_nothing(file: Patient) -> None:
    note_gone(file)


@plants("OUT023")
def note_on_other_page(file: Patient) -> None:
    lines = [line for line in file.lines() if _in_note(file, line, "note-uae")]
    file.carry(lines, lines[0].page + 1)


@plants("OUT024")
def note_off_the_page(file: Patient) -> None:
    for line in [line for line in file.lines() if _in_note(file, line, "note-plan")]:
        file.move(line, down=200)


@plants("OUT024")
def note_over_the_body(file: Patient) -> None:
    for line in [line for line in file.lines() if _in_note(file, line, "note-plan")]:
        file.move(line, down=-500)


@plants("OUT030")
def line_off_the_page(file: Patient) -> None:
    file.move(file.line("recommendations"), right=300)


@plants("OUT030")
def line_in_the_margin(file: Patient) -> None:
    file.move(file.line("recommendations"), down=2000)


@plants("OUT031")
def lines_over_each_other(file: Patient) -> None:
    file.move(file.line("recommendations", 4), down=12)


@plants("OUT032", "zh")
def line_begins_with_a_comma(file: Patient) -> None:
    _break_elsewhere(file, "，", after=False)


@plants("OUT033", "zh")
def line_ends_with_an_opening_bracket(file: Patient) -> None:
    _break_elsewhere(file, "（", after=True)


@plants("OUT002", "zh")
def lost_word_in_chinese(file: Patient) -> None:
    file.replace(file.line("周期"), "周期", "")


@plants("OUT002", "ar")
def lost_word_in_arabic(file: Patient) -> None:
    line = file.line("ةكرتشملا") if any("ةكرتشملا" in each.text for each in file.lines()) else file.line("الجمعية")
    file.redraw(line, lambda drawing: _first_codes_dropped(straightened(drawing)))


@plants("OUT054", "ar")
def words_said_that_are_not_drawn(file: Patient) -> None:
    for span in file.elements("/Span"):
        if "/ActualText" in span:
            span.ActualText = pikepdf.String("شيء آخر")


@plants("OUT034")
def symbol_broken(file: Patient) -> None:
    line = file.line("HSP/HA.2/12")
    whole, head = file.codes(line, "HSP/HA.2/12"), file.codes(line, "HSP/")

    def broken(drawing: bytes) -> bytes:
        start = drawing[: drawing.index(b"[")]
        second = start[start.index(b"BT") + 2 :].replace(b" Tm", b" Tm", 1)
        matrix = next(part for part in second.split(b"\n") if part.strip().endswith(b"Tm"))
        a, b, c, d, _, y = matrix.split()[:6]
        lower = b" ".join([a, b, c, d, b"120", b"%f" % (float(y) + 20)]) + b" Tm\n"
        return start + b"[<" + head + b">] TJ\n" + lower + b"[<" + whole[len(head) :] + b">] TJ\nET\n"

    file.redraw(line, broken)


@plants("OUT035")
def heading_alone(file: Patient) -> None:
    lines = [line for line in file.lines() if line.page > 1]
    heading = next(line for line in lines if line.text == "Elections" and str(file.owner(line).S) == "/H2")
    file.carry([heading], heading.page - 1)


@plants("OUT036")
def page_of_another_size(file: Patient) -> None:
    file.pdf.pages[1].mediabox = pikepdf.Array([0, 0, 612, 792])


@plants("OUT037")
def mark_begins_a_line(file: Patient) -> None:
    mark = next(call for call in read_telling(file.reading).calls if call.mark == "1")
    calls = [part for part in file.reading.tags.walk() if part.role == "Reference"] if file.reading.tags else []
    content = [next(iter(call.content())) for call in calls]
    line = next(line for line in file.lines() if (line.page, line.mcid) in content and line.text == "1")
    file.move(line, right=113 - mark.pieces[0].left, down=12)


@plants("OUT040")
def running_head_altered(file: Patient) -> None:
    file.furnish(3, lambda drawing: drawing if not _is_head(drawing) else _first_codes_dropped(drawing))


@plants("OUT040")
def running_head_gone(file: Patient) -> None:
    file.furnish(3, lambda drawing: b"" if _is_head(drawing) else drawing)


@plants("OUT040")
def running_head_on_the_other_side(file: Patient) -> None:
    file.furnish(3, lambda drawing: shifted(drawing, -560, 0) if _is_head(drawing) else drawing)


@plants("OUT041")
def page_number_gone(file: Patient) -> None:
    file.furnish(2, lambda drawing: drawing if _is_head(drawing) else b"")


@plants("OUT042")
def page_one_numbered(file: Patient) -> None:
    second = file.content(2)
    found = second.rindex(b"/Artifact")
    head = b"q 1 0 0 -1 0 842 cm .75 0 0 .75 0 0 cm "
    foot = second[found : second.index(b"EMC", found) + 3]
    file.write(1, b"q " + file.content(1) + b" Q " + head + foot + b" Q")
    for name, font in file.pdf.pages[1].Resources.Font.items():
        file.pdf.pages[0].Resources.Font[name] = font


@plants("OUT050")
def font_not_embedded(file: Patient) -> None:
    for thing in file.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


@plants("OUT051")
def fallback_font(file: Patient) -> None:
    font = next(iter(file.pdf.pages[0].Resources.Font.values()))
    font.BaseFont = pikepdf.Name("/ABCDEF+DejaVu-Sans")


@plants("OUT052")
def missing_glyph(file: Patient) -> None:
    line = file.line("took note")
    code = file.codes(line, "k")
    file.redraw(line, lambda drawing: straightened(drawing).replace(code, b"0000", 1))


@plants("OUT053")
def glyph_without_character(file: Patient) -> None:
    font = next(iter(file.pdf.pages[0].Resources.Font.values()))
    cmap = font.ToUnicode.read_bytes()
    font.ToUnicode.write(re.sub(rb"<\w+> <\w+>\n", b"", cmap, count=12))


@plants("OUT060")
def masthead_altered(file: Patient) -> None:
    file.replace(file.line("14 June 2025"), "14", "15")


@plants("OUT061")
def job_number_altered(file: Patient) -> None:
    file.replace(file.line("K2510492"), "K25", "K52")


@plants("OUT070")
def other_language(file: Patient) -> None:
    file.pdf.Root.Lang = pikepdf.String("fr")


@plants("OUT071")
def other_title(file: Patient) -> None:
    _in_metadata(file, b"Second session", b"Third session")


@plants("OUT072")
def no_accessibility_declared(file: Patient) -> None:
    _in_metadata(file, b'pdfuaid:part="1"', b"")


@plants("OUT072")
def other_conformance(file: Patient) -> None:
    _in_metadata(file, b'pdfaid:conformance="A"', b'pdfaid:conformance="B"')


@plants("OUT073")
def source_not_attached(file: Patient) -> None:
    del file.pdf.Root.Names


@plants("OUT074")
def outline_altered(file: Patient) -> None:
    file.pdf.Root.Outlines.First.Title = pikepdf.String("I. Something else")


@plants("OUT075")
def untagged_table(file: Patient) -> None:
    for table in file.elements("/Table"):
        table.S = pikepdf.Name("/Div")


@plants("OUT075")
def head_cells_untagged(file: Patient) -> None:
    for cell in file.elements("/TH"):
        cell.S = pikepdf.Name("/TD")


@plants("OUT076")
def text_outside_the_structure(file: Patient) -> None:
    lost_paragraph(file)


@plants("OUT077")
def picture_without_words(file: Patient) -> None:
    for figure in file.elements("/Figure"):
        figure.Alt = pikepdf.String("")


@plants("OUT078")
def not_marked_as_tagged(file: Patient) -> None:
    del file.pdf.Root.MarkInfo


@plants("OUT082")
def wrong_contents_page(file: Patient) -> None:
    entry = file.elements("/TOCI")[1]
    line = [line for line in file.lines() if line.page == 1 and _under(file.owner(line), entry)][-1]
    digit = line.text.rstrip()[-1]
    file.replace(line, digit, "9" if digit != "9" else "8")


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, finished: dict[str, Finished]) -> None:
    code, language, fault = FAULTS[name]
    file = Patient(finished[language].pdf)
    fault(file)
    found = verify_pdf(file.bytes(), finished[language].document, "report.pdf")
    assert code in {each.code for each in found}, [str(each.message) for each in found]


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_right_file_has_no_findings(language: str, finished: dict[str, Finished]) -> None:
    report = finished[language]
    assert [each.message for each in verify_pdf(report.pdf, report.document, "report.pdf")] == []


def test_what_is_no_pdf_is_one_finding(finished: dict[str, Finished]) -> None:
    for data in (b"", b"%PDF-1.7 nothing", finished["en"].pdf[:2000]):
        assert [each.code for each in verify_pdf(data, finished["en"].document, "x.pdf")] == ["OUT001"]


def test_a_resolved_document_that_differs_is_noticed(finished: dict[str, Finished]) -> None:
    report = finished["zh"]
    shorter = replace(report.document, divisions=report.document.divisions[:1])
    assert "OUT006" in {each.code for each in verify_pdf(report.pdf, shorter, "report.pdf")}


def _break_elsewhere(file: Patient, sign: str, after: bool) -> None:
    """Break a line before or after `sign`, the words staying in their order."""
    lines = file.lines()
    for upper, lower in pairwise(lines):
        at = lower.text.find(sign) + after
        same = file.owner(upper).objgen == file.owner(lower).objgen
        if at > 0 and len(upper.text) > 20 and same and _draws(file, upper, lower.text[:at]):
            head = file.codes(upper, lower.text[:at])
            _redraw_pair(file, upper, lower, head)
            return
    raise LookupError(sign)


def _redraw_pair(file: Patient, upper: Line, lower: Line, head: bytes) -> None:
    file.redraw(upper, lambda drawing: drawing.replace(b"ET", b"[<" + head + b">] TJ\nET"))
    file.redraw(lower, lambda drawing: straightened(drawing).replace(b"<" + head, b"<", 1))


def _same(kid: object, part: pikepdf.Object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.objgen == part.objgen


def _under(part: pikepdf.Object, above: pikepdf.Object) -> bool:
    while "/P" in part:
        if part.objgen == above.objgen:
            return True
        part = part.P
    return False


def _in_note(file: Patient, line: Line, identifier: str) -> bool:
    note = next(part for part in file.elements("/Note") if str(part.get("/ID")) == identifier)
    return _under(file.owner(line), note)


def _draws(file: Patient, line: Line, text: str) -> bool:
    try:
        file.codes(line, text)
    except LookupError:
        return False
    return True


def _is_head(drawing: bytes) -> bool:
    return len(b"".join(drawing.split(b"TJ")[0].split(b"["))) > 150 or drawing.count(b"<") > 8


def _first_codes_dropped(drawing: bytes) -> bytes:
    at = drawing.index(b"[<") + 2
    return drawing[:at] + drawing[at + 4 :]


def _in_metadata(file: Patient, old: bytes, new: bytes) -> None:
    data = file.pdf.Root.Metadata.read_bytes()
    assert old in data
    file.pdf.Root.Metadata.write(data.replace(old, new))
