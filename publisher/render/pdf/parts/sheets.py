"""A page as painted but for head and foot, as plain data.

It can be sent, kept, and painted again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import accumulate
from typing import Any

from publisher.render.pdf.parts.division import Inseparable
from publisher.render.pdf.parts.glyphs import Face, Glyphs, Used
from publisher.render.pdf.tags import POINTS, Marked, Marking, Painted, set_aside

UNBLED = {"left": 0.0, "right": 0.0, "top": 0.0, "bottom": 0.0}
STATES = ("A", "a")  # how WeasyPrint names the opacity of strokes and of fills


Place = tuple[dict[str, int], int]  # of a part: the sheet of each identifier, and how many sheets


@dataclass(slots=True)
class Holder:
    """Stands for the box of a link, and holds its annotation.

    While a PDF is made.
    """

    link_annotation: Any = None


@dataclass(slots=True)
class Sheet:
    """One page of a part, with what its PDF is made from.

    Attributes are those of `weasyprint.Page`. `content` is what paints it with `glyphs`, `states` are opacities it
    names, `kind` is the page's name and groups, `head` is the page box of head and foot, set when the page has a
    number.
    """

    width: float
    height: float
    kind: tuple[str, Any]
    content: bytes
    marks: list[Marked | Painted]
    links: list[tuple[str, str, tuple[float, ...], Any]]
    anchors: dict[str, tuple[float, ...]]
    bookmarks: list[tuple[int, str, tuple[float, float], str]]
    states: dict[str, dict[str, float]]
    glyphs: tuple[Glyphs, ...]
    part: int = 0
    head: Any = None
    bleed: dict[str, float] = field(default_factory=UNBLED.copy)
    forms: dict[None, list[Any]] = field(default_factory=lambda: {None: []})

    def paint(self, stream: Any, scale: float) -> None:
        """Paint the page, then head and foot, which are pagination.

        The signature is WeasyPrint's.
        """
        import pydyf

        for name, state in self.states.items():
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        stream.stream.append(self.content)
        _paint_head(self.head, stream, scale, pydyf)


@dataclass(slots=True)
class Drawn:
    """The sheets of a part.

    `strings` are those that running heads show, by name and sheet; `said` see `overflow`.
    """

    sheets: list[Sheet]
    strings: dict[str, dict[int, list[str]]]
    said: list[tuple[str, tuple[int, ...]]]
    numbers: dict[str, int] = field(default_factory=dict)  # printed pages of what stands elsewhere

    @property
    def place(self) -> Place:
        """The sheet (from 1) each identifier first stands on, and how many."""
        return first_pages(self.sheets), len(self.sheets)


def first_pages(pages: Iterable[Any]) -> dict[str, int]:
    """The number of the page each identifier first stands on.

    `pages` are sheets or weasyprint.Page.
    """
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found


def numbers_of(places: Iterable[Place], before: int = 0) -> tuple[dict[str, int], int]:
    """The pages of parts that follow `before` pages, and how many.

    By identifier.
    """
    pages: dict[str, int] = {}
    for identifiers, count in places:
        for name, sheet in identifiers.items():
            pages.setdefault(name, before + sheet)
        before += count
    return pages, before


def with_pages_before(parts: Sequence[Drawn]) -> Iterator[tuple[int, Drawn]]:
    """Each part with how many pages stand before it."""
    return zip(accumulate((len(part.sheets) for part in parts), initial=0), parts, strict=False)


@dataclass(frozen=True, slots=True)
class Painting:
    """How a page was painted: with what, and the number of the content of each box.

    `aside` is the content that is pagination.
    """

    box: Any
    tags: dict[Any, Any]
    aside: set[int]
    content: bytes
    states: dict[str, dict[str, float]]
    glyphs: tuple[Glyphs, ...]


def painted(pages: Iterable[Any], paintings: dict[int, Painting]) -> Iterator[Sheet]:
    """The `pages` of one part (weasyprint.Page) as they are painted.

    Those in `paintings`, by the address of their box, are painted already; the others are added. Inseparable where one
    needs more.
    """
    used, marking = Used(), Marking()
    for page in pages:
        box = page._page_box
        known = paintings.get(id(box))
        if known is not None and known.box is box:
            marks, aside = marking.take(page, dict(known.tags))
            if aside != known.aside:
                raise Inseparable("a page has other pagination than in the draft before")
        else:
            marks, known = _painting(page, used, marking)
            paintings[id(box)] = known
        yield Sheet(
            page.width, page.height, (box.page_type.name, box.page_type.groups), known.content, marks,
            [(kind_of, target, tuple(place), Holder()) for kind_of, target, place, _ in page.links],
            page.anchors, page.bookmarks, known.states, used.new(known.glyphs),
        )  # fmt: skip


def _painting(page: Any, used: Used, marking: Marking) -> tuple[list[Marked | Painted], Painting]:
    """What is marked on a page, and how it is painted."""
    import pydyf
    from pydyf import _to_bytes  # what its streams are written with
    from weasyprint.pdf.stream import Stream

    class Noting(Stream):  # type: ignore[misc]
        """A stream that tells `used` of its fonts."""

        def add_font(self, pango_font: Any) -> tuple[Any, float]:
            font, size = super().add_font(pango_font)
            used.note(font, size)
            return font, size

    resources = pydyf.Dictionary(
        {name: pydyf.Dictionary() for name in ("ExtGState", "XObject", "Pattern", "Shading", "ColorSpace")}
    )
    used.begin()
    tags: dict[Any, Any] = {}
    stream = Noting(used.fonts, (0, 0, page.width, page.height), resources, {}, tags, {}, "srgb")
    stream.transform(d=-1, f=page.height * POINTS)
    del stream.stream[:]  # the PDF's own page begins with it
    page.paint(stream, POINTS)
    _refuse_resources(page, resources)
    marks, aside = marking.take(page, dict(tags))
    content = b"\n".join(map(_to_bytes, set_aside(stream.stream, aside, pydyf)))
    states = {name: dict(state) for name, state in resources["ExtGState"].items()}
    return marks, Painting(page._page_box, tags, aside, content, states, used.of_page())


def packed(drawn: Drawn) -> bytes:
    """A part as bytes that `unpacked` reads."""
    plain = {
        "sheets": [_packed_sheet(sheet) for sheet in drawn.sheets],
        "strings": drawn.strings,
        "said": drawn.said,
        "numbers": drawn.numbers,
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpacked(data: bytes) -> Drawn:
    """The part in `data`; ValueError or KeyError where it is damaged."""
    try:
        plain = json.loads(zlib.decompress(data))
        strings = {name: {int(sheet): texts for sheet, texts in at.items()} for name, at in plain["strings"].items()}
        said = [(message, tuple(numbers)) for message, numbers in plain["said"]]
        return Drawn([_sheet(sheet) for sheet in plain["sheets"]], strings, said, plain["numbers"])
    except (zlib.error, TypeError, AttributeError) as damage:
        raise ValueError("not a part of a document") from damage


def _packed_sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        **{name: getattr(sheet, name) for name in ("width", "height", "kind", "anchors", "bookmarks", "states")},
        "content": sheet.content.decode("latin-1"),
        "marks": [_packed_mark(mark) for mark in sheet.marks],
        "links": [(use, target, place) for use, target, place, _ in sheet.links],
        "glyphs": [asdict(glyphs) for glyphs in sheet.glyphs],
    }


def _sheet(plain: dict[str, Any]) -> Sheet:
    name, groups = plain["kind"]
    return Sheet(
        plain["width"],
        plain["height"],
        (name, tuple(map(tuple, groups))),
        plain["content"].encode("latin-1"),
        [_mark(mark) for mark in plain["marks"]],
        [(use, target, tuple(place), Holder()) for use, target, place in plain["links"]],
        {anchor: tuple(place) for anchor, place in plain["anchors"].items()},
        [(level, label, tuple(place), state) for level, label, place, state in plain["bookmarks"]],
        plain["states"],
        tuple(_glyphs(glyphs) for glyphs in plain["glyphs"]),
    )


def _glyphs(plain: dict[str, Any]) -> Glyphs:
    face = plain["face"]
    variations = tuple(map(tuple, face["variations"]))
    says, widths = (tuple(map(tuple, plain[name])) for name in ("says", "widths"))
    return Glyphs(plain["key"], Face(**{**face, "variations": variations}), says, widths)


def _packed_mark(mark: Marked | Painted) -> list[Any]:
    if isinstance(mark, Painted):
        return [mark.mcid, mark.says]
    inside = [_packed_mark(inner) for inner in mark.inside]
    return [mark.element, mark.pseudo, mark.kind, mark.attributes, mark.link, inside]


def _mark(plain: list[Any]) -> Marked | Painted:
    if len(plain) == 2:
        return Painted(*plain)
    element, pseudo, kind, attributes, link, inside = plain
    return Marked(element, pseudo, kind, attributes, link, [_mark(inner) for inner in inside])


def _paint_head(head: Any, stream: Any, scale: float, pydyf: Any) -> None:
    """Paint head and foot, each as a piece of pagination."""
    from weasyprint.draw import draw_page

    tags, stream._tags = stream._tags, None
    with stream.stacked():
        stream.transform(a=scale, d=scale)
        for box in head.children:
            stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
            draw_page(head.copy_with_children([box]), stream)
            stream.end_marked_content()
    stream._tags = tags


def _refuse_resources(page: Any, resources: Any) -> None:
    """Raise Inseparable where a page is painted with what cannot be told in so many words: pictures of pixels, layers."""
    for name in ("XObject", "Pattern", "Shading"):
        if resources[name]:
            raise Inseparable(f"a page is painted with a {name}")
    if any(name[:1] not in STATES or set(state) - {"ca", "CA"} for name, state in resources["ExtGState"].items()):
        raise Inseparable("a page is painted with a mask")
    if any(page.forms.values()) or any(use == "attachment" for use, *_ in page.links):
        raise Inseparable("a page holds a form or a file")
