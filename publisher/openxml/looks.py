"""How runs look (ISO/IEC 29500-1, 17.7).

What paragraph and character styles say, and the run itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from publisher.openxml.content import Look
from publisher.openxml.package import Element, W, value
from publisher.openxml.styles import Styles

_OFF = ("0", "false", "off", "none")
Position = Literal["", "superscript", "subscript"]
_POSITIONS: dict[str | None, Position] = {"superscript": "superscript", "subscript": "subscript"}


@dataclass(frozen=True, slots=True)
class _Own:
    """What one place says: None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    position: Position | None = None
    size: int | None = None


_NOTHING = _Own()


@dataclass(slots=True)
class Looks:
    """The looks of one package, each style worked out once."""

    styles: Styles
    chains: dict[str | None, _Own] = field(default_factory=dict)

    def look(self, run: Element, paragraph_style: str) -> Look:
        """The look of `run` in a paragraph of this style.

        Bold and italic of the two kinds of style cancel out.
        """
        properties = run.find(f"{W}rPr")
        under = self._chain(paragraph_style or self.styles.default)
        if properties is None:
            return Look(bool(under.bold), bool(under.italic), under.position or "", bool(under.hidden), under.size or 0)
        own = _own(properties)
        named = value(properties, "rStyle")
        middle = self._chain(named) if named else _NOTHING
        return Look(
            _toggled(own.bold, middle.bold, under.bold),
            _toggled(own.italic, middle.italic, under.italic),
            _first(own.position, middle.position, under.position) or "",
            _toggled(own.hidden, middle.hidden, under.hidden),
            _first(own.size, middle.size, under.size) or 0,
        )

    def _chain(self, style: str | None) -> _Own:
        if style not in self.chains:
            said = [_own(element.find(f"{W}rPr")) for element in self.styles.chain(style)]
            self.chains[style] = _Own(*[_first(*(getattr(own, name) for own in said)) for name in _Own.__slots__])
        return self.chains[style]


def _own(properties: Element | None) -> _Own:
    if properties is None:
        return _NOTHING
    said: dict[str, str | None] = {
        child.tag: child.get(f"{W}val") for child in properties if isinstance(child.tag, str)
    }
    size = said.get(f"{W}sz")
    vertical = said.get(f"{W}vertAlign")
    return _Own(
        _switch(said, "b"),
        _switch(said, "i"),
        _switch(said, "vanish"),
        None if vertical is None else _POSITIONS.get(vertical, ""),
        int(size) if size is not None and size.isdecimal() else None,
    )


def _switch(said: dict[str, str | None], name: str) -> bool | None:
    tag = W + name
    return said[tag] not in _OFF if tag in said else None


def _toggled(own: bool | None, character: bool | None, paragraph: bool | None) -> bool:
    return own if own is not None else bool(character) != bool(paragraph)


def _first(*values: Any) -> Any:
    return next((found for found in values if found is not None), None)
