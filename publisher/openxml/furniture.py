"""Heads and feet of a DOCX, by section, and their text boxes."""

from __future__ import annotations

from publisher.openxml.package import Element, Package, R, W
from publisher.openxml.reading import read_story

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


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
    """The text of each paragraph in a text box of the body.

    The old form of a box that has a new one is left out.
    """
    boxes = [box for box in package.body.iter(f"{W}txbxContent") if next(box.iterancestors(_FALLBACK), None) is None]
    return [text for box in boxes for text in read_story(package, box)]
