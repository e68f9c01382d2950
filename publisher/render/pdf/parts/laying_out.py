"""Lays a page out in its parts, here or half in a second process."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any

from publisher.render.pdf.engine import VERSION, Engine, Missing, Upstream, in_words, installed
from publisher.render.pdf.pages import PagePdf, prepared
from publisher.render.pdf.parts.assembly import Parts
from publisher.render.pdf.parts.division import Inseparable, has_sections
from publisher.render.pdf.parts.sheets import Drawn, Place, numbers_of, with_pages_before

WORTH_SHARING = 30_000  # characters of a page: from about five sheets on a second process is worth its start
FIRST_HALF = 0.5
Half = tuple[Place, ...]  # of each part; none where they are not known yet
_OPEN: dict[str, Parts] = {}  # by page, the one whose first half was laid out here
REDONE = (  # what `layout`, `frame`, `glyphs` and `sheets` do in WeasyPrint's place, step by step
    Upstream("weasyprint.document:Document._build_layout_context", "a7859b1c574cd59a"),
    Upstream("weasyprint.document:Document._render", "564166c67116315a"),
    Upstream("weasyprint.document:Document.__init__", "67999c2f5dda352d"),
    Upstream("weasyprint.layout:layout_document", "a5cbf437e99caf72"),
    Upstream("weasyprint.layout:initialize_page_maker", "5bb3c878d722af53"),
    Upstream("weasyprint.layout.page:make_all_pages", "b5e4034894841caa"),
    Upstream("weasyprint.layout.page:remake_page", "1ff09b2dffa17839"),
    Upstream("weasyprint.layout.page:make_margin_boxes", "4a2d2e301eb3bc47"),
    Upstream("weasyprint.draw:draw_page", "d5bda6b6e6758688"),
    Upstream("weasyprint.pdf.stream:Stream.__init__", "981d68d7fba4db0e"),
    Upstream("weasyprint.pdf.stream:Stream.add_font", "c3d55912c67dae5a"),
)


def lay_out(drawing: Engine, work: PagePdf, rest: Mapping[int, Drawn] | None = None) -> tuple[Any, list[str]] | None:
    """The document put together from its parts, and what to say of them.

    A weasyprint.Document. `rest` are parts drawn elsewhere. None where there is one part, where they depend on each
    other, and where another WeasyPrint is installed than the one this was written for.
    """
    opened = _OPEN.pop(work.page, None)
    try:
        parts = opened or parts_of(drawing, work)
        parts.take(rest or {})
        document, drawn = parts.assembled()
    except Inseparable:
        if work.kept is not None:
            work.kept.keep_only(())
        return None
    if work.kept is not None:
        work.kept.keep_only(parts.keys)
    return document, [in_words(said, before) for before, part in with_pages_before(drawn) for said in part.said]


def worth_sharing(work: PagePdf) -> bool:
    """Tell whether two processes do it sooner.

    Much to lay out, in sections, and nothing kept.
    """
    long = has_sections(work.page) and len(work.page) > WORTH_SHARING
    return long and (work.kept is None or work.kept.is_empty())


def first_half(drawing: Engine, work: PagePdf) -> Half:
    """Lay out the first half of the parts, for `lay_out` here.

    And say where things stand in them.
    """
    _OPEN.clear()
    with suppress(Inseparable):
        parts = parts_of(drawing, work)
        drawn = parts.draw(range(parts.share(FIRST_HALF)))
        _OPEN[work.page] = parts
        if 0 in drawn:
            return _places(drawn)
    return ()


def other_half(drawing: Engine, work: PagePdf) -> dict[int, Drawn]:
    """The parts that `first_half` leaves; none where there are none."""
    with suppress(Inseparable):
        parts = parts_of(drawing, work)
        return parts.draw(range(parts.share(FIRST_HALF), len(parts)))
    return {}


def numbered(half: Half, rest: Mapping[int, Drawn]) -> tuple[dict[str, int], int] | None:
    """The page of each identifier and the number of pages.

    None where they are not known before all is drawn.
    """
    if not half or not rest:
        return None
    return numbers_of((*half, *_places(rest)))


def parts_of(drawing: Engine, work: PagePdf) -> Parts:
    """The parts of a page.

    Inseparable where there is one, or they depend on each other.
    """
    if drawing.missing or not is_as_written_for():
        raise Inseparable("this WeasyPrint is not the one whose steps are taken here")
    if not has_sections(work.page):
        raise Inseparable("there is one section")
    return Parts(drawing, *prepared(drawing, work), work.kept, work.earlier)


def switched_off(drawing: Engine) -> tuple[Missing, ...]:
    """The repairs that do not fit the installed WeasyPrint.

    And this room where it does not.
    """
    if not drawing.missing and is_as_written_for():
        return ()
    return (
        *drawing.missing,
        Missing("long documents in parts", (), f"written for WeasyPrint {VERSION}, all repairs on"),
    )


@lru_cache(maxsize=1)
def is_as_written_for() -> bool:
    """Tell whether WeasyPrint takes the steps that are taken here."""
    return installed() == VERSION and all(upstream.is_as_written_for() for upstream in REDONE)


def _places(parts: Mapping[int, Drawn]) -> Half:
    """Where things stand in parts, in their order."""
    return tuple(part.place for _, part in sorted(parts.items()))
