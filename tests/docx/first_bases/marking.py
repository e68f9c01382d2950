"""WordprocessingML in strings: styles, paragraphs, runs, fields, pictures, tables."""

from __future__ import annotations

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


def complex_size(half_points: int) -> int:
    return round(half_points * ARABIC_SCALES[half_points > 20])


def style(
    identifier: str,
    name: str,
    based: str | None,
    paragraph: str = "",
    run: str = "",
    size: int | None = None,
    following: str | None = None,
    kind: str = "paragraph",
    default: bool = False,
    alias: str = "",
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
BOX = (
    "<w:pBdr>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="auto"/>'
        for side, space in (("top", 6), ("left", 23), ("bottom", 6), ("right", 23))
    )
    + "</w:pBdr>"
)
CENTRED = '<w:jc w:val="center"/>'
NO_OUTLINE = '<w:outlineLvl w:val="9"/>'  # not a heading, whatever it is based on
BOTH = '<w:jc w:val="both"/>'


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
        for side, weight in (("top", top), ("bottom", bottom))
        if weight
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        + (f"<w:tcBorders>{edges}</w:tcBorders>" if edges else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
        + f"</w:tcPr>{content}</w:tc>"
    )


def table(widths: tuple[int, ...], rows: str, properties: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{'<w:bidiVisual/>' if 'bidiVisual' in properties else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{properties.replace("bidiVisual", "")}<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + f"</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, height: int = 0, held: str = "exact") -> str:
    rule = f'<w:trHeight w:val="{height}" w:hRule="{held}"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{rule}</w:trPr>{cells}</w:tr>"
