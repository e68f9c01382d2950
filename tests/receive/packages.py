"""Small Word files, made as New York, Geneva and UNFCCC make theirs: the same styles, typed numbers, frames, tables."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOLD = (
    "HCh",
    "H1",
    "H23",
    "TitleHCH",
    "TitleH1",
    "Session",
    "AgendaTitleH2",
    "HChG",
    "H1G",
    "H23G",
    "RegHChG",
    "RegH1G",
)


def r(text: str, look: str = "") -> str:
    """A run; `look` names properties such as “b i”, “super” for a superscript; tabs and line breaks as such."""
    said = "".join('<w:vertAlign w:val="superscript"/>' if one == "super" else f"<w:{one}/>" for one in look.split())
    inner = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{said}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def note(number: int) -> str:
    """The call of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def p(content: str, style: str = "", more: str = "") -> str:
    """A paragraph of a text, or of runs; `more` is put into its properties."""
    runs = content if content.startswith("<") else r(content) if content else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{runs}</w:p>"


def tc(content: str, span: int = 1, merge: str = "", align: str = "") -> str:
    """A cell of a text, or of paragraphs; `merge` is restart or continue."""
    inner = content if content.startswith("<w:p>") else p(content, more=f'<w:jc w:val="{align}"/>' if align else "")
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str, head: bool = False) -> str:
    """A row of cells."""
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, columns: int = 2, floating: bool = False) -> str:
    """A table of rows."""
    grid = "".join('<w:gridCol w:w="1200"/>' for _ in range(columns))
    place = '<w:tblpPr w:tblpX="1135" w:tblpY="568"/>' if floating else ""
    return f"<w:tbl><w:tblPr>{place}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def package(
    body: str, *, first_head: str = "", first_foot: str = "", notes: Sequence[str] = (), numbering: str = "",
    variables: Mapping[str, str] | None = None, more: Mapping[str, str | bytes] | None = None,
) -> bytes:  # fmt: skip
    """A Word file; `notes` are the footnotes from 1 on, `first_head` and `first_foot` stand on page one."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr><w:b/></w:rPr></w:style>'
        for name in BOLD
    )
    told = "".join(f'<w:docVar w:name="{key}" w:val="{said}"/>' for key, said in (variables or {}).items())
    footnotes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{text if text.startswith("<") else r(" " + text)}</w:p></w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    parts = {
        "styles": styles, "settings": f"<w:docVars>{told}</w:docVars>", "footnotes": footnotes, "numbering": numbering
    }  # fmt: skip
    roots = {"header": ("hdr", first_head), "footer": ("ftr", first_foot)}
    sections = "".join(f'<w:{place}Reference w:type="first" r:id="r{place}"/>' for place in roots)
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for kind in (*parts, *roots)
    )
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        main = f'<Relationship Id="r1" Type="{KINDS}/officeDocument" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{main}</Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>')
        whole = f"<w:document {W} {R}><w:body>{body}<w:sectPr>{sections}<w:titlePg/></w:sectPr></w:body></w:document>"
        archive.writestr("word/document.xml", whole)
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {W}>{content}</w:{kind}>")
        for place, (root, content) in roots.items():
            archive.writestr(f"word/{place}.xml", f"<w:{root} {W}>{content}</w:{root}>")
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return written.getvalue()


NEW_YORK_HEAD = tbl(
    tr(tc(p("United Nations", "HCh")), tc(p(r("A", "") + r("/80/605*")))),
    tr(
        tc(p("General Assembly", "XLarge")),
        tc(p("Distr.: General") + p("27 January 2026") + p("") + p("Original: English")),
    ),
)
NEW_YORK_FOOT = p("26-01035* (E)    170326")
FRAME = '<w:framePr w:w="9792" w:hAnchor="page" w:x="1210" w:yAlign="bottom"/>'


def new_york(body: str, **more: object) -> bytes:
    """A report of New York: masthead in the head of page one, session, item and title, then `body`."""
    front = [
        p("Eightieth session", "Session"),
        p("Agenda item 148", "AgendaItemNormal"),
        p(r("\t*") + r("\tReissued for technical reasons on 16 March 2026."), "", FRAME),
        p("Financing of the United Nations peacekeeping operations", "AgendaTitleH2"),
        p("", "SingleTxt"),
        p("\t\tBudget for the United Nations Logistics Base", "TitleHCH"),
        p("", "SingleTxt"),
        p("\t\tReport of the Secretary-General", "TitleH1"),
        p("", "SingleTxt"),
    ]
    return package("".join(front) + body, first_head=NEW_YORK_HEAD, first_foot=NEW_YORK_FOOT, **more)  # type: ignore[arg-type]


def geneva(body: str, symbol: str = "ECE/TRADE/C/CEFACT/2019/26", **more: object) -> bytes:
    """A note of Geneva: masthead in a floating table, commission, session, place and item, then the title."""
    masthead = tbl(
        tr(tc(""), tc("United Nations"), tc(symbol)),
        tr(tc(""), tc("Economic and Social Council"), tc(p("Distr.: General") + p("19 March 2019") + p("") + p("English only"))),
        columns=3, floating=True,
    )  # fmt: skip
    front = [
        p(r("Economic Commission for Europe", "b")),
        p(r("Executive Committee", "b")),
        p(r("Centre for Trade Facilitation and Electronic Business", "b")),
        p(r("Twenty-fifth session", "b")),
        p("Geneva, 8-9 April 2019"),
        p("Item 11 of the provisional agenda"),
        p(r("Future challenges", "b")),
        p("\t\tBriefing note on textile value chains", "HChG"),
        p(r("Note by the Secretariat", "b")),
    ]
    return package(masthead + "".join(front) + body, **more)  # type: ignore[arg-type]
