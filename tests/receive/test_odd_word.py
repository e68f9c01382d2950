"""Word files as other programs and other hands make them: each comes in with all it shows, or is refused with the reason."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
import yaml

from publisher.model.diagnostic import Severity
from tests.receive.conftest import Bring, Brought, lost
from tests.receive.packages import NEW_YORK_HEAD, W, geneva, new_york, note, p, package, r, tbl, tc, tr

NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText
w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""
TRANSITIONAL, STRICT = b"http://schemas.openxmlformats.org/%s/2006/%s", b"http://purl.oclc.org/ooxml/%s/%s"
NAMES = ((b"wordprocessingml", b"main"), (b"officeDocument", b"relationships"))


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A package whose parts went through `change`; a part that becomes None is left out."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(written, "w") as archive:
        for name in source.namelist():
            if (part := change(name, source.read(name))) is not None:
                archive.writestr(name, part)
    return written.getvalue()


def errors(brought: Brought) -> list[str]:
    """What makes an import fail; words of a masthead that the source has not are none."""
    return [found.code for found in brought.received.findings if found.severity is Severity.ERROR]


def with_styles(data: bytes, *styles: tuple[str, str]) -> bytes:
    """A package with styles of these identifiers and names alone."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in styles
    )
    return rewritten(
        data, lambda name, part: f"<w:styles {W}>{made}</w:styles>".encode() if name == "word/styles.xml" else part
    )


def test_the_strict_variant_reads_as_the_usual_one(bring: Bring) -> None:
    usual = new_york(p(r("1.\tOne") + note(1), "SingleTxt"), notes=["Its note."])

    def strict(_: str, part: bytes) -> bytes:
        for names in NAMES:
            part = part.replace(TRANSITIONAL % names, STRICT % names)
        return part

    brought = bring(rewritten(usual, strict))
    assert lost(brought) == [] and brought.words == bring(usual).words
    assert brought.words["footnotes"] == {"note-1": "Its note."}


CENTRE = "Centre for Trade Facilitation and Electronic Business"
OWN_HEAD = NEW_YORK_HEAD.replace("/80/605*", "/B/72/4").replace(">A<", ">TD<")


@pytest.mark.parametrize(
    "lines", [["Trade and Development Board"], ["Conference of the Parties serving as", "the meeting of the Parties"]]
)
def test_an_organ_that_nobody_knows_is_printed_as_the_masthead_names_it(bring: Bring, lines: list[str]) -> None:
    named = "".join(p(line, "XLarge") for line in lines)
    head = OWN_HEAD.replace(p("General Assembly", "XLarge"), named)
    data = rewritten(
        new_york(p(r("1.\tOne"), "SingleTxt")),
        lambda name, part: part.replace(NEW_YORK_HEAD.encode(), head.encode()) if "header" in name else part,
    )
    brought = bring(data)
    assert lost(brought) == []
    names = {"en": " ".join(lines)}
    organs = yaml.safe_load(brought.received.files["reference/organs.yaml"])
    assert organs == {brought.record["organ"]: {"names": names, "programme": names, "symbol-prefix": "TD/B/"}}
    (told,) = [found for found in brought.codes("IM011") if "organ" in found.message]
    assert told.span == " ".join(lines)


@pytest.mark.parametrize("lines", [["Executive Committee"], ["UNECE Executive Committee"], []])
def test_lines_of_an_organ_that_are_not_its_usual_ones_stay(bring: Bring, lines: list[str]) -> None:
    usual, first = ["Executive Committee"], p(r("Economic Commission for Europe", "b"))
    data = rewritten(
        geneva(p("1.\tClothing is an industry.", "SingleTxtG")),
        lambda _, part: part.replace(
            (first + p(r(*usual, "b"))).encode(), "".join([first, *(p(r(line, "b")) for line in lines)]).encode()
        ),
    )
    brought = bring(data)
    assert lost(brought) == []
    kept = None if lines == usual else ["Economic Commission for Europe", *lines, CENTRE]
    assert brought.words.get("organ-lines") == kept
    assert brought.words["session-line"][0] == "Twenty-fifth session"


def test_headings_are_known_by_the_names_word_has_for_them_in_every_language(bring: Bring) -> None:
    body = [
        p("Report on wells", "a3"),
        p("Purpose", "1"),
        p("Scope", "2"),
        p("One.", "", NUMBERED.format(0)),
        p("End", "1"),
    ]
    data = package("".join(body), numbering=NUMBERING.format(form="decimal", text="%1."))
    brought = bring(with_styles(data, ("a3", "Title"), ("1", "heading 1"), ("2", "heading 2")))
    assert errors(brought) == []
    assert brought.words["title"] == ["Report on wells"]
    purpose, end = brought.words["body"]
    assert (purpose["heading"], end["heading"]) == ("Purpose", "End")
    assert purpose["body"] == [{"heading": "Scope", "numbered": False, "body": ["One."]}]


def test_a_memo_without_masthead_styles_or_headings_is_text(bring: Bring) -> None:
    data = package(p("Dear colleagues,") + p("The well is dry."))
    brought = bring(
        rewritten(data, lambda name, part: None if name in ("word/styles.xml", "word/numbering.xml") else part)
    )
    assert errors(brought) == [] and "session-line" not in brought.words
    assert brought.words["body"] == [{"unnumbered": "Dear colleagues,"}, {"unnumbered": "The well is dry."}]


BOX = f"""<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">
<w:drawing><wps:txbx xmlns:wps="urn:x"><w:txbxContent>{p("In the box.")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>
<w:pict><w:txbxContent>{p("In the box.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
FIELD = f"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://un.org" </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("the site")}<w:r><w:fldChar w:fldCharType="end"/></w:r>"""
FORMULA = """<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>"""
RUBY = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('jing')}</w:rt><w:rubyBase>{r('井')}</w:rubyBase></w:ruby></w:r>"


def control(inner: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (r("See ") + FIELD + r("."), "See [the site](https://un.org)."),
        (r("See ") + f'<w:fldSimple w:instr=" SEQ Table ">{r("7")}</w:fldSimple>', "See 7"),
        (r("In a ") + control(r("control")), "In a control"),
        (r("Where ") + FORMULA, "Where x=1"),
        (r("The ") + RUBY + r(" is dry"), "The 井 is dry"),
        (r("Mo") + "<w:r><w:softHyphen/></w:r>" + r("re") + "<w:r><w:noBreakHyphen/></w:r>" + r("x"), "More\u2011x"),
        (r("25") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + r("C"), "25°C"),
        (f'<w:smartTag w:element="place">{r("Paris")}</w:smartTag><w:customXml>{r(" now")}</w:customXml>', "Paris now"),
        (r("{{ 7*7 }} [^a] *b*"), r"\{{ 7\*7 }} \[^a\] \*b\*"),
    ],
)  # fmt: skip
def test_what_stands_in_a_line_comes_as_it_is_seen(bring: Bring, runs: str, said: str) -> None:
    brought = bring(new_york(p(r("1.\t") + runs, "SingleTxt")))
    assert lost(brought) == [] and brought.words["body"] == [said]


def test_controls_boxes_and_tables_within_tables_keep_their_words(bring: Bring) -> None:
    inner = p("before") + tbl(tr(tc("left"), tc("right"))) + p("after")
    table = tbl(tr(tc("Head"), tc("Other")), control(tr(control(tc(inner)), tc("5"))))
    brought = bring(new_york(control(p("1.\tControlled", "SingleTxt")) + p(r("2.\tBeside") + BOX, "SingleTxt") + table))
    assert lost(brought) == []
    text = str(brought.words["body"])
    assert all(
        text.count(word) == 1 for word in ("Controlled", "Beside", "In the box.", "before", "left", "right", "after")
    )


def test_a_list_that_begins_anew_keeps_its_numbers_and_bullets_stay_bullets(bring: Bring) -> None:
    again = NUMBERING.format(form="decimal", text="%1.") + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    other = NUMBERED.format(0).replace('numId w:val="1"', 'numId w:val="2"')
    brought = bring(
        new_york(p("A", "", NUMBERED.format(0)) + p("B", "", NUMBERED.format(0)) + p("C", "", other), numbering=again)
    )
    assert brought.words["body"] == ["A", "B", {"paragraph": "C", "number": "1"}]
    brought = bring(new_york(p("A", "", NUMBERED.format(0)), numbering=NUMBERING.format(form="bullet", text="●")))
    assert brought.words["body"] == [{"bullets": ["A"]}]


def test_hidden_text_is_told(bring: Bring) -> None:
    brought = bring(new_york(p(r("1.\tSeen ") + r("unseen", "vanish"), "SingleTxt")))
    assert lost(brought) == []
    assert [found.span for found in brought.codes("IM015") if "hidden" in found.message] == ["unseen"]


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_text_kept_in_another_file_is_refused(bring: Bring, element: str) -> None:
    link = b'<Relationship Id="rx" Type="x/aFChunk" Target="chunk.html"/></Relationships>'
    data = new_york(p("1.\tOne", "SingleTxt") + f'<w:p/><w:{element} r:id="rx"/>')
    changed = rewritten(
        data, lambda name, part: part.replace(b"</Relationships>", link) if name.endswith("document.xml.rels") else part
    )
    (found,) = bring(changed).received.findings
    assert found.code == "IM002" and "word/chunk.html" in found.message and "save it" in found.hint


def test_points_stand_under_each_other_as_far_as_their_styles_set_them_in(bring: Bring) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="B{deep}"><w:name w:val="B{deep}"/><w:pPr><w:ind w:left="{360 * deep}"/></w:pPr></w:style>'
        for deep in (1, 2)
    )
    data = new_york(p("•\tOne", "B1") + p("•\tUnder it", "B2") + p("•\tTwo", "B1"))
    brought = bring(rewritten(data, lambda name, part: part.replace(b"</w:styles>", f"{styles}</w:styles>".encode())))
    assert brought.words["body"] == [{"bullets": [{"item": "One", "items": ["Under it"]}, "Two"]}]


@pytest.mark.parametrize(("key", "name"), [("Caption", "caption"), ("Beschriftung", "caption"), ("Q", "Intense Quote")])
def test_captions_and_quotations_in_bold_are_no_headings(bring: Bring, key: str, name: str) -> None:
    data = package(p("Report", "Title") + p("Text.") + p(r("Said by many", "b"), key) + p("More."))
    brought = bring(with_styles(data, ("Title", "Title"), (key, name)))
    assert {"unnumbered": "**Said by many**"} in brought.words["body"]


def test_a_second_symbol_in_the_masthead_is_told_and_not_lost(bring: Bring) -> None:
    brought = bring(new_york(p("1.\tOne", "SingleTxt")))
    assert not brought.codes("IM012")
    head = NEW_YORK_HEAD.replace("</w:tc>", p("A/79/1") + "</w:tc>", 1)
    said = bring(package(p("A title", "TitleHCH") + p("1.\tOne", "SingleTxt"), first_head=head))
    assert said.record["symbol"] in ("A/79/1", "A/80/605") and [
        one.span for one in said.codes("IM012") if "/" in one.span
    ]


DRAWING = (
    '<w:r><w:drawing><a:x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{}</a:x></w:drawing></w:r>'
)
LETTERS = DRAWING.format("<a:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:txBody>")


def in_forms(*forms: tuple[str, str]) -> str:
    """What is kept in several forms: a choice for the reader that knows its prefix, else the fallback."""
    inner = "".join(
        f'<mc:Choice Requires="{name}">{said}</mc:Choice>' if name else f"<mc:Fallback>{said}</mc:Fallback>"
        for name, said in forms
    )
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<mc:AlternateContent xmlns:mc="{mc}">{inner}</mc:AlternateContent>'


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (f"<w:r>{in_forms(('w14', '<w:t>new</w:t>'), ('', '<w:t>old</w:t>'))}</w:r>", "new"),
        (f"<w:r>{in_forms(('wpc', ''), ('', '<w:t>old</w:t>'))}</w:r>", "old"),
        (f"<w:r>{in_forms(('cx1', LETTERS.format('chart').partition('>')[2].removesuffix('</w:r>')), ('', '<w:t>old</w:t>'))}</w:r>", "old"),
        (LETTERS.format("drawn"), "drawn"),
        (f'<q:odd xmlns:q="urn:q">{r("unknown")}</q:odd>', "unknown"),
    ],
)  # fmt: skip
def test_what_is_kept_in_several_forms_comes_once(bring: Bring, kept: str, said: str) -> None:
    words = ("new", "old", "chart", "drawn", "unknown")
    brought = bring(new_york(p(r("1.\tHere: ") + kept, "SingleTxt")))
    assert lost(brought) == []
    assert [word for word in words if word in str(brought.words["body"])] == [said]


def test_blocks_that_word_does_not_know_keep_their_paragraphs_and_notes_to_programmers_are_none(bring: Bring) -> None:
    odd = f'<!-- note --><?note?><q:odd xmlns:q="urn:q">{p("2. Two", "SingleTxt")}</q:odd>'
    brought = bring(new_york(p("1. One", "SingleTxt") + odd))
    assert lost(brought) == [] and brought.words["body"] == ["One", "Two"]


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def of(name: str, *parts: str) -> str:
    return f"<m:{name}>{''.join(parts)}</m:{name}>"


def signs(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


X, SUM = of("e", signs("x")), of("e", signs("a+b"))


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (of("f", of("num", signs("a+b")), of("den", signs("c"))), "(a+b)/c"),
        (of("sSup", X, of("sup", signs("2"))), "x^2"),
        (of("sSubSup", SUM, of("sub", signs("i")), of("sup", signs("n-1"))), r"(a+b)_i^(n-1)"),
        (of("rad", of("deg"), X), "√(x)"),
        (of("rad", of("deg", signs("3")), X), "√(3&x)"),
        (of("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', of("sub", signs("i=1")), of("sup"), X), "∑_(i=1) x"),
        (of("d", '<m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr>', X), "|x|"),
        (of("m", of("mr", X, X), of("mr", X, X)), "(x&x; x&x)"),
        (of("func", of("fName", signs("sin")), X), "sinx"),
        (f"{signs('x')}<w:r><w:t>y</w:t></w:r><w:ins>{signs('z')}</w:ins><w:del>{signs('gone')}</w:del>", "xyz"),
    ],
)
def test_formulas_say_on_a_line_what_stands_above_and_below(bring: Bring, formula: str, said: str) -> None:
    brought = bring(new_york(p(r("1.\tHere ") + f"<m:oMath {MATH}>{formula}</m:oMath>", "SingleTxt")), changes="accept")
    assert lost(brought) == []
    assert [line.replace("\\", "") for line in brought.words["body"]] == [f"Here {said}"]
    told = [found.span for found in brought.codes("IM015") if "formula" in found.message]
    assert told == ([] if said in ("sinx", "xyz") else [said])


def test_what_stands_above_the_masthead_is_not_lost(bring: Bring) -> None:
    cover = p("ADVANCE COPY") + tbl(tr(tc("Cover"), tc("Left")), tr(tc("5"), tc("Right")))
    brought = bring(
        rewritten(
            geneva(p("1.\tOne", "SingleTxtG")), lambda _, part: part.replace(b"<w:body>", f"<w:body>{cover}".encode())
        )
    )
    assert lost(brought) == []
    assert brought.words["organ-lines"][0] == "ADVANCE COPY"
    assert all(word in str(brought.words["body"]) for word in ("Cover", "Left", "Right"))


@pytest.mark.parametrize("number", ["0.", "01.", "00."])
def test_a_number_that_no_count_gives_stands_in_the_words(bring: Bring, number: str) -> None:
    brought = bring(new_york(p(f"{number}\tOne", "SingleTxt") + p("1.\tTwo", "SingleTxt")))
    assert lost(brought) == []
    assert brought.words["body"] == [{"unnumbered": f"{number} One"}, "Two"]


@pytest.mark.parametrize(("address", "made"), [
    ("file:///C:/My/a(b).doc", "the paper"), ("ftp://x.org/a", "the paper"), ("http://x.org/a b", "[the paper](http://x.org/a%20b)"),
])  # fmt: skip
def test_a_link_that_leads_nowhere_on_the_web_keeps_its_words(bring: Bring, address: str, made: str) -> None:
    link = f'<Relationship Id="rx" Type="x/hyperlink" TargetMode="External" Target="{address}"/></Relationships>'
    data = new_york(p(r("1.\tSee ") + f'<w:hyperlink r:id="rx">{r("the paper")}</w:hyperlink>', "SingleTxt"))
    brought = bring(
        rewritten(
            data,
            lambda name, part: (
                part.replace(b"</Relationships>", link.encode()) if name.endswith("document.xml.rels") else part
            ),
        )
    )
    assert lost(brought) == [] and brought.words["body"] == [f"See {made}"]
    told = [found.span for found in brought.codes("IM015") if "link" in found.message]
    assert told == ([] if made.startswith("[") else [address])


@pytest.mark.parametrize(
    ("run", "said"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0e0</w:t></w:r>', "→"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0e0\uf064</w:t></w:r>', "◊δ"),
        ("<w:r><w:t>\uf0b3</w:t></w:r>", "≥"),
        ('<w:r><w:sym w:font="Unheard" w:char="F0FC"/></w:r>', "\uf0fc"),
    ],
)
def test_signs_come_as_their_font_shows_them(bring: Bring, run: str, said: str) -> None:
    brought = bring(new_york(p(r("1.\tSign ") + run, "SingleTxt")))
    assert lost(brought) == [] and brought.words["body"] == [f"Sign {said}"]


def test_a_note_without_words_is_one_to_be_written(bring: Bring) -> None:
    brought = bring(new_york(p(r("1.\tOne") + note(1), "SingleTxt"), notes=["<w:r/>"]))
    assert lost(brought) == [] and brought.words["footnotes"] == {"note-1": "[--]"}


def test_why_a_folder_cannot_be_read_back_is_told(bring: Bring) -> None:
    brought = bring(new_york(p("1.\t" + "word " * 11000, "SingleTxt")))
    (found,) = brought.codes("IM022")
    assert "one may have 50000" in found.message and "paragraphs" in found.hint


@pytest.mark.parametrize("between", ["\n", "", " \n "])
def test_a_masthead_whose_lines_are_one_paragraph_is_read(bring: Bring, between: str) -> None:
    usual = geneva(p("1.\tOne", "SingleTxtG"))
    apart = p("Distr.: General") + p("19 March 2019") + p("") + p("English only")
    one = p(between.join(["Distr.: General", "19 March 2019", "Original: English"]))
    brought = bring(rewritten(usual, lambda _, part: part.replace(apart.encode(), one.encode())))
    assert errors(brought) == [] and bool(lost(brought)) == (not between)  # words that ran into each other are told
    assert (str(brought.record["date"]), brought.record["original"]) == ("2019-03-19", "en")
    assert not brought.codes("IM012")
    other = p(between.join(["Distr.: General", "To whom it concerns", "Original: English"]))
    told = bring(rewritten(usual, lambda _, part: part.replace(apart.encode(), other.encode())))
    assert any("To whom" in one.span for one in told.codes("IM012")) and errors(told) == []


def test_a_raised_blank_after_a_letter_parts_it_from_the_words(bring: Bring) -> None:
    table = tbl(tr(tc("Head"), tc("Other")), tr(tc(p(r("b", "super") + r("   ", "super") + r("Excludes"))), tc("5")))
    brought = bring(new_york(p("1.\tOne", "SingleTxt") + table))
    assert lost(brought) == [] and "^{b} Excludes" in str(brought.words["body"])
