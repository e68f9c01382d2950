"""The closed vocabulary of the semantic page.

What `templates/page` may emit and both writers understand. The page is well-formed XHTML without a namespace
declaration, so that `lxml.etree.fromstring` gives plain tag names. A writer raises `OutsideVocabulary` on an element
or class that is not listed here.

Structure
    html[lang][dir][data-profile][data-kind][data-foot?] > head(title, meta) + body
    body > header.masthead + footer.first-page + main   (DOCX takes masthead and running matter from the Word base)
    header.masthead[data-symbol][data-job][data-title?]: page one above the title; its classes are MASTHEAD_CLASSES
    main > h1.title (lines parted by br), p.subtitle, section.division.body (without id: the summary a document opens
    with), nav.contents, section.division.body.apart (a summary on a page of its own), section.division …
    nav.contents (.unpaged: names no pages) > h2.contents-heading, p.contents-entry.depth-N[data-target] > span.number? a[href]
    section.division.body[id] / section.division.annex[id] > blocks

Blocks (each with id)
    h2–h6.heading.section.depth-1…5[data-outline], h2.heading.chapter, h2.heading.annex (p.annex-label before them),
    h3.heading.appendix (p.annex-label before it), h3.heading.decision, h2.heading.summary, h2–h6.heading.box,
    h2–h6.heading.attached (p.annex-label before it where it has a label)
    (the element's level never skips one; the depth of its look stands in the class, its own in data-depth where it differs)
    p.ROLE for every ParagraphRole of model.resolved; p.item and p.agenda-entry also carry depth-1…4
    div.table-block > p.table-label? p.table-title? p.table-unit?
        table.grid[aria-label](colgroup, thead, (tbody | tbody.total)+) p.table-note* p.table-source?
    div.table-block.full: from margin to margin; .landscape: on a landscape page; .small: kept on one page;
        table.grid.type-text: set as text; .type-small | type-smaller: in smaller type; .low: figures low;
        td/th carry class start | end | centre, and
        beside-figures | beside-words where words stand beside such a column,
        colspan, rowspan, and hold words or several p.piece; tr carries class group | subtotal and indent-1…3
    figure > img[src][alt] p.figure-label? figcaption? p.table-source?
    hr.end-rule
    div.region[id]: .box | .box.wide (to the margins) | .box.foot (at the foot of page one) | .landscape |
    .columns.columns-2…3: blocks set apart, which may hold others
    data-change (inserted | deleted) on a block, its p.annex-label, a tr, a p.table-note or a span.note: a redline
    shows the whole of it so, ins and del inside it show words

Numbers
    span.number is the first child of a numbered block and holds the printed number; the block carries
    data-sequence, data-level, data-ordinal (absent for “12 bis”), data-form, data-pattern (model.resolved.Number).
    p.annex-label holds the printed label and carries the same five.
    span.label is the first child of p.labelled, span.lead of p.led where a row of dots follows it.

Inline
    em, strong, sup, sub, span.symbol, span.ltr[dir=ltr], a.reference[href=#id][data-shows], a.link[href], br, ins, del
    span.call[id=call-NOTE][data-note][data-series][data-mark] > span.note[id=note-NOTE]: a footnote stands where it
    is called (series text and first-page); a second call of the same note has no id and no span.note;
    a table note's call is sup.table-call[data-note][data-mark], its body p.table-note[id=note-NOTE] > span.mark.
    A first-page note that nothing calls belongs to the symbol: its call stands in header.masthead, and data-printed
    there is its part of the row of asterisks (the second reissue prints “**”: “*” of each note).
    a.reference[data-shows=note] has href=#NOTE, the identifier of the note as its author wrote it.
"""

from __future__ import annotations

import re
from typing import Any, get_args

from lxml import etree

from publisher.failures import BadRequest
from publisher.model.resolved import ParagraphRole

BLOCK_CLASSES = frozenset(get_args(ParagraphRole)) | frozenset(
    (  # noqa: SIM905
        "apart unpaged after-summary light title subtitle contents contents-heading contents-page contents-entry "
        "division body annex heading section chapter appendix decision annex-label table-block full landscape small "
        "type-text type-small type-smaller low table-label table-title table-unit table-note table-source grid total group "
        "subtotal indent-1 indent-2 indent-3 piece start end centre beside-figures beside-words figure-label "
        "end-rule region box wide attached "
        "columns columns-2 columns-3 foot depth-1 depth-2 depth-3 depth-4 depth-5"
    ).split()
)
INLINE_CLASSES = frozenset(
    ["number", "label", "lead", "symbol", "long", "ltr", "link", "reference", "call", "note", "table-call", "mark"]
)
MASTHEAD_CLASSES = frozenset(
    (  # noqa: SIM905
        "masthead strip organization symbol-line symbol-organ symbol-rest crest emblem emblem-words programme "
        "distribution masthead-line organ sub-organ session place item item-title first-page job job-line "
        "bar-code notice recycle code side sides-2 sides-3"
    ).split()
)
ELEMENTS = frozenset(
    (  # noqa: SIM905
        "html head title meta body header main footer h1 h2 h3 h4 h5 h6 p nav section div table caption "
        "colgroup col thead tbody tr th td figure img figcaption hr em strong span sup sub a br ins del"
    ).split()
)
# Attributes of all elements, and of some; beside them what begins with `data-`.
ATTRIBUTES = frozenset("id class lang dir".split())  # noqa: SIM905
ATTRIBUTES_OF = {
    "meta": frozenset(["name", "content"]),
    "col": frozenset(["style"]),
    "img": frozenset(["src", "alt"]),
    "a": frozenset(["href"]),
    "table": frozenset(["aria-label"]),
    "th": frozenset(["scope", "colspan", "rowspan"]),
    "td": frozenset(["colspan", "rowspan", "scope"]),
}
# What an attribute may say: a link leads into the document or to the web, a picture lies in the document or in the page.
_SAID = {
    "href": re.compile(r"#.*|(?:https?://|mailto:)[^\s]+", re.DOTALL),
    "src": re.compile(r"data:image/(?:svg\+xml|png);base64,[A-Za-z0-9+/=]*|(?![A-Za-z][A-Za-z0-9+.-]*:|//|\\).*", re.DOTALL),
    "style": re.compile(r"width:[0-9]{1,3}(?:\.[0-9]{1,6})?%"),
}  # fmt: skip
CLASSES = BLOCK_CLASSES | INLINE_CLASSES


class OutsideVocabulary(BadRequest):
    """A template emitted something outside the vocabulary.

    The message names the element, class or attribute and its line.
    """


def check_vocabulary(page: str) -> None:
    """Raise OutsideVocabulary on the first thing outside it.

    With name and line.
    """
    try:
        root = etree.fromstring(page.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise OutsideVocabulary(f"the page is not well-formed: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise OutsideVocabulary("a declaration of a document type on the page")
    around = (root.getprevious(), root.getnext())
    for element in (*root.iter(), *(node for node in around if node is not None)):
        if element.tag not in ELEMENTS:
            name = element.tag if isinstance(element.tag, str) else element.text
            raise OutsideVocabulary(f"element “{name}” {_where(element)}")
        names = (element.get("class") or "").split()
        if unknown := [name for name in names if name not in CLASSES and not _of_masthead(element, name)]:
            raise OutsideVocabulary(f"class “{unknown[0]}” {_where(element)}")
        for name, said in element.attrib.items():
            _check_attribute(element, name, said)


def _where(element: Any) -> str:
    return f"on line {element.sourceline} of the page"


def _check_attribute(element: Any, name: str, said: str) -> None:
    known = name in ATTRIBUTES or name.startswith("data-") or name in ATTRIBUTES_OF.get(element.tag, ())
    if not known or (name in _SAID and not _SAID[name].fullmatch(said)):
        raise OutsideVocabulary(f"attribute “{name}={said[:60]}” of “{element.tag}” {_where(element)}")


def _of_masthead(element: Any, name: str) -> bool:
    return name in MASTHEAD_CLASSES and any(
        ancestor.tag in ("header", "footer") for ancestor in (element, *element.iterancestors())
    )
