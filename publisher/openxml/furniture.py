"""Heads and feet of a DOCX, by section, and their text boxes."""

from __future__ import annotations

from publisher.openxml.package import FALLBACK, TEXTPATH, Element, Package, R, W, diagram_lines
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
    apart = (FALLBACK, f"{W}txbxContent")  # a box within a box is read with it
    boxes = [box for box in found if next(box.iterancestors(*apart), None) is None]
    told = [text for box in boxes if box.tag != TEXTPATH for text in read_story(package, box)]
    told += [box.get("string", "") for box in boxes if box.tag == TEXTPATH]
    return [*told, *("".join(line.itertext()) for line in diagram_lines(package))]
