"""The numbers Word gives to paragraphs.

Abstract lists, instances, overrides, restarts, numbering through styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from publisher.openxml.counting import counted
from publisher.openxml.package import Element, Package, W, value
from publisher.openxml.styles import Styles

_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Level:
    """One level of a list: start, form, after which level it restarts."""

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    left: str | None = None  # how far in its paragraphs stand, in twips


@dataclass(slots=True)
class List:
    """An instance of a list: its levels, and whose start it overrides."""

    abstract: str
    levels: dict[int, Level]
    overridden: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of one story (ISO/IEC 29500-1, 17.9).

    In order, as Word does.
    """

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package.styles)
        self.numbered: dict[str | None, tuple[str | None, str | None]] = {}  # by style
        self.lists = _lists(package)
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()
        self.unknown: set[str] = set()  # number formats this reader does not know

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """List instance and level of `paragraph`, from itself or its style.

        None where it is not counted.
        """
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.styles.default
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = value(own, "numId"), value(own, "ilvl")
        if number is None:
            number, inherited = self._of_style(style)
            level = level or inherited
        if number in (None, "0") or number not in self.lists:
            return None
        assert number is not None
        if level is None:
            linked = (at for at, found in self.lists[number].levels.items() if found.style == style)
            level = str(next(linked, 0))
        return number, int(level)

    def left(self, paragraph: Element) -> str | None:
        """How far in `paragraph` stands: by itself, its list, its style (ISO/IEC 29500-1, 17.3.1.12)."""
        properties = paragraph.find(f"{W}pPr")
        place = self.place(paragraph)
        level = self.lists[place[0]].levels.get(place[1]) if place else None
        style = self.styles.of_paragraph(properties, "ind")
        of_style = (style.get(f"{W}left") or style.get(f"{W}start")) if style is not None else None
        own = value(properties, "ind", "left") or value(properties, "ind", "start")
        return own or (level.left if level else None) or of_style

    def _of_style(self, style: str | None) -> tuple[str | None, str | None]:
        """List instance and level that `style` or a style under it carries."""
        if style not in self.numbered:
            number: str | None = None
            level: str | None = None
            for element in self.styles.chain(style):
                properties = element.find(f"{W}pPr/{W}numPr")
                number, level = value(properties, "numId"), level or value(properties, "ilvl")
                if number is not None:
                    break
            self.numbered[style] = number, level
        return self.numbered[style]

    def is_counted(self, paragraph: Element) -> bool:
        """Whether the number of `paragraph` has a part that Word counts; some lists write the whole of it out."""
        place = self.place(paragraph)
        level = self.lists[place[0]].levels.get(place[1]) if place else None
        return level is not None and _PLACE.search(level.text) is not None

    def number(self, paragraph: Element) -> str | None:
        """Count `paragraph`; its number as printed, None where it has none."""
        place = self.place(paragraph)
        if place is None:
            return None
        number, level = place
        found = self.lists[number]
        counts = self.counts.setdefault(found.abstract, {})
        if number not in self.begun:
            self.begun.add(number)
            if found.overridden:  # the count begins again where this instance is first used
                for at in [at for at in counts if at >= min(found.overridden)]:
                    del counts[at]
        at_level = found.levels.get(level)
        if at_level is None:
            return None
        counts[level] = counts[level] + 1 if level in counts else at_level.start
        self._restart(found, counts, level)
        for above in range(level):
            if above in found.levels:
                counts.setdefault(above, found.levels[above].start)
        return self._printed(found, counts, at_level)

    def _restart(self, found: List, counts: dict[int, int], level: int) -> None:
        for deeper in [deeper for deeper in counts if deeper > level]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart != 0 and level < restart):
                del counts[deeper]

    def _printed(self, found: List, counts: dict[int, int], level: Level) -> str:
        def filled(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            form = "decimal" if level.legal else found.levels[at].form if at in found.levels else "decimal"
            text = counted(counts.get(at, 1), form)
            if text is None:
                self.unknown.add(form)
                return "?"
            return text

        return _PLACE.sub(filled, level.text)


def _lists(package: Package) -> dict[str, List]:
    if package.numbering is None:
        return {}
    abstracts = {item.get(f"{W}abstractNumId"): item for item in package.numbering.iter(f"{W}abstractNum")}
    by_style = {value(item, "styleLink"): item for item in abstracts.values() if value(item, "styleLink")}
    lists: dict[str, List] = {}
    for instance in package.numbering.iter(f"{W}num"):
        abstract = value(instance, "abstractNumId")
        element = abstracts.get(abstract)
        if abstract is None or element is None:
            continue
        element = by_style.get(value(element, "numStyleLink"), element)
        levels = {int(level.get(f"{W}ilvl")): _level(level) for level in element.findall(f"{W}lvl")}
        made = List(element.get(f"{W}abstractNumId"), levels)
        for override in instance.findall(f"{W}lvlOverride"):
            at = int(override.get(f"{W}ilvl"))
            if (own := override.find(f"{W}lvl")) is not None:
                made.levels[at] = _level(own)
            if (start := value(override, "startOverride")) is not None:
                made.overridden.add(at)
                if at in made.levels:
                    made.levels[at].start = int(start)
        lists[instance.get(f"{W}numId")] = made
    return lists


def _level(level: Element) -> Level:
    restart = value(level, "lvlRestart")
    legal = level.find(f"{W}isLgl")
    return Level(
        int(value(level, "start") or 0),
        value(level, "numFmt") or "decimal",
        value(level, "lvlText") or "",
        None if restart is None else int(restart),
        legal is not None and legal.get(f"{W}val") not in ("0", "false"),
        value(level, "pStyle"),
        value(level.find(f"{W}pPr"), "ind", "left") or value(level.find(f"{W}pPr"), "ind", "start"),
    )
