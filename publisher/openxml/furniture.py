"""Heads and feet of a DOCX, by section, and their text boxes."""

from __future__ import annotations

from publisher.openxml.package import TEXTPATH, A, Element, Package, R, W, diagram_lines, is_passed_over
from publisher.openxml.reading import read_story


def head_parts(package: Package, section: Element) -> dict[tuple[str, str], list[str]]:
    """The texts of the heads and feet a section names.

    (“header” or “footer”, type) → paragraphs.
    """
    parts: dict[tuple[str, str], list[str]] = {}
    for kind in ("header", "footer"):
        for reference in section.findall(f"{W}{kind}Reference"):
            root = package.by_relation(reference.get(f"{R}id"))
            parts[kind, reference.get(f"{W}type")] = read_story(package, root) if root is not None else []
    return parts


def boxed(package: Package) -> list[str]:
    """What text boxes, letters set as a drawing and diagrams of the body say.

    The old form of a box that has a new one is left out.
    """
    found = package.body.iter(f"{W}txbxContent", TEXTPATH)
    boxes = [box for box in found if not any(map(_is_read_elsewhere, box.iterancestors()))]
    told = [text for box in boxes if box.tag != TEXTPATH for text in read_story(package, box)]
    told += [box.get("string", "") for box in boxes if box.tag == TEXTPATH]
    drawn = (one for one in package.body.iter(f"{A}p") if not any(map(_is_read_elsewhere, one.iterancestors())))
    told += ["".join(line.itertext(f"{A}t")) for line in drawn]
    return [*told, *("".join(line.itertext()) for line in diagram_lines(package))]


def _is_read_elsewhere(above: Element) -> bool:
    """Whether what stands in an element is read with a box around it, or in another form."""
    return above.tag == f"{W}txbxContent" or is_passed_over(above)
