"""How the Word bases were first made: `python tests/docx/make_bases.py templates/word` writes all three anew.

The committed .docx files are the source: a designer opens and edits them in Word. This script is kept only as the
record of the first values and as a start for a new profile; running it over an edited base throws the edits away.
"""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ARABIC_SCALES = (1.4, 1.2)  # Traditional Arabic is small on its body: 14 pt beside 10 pt Times; less in headings


@dataclass(frozen=True)
class Profile:
    """What differs between the bases: page in twips, masthead geometry, running heads, and the family of styles."""

    family: str
    page: tuple[int, int]
    margins: str
    landscape_margins: str
    masthead: tuple[int, ...]  # columns
    masthead_top: int  # from the edge of the page
    rows: tuple[int, int]
    tab: int
    title: str  # the style the title is based on
    first_margins: str = ""  # where page one has its own


def margins(top: int, right: int, bottom: int, left: int, header: int, footer: int) -> str:
    return (f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{header}" '
            f'w:footer="{footer}" w:gutter="0"')


GENEVA = Profile(
    family="B", page=(11907, 16840), tab=567, title="HChG",
    margins=margins(1701, 1134, 2268, 1134, 1134, 1701), landscape_margins=margins(1701, 1134, 1134, 1134, 1134, 567),
    masthead=(1276, 5528, 2835), masthead_top=568, rows=(851, 2835),
)
NAIROBI = Profile(
    family="B", page=(11906, 16838), tab=567, title="HMG",
    margins=margins(1417, 1134, 1134, 1134, 850, 567), landscape_margins=margins(1417, 1134, 1134, 1134, 850, 567),
    masthead=(1276, 5528, 2835), masthead_top=285, rows=(851, 2835),
)
NEW_YORK = Profile(
    family="A", page=(12240, 15840), tab=475, title="TitleHCH",
    margins=margins(1440, 1200, 1152, 1200, 432, 504), first_margins=margins(1440, 1200, 1728, 1200, 432, 504),
    landscape_margins=margins(1195, 1440, 1195, 1152, 576, 1037),
    masthead=(1267, 5472, 3111), masthead_top=432, rows=(864, 2880),
)


def complex_size(half_points: int) -> int:
    return round(half_points * ARABIC_SCALES[half_points > 20])


def style(
    identifier: str, name: str, based: str | None, paragraph: str = "", run: str = "", size: int | None = None,
    following: str | None = None, kind: str = "paragraph", default: bool = False, alias: str = "",
) -> str:
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{complex_size(size)}"/>' if size else ""
    before, _, after = run.partition("|")  # “|” parts what stands before and after w:sz in the schema's order
    built_in = name[0].islower() or name in ("Normal", "Emphasis", "Default Paragraph Font")
    marks = (' w:default="1"' if default else "") + ("" if built_in else ' w:customStyle="1"')
    return (
        f'<w:style w:type="{kind}"{marks} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        + (f'<w:aliases w:val="{alias}"/>' if alias else "")
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + "<w:qFormat/>"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{before}{sizes}{after}</w:rPr>" if before or sizes or after else "")
        + "</w:style>"
    )


def tabs(*stops: str) -> str:
    """“right 1022” or “right 9639 dot” → w:tabs."""
    made = []
    for stop in stops:
        kind, position, *leader = stop.split()
        dots = f' w:leader="{leader[0]}"' if leader else ""
        made.append(f'<w:tab w:val="{kind}"{dots} w:pos="{position}"/>')
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def spacing(**values: object) -> str:
    return "<w:spacing " + " ".join(f'w:{key}="{value}"' for key, value in values.items()) + "/>"


def indent(**values: object) -> str:
    return "<w:ind " + " ".join(f'w:{key}="{value}"' for key, value in values.items()) + "/>"


HEI = '<w:rFonts w:eastAsia="SimHei"/>'
BOLD = f"{HEI}<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
BOX = "<w:pBdr>" + "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
) + "</w:pBdr>"
CENTRED = '<w:jc w:val="center"/>'
NO_OUTLINE = '<w:outlineLvl w:val="9"/>'  # not a heading, whatever it is based on
BOTH = '<w:jc w:val="both"/>'


def family_b_styles(profile: Profile) -> str:
    """The styles of Geneva, values as in LAYOUT_FACTS §3; those without a UN name follow their neighbours."""
    title = indent(left=1134, right=1134, hanging=1134)
    stop = tabs("right 851")

    def head(before: int, after: int, line: int) -> str:
        return KEEP + stop + spacing(before=before, after=after, line=line, lineRule="exact") + title

    def item(step: int) -> str:
        return indent(left=1134 + 567 * step)

    return "".join((
        style("Normal", "Normal", None, "<w:suppressAutoHyphens/>" + spacing(line=240, lineRule="atLeast"), "", 20,
              default=True),
        style("SingleTxtG", "_ Single Txt_G", "Normal", spacing(after=120) + indent(left=1134, right=1134) + BOTH),
        style("HMG", "_ H __M_G", "Normal", head(240, 240, 360), BOLD, 34, "SingleTxtG"),
        style("HChG", "_ H _Ch_G", "Normal", head(360, 240, 300), BOLD, 28, "SingleTxtG"),
        style("H1G", "_ H_1_G", "Normal", head(360, 240, 270), BOLD, 24, "SingleTxtG"),
        style("H23G", "_ H_2/3_G", "Normal", head(240, 120, 240), BOLD, None, "SingleTxtG"),
        style("H4G", "_ H_4_G", "Normal", head(240, 120, 240), ITALIC, None, "SingleTxtG"),
        style("H56G", "_ H_5/6_G", "Normal", head(240, 120, 240), "", None, "SingleTxtG"),
        *(style(f"{name}G", f"__{name[0]}_{name[1]}_G" if len(name) == 2 else "XLarge_G", "Normal",
                KEEP + spacing(before=240, after=240, line=line, lineRule="exact") + indent(left=1134, right=1134),
                BOLD, size)
          for name, line, size in (("SS", 300, 28), ("SM", 420, 40), ("SL", 580, 56), ("XLarge", 420, 40))),
        style("Bullet1G", "_Bullet 1_G", "Normal", spacing(after=120) + indent(left=1701, right=1134, hanging=170) + BOTH),
        style("Bullet2G", "_Bullet 2_G", "Normal", spacing(after=120) + indent(left=2268, right=1134, hanging=170) + BOTH),
        # Masthead and title block
        style("MastOrganization", "Mast Organization", "Normal", spacing(after=80, line=300, lineRule="exact"), "", 28),
        style("MastProgramme", "Mast Programme", "Normal", spacing(before=120, line=420, lineRule="exact"), BOLD, 40),
        style("MastDistribution", "Mast Distribution", "Normal", spacing(line=240, lineRule="exact")),
        style("EmblemWords", "Emblem Words", "Normal", spacing(before=40, line=180, lineRule="exact"), BOLD, 15),
        style("MastOrgan", "Mast Organ", "Normal", spacing(before=120), BOLD, 28),
        style("MastSubOrgan", "Mast Sub-organ", "Normal", spacing(before=120), BOLD, 24),
        style("MastSession", "Mast Session", "Normal", spacing(before=120), BOLD),
        style("MastPlace", "Mast Place", "Normal"),
        style("MastItem", "Mast Item", "Normal"),
        style("MastItemTitle", "Mast Item Title", "Normal", indent(right=4350), BOLD),
        style("DocumentTitle", "Document Title", profile.title, indent(firstLine=0), "", None, "SingleTxtG"),
        style("DocumentSubtitle", "Document Subtitle", "HChG", indent(firstLine=0), "", None, "SingleTxtG"),
        style("JobLine", "Job Line", "Normal"),
        style("Recycle", "Recycle", "Normal", '<w:jc w:val="right"/>', f"{HEI}<w:b/><w:bCs/>", 14),
        # Body text
        style("Item1", "Item 1", "SingleTxtG", item(1)),
        style("Item2", "Item 2", "SingleTxtG", item(2)),
        style("Item3", "Item 3", "SingleTxtG", item(3)),
        style("Item4", "Item 4", "SingleTxtG", item(4)),
        style("AgendaEntry1", "Agenda Entry 1", "SingleTxtG", indent(left=2268, hanging=567)),
        style("AgendaEntry2", "Agenda Entry 2", "SingleTxtG", indent(left=2835, hanging=567)),
        style("Organ", "Organ Line", "SingleTxtG", KEEP + indent(firstLine=567)),
        style("Preambular", "Preambular Paragraph", "SingleTxtG", indent(firstLine=567)),
        style("Operative", "Operative Paragraph", "SingleTxtG", indent(firstLine=567)),
        style("Tail", "Decision Tail", "SingleTxtG", indent(left=6237) + '<w:jc w:val="right"/>', ITALIC),
        style("Statement", "Statement", "SingleTxtG"),
        style("QuotationG", "Quotation_G", "SingleTxtG", indent(left=1701, right=1701)),
        style("SignatureG", "Signature_G", "SingleTxtG", KEEP + spacing(after=0) + indent(left=4819) + '<w:jc w:val="left"/>'),
        style("Notice", "Notice", "SingleTxtG", '<w:jc w:val="left"/>', ITALIC),
        style("Labelled", "Labelled Line", "SingleTxtG", tabs("left 3402") + spacing(after=120)
              + indent(left=3402, hanging=2268) + '<w:jc w:val="left"/>'),
        style("Location", "Corrigendum Location", "SingleTxtG", "<w:keepNext/>" + '<w:jc w:val="left"/>', BOLD),
        style("Instruction", "Corrigendum Instruction", "SingleTxtG", '<w:jc w:val="left"/>'),
        style("EndRule", "End Rule", "Normal", '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
              + spacing(before=360) + indent(left=3969, right=3969)),
        style("AfterTable", "After Table", "Normal", spacing(line=120, lineRule="exact")),
        style("SummaryHead", "Summary Head", "Normal", KEEP + BOX + spacing(before=240, after=120) + indent(left=113, right=113),
              ITALIC, 24),
        style("SummaryText", "Summary Text", "SingleTxtG", BOX + indent(left=113, right=113)),
        # Tables and figures
        style("TableLabel", "Table Label", "H23G", KEEP + spacing(after=0) + indent(firstLine=0), '<w:b w:val="0"/><w:bCs w:val="0"/>'),
        style("TableTitle", "Table Title", "H23G", KEEP + spacing(before=0, after=120) + indent(firstLine=0)),
        style("TableHead", "Table Head", "Normal",
              "<w:keepNext/>" + spacing(before=80, after=80, line=200, lineRule="exact") + indent(left=57, right=57), ITALIC, 16),
        style("TableText", "Table Text", "Normal",
              spacing(before=40, after=80, line=220, lineRule="atLeast") + indent(left=57, right=57), "", 18),
        style("TableTotal", "Table Total", "TableText", indent(left=284), BOLD),
        style("FootnoteTable", "Footnote Table", "Normal", spacing(before=60, line=220, lineRule="atLeast")
              + indent(left=1304, right=1134, hanging=170) + "<w:contextualSpacing/>", "", 18),
        style("TableSource", "Table Source", "FootnoteTable", spacing(before=60, after=120) + indent(left=1134, firstLine=0)),
        style("Figure", "Figure", "Normal", "<w:keepNext/>" + spacing(before=240, after=120) + indent(left=1134, right=1134)
              + CENTRED),
        style("FigureLabel", "Figure Label", "Normal", KEEP + CENTRED),
        style("FigureTitle", "Figure Title", "Normal", spacing(after=120) + CENTRED, BOLD),
        style("FigureSource", "Figure Source", "TableSource", indent(left=1134, firstLine=0)),
        # Notes, heads, contents
        style("FootnoteText", "footnote text", "Normal", tabs("right 1021") + spacing(line=220, lineRule="exact")
              + indent(left=1134, right=1134, hanging=1134), "", 18, alias="5_G"),
        # The mark stands before the text without a tab of its own, which LibreOffice would set after it.
        style("FootnoteSingle", "Footnote Single", "FootnoteText", tabs("clear 1021")
              + indent(left=1134, right=1134, hanging=283)),
        style("EndnoteText", "endnote text", "FootnoteText", alias="2_G"),
        style("Header", "header", "Normal", '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
              + spacing(line=240, lineRule="auto"), BOLD, 18, alias="6_G"),
        style("Footer", "footer", "Normal", tabs("right 9638") + spacing(line=240, lineRule="auto"), "", 16, alias="3_G"),
        style("ContentsHead", "Contents Head", "HChG", indent(left=0, firstLine=0), '<w:b w:val="0"/><w:bCs w:val="0"/>'),
        *(style(f"TOC{depth}", f"toc {depth}", "Normal", tabs(
            "right 851", "left 1134", "left 1559", "left 1985", "right 8930 dot", "right 9639")
            + spacing(after=120) + indent(left=1134 + 425 * (depth - 1), right=0, hanging=hanging))
          for depth, hanging in ((1, 1134), (2, 425), (3, 425))),
    ))


def family_a_styles() -> str:
    """The styles of New York, values as in LAYOUT_FACTS §2; those without a UN name follow their neighbours."""
    text_stops = ("left 1267", "left 1742", "left 2218", "left 2693", "left 3182", "left 3658", "left 4133",
                  "left 4622", "left 5098", "left 5573", "left 6048")
    title = tabs("right 1022", *text_stops)
    title_indent = indent(left=1267, right=1267, hanging=1267)
    plain_line = spacing(after=0, line=240, lineRule="auto")

    def item(left: int) -> str:
        return indent(left=left)

    def char(value: int, scale: int | None = None) -> str:
        return f'<w:spacing w:val="{value}"/>' + (f'<w:w w:val="{scale}"/>' if scale else "")

    kern = '<w:kern w:val="14"/>'
    return "".join((
        style("Normal", "Normal", None, "<w:suppressAutoHyphens/>" + spacing(after=0, line=240, lineRule="exact"),
              char(4, 103), 20, default=True),
        style("SingleTxt", "__Single Txt", "Normal", tabs(*text_stops) + spacing(after=120)
              + indent(left=1267, right=1267) + BOTH, kern),
        style("H1", "_ H_1", "Normal", KEEP + spacing(line=270, lineRule="exact") + '<w:outlineLvl w:val="0"/>',
              BOLD + kern, 24, "SingleTxt"),
        style("HCh", "_ H _Ch", "H1", spacing(line=300, lineRule="exact"), char(-2), 28, "SingleTxt"),
        style("HM", "_ H __M", "HCh", spacing(line=360, lineRule="exact"), char(-3, 99), 34, "SingleTxt"),
        style("H23", "_ H_2/3", "H1", spacing(line=240, lineRule="exact") + '<w:outlineLvl w:val="1"/>', char(2), 20,
              "SingleTxt"),
        style("H4", "_ H_4", "Normal", KEEP + tabs("right 360") + '<w:outlineLvl w:val="3"/>', ITALIC + char(3) + kern,
              None, "SingleTxt"),
        style("H56", "_ H_5/6", "Normal", KEEP + tabs("right 360") + '<w:outlineLvl w:val="4"/>', kern, None, "SingleTxt"),
        style("SM", "__S_M", "Normal", KEEP + tabs("right 360 dot") + spacing(line=390, lineRule="exact")
              + indent(left=1267, right=1267) + '<w:outlineLvl w:val="0"/>', BOLD + char(-4, 98) + kern, 40),
        style("SL", "__S_L", "SM", spacing(line=540, lineRule="exact"), char(-8, 96), 57),
        style("SS", "__S_S", "HCh", indent(left=1267, right=1267)),
        style("DualTxt", "__Dual Txt", "Normal", tabs("left 480", "left 960", "left 1440", "left 1915", "left 2405",
              "left 2880", "left 3355") + spacing(after=120) + BOTH, kern),
        style("XLarge", "XLarge", "HM", tabs("right 360 dot") + spacing(line=390, lineRule="exact"), char(-4, 98), 40),
        style("Small", "Small", "Normal", tabs("right 9965") + spacing(line=210, lineRule="exact"),
              char(5, 104) + kern, 17),
        style("TitleHCH", "Title_H_CH", "HCh", title + title_indent),
        style("TitleH1", "Title_H1", "H1", '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>' + title + title_indent),
        style("Session", "Session", "H23"),
        style("AgendaItemNormal", "Agenda_Item_Normal", "Normal"),
        style("AgendaTitleH2", "Agenda_Title_H2", "TitleH1", KEEP + spacing(line=240, lineRule="exact")
              + indent(left=0, right=4350, hanging=0, firstLine=0) + '<w:outlineLvl w:val="1"/>', "", 20),
        style("Bullet1", "Bullet 1", "Normal", spacing(after=120) + indent(left=1976, right=1264, hanging=360) + BOTH),
        style("Bullet2", "Bullet 2", "Normal", spacing(after=120) + indent(left=2807, right=1264, hanging=360) + BOTH),
        style("Bullet3", "Bullet 3", "Normal", spacing(after=120) + indent(left=2923, right=1264, hanging=360) + BOTH),
        style("ReleaseDate", "Release Date", "Normal", plain_line),
        # Masthead and title block
        style("MastOrganization", "Mast Organization", "HCh", spacing(after=80) + NO_OUTLINE,
              '<w:b w:val="0"/><w:bCs w:val="0"/>' + char(2, 96)),
        style("MastProgramme", "Mast Programme", "XLarge", spacing(before=109) + NO_OUTLINE),
        style("MastDistribution", "Mast Distribution", "Normal", plain_line),
        style("EmblemWords", "Emblem Words", "Normal", spacing(before=40, line=180, lineRule="exact"), BOLD, 15),
        style("MastOrgan", "Mast Organ", "HCh", NO_OUTLINE),
        style("MastSubOrgan", "Mast Sub-organ", "H1", NO_OUTLINE),
        style("MastSession", "Mast Session", "Session", NO_OUTLINE),
        style("MastPlace", "Mast Place", "AgendaItemNormal"),
        style("MastItem", "Mast Item", "AgendaItemNormal"),
        style("MastItemTitle", "Mast Item Title", "AgendaTitleH2", NO_OUTLINE),
        style("DocumentTitle", "Document Title", "TitleHCH", spacing(before=360) + indent(firstLine=0) + NO_OUTLINE),
        style("DocumentSubtitle", "Document Subtitle", "TitleH1", spacing(before=240) + indent(firstLine=0) + NO_OUTLINE),
        style("JobLine", "Job Line", "ReleaseDate"),
        style("Recycle", "Recycle", "Normal", '<w:jc w:val="right"/>', BOLD, 14),
        # Headings in the text: number right-aligned at 1022, words from 1267, air of one or two lines above
        style("HeadingInText", "Heading in Text", "SingleTxt", title + spacing(before=240, after=120) + title_indent),
        # Body text
        style("Item1", "Item 1", "SingleTxt", item(1742)),
        style("Item2", "Item 2", "SingleTxt", item(2218)),
        style("Item3", "Item 3", "SingleTxt", item(2693)),
        style("Item4", "Item 4", "SingleTxt", item(3182)),
        style("AgendaEntry1", "Agenda Entry 1", "SingleTxt", indent(left=2218, hanging=476)),
        style("AgendaEntry2", "Agenda Entry 2", "SingleTxt", indent(left=2693, hanging=475)),
        style("Organ", "Organ Line", "SingleTxt", KEEP + indent(firstLine=475)),
        style("Preambular", "Preambular Paragraph", "SingleTxt", indent(firstLine=475)),
        style("Operative", "Operative Paragraph", "SingleTxt", indent(firstLine=475)),
        style("Tail", "Decision Tail", "SingleTxt", indent(left=6048) + '<w:jc w:val="right"/>', ITALIC),
        style("Statement", "Statement", "SingleTxt"),
        style("Quotation", "Quotation", "SingleTxt", indent(left=1742, right=1742)),
        style("Signature", "Signature", "SingleTxt", KEEP + spacing(after=0) + indent(left=5098) + '<w:jc w:val="left"/>'),
        style("Notice", "Notice", "SingleTxt", '<w:jc w:val="left"/>', ITALIC),
        style("Labelled", "Labelled Line", "SingleTxt", tabs("clear 1267", "clear 1742", "clear 2218",
              "clear 2693", "left 3182") + spacing(after=120) + indent(left=3182, hanging=1915) + '<w:jc w:val="left"/>'),
        style("Location", "Corrigendum Location", "SingleTxt", "<w:keepNext/>" + '<w:jc w:val="left"/>', BOLD),
        style("Instruction", "Corrigendum Instruction", "SingleTxt", '<w:jc w:val="left"/>'),
        style("EndRule", "End Rule", "Normal", '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
              + spacing(before=360) + indent(left=3969, right=3969)),
        style("AfterTable", "After Table", "Normal", spacing(line=120, lineRule="exact")),
        style("SummaryHead", "Summary Head", "Normal", KEEP + BOX + spacing(before=240, after=120) + indent(left=113, right=113),
              ITALIC, 24),
        style("SummaryText", "Summary Text", "SingleTxt", BOX + indent(left=113, right=113)),
        # Tables and figures
        style("TableLabel", "Table Label", "H23", KEEP + spacing(before=120) + NO_OUTLINE, '<w:b w:val="0"/><w:bCs w:val="0"/>'),
        style("TableTitle", "Table Title", "H23", KEEP + spacing(after=120) + NO_OUTLINE),
        style("TableHead", "Table Head", "Normal",
              "<w:keepNext/>" + spacing(before=81, after=81, line=160, lineRule="exact") + indent(left=40, right=40), ITALIC, 14),
        style("TableText", "Table Text", "Normal",
              spacing(before=40, after=40, line=210, lineRule="exact") + indent(left=40, right=40), char(5, 104), 17),
        style("TableTotal", "Table Total", "TableText", indent(left=288), BOLD),
        style("FootnoteTable", "Footnote Table", "Small", tabs("left 288") + spacing(before=60)
              + indent(left=288, hanging=288)),
        style("TableSource", "Table Source", "Small", spacing(before=60, after=120)),
        style("Figure", "Figure", "Normal",
              "<w:keepNext/>" + spacing(before=240, after=120, line=240, lineRule="auto")
              + indent(left=1267, right=1267) + CENTRED),
        style("FigureLabel", "Figure Label", "Normal", KEEP + CENTRED),
        style("FigureTitle", "Figure Title", "Normal", spacing(after=120) + CENTRED, BOLD),
        style("FigureSource", "Figure Source", "TableSource", indent(left=1267, firstLine=0)),
        # Notes, heads, contents
        style("FootnoteText", "footnote text", "Normal", tabs("right 418") + spacing(line=210, lineRule="exact")
              + indent(left=475, hanging=475), char(5, 104), 17),
        style("FootnoteSingle", "Footnote Single", "FootnoteText", tabs("clear 418", *text_stops)
              + indent(left=1267, right=1260, hanging=238)),
        style("Header", "header", None, tabs("center 4320", "right 8640") + plain_line, "", 17),
        style("Footer", "footer", None, tabs("center 4320", "right 8640") + plain_line, "<w:b/><w:bCs/>", 17),
        style("ContentsHead", "Contents Head", "HCh", spacing(before=240, after=120) + NO_OUTLINE, '<w:b w:val="0"/><w:bCs w:val="0"/>'),
        *(style(f"TOC{depth}", f"toc {depth}", "Normal", tabs(
            "right 1022", "left 1267", "left 1742", "left 2218", "right 9200 dot", "right 9800")
            + spacing(after=60) + indent(left=1267 + 475 * (depth - 1), right=0, hanging=hanging))
          for depth, hanging in ((1, 1267), (2, 475), (3, 475))),
    ))


def shared_styles(profile: Profile) -> str:
    mark = '<w:vertAlign w:val="superscript"/>'
    kern = '<w:kern w:val="14"/>' if profile.family == "A" else ""
    thick = "12"
    last = "12" if profile.family == "B" else "4"
    inset = 1134 if profile.family == "B" else 0
    border = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="auto"/>'.format
    return "".join((
        style("DefaultParagraphFont", "Default Paragraph Font", None, kind="character", default=True),
        style("FootnoteReference", "footnote reference", "DefaultParagraphFont", "", f"{kern}|{mark}",
              18 if profile.family == "B" else None, kind="character"),
        style("Emphasis", "Emphasis", "DefaultParagraphFont", "", ITALIC, kind="character"),
        style("EmphasisEastAsian", "Emphasis East Asian", "DefaultParagraphFont", "",
              '<w:rFonts w:eastAsia="KaiTi"/>', kind="character"),
        style("TableMark", "Table Mark", "DefaultParagraphFont", "", f"{ITALIC}|{mark}", kind="character"),
        style("SymbolOrgan", "Symbol Organ", "DefaultParagraphFont", "", "", 40, kind="character"),
        style("PageNumber", "page number", "DefaultParagraphFont", "", "<w:b/><w:bCs/>", 18 if profile.family == "B" else 17,
              kind="character"),
        style("JobNumber", "Job Number", "DefaultParagraphFont", "", '<w:b w:val="0"/><w:bCs w:val="0"/>', 14, kind="character"),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="UNTable"><w:name w:val="UN Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblInd w:w="{inset}" w:type="dxa"/></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("top", 4)}{border("bottom", thick)}'
        "</w:tcBorders></w:tcPr></w:tblStylePr>"
        f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>{border("top", 4)}{border("bottom", last)}'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>",
    ))


def styles(profile: Profile) -> str:
    made = family_b_styles(profile) if profile.family == "B" else family_a_styles()
    return (
        f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman" w:cs="Traditional Arabic"/>'
        '<w:sz w:val="20"/><w:szCs w:val="28"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>" + made + shared_styles(profile) + "</w:styles>"
    )


def paragraph(style_name: str, content: str = "", properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_name}"/>{properties}</w:pPr>{content}</w:p>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str, properties: str) -> str:
    inner = f"<w:rPr>{properties}</w:rPr>"
    return (
        f'<w:r>{inner}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{inner}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{inner}<w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{inner}<w:t>{result}</w:t></w:r><w:r>{inner}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def picture(relation: str, name: str, description: str, width: float, height: float, number: int) -> str:
    size = f'cx="{round(width * 12700)}" cy="{round(height * 12700)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{description}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(width: int, content: str, top: int = 0, bottom: int = 0, align: str = "") -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>'
        for side, weight in (("top", top), ("bottom", bottom)) if weight
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f"<w:tcBorders>{edges}</w:tcBorders>" if edges else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
        + f"</w:tcPr>{content}</w:tc>"
    )


def table(widths: tuple[int, ...], rows: str, properties: str = "") -> str:
    return (
        f'<w:tbl><w:tblPr>{"<w:bidiVisual/>" if "bidiVisual" in properties else ""}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{properties.replace("bidiVisual", "")}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + f"</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, height: int = 0) -> str:
    rule = f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{rule}</w:trPr>{cells}</w:tr>"


def masthead(profile: Profile) -> str:
    emblem, organ, distribution = profile.masthead
    right = '<w:jc w:val="right"/>'
    lowered = '<w:position w:val="-4"/>' if profile.family == "A" else ""
    symbol_line = spacing(after=80, line=240, lineRule="auto") if profile.family == "A" else ""
    name_width = 2268 if profile.family == "B" else 1872
    symbol_width = organ + distribution - name_width
    first = (
        cell(emblem, paragraph("Normal", "", spacing(after=80)), bottom=4, align="bottom")
        + cell(name_width, paragraph("MastOrganization", run("{{ masthead.organization }}")), bottom=4, align="bottom")
        + cell(symbol_width, paragraph(
            "Normal", run("{{ masthead.symbol_organ }}", f'<w:rStyle w:val="SymbolOrgan"/>{lowered}')
            + run("{{ masthead.symbol_rest }}", lowered) + run("{{ masthead.asterisks }}", lowered),
            symbol_line + right), bottom=4, align="bottom").replace(
                f'<w:tcW w:w="{symbol_width}" w:type="dxa"/>',
                f'<w:tcW w:w="{symbol_width}" w:type="dxa"/><w:gridSpan w:val="2"/>')
    )
    blank = paragraph("MastDistribution")
    words = "{{ masthead.emblem_words or masthead.programme or masthead.organization }}"
    second = (
        cell(emblem, paragraph("Normal", picture("rIdEmblem", "emblem", words, 56.3, 45.3, 1),
                               spacing(before=120, line=240, lineRule="auto"))
             + paragraph("EmblemWords", run("{%p if masthead.emblem_words %}"))
             + paragraph("EmblemWords", run("{{ masthead.emblem_words }}"))
             + paragraph("EmblemWords", run("{%p endif %}")), 4, 12)
        + cell(organ, paragraph("MastProgramme", run("{{ masthead.programme }}")), 4, 12).replace(
            f'<w:tcW w:w="{organ}" w:type="dxa"/>', f'<w:tcW w:w="{organ}" w:type="dxa"/><w:gridSpan w:val="2"/>')
        + cell(distribution,
               paragraph("MastDistribution", run("{{ masthead.distribution }}"), spacing(before=240))
               + paragraph("MastDistribution", run("{{ masthead.date }}")) + blank
               + paragraph("MastDistribution", run("{%p if masthead.language %}"))
               + paragraph("MastDistribution", run("{{ masthead.language }}"))
               + paragraph("MastDistribution", run("{%p endif %}"))
               + paragraph("MastDistribution", run("{{ masthead.original }}")), 4, 12)
    )
    widths = (emblem, name_width, organ - name_width, distribution)
    place = (
        f'<w:tblpPr w:leftFromText="142" w:rightFromText="142" w:vertAnchor="page" w:horzAnchor="page" w:tblpX="1135" '
        f'w:tblpY="{profile.masthead_top}"/><w:tblOverlap w:val="never"/>'
    ) if profile.family == "B" else ""
    return table(widths, row(first, profile.rows[0]) + row(second, profile.rows[1])).replace(
        "<w:tblPr>", f"<w:tblPr>{place}")


def section(profile: Profile, kind: str) -> str:
    """“first” is page one where it has margins of its own, “running” goes on, “landscape” lies on its side."""
    wide, high = profile.page
    heads = {
        "first": ("header", ("first", "even", "default"), ""),
        "running": ("header", ("first", "even", "default"), ""),
        "landscape": ("header", ("even", "default"), "Wide"),
    }[kind]
    references = "".join(
        f'<w:{part}Reference w:type="{turn}" r:id="rId{part.capitalize()}{turn.capitalize()}{heads[2]}"/>'
        for part in ("header", "footer") for turn in heads[1]
    )
    if kind == "landscape":
        size = f'<w:pgSz w:w="{high}" w:h="{wide}" w:orient="landscape"/><w:pgMar {profile.landscape_margins}/>'
    else:
        size = f'<w:pgSz w:w="{wide}" w:h="{high}"/>'
        size += f"<w:pgMar {profile.first_margins if kind == 'first' else profile.margins}/>"
    flow = "continuous" if kind == "running" and profile.first_margins else "nextPage"
    opens = kind == ("first" if profile.first_margins else "running")
    return (
        f'<w:sectPr>{references}<w:type w:val="{flow}"/>{size}<w:cols w:space="720"/>'
        f'{"<w:titlePg/>" if opens else ""}</w:sectPr>'
    )


def document(profile: Profile) -> str:
    """Geneva: the masthead floats in the body. New York: it stands in the head of page one."""
    hairline = spacing(before=0, after=0, line=20, lineRule="exact")
    first = paragraph("Normal", run("[[first section]]"), hairline + section(profile, "first"))
    return (
        f"{XML}<w:document {W}><w:body>"
        + (masthead(profile) if profile.family == "B" else "")
        + paragraph("Normal", run("[[lines]]"))
        + (first if profile.first_margins else "")
        + paragraph("Normal", run("[[landscape section]]"), hairline + section(profile, "landscape"))
        + section(profile, "running") + "</w:body></w:document>"
    )


def running_head(profile: Profile, turn: str, wide: bool) -> str:
    if turn == "first" and profile.family == "A":
        return masthead(profile) + paragraph("Normal", "", spacing(line=114, lineRule="exact"))
    if turn == "first":
        return paragraph("Header", "", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>' + spacing(line=20, lineRule="exact"))
    odd = '<w:jc w:val="right"/>' if turn == "default" else ""
    if profile.family == "B":
        return paragraph("Header", run("{{ running.symbol }}"), odd)
    half = 6624 if wide else 4920
    symbol = paragraph("Header", run("{{ running.symbol }}", "<w:b/><w:bCs/>"), spacing(after=80) + odd)
    sides = (paragraph("Header"), symbol) if turn == "default" else (symbol, paragraph("Header"))
    rule = '<w:tblBorders><w:bottom w:val="single" w:sz="2" w:space="0" w:color="000000"/></w:tblBorders>'
    cells = "".join(cell(half, side, align="bottom") for side in sides)
    return table((half, half), row(cells, 864), rule) + paragraph("Header")


def running_foot(profile: Profile, turn: str, wide: bool) -> str:
    if turn == "first":
        return first_foot(profile)
    page = '<w:rStyle w:val="PageNumber"/>'
    if profile.family == "B":
        odd = '<w:jc w:val="right"/>' if turn == "default" else ""
        return paragraph("Footer", field("PAGE", "2", page), odd)
    half = 6624 if wide else 4920
    number = field("PAGE", "2", page) + run("/", page) + field("NUMPAGES", "{{ page_count }}", page)
    job = run("{{ running.job }}", '<w:rStyle w:val="JobNumber"/>')
    left, right = (job, number) if turn == "default" else (number, job)
    cells = cell(half, paragraph("Footer", left)) + cell(half, paragraph("Footer", right, '<w:jc w:val="right"/>'))
    return table((half, half), row(cells)) + paragraph("Footer", "", spacing(line=20, lineRule="exact"))


def first_foot(profile: Profile) -> str:
    """Job number over its bar code at the start, recycling line and QR code at the end."""
    widths = (3801, 4419, 1418) if profile.family == "B" else (3801, 4620, 1419)
    cells = (
        cell(widths[0], paragraph("JobLine", run("{{ job.printed }}"))
             + paragraph("JobLine", picture("rIdBars", "bar code", "{{ job.bar_code }}", 90, 22, 2),
                         spacing(before=40, line=240, lineRule="auto")), align="bottom")
        + cell(widths[1], paragraph("Recycle", run("{{ job.recycle }}")), align="bottom")
        + cell(widths[2], paragraph("JobLine", picture("rIdSquare", "QR code", "{{ job.address }}", 50.3, 50.3, 3),
                                    spacing(line=240, lineRule="auto") + '<w:jc w:val="right"/>'), align="bottom")
    )
    # Tag and table in paragraphs of their own: without a job number the foot of page one stays empty.
    return (
        paragraph("JobLine", run("{%p if job %}")) + table(widths, row(cells)) + paragraph("JobLine", run("{%p endif %}"))
        + paragraph("Footer", "", spacing(line=20, lineRule="exact"))
    )


def footnotes(profile: Profile) -> str:
    if profile.family == "A":  # New York: not a Word rule, eighteen underscores
        rule = paragraph("Footer", run("_" * 18), spacing(after=80) + indent(left=792))
    else:
        rule = paragraph("Normal", "<w:r><w:separator/></w:r>", spacing(line=240, lineRule="auto") + indent(left=680))
    more = paragraph("Normal", "<w:r><w:continuationSeparator/></w:r>", spacing(line=240, lineRule="auto"))
    return (
        f'{XML}<w:footnotes {W}><w:footnote w:type="separator" w:id="-1">{rule}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{more}</w:footnote></w:footnotes>'
    )


def settings(profile: Profile) -> str:
    uri = "http://schemas.microsoft.com/office/word"
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1),
                            ("enableOpenTypeFeatures", 1), ("doNotFlipMirrorIndents", 1),
                            ("differentiateMultirowTableHeaders", 1), ("useWord2013TrackBottomHyphenation", 0))
    )
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{profile.tab}"/>'
        + ("<w:doNotHyphenateCaps/>" if profile.family == "A" else "")
        + '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    rows = (
        ("Times New Roman", "Liberation Serif", "roman", "variable"), ("SimSun", "Noto Serif CJK SC", "auto", "variable"),
        ("SimHei", "Noto Sans CJK SC", "modern", "variable"), ("KaiTi", "Noto Serif CJK SC", "modern", "variable"),
        ("Traditional Arabic", "Noto Naskh Arabic", "roman", "variable"),
    )
    return f"{XML}<w:fonts {W}>" + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{kind}"/><w:pitch w:val="{pitch}"/></w:font>'
        for name, other, kind, pitch in rows
    ) + "</w:fonts>"


def theme() -> str:
    """The least theme Word asks for: black on white, Times."""
    colour = '<a:srgbClr val="{}"/>'.format
    names = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF", "hlink": "0000FF", "folHlink": "800080"}
    names |= {f"accent{n}": "009EDB" for n in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f"<a:{name}>{colour(names[name])}</a:{name}>" for name in order)
    face = '<a:latin typeface="Times New Roman"/><a:ea typeface="SimSun"/><a:cs typeface="Traditional Arabic"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="UN"><a:themeElements><a:clrScheme name="UN">{colours}</a:clrScheme>'
        f'<a:fontScheme name="UN"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="UN"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def placeholder(width: int, height: int) -> bytes:
    """A grey box with a cross: shows the designer where the picture will stand."""
    image = Image.new("L", (width, height), 230)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width - 1, height - 1), outline=120)
    pen.line((0, 0, width, height), fill=120)
    pen.line((0, height, width, 0), fill=120)
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def write(profile: Profile, target: Path) -> None:
    """Write one base with fixed zip times."""
    parts: dict[str, str | bytes] = {}
    kinds: dict[str, str] = {}
    relations: list[tuple[str, str, str]] = []

    def part(name: str, kind: str, relation: str, identifier: str, content: str) -> None:
        parts[f"word/{name}"] = content
        kinds[f"/word/{name}"] = f"{OFFICE}.{kind}+xml"
        relations.append((identifier, f"{RELATION}/{relation}", name))

    part("styles.xml", "styles", "styles", "rIdStyles", styles(profile))
    part("settings.xml", "settings", "settings", "rIdSettings", settings(profile))
    part("fontTable.xml", "fontTable", "fontTable", "rIdFonts", fonts())
    part("numbering.xml", "numbering", "numbering", "rIdNumbering", f"{XML}<w:numbering {W}/>")
    part("footnotes.xml", "footnotes", "footnotes", "rIdFootnotes", footnotes(profile))
    part("theme/theme1.xml", "theme", "theme", "rIdTheme", theme())
    kinds["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    for wide in (False, True):
        for turn in ("even", "default") if wide else ("first", "even", "default"):
            suffix = turn.capitalize() + ("Wide" if wide else "")
            part(f"header{suffix}.xml", "header", "header", f"rIdHeader{suffix}",
                 f"{XML}<w:hdr {W}>{running_head(profile, turn, wide)}</w:hdr>")
            part(f"footer{suffix}.xml", "footer", "footer", f"rIdFooter{suffix}",
                 f"{XML}<w:ftr {W}>{running_foot(profile, turn, wide)}</w:ftr>")
    parts["word/document.xml"] = document(profile)
    kinds["/word/document.xml"] = f"{OFFICE}.document.main+xml"
    image = f"{RELATION}/image"
    if profile.family == "B":
        relations.append(("rIdEmblem", image, "media/emblem.png"))
    parts["word/media/emblem.png"] = placeholder(225, 181)
    parts["word/media/bars.png"] = placeholder(360, 88)
    parts["word/media/square.png"] = placeholder(200, 200)

    def relationships(rows: list[tuple[str, str, str]]) -> str:
        return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in rows) + "</Relationships>"

    parts["word/_rels/document.xml.rels"] = relationships(relations)
    parts["word/_rels/footerFirst.xml.rels"] = relationships(
        [("rIdBars", image, "media/bars.png"), ("rIdSquare", image, "media/square.png")])
    if profile.family == "A":
        parts["word/_rels/headerFirst.xml.rels"] = relationships([("rIdEmblem", image, "media/emblem.png")])
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    parts["_rels/.rels"] = relationships([
        ("rId1", f"{RELATION}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")])
    parts["docProps/core.xml"] = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>')
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts["[Content_Types].xml"] = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(kinds.items())) + "</Types>")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            content = parts[name]
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)),
                             content.encode() if isinstance(content, str) else content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, profile in (("geneva", GENEVA), ("nairobi", NAIROBI), ("new-york", NEW_YORK)):
        write(profile, folder / f"{name}.docx")
