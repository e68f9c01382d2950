"""Pages on which the same rules speak share their styles.

WeasyPrint computes them for each page, with its margins, anew. Most pages differ in their number alone, and the rules
of pages before need not be gone through.
"""

from __future__ import annotations

from typing import Any

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, put

COMPUTED = Upstream("weasyprint.layout.page:set_page_type_computed_styles", "4e68b396b35c4a06")
DECLARED = Upstream("weasyprint.css:StyleFor.add_page_declarations", "1eae5c635d06a22a")


def apply() -> None:
    """Have styles of pages computed once."""
    put(COMPUTED, shared(COMPUTED.function()))


def shared(whole: Any) -> Any:
    """WeasyPrint's `whole` function, once for pages with the same rules.

    It is `set_page_type_computed_styles`.
    """

    def set_page_type_computed_styles(kind: Any, html: Any, style_for: Any) -> None:
        rules, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
        known: list[tuple[Any, dict[Any, Any]]] = vars(style_for).setdefault("known_pages", [])
        rules.clear()  # those of elements and of other pages are computed
        style_for.add_page_declarations(kind)
        own = {area: said for (_, area), said in rules.items()}
        for alike, said in known:
            if said == own:
                computed.update({(kind, area): computed[alike, area] for area in (None, *own)})
                return
        rules.clear()
        whole(kind, html, style_for)
        known.append((kind, own))

    return set_page_type_computed_styles


PAGE_STYLES = Repair(
    "styles of pages shared",
    (COMPUTED, DECLARED),
    apply,
    report="not reported yet",
    goes="when WeasyPrint keeps the styles of pages that differ in their number alone",
    buys="4–6 %",
)
