"""The other parts of a base: styles, notes, settings, fonts, theme."""

from __future__ import annotations

from tests.docx.first_bases.geneva import family_b_styles
from tests.docx.first_bases.marking import ITALIC, XML, W, indent, paragraph, run, spacing, style
from tests.docx.first_bases.new_york import family_a_styles
from tests.docx.first_bases.profiles import Profile


def shared_styles(profile: Profile) -> str:
    mark = '<w:vertAlign w:val="superscript"/>'
    kern = '<w:kern w:val="14"/>' if profile.family == "A" else ""
    thick = "12"
    last = "12" if profile.family == "B" else "4"
    inset = 1134 if profile.family == "B" else 0
    border = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="auto"/>'.format
    return "".join(
        (
            style("DefaultParagraphFont", "Default Paragraph Font", None, kind="character", default=True),
            style(
                "FootnoteReference",
                "footnote reference",
                "DefaultParagraphFont",
                "",
                f"{kern}|{mark}",
                18 if profile.family == "B" else None,
                kind="character",
            ),
            style("Emphasis", "Emphasis", "DefaultParagraphFont", "", ITALIC, kind="character"),
            style(
                "EmphasisEastAsian",
                "Emphasis East Asian",
                "DefaultParagraphFont",
                "",
                '<w:rFonts w:eastAsia="KaiTi"/>',
                kind="character",
            ),
            style("TableMark", "Table Mark", "DefaultParagraphFont", "", f"{ITALIC}|{mark}", kind="character"),
            style("SymbolOrgan", "Symbol Organ", "DefaultParagraphFont", "", "", 40, kind="character"),
            style(
                "PageNumber",
                "page number",
                "DefaultParagraphFont",
                "",
                "<w:b/><w:bCs/>",
                18 if profile.family == "B" else 17,
                kind="character",
            ),
            style(
                "JobNumber",
                "Job Number",
                "DefaultParagraphFont",
                "",
                '<w:b w:val="0"/><w:bCs w:val="0"/>',
                14,
                kind="character",
            ),
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
        )
    )


def styles(profile: Profile) -> str:
    made = family_b_styles(profile) if profile.family == "B" else family_a_styles()
    return (
        f"{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman" w:cs="Traditional Arabic"/>'
        '<w:sz w:val="20"/><w:szCs w:val="28"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>" + made + shared_styles(profile) + "</w:styles>"
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
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
            ("useWord2013TrackBottomHyphenation", 0),
        )
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
        ("Times New Roman", "Liberation Serif", "roman", "variable"),
        ("SimSun", "Noto Serif CJK SC", "auto", "variable"),
        ("SimHei", "Noto Sans CJK SC", "modern", "variable"),
        ("KaiTi", "Noto Serif CJK SC", "modern", "variable"),
        ("Traditional Arabic", "Noto Naskh Arabic", "roman", "variable"),
    )
    return (
        f"{XML}<w:fonts {W}>"
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{kind}"/><w:pitch w:val="{pitch}"/></w:font>'
            for name, other, kind, pitch in rows
        )
        + "</w:fonts>"
    )


def theme() -> str:
    """The least theme Word asks for: black on white, Times."""
    colour = '<a:srgbClr val="{}"/>'.format
    names = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "000000",
        "lt2": "FFFFFF",
        "hlink": "0000FF",
        "folHlink": "800080",
    }
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
