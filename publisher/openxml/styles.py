"""Styles of a package, and what each is based on (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.openxml.package import Element, W, value

_ON = ("1", "true", "on")


class Styles:
    """The styles of a package by identifier.

    What a paragraph or run does not say itself, its style says, or one that this is based on.
    """

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iter(f"{W}style")
        self._by_id: dict[str | None, Element] = {style.get(f"{W}styleId"): style for style in styles}
        self._chains: dict[str | None, tuple[Element, ...]] = {None: ()}
        self._of_paragraphs: dict[tuple[str | None, str], Element | None] = {}
        self._of_runs: dict[tuple[str | None, str | None, str], tuple[Element, ...]] = {}
        self.usual = [style for style in self._by_id.values() if style.get(f"{W}default") in _ON]  # where none is named
        of_paragraphs = (style.get(f"{W}styleId") for style in self.usual if style.get(f"{W}type") == "paragraph")
        self.default: str | None = next(of_paragraphs, None)
        self.defaults: Element | None = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    @property
    def known(self) -> frozenset[str | None]:
        """The identifiers of all styles."""
        return frozenset(self._by_id)

    def names(self) -> Iterator[tuple[str | None, str]]:
        """Each identifier with the name people see."""
        return ((identifier, value(style, "name") or "") for identifier, style in self._by_id.items())

    def chain(self, style: str | None) -> tuple[Element, ...]:
        """The style and those it is based on, one below the other.

        Nothing for a style that is not there; a circle ends where it closes.
        """
        if style not in self._chains:
            found: dict[str | None, Element] = {}
            at = style
            while at in self._by_id and at not in found:
                found[at] = self._by_id[at]
                at = value(found[at], "basedOn")
            self._chains[style] = tuple(found.values())
        return self._chains[style]

    def of_paragraphs(self, style: str | None) -> tuple[Element, ...]:
        """The chain of the style of a paragraph.

        The usual one where it names none, or one that is not there.
        """
        return self.chain(style) or self.chain(self.default)

    def of_paragraph(self, properties: Element | None, name: str) -> Element | None:
        """The property `name` of a paragraph, its own or that of its style."""
        key = value(properties, "pStyle"), name
        if key not in self._of_paragraphs:
            owners = (style.find(f"{W}pPr") for style in self.of_paragraphs(key[0]))
            self._of_paragraphs[key] = next(_said(owners, name), None)
        return next(_said((properties,), name), self._of_paragraphs[key])

    def of_run(self, properties: Element | None, paragraph: str | None, name: str) -> Iterator[Element]:
        """What holds for a run in a paragraph of style `paragraph` as its property `name`, the nearest first."""
        yield from _said((properties,), name)
        key = value(properties, "rStyle"), paragraph, name
        if key not in self._of_runs:
            styles = (*self.chain(key[0]), *self.of_paragraphs(paragraph))
            owners = (*(style.find(f"{W}rPr") for style in styles), self.defaults)
            self._of_runs[key] = tuple(_said(owners, name))
        yield from self._of_runs[key]


def _said(owners: Iterable[Element | None], name: str) -> Iterator[Element]:
    found = (owner.find(W + name) for owner in owners if owner is not None)
    return (element for element in found if element is not None)
