"""Heads and feet of a DOCX, section by section."""

from __future__ import annotations

from publisher.openxml.package import Element, Package, R, W
from publisher.openxml.reading import read_story


def head_parts(package: Package, section: Element) -> dict[tuple[str, str], list[str]]:
    """The texts of the heads and feet a section names: (“header” or “footer”, type) → paragraphs."""
    parts: dict[tuple[str, str], list[str]] = {}
    for kind in ("header", "footer"):
        for reference in section.findall(f"{W}{kind}Reference"):
            root = package.by_relation(reference.get(f"{R}id"))
            parts[kind, reference.get(f"{W}type")] = read_story(package, root) if root is not None else []
    return parts
