"""The styles of New York, values as in the General Assembly's own files."""

from __future__ import annotations

from tests.docx.first_bases.marking import (
    BOLD,
    BOTH,
    BOX,
    CENTRED,
    ITALIC,
    KEEP,
    NO_OUTLINE,
    indent,
    spacing,
    style,
    tabs,
)


def family_a_styles() -> str:
    """The styles of New York, values as in LAYOUT_FACTS §2; those without a UN name follow their neighbours."""
    text_stops = (
        "left 1267",
        "left 1742",
        "left 2218",
        "left 2693",
        "left 3182",
        "left 3658",
        "left 4133",
        "left 4622",
        "left 5098",
        "left 5573",
        "left 6048",
    )
    title = tabs("right 1022", *text_stops)
    title_indent = indent(left=1267, right=1267, hanging=1267)
    plain_line = spacing(after=0, line=240, lineRule="auto")

    def item(left: int) -> str:
        return indent(left=left)

    def char(value: int, scale: int | None = None) -> str:
        return f'<w:spacing w:val="{value}"/>' + (f'<w:w w:val="{scale}"/>' if scale else "")

    kern = '<w:kern w:val="14"/>'
    return "".join(
        (
            style(
                "Normal",
                "Normal",
                None,
                "<w:suppressAutoHyphens/>" + spacing(after=0, line=240, lineRule="exact"),
                char(4, 103),
                20,
                default=True,
            ),
            style(
                "SingleTxt",
                "__Single Txt",
                "Normal",
                tabs(*text_stops) + spacing(after=120) + indent(left=1267, right=1267) + BOTH,
                kern,
            ),
            style(
                "H1",
                "_ H_1",
                "Normal",
                KEEP + spacing(line=270, lineRule="exact") + '<w:outlineLvl w:val="0"/>',
                BOLD + kern,
                24,
                "SingleTxt",
            ),
            style("HCh", "_ H _Ch", "H1", spacing(line=300, lineRule="exact"), char(-2), 28, "SingleTxt"),
            style("HM", "_ H __M", "HCh", spacing(line=360, lineRule="exact"), char(-3, 99), 34, "SingleTxt"),
            style(
                "H23",
                "_ H_2/3",
                "H1",
                spacing(line=240, lineRule="exact") + '<w:outlineLvl w:val="1"/>',
                char(2),
                20,
                "SingleTxt",
            ),
            style(
                "H4",
                "_ H_4",
                "Normal",
                KEEP + tabs("right 360") + '<w:outlineLvl w:val="3"/>',
                ITALIC + char(3) + kern,
                None,
                "SingleTxt",
            ),
            style(
                "H56",
                "_ H_5/6",
                "Normal",
                KEEP + tabs("right 360") + '<w:outlineLvl w:val="4"/>',
                kern,
                None,
                "SingleTxt",
            ),
            style(
                "SM",
                "__S_M",
                "Normal",
                KEEP
                + tabs("right 360 dot")
                + spacing(line=390, lineRule="exact")
                + indent(left=1267, right=1267)
                + '<w:outlineLvl w:val="0"/>',
                BOLD + char(-4, 98) + kern,
                40,
            ),
            style("SL", "__S_L", "SM", spacing(line=540, lineRule="exact"), char(-8, 96), 57),
            style("SS", "__S_S", "HCh", indent(left=1267, right=1267)),
            style(
                "DualTxt",
                "__Dual Txt",
                "Normal",
                tabs("left 480", "left 960", "left 1440", "left 1915", "left 2405", "left 2880", "left 3355")
                + spacing(after=120)
                + BOTH,
                kern,
            ),
            style(
                "XLarge", "XLarge", "HM", tabs("right 360 dot") + spacing(line=390, lineRule="exact"), char(-4, 98), 40
            ),
            style(
                "Small",
                "Small",
                "Normal",
                tabs("right 9965") + spacing(line=210, lineRule="exact"),
                char(5, 104) + kern,
                17,
            ),
            style("TitleHCH", "Title_H_CH", "HCh", title + title_indent),
            style(
                "TitleH1", "Title_H1", "H1", '<w:keepNext w:val="0"/><w:keepLines w:val="0"/>' + title + title_indent
            ),
            style("Session", "Session", "H23"),
            style("AgendaItemNormal", "Agenda_Item_Normal", "Normal"),
            style(
                "AgendaTitleH2",
                "Agenda_Title_H2",
                "TitleH1",
                KEEP
                + spacing(line=240, lineRule="exact")
                + indent(left=0, right=4350, hanging=0, firstLine=0)
                + '<w:outlineLvl w:val="1"/>',
                "",
                20,
            ),
            style(
                "Bullet1", "Bullet 1", "Normal", spacing(after=120) + indent(left=1976, right=1264, hanging=360) + BOTH
            ),
            style(
                "Bullet2", "Bullet 2", "Normal", spacing(after=120) + indent(left=2807, right=1264, hanging=360) + BOTH
            ),
            style(
                "Bullet3", "Bullet 3", "Normal", spacing(after=120) + indent(left=2923, right=1264, hanging=360) + BOTH
            ),
            style("ReleaseDate", "Release Date", "Normal", plain_line),
            # Masthead and title block
            style(
                "MastOrganization",
                "Mast Organization",
                "HCh",
                spacing(after=80) + indent(right=-3000) + NO_OUTLINE,
                '<w:b w:val="0"/><w:bCs w:val="0"/>' + char(2, 96),
            ),
            style("MastProgramme", "Mast Programme", "XLarge", spacing(before=109) + NO_OUTLINE),
            style("MastDistribution", "Mast Distribution", "Normal", plain_line),
            style("EmblemWords", "Emblem Words", "Normal", spacing(before=40, line=180, lineRule="exact"), BOLD, 15),
            style("MastOrgan", "Mast Organ", "HCh", NO_OUTLINE),
            style("MastSubOrgan", "Mast Sub-organ", "H1", NO_OUTLINE),
            style("MastSession", "Mast Session", "Session", NO_OUTLINE),
            style("MastPlace", "Mast Place", "AgendaItemNormal"),
            style("MastItem", "Mast Item", "AgendaItemNormal"),
            style("MastItemTitle", "Mast Item Title", "AgendaTitleH2", NO_OUTLINE),
            style(
                "DocumentTitle", "Document Title", "TitleHCH", spacing(before=360) + indent(firstLine=0) + NO_OUTLINE
            ),
            style(
                "DocumentSubtitle",
                "Document Subtitle",
                "TitleH1",
                spacing(before=240) + indent(firstLine=0) + NO_OUTLINE,
            ),
            style("JobLine", "Job Line", "ReleaseDate"),
            style("Recycle", "Recycle", "Normal", '<w:jc w:val="right"/>', BOLD, 14),
            # Headings in the text: number right-aligned at 1022, words from 1267, air of one or two lines above
            style(
                "HeadingInText", "Heading in Text", "SingleTxt", title + spacing(before=240, after=120) + title_indent
            ),
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
            style(
                "Signature",
                "Signature",
                "SingleTxt",
                KEEP + spacing(after=0) + indent(left=5098) + '<w:jc w:val="left"/>',
            ),
            style("Notice", "Notice", "SingleTxt", '<w:jc w:val="left"/>', ITALIC),
            style(
                "Labelled",
                "Labelled Line",
                "SingleTxt",
                tabs("clear 1267", "clear 1742", "clear 2218", "clear 2693", "left 3182")
                + spacing(after=120)
                + indent(left=3182, hanging=1915)
                + '<w:jc w:val="left"/>',
            ),
            style("Location", "Corrigendum Location", "SingleTxt", "<w:keepNext/>" + '<w:jc w:val="left"/>', BOLD),
            style("Instruction", "Corrigendum Instruction", "SingleTxt", '<w:jc w:val="left"/>'),
            style(
                "EndRule",
                "End Rule",
                "Normal",
                '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'
                + spacing(before=360)
                + indent(left=3969, right=3969),
            ),
            style("AfterTable", "After Table", "Normal", spacing(line=120, lineRule="exact")),
            style(
                "SummaryHead",
                "Summary Head",
                "Normal",
                KEEP + BOX + spacing(before=240, after=120) + indent(left=1742, right=1735),
                ITALIC,
                24,
            ),
            style("SummaryText", "Summary Text", "SingleTxt", BOX + indent(left=1742, right=1735, firstLine=475)),
            # Tables and figures
            style(
                "TableLabel",
                "Table Label",
                "H23",
                KEEP + spacing(before=120) + NO_OUTLINE,
                '<w:b w:val="0"/><w:bCs w:val="0"/>',
            ),
            style("TableTitle", "Table Title", "H23", KEEP + spacing(after=120) + NO_OUTLINE),
            style(
                "TableHead",
                "Table Head",
                "Normal",
                "<w:keepNext/>" + spacing(before=81, after=81, line=160, lineRule="exact") + indent(left=40, right=40),
                ITALIC,
                14,
            ),
            style(
                "TableText",
                "Table Text",
                "Normal",
                spacing(before=40, after=40, line=210, lineRule="exact") + indent(left=40, right=40),
                char(5, 104),
                17,
            ),
            style("TableTotal", "Table Total", "TableText", indent(left=288), BOLD),
            style(
                "FootnoteTable",
                "Footnote Table",
                "Small",
                tabs("left 288") + spacing(before=60) + indent(left=288, hanging=288),
            ),
            style("TableSource", "Table Source", "Small", spacing(before=60, after=120)),
            style(
                "Figure",
                "Figure",
                "Normal",
                "<w:keepNext/>"
                + spacing(before=240, after=120, line=240, lineRule="auto")
                + indent(left=1267, right=1267)
                + CENTRED,
            ),
            style("FigureLabel", "Figure Label", "Normal", KEEP + CENTRED),
            style("FigureTitle", "Figure Title", "Normal", spacing(after=120) + CENTRED, BOLD),
            style("FigureSource", "Figure Source", "TableSource", indent(left=1267, firstLine=0)),
            # Notes, heads, contents
            style(
                "FootnoteText",
                "footnote text",
                "Normal",
                tabs("right 418") + spacing(line=210, lineRule="exact") + indent(left=475, hanging=475),
                char(5, 104),
                17,
            ),
            style(
                "FootnoteSingle",
                "Footnote Single",
                "FootnoteText",
                tabs("clear 418", *text_stops) + indent(left=1267, right=1260, hanging=238),
            ),
            style("Header", "header", None, tabs("center 4320", "right 8640") + plain_line, "", 17),
            style("Footer", "footer", None, tabs("center 4320", "right 8640") + plain_line, "<w:b/><w:bCs/>", 17),
            style(
                "ContentsHead",
                "Contents Head",
                "HCh",
                spacing(before=240, after=120) + NO_OUTLINE,
                '<w:b w:val="0"/><w:bCs w:val="0"/>',
            ),
            style(
                "ContentsPage",
                "Contents Page",
                "Normal",
                KEEP + spacing(after=60) + '<w:jc w:val="right"/>',
                ITALIC,
                14,
            ),
            *(
                style(
                    f"TOC{depth}",
                    f"toc {depth}",
                    "Normal",
                    tabs("right 1022", "left 1267", "left 1742", "left 2218", "right 9200 dot", "right 9800")
                    + spacing(after=60)
                    + indent(left=1267 + 475 * (depth - 1), right=0, hanging=hanging),
                )
                for depth, hanging in ((1, 1267), (2, 475), (3, 475))
            ),
        )
    )
