"""What WeasyPrint lays a document out with, and makes of pages.

Both from its inside.
"""

from __future__ import annotations

from typing import Any

from publisher.render.pdf.engine import OUTPUT_INTENT, Engine


def context_of(drawing: Engine, document: Any, stylesheets: list[Any]) -> tuple[Any, Any]:
    """What WeasyPrint lays `document` out with, and its counters' styles.

    Styles are computed.
    """
    from weasyprint.css.counters import CounterStyle

    counters = CounterStyle()
    options = {**drawing.weasyprint.DEFAULT_OPTIONS, "stylesheets": stylesheets}
    context = drawing.weasyprint.Document._build_layout_context(document, drawing.fonts, counters, {}, options)
    return context, counters


def assembled(drawing: Engine, pages: list[Any], html: Any) -> Any:
    """A document (weasyprint.Document) of `pages` that are laid out.

    With the metadata of `html`.
    """
    from weasyprint.document import DocumentMetadata
    from weasyprint.html import get_html_metadata

    metadata = DocumentMetadata(**get_html_metadata(html))
    return drawing.weasyprint.Document(pages, metadata, html.url_fetcher, drawing.fonts, {}, OUTPUT_INTENT)
