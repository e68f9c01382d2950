"""The tag tree is ours (`pdf/tags`).

WeasyPrint's is built from boxes, a paragraph twice where a page breaks it. Notes have no role in it, running heads
stand among the words, and lists of subparagraphs are none.
"""

from __future__ import annotations

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, put

TREE = Upstream(
    "weasyprint.pdf.tags:add_tags",
    statements=("def add_tags(pdf, document, pdf_version, page_streams):", "tags = stream._tags"),
)
CALL = Upstream(
    "weasyprint.pdf:generate_pdf", statements=("add_tags(pdf, document, options['pdf_version'], page_streams)",)
)
MARKED = Upstream("weasyprint.pdf.stream:Stream.marked", "63ad2e4d99aa0059")


def apply() -> None:
    """Have our tree made."""
    from publisher.render.pdf.tags import add_tags

    put(TREE, add_tags)


TAG_TREE = Repair(
    "tag tree",
    (TREE, CALL, MARKED),
    apply,
    report="Kozea/WeasyPrint#2903 (elements parted at page breaks), Kozea/WeasyPrint#1836 (margin boxes)",
    goes="when WeasyPrint has one element for each of the page, roles of notes, and pagination as artifacts",
    proofs=("OUT004", "OUT006", "OUT020", "OUT022", "OUT078", "OUT082"),
)
