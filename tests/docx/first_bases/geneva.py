"""The styles of Geneva and Nairobi, values as in the UN Economic Commission for Europe's own files."""

from __future__ import annotations

from tests.docx.first_bases.marking import BOLD, BOTH, BOX, CENTRED, HEI, ITALIC, KEEP, indent, spacing, style, tabs
from tests.docx.first_bases.profiles import Profile


def family_b_styles(profile: Profile) -> str:
    """The styles of Geneva, values as in LAYOUT_FACTS §3; those without a UN name follow their neighbours."""
    title = indent(left=1134, right=1134, hanging=1134)
    stop = tabs("right 851")

    def head(before: int, after: int, line: int) -> str:
        return KEEP + stop + spacing(before=before, after=after, line=line, lineRule="exact") + title

    def item(step: int) -> str:
        return indent(left=1134 + 567 * step)

    return "".join(
        (
            style(
                "Normal",
                "Normal",
                None,
                "<w:suppressAutoHyphens/>" + spacing(line=240, lineRule="atLeast"),
                "",
                20,
                default=True,
            ),
            style("SingleTxtG", "_ Single Txt_G", "Normal", spacing(after=120) + indent(left=1134, right=1134) + BOTH),
            style("HMG", "_ H __M_G", "Normal", head(240, 240, 360), BOLD, 34, "SingleTxtG"),
            style("HChG", "_ H _Ch_G", "Normal", head(360, 240, 300), BOLD, 28, "SingleTxtG"),
            style("H1G", "_ H_1_G", "Normal", head(360, 240, 270), BOLD, 24, "SingleTxtG"),
            style("H23G", "_ H_2/3_G", "Normal", head(240, 120, 240), BOLD, None, "SingleTxtG"),
            style("H4G", "_ H_4_G", "Normal", head(240, 120, 240), ITALIC, None, "SingleTxtG"),
            style("H56G", "_ H_5/6_G", "Normal", head(240, 120, 240), "", None, "SingleTxtG"),
            *(
                style(
                    f"{name}G",
                    f"__{name[0]}_{name[1]}_G" if len(name) == 2 else "XLarge_G",
                    "Normal",
                    KEEP + spacing(before=240, after=240, line=line, lineRule="exact") + indent(left=1134, right=1134),
                    BOLD,
                    size,
                )
                for name, line, size in (("SS", 300, 28), ("SM", 420, 40), ("SL", 580, 56), ("XLarge", 420, 40))
            ),
            style(
                "Bullet1G",
                "_Bullet 1_G",
                "Normal",
                spacing(after=120) + indent(left=1701, right=1134, hanging=170) + BOTH,
            ),
            style(
                "Bullet2G",
                "_Bullet 2_G",
                "Normal",
                spacing(after=120) + indent(left=2268, right=1134, hanging=170) + BOTH,
            ),
            # Masthead and title block
            style(
                "MastOrganization",
                "Mast Organization",
                "Normal",
                spacing(after=80, line=300, lineRule="exact")
                # “Организация Объединенных Наций” reaches over the empty half of the symbol’s cell.
                + indent(right=-2900),
                "",
                28,
            ),
            style(
                "MastProgramme", "Mast Programme", "Normal", spacing(before=120, line=420, lineRule="exact"), BOLD, 40
            ),
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
            style(
                "SignatureG",
                "Signature_G",
                "SingleTxtG",
                KEEP + spacing(after=0) + indent(left=4819) + '<w:jc w:val="left"/>',
            ),
            style("Notice", "Notice", "SingleTxtG", '<w:jc w:val="left"/>', ITALIC),
            style(
                "Labelled",
                "Labelled Line",
                "SingleTxtG",
                tabs("left 3402") + spacing(after=120) + indent(left=3402, hanging=2268) + '<w:jc w:val="left"/>',
            ),
            style("Location", "Corrigendum Location", "SingleTxtG", "<w:keepNext/>" + '<w:jc w:val="left"/>', BOLD),
            style("Instruction", "Corrigendum Instruction", "SingleTxtG", '<w:jc w:val="left"/>'),
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
                KEEP + BOX + spacing(before=240, after=120) + indent(left=1701, right=1701),
                ITALIC,
                24,
            ),
            style("SummaryText", "Summary Text", "SingleTxtG", BOX + indent(left=1701, right=1701)),
            # Tables and figures
            style(
                "TableLabel",
                "Table Label",
                "H23G",
                KEEP + spacing(after=0) + indent(firstLine=0),
                '<w:b w:val="0"/><w:bCs w:val="0"/>',
            ),
            style("TableTitle", "Table Title", "H23G", KEEP + spacing(before=0, after=120) + indent(firstLine=0)),
            style(
                "TableHead",
                "Table Head",
                "Normal",
                "<w:keepNext/>" + spacing(before=60, after=60, line=200, lineRule="exact") + indent(left=57, right=57),
                ITALIC,
                16,
            ),
            style(
                "TableText",
                "Table Text",
                "Normal",
                spacing(before=60, after=60, line=200, lineRule="atLeast") + indent(left=57, right=57),
                "",
                16,
            ),
            style("TableTotal", "Table Total", "TableText", indent(left=284), BOLD),
            style(
                "FootnoteTable",
                "Footnote Table",
                "Normal",
                spacing(before=60, line=200, lineRule="atLeast") + indent(left=1304, right=1134, hanging=170),
                "",
                16,
            ),
            style(
                "TableSource",
                "Table Source",
                "FootnoteTable",
                spacing(before=60, after=120) + indent(left=1134, firstLine=0),
            ),
            style(
                "Figure",
                "Figure",
                "Normal",
                "<w:keepNext/>" + spacing(before=240, after=120) + indent(left=1134, right=1134) + CENTRED,
            ),
            style("FigureLabel", "Figure Label", "Normal", KEEP + CENTRED),
            style("FigureTitle", "Figure Title", "Normal", spacing(after=120) + CENTRED, BOLD),
            style("FigureSource", "Figure Source", "TableSource", indent(left=1134, firstLine=0)),
            # Notes, heads, contents
            style(
                "FootnoteText",
                "footnote text",
                "Normal",
                tabs("right 1021") + spacing(line=220, lineRule="exact") + indent(left=1134, right=1134, hanging=1134),
                "",
                18,
                alias="5_G",
            ),
            # The mark stands before the text without a tab of its own, which LibreOffice would set after it.
            style(
                "FootnoteSingle",
                "Footnote Single",
                "FootnoteText",
                tabs("clear 1021") + indent(left=1134, right=1134, hanging=283),
            ),
            style("EndnoteText", "endnote text", "FootnoteText", alias="2_G"),
            style(
                "Header",
                "header",
                "Normal",
                '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
                + spacing(line=240, lineRule="auto"),
                BOLD,
                18,
                alias="6_G",
            ),
            style(
                "Footer",
                "footer",
                "Normal",
                tabs("right 9638") + spacing(line=240, lineRule="auto"),
                "",
                16,
                alias="3_G",
            ),
            style(
                "ContentsHead",
                "Contents Head",
                "HChG",
                indent(left=1134, firstLine=0),
                '<w:b w:val="0"/><w:bCs w:val="0"/>',
            ),
            style(
                "ContentsPage",
                "Contents Page",
                "Normal",
                KEEP + spacing(after=60) + '<w:jc w:val="right"/>',
                ITALIC,
                16,
            ),
            *(
                style(
                    f"TOC{depth}",
                    f"toc {depth}",
                    "Normal",
                    tabs("right 851", "left 1134", "left 1559", "left 1985", "right 8930 dot", "right 9639")
                    + spacing(after=120)
                    + indent(left=1134 + 425 * (depth - 1), right=0, hanging=hanging),
                )
                for depth, hanging in ((1, 1134), (2, 425), (3, 425))
            ),
        )
    )
