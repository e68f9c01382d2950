"""Pictures, charts and drawings in a run.

Which part holds them, how large they are, what stands in their boxes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from publisher.openxml.content import Block, Look, Paragraph, Picture, PictureKind, Run
from publisher.openxml.package import MC, TEXTPATH, A, Element, Package, R, W, chosen, is_passed_over

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_V = "{urn:schemas-microsoft-com:vml}"
_UNITS = 12700  # English metric units in a point

Relations = Mapping[str, tuple[str, str]]


def pictures(
    element: Element, package: Package, relations: Relations, story: Callable[[Element], list[Block]]
) -> Iterator[Picture]:
    """The pictures in `element` of a run.

    `story` reads what stands in a text box.
    """
    if element.tag == f"{MC}AlternateContent":
        for child in chosen(element):
            yield from pictures(child, package, relations, story)
        return
    boxes = [story(box) for box in _own(element, f"{W}txbxContent")]
    width, height = _size(element)
    said = next(element.iter(f"{_WP}docPr"), None)
    alternative = (said.get("descr") or "" if said is not None else "").strip()
    chart, diagram = (next(_own(element, name), None) for name in (f"{_C}chart", f"{_DGM}relIds"))
    if chart is not None:
        part = relations.get(chart.get(f"{R}id"), ("", ""))[1]
        yield Picture("chart", part, alternative, width, height, element, boxes)
        return
    if diagram is not None:
        root = package.part(relations.get(diagram.get(f"{R}dm"), ("", ""))[1])
        told = [_line(one) for one in root.iterfind(f".//{_DGM}pt/{_DGM}t/{A}p")] if root is not None else []
        yield Picture("drawing" if any(told) else "object", "", alternative, width, height, element, [list(told)])
        return
    boxes += [[_line(one, one.get("string", ""))] for one in _own(element, TEXTPATH)]
    boxes += [[_line(one) for one in body.iterchildren(f"{A}p")] for body in _own(element, f"{A}txBody")]
    blips = _own(element, f"{A}blip", f"{_V}imagedata")
    parts = list(dict.fromkeys(_part(one, relations) for one in blips))
    for part in parts or [""]:
        kind: PictureKind = "object" if element.tag == f"{W}object" else "picture" if parts else "drawing"
        yield Picture(kind, part, alternative, width, height, element, boxes)
        boxes = []


def _line(element: Element, text: str = "") -> Paragraph:
    """A line of a drawing that is no paragraph of Word."""
    text = text or "".join(element.itertext(f"{A}t"))
    return Paragraph(element, "", None, 0, [Run(text, Look(), element)] if text.strip() else [], 0)


def _part(blip: Element, relations: Relations) -> str:
    """The part a picture is in; “” where it lies outside the file, which is never asked for."""
    kind, target = relations.get(blip.get(f"{R}embed") or blip.get(f"{R}id") or "", ("", ""))
    return "" if kind.startswith("external") else target


def _own(element: Element, *names: str) -> Iterator[Element]:
    """What stands in `element` itself: not in the stories of its boxes, nor in the old form of what has a new one."""
    for found in element.iter(*names):
        above = found.getparent()
        while above is not element and above.tag != f"{W}txbxContent" and not is_passed_over(above):
            above = above.getparent()
        if above is element:
            yield found


def _size(element: Element) -> tuple[float, float]:
    extent = next(element.iter(f"{_WP}extent"), None)
    if extent is None:
        return 0.0, 0.0
    return _points(extent.get("cx")), _points(extent.get("cy"))


def _points(said: str | None) -> float:
    return int(said) / _UNITS if said and said.isdecimal() else 0.0
