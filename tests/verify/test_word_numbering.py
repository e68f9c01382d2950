"""The resolver of Word numbering, on small hand-made files: levels, restarts, overrides, styles, formats, changes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from publisher.model.characters import readable
from publisher.openxml.counting import counted
from publisher.openxml.package import Package
from publisher.openxml.reading import View, read_docx

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for level, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")])
)


def package(body: str, numbering: str = "", styles: str = "", notes: str = "", settings: str = "") -> Package:
    """A DOCX of these parts, as small as one can be."""
    parts = {"numbering": numbering, "styles": styles, "footnotes": notes, "settings": settings}
    links = "".join(f'<Relationship Id="r{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        main = f'<Relationship Id="r1" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {NAMESPACE}>{content}</w:{kind}>")
    return Package(written.getvalue())


def counted_paragraph(number: int, level: int, text: str = "x", style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{named}{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbers(body: str, numbering: str, styles: str = "", view: View = "accepted") -> list[str | None]:
    return [told.number for told in read_docx(package(body, numbering, styles), view).paragraphs]


def lists(*instances: str, levels: str = LEVELS) -> str:
    made = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for number, override in enumerate(instances, 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{made}'


def start(level: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def test_deeper_levels_begin_again_after_a_higher_one() -> None:
    body = "".join(counted_paragraph(1, level) for level in (0, 1, 1, 2, 0, 1, 2, 2))
    assert numbers(body, lists("")) == ["1.", "(a)", "(b)", "(i)", "2.", "(a)", "(i)", "(ii)"]


def test_an_override_begins_again_once_and_shares_the_count_after_that() -> None:
    body = "".join(counted_paragraph(number, 0) for number in (1, 1, 2, 2, 1))
    assert numbers(body, lists("", start(0, 1))) == ["1.", "2.", "1.", "2.", "3."]
    assert numbers(body, lists("", "")) == ["1.", "2.", "3.", "4.", "5."]
    assert numbers(body, lists("", start(0, 8))) == ["1.", "2.", "8.", "9.", "10."]


def test_a_level_that_never_begins_again() -> None:
    form = '<w:numFmt w:val="lowerLetter"/>'
    levels = LEVELS.replace(form, f'{form}<w:lvlRestart w:val="0"/>')
    body = "".join(counted_paragraph(1, level) for level in (0, 1, 0, 1))
    assert numbers(body, lists("", levels=levels)) == ["1.", "(a)", "2.", "(b)"]


def test_a_level_that_names_those_above_it() -> None:
    levels = LEVELS.replace("(%2)", "%1.%2").replace('"lowerLetter"/>', '"lowerLetter"/><w:isLgl/>')
    body = "".join(counted_paragraph(1, level) for level in (0, 1, 0, 1))
    assert numbers(body, lists("", levels=levels)) == ["1.", "1.1", "2.", "2.1"]


def test_numbering_through_a_style_and_the_style_under_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Above"><w:basedOn w:val="Base"/></w:style>'
    )
    linked = LEVELS.replace("(%2)", "(%2)").replace(
        '<w:lvlText w:val="(%2)"/>', '<w:pStyle w:val="Deep"/><w:lvlText w:val="(%2)"/>'
    )
    deep = styles.replace("Above", "Deep").replace('<w:basedOn w:val="Base"/>', '<w:basedOn w:val="Base"/>')
    plain = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert numbers(plain.format("Base") + plain.format("Above"), lists(""), styles) == ["1.", "2."]
    assert numbers(plain.format("Base") + plain.format("Deep"), lists("", levels=linked), deep) == ["1.", "(a)"]
    off = '<w:p><w:pPr><w:pStyle w:val="Base"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'
    assert numbers(plain.format("Base") + off + plain.format("Base"), lists(""), styles) == ["1.", None, "2."]


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("decimal", 12, "12"), ("lowerLetter", 27, "aa"), ("upperLetter", 3, "C"), ("lowerRoman", 14, "xiv"),
        ("upperRoman", 49, "XLIX"), ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 7, "七"), ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 101, "一百零一"), ("chineseCountingThousand", 110, "一百一十"),
        ("ideographDigital", 20, "二〇"), ("ideographTraditional", 3, "丙"), ("arabicAbjad", 2, "ب"),
        ("arabicAbjad", 4, "د"), ("arabicAlpha", 4, "ث"), ("russianLower", 2, "б"), ("none", 5, ""),
        ("decimalZero", 3, "03"), ("noSuchFormat", 1, None),
    ],
)  # fmt: skip
def test_number_formats(form: str, value: int, printed: str | None) -> None:
    assert counted(value, form) == printed


def test_notes_are_counted_in_order_and_again_in_each_section() -> None:
    call = '<w:p>{}<w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    section = "<w:pPr><w:sectPr/></w:pPr>"
    restart = "<w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr>"
    custom = '<w:p><w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>'
    body = custom + call.format("", 7) + call.format(section, 2) + call.format("", 9) + restart
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{mark}note {number}</w:t></w:r></w:p></w:footnote>'
        for number, mark in ((2, ""), (5, "* "), (7, ""), (9, ""))
    )
    told = read_docx(package(body, notes=notes))
    assert [(note.mark, note.text) for note in told.notes] == [
        ("*", "note 5"), ("1", "note 7"), ("2", "note 2"), ("1", "note 9")
    ]  # fmt: skip
    assert [readable(each.text) for each in told.paragraphs] == ["[*]", "[1]", "[2]", "[1]"]


def test_fields_show_their_results_and_keep_their_instructions() -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = f"{sign('begin')}<w:r><w:instrText> REF here \\r \\h </w:instrText></w:r>{sign('separate')}"
    field += f"<w:r><w:t>4</w:t></w:r>{sign('end')}"
    body = f"<w:p><w:r><w:t>paragraph </w:t></w:r>{field}<w:r><w:t>.</w:t></w:r></w:p>"
    told = read_docx(package(body))
    assert told.paragraphs[0].text == "paragraph 4."
    assert [(field.instruction, field.result) for field in told.fields] == [(("REF", "here", "\\r", "\\h"), "4")]


def test_tracked_changes_accepted_and_rejected() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    new = '<w:ins w:id="1">' + run.format("new ") + "</w:ins>"
    old = '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>'
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    paragraph = "<w:p><w:pPr>{}<w:rPr>{}</w:rPr></w:pPr>{}</w:p>"
    body = (
        paragraph.format(place, "", run.format("the ") + old + new + run.format("plan"))
        + paragraph.format(place, '<w:ins w:id="3"/>', '<w:ins w:id="4">' + run.format("added") + "</w:ins>")
        + paragraph.format(place, '<w:del w:id="5"/>', old)
        + paragraph.format(place, "", run.format("last"))
    )
    file = package(body, lists(""))
    accepted, rejected = read_docx(file, "accepted").paragraphs, read_docx(file, "rejected").paragraphs
    assert [told.whole for told in accepted] == ["1.the new plan", "2.added", "3.last"]
    assert [told.whole for told in rejected] == ["1.the old plan", "2.old ", "3.last"]
