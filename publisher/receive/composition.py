"""Who took part in a session and who was elected, read from the report on it.

What a line seems to say is written anew from the facts; it counts where just that line comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any, get_args

from publisher.model.record import Election, Group, Officer
from publisher.receive.folder import Noted, OneLine
from publisher.receive.said import Fact, Facts
from publisher.receive.written import bare
from publisher.wording import BrokenWording
from publisher.wording.names import NoName, body_name, state_name, state_names

_OTHERS = ("observers", "un-bodies", "intergovernmental", "non-governmental")
_OFFICES: tuple[str, ...] = get_args(Officer.model_fields["office"].annotation)
_METHODS: tuple[str, ...] = get_args(Election.model_fields["method"].annotation)
_GROUPS: tuple[str, ...] = get_args(Group)
_HEADS = ("president", "chair")
_COUNTS = (1, 2, 5)  # holders of an office that languages call otherwise
_STEM = 4  # letters of “vacant” that “vacancy” has as well
_TERM = (2007, 2011)
_MARKS = re.compile(r"\[\^[^\]]*\]|\*+")
_END = r"(?![^\W\u3400-\u9fff])"  # of a word: ideographs follow each other without a blank
_LONGEST = 3000  # characters of a sentence on those present
Sentence = Callable[..., str]


@dataclass(slots=True)
class Bureau:
    """Officers told in lines that follow each other, and the names of persons among them by key."""

    officers: list[dict[str, Any]] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True)
class CompositionReader:
    """Reads a report in the language of `facts`; `sentence` writes a standard sentence of its organ."""

    facts: Facts
    sentence: Sentence

    # Who took part

    def attendance(self, lines: Iterable[str]) -> dict[str, Fact]:
        """Those present beside the members, by category, as the sentence on each says."""
        made: dict[str, Fact] = {}
        for line in lines:
            keys = self._named(line) if len(line) <= _LONGEST else []
            for category in _OTHERS if keys else ():
                if category not in made and self._is_said(line, category, keys):
                    made |= dict(self._sorted(category, keys, line))
                    break
        return made

    def _named(self, line: str) -> list[str]:
        """The States and bodies that a line names, in its order."""
        pattern, keys = self._attending
        return [keys[found[0]] for found in pattern.finditer(_said(line))]

    def _is_said(self, line: str, category: str, keys: Sequence[str]) -> bool:
        with suppress(BrokenWording, NoName):
            names = [self._name(key) for key in keys]
            return bare(self.sentence(f"attendance-{category}", names=names, count=len(names))) == bare(_said(line))
        return False

    def _name(self, key: str) -> str:
        code, reference = self.facts.vocabulary.code, self.facts.reference
        return state_name(key, code, reference) if key in reference.states else body_name(key, code, reference)

    def _sorted(self, category: str, keys: Sequence[str], line: str) -> Iterator[tuple[str, Fact]]:
        """A category with its keys: States among the observers are a category of their own."""
        states = [key for key in keys if key in self.facts.reference.states]
        others = [key for key in keys if key not in states]
        if states:
            yield "observer-states" if category == "observers" else category, Fact(states, line)
        if others:
            yield category, Fact(others, line)

    @cached_property
    def _attending(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        reference = self.facts.reference
        names: dict[str, str] = {}
        for key in (*reference.bodies, *reference.organs, *reference.states):
            with suppress(NoName):
                names.setdefault(self._name(key), key)
        listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        return re.compile(f"(?:{listed}){_END}"), names

    # Officers

    def bureaux(self, lines: Sequence[str]) -> Iterator[Bureau]:
        """The officers that lines name, an office a line, its president or chair first.

        None where the report tells of vacancies: which office is vacant stands in no such line.
        """
        vacant = self.facts.vocabulary.label("vacant").casefold()[:_STEM]
        if any(vacant in line.casefold() for line in lines):
            return
        bureau = Bureau()
        for line in (*lines, ""):
            found = self._office(line)
            if found is not None and not (bureau.officers and found[0] in _HEADS):
                bureau.words = bureau.words or line
                for name, state in found[1]:
                    self._take(bureau, found[0], found[2], name, state)
                continue
            if len({one["office"] for one in bureau.officers}) > 1 and bureau.officers[0]["office"] in _HEADS:
                yield bureau
            bureau = Bureau()

    def _take(self, bureau: Bureau, office: str, gender: str | None, name: str, state: str) -> None:
        officer: dict[str, Any] = {"office": office} | ({"state": state} if state else {})
        if name:
            count = sum(key.startswith(f"{office}-{state}".lower()) for key in bureau.persons)
            key = f"{office}-{state}".lower() + (f"-{count + 1}" if count else "")
            bureau.persons[key] = name
            officer["person"] = key
        bureau.officers.append(officer | ({"gender": gender} if gender else {}))

    def _office(self, line: str) -> tuple[str, list[tuple[str, str]], str | None] | None:
        """The office that a line begins with, who holds it with their States, and the gender of one alone."""
        said = _said(line).strip()
        told = bare(said)
        for office, gender, count, label in self._labels if said else ():
            if not (told.startswith(bare(label)) and said[:1] == label[:1]):
                continue
            rest = _after(label, said)
            holders = self._holders(rest) if rest else None
            if holders and (len(holders) > 1) == (count > 1):
                return office, holders, gender if len(holders) == 1 else None
        return None

    @cached_property
    def _labels(self) -> tuple[tuple[str, str | None, int, str], ...]:
        """What a line on each office begins with, by the gender of its holder and for several."""
        label = self.facts.vocabulary.officer_label
        return tuple(
            (office, gender, count, label(office, gender, count).strip())  # type: ignore[arg-type]
            for office, gender, count in product(_OFFICES, (None, "f", "m"), _COUNTS)
        )

    def _holders(self, text: str) -> list[tuple[str, str]] | None:
        """Persons with their States in brackets, or States alone; None where it is not just what is printed of them."""
        vocabulary, reference = self.facts.vocabulary, self.facts.reference
        names = {state_name(code, vocabulary.code, reference): code for code in reference.states if self._has(code)}
        opening, closing = vocabulary.entries.punctuation.brackets
        found = [name for name in sorted(names, key=len, reverse=True) if f"({name})" in text or f"（{name}）" in text]
        held: list[tuple[str, str]] = []
        pattern = "|".join(map(re.escape, found))
        if found:
            at = 0
            for one in re.finditer(rf"\s*[(（](?P<state>{pattern})[)）]", text):
                held.append((text[at : one.start()], names[one["state"]]))
                at = one.end()
            count = len(held)
            held = [(self._without_joint(name, place, count), state) for place, (name, state) in enumerate(held)]
            shown = [f"{name}{opening}{state_name(state, vocabulary.code, reference)}{closing}" for name, state in held]
        else:
            codes = self.facts.states(text) or []
            held = [("", code) for code in codes]
            shown = [state_name(code, vocabulary.code, reference) for code in codes]
        return held if held and bare(vocabulary.join(shown)) == bare(text) else None

    def _has(self, code: str) -> bool:
        return bool(self.facts.reference.states[code].in_text.get(self.facts.vocabulary.code))

    def _without_joint(self, name: str, place: int, count: int) -> str:
        """A name without what joins it to the one before."""
        if not place:
            return name.strip()
        joined = self.facts.vocabulary.join([f"\x00{at}\x00" for at in range(count)])
        joint = joined.partition(f"\x00{place - 1}\x00")[2].partition(f"\x00{place}\x00")[0]
        return name.strip().removeprefix(joint.strip()).strip()

    # Elections

    def elections(self, blocks: Iterable[Any]) -> Iterator[tuple[dict[str, Any], str]]:
        """The elections told by a sentence with the States of each regional group under it, and that sentence."""
        for block in _with_items(blocks):
            elected = dict(filter(None, map(self._group, block["items"])))
            if len(elected) < 2 or len(elected) != len(block["items"]):
                continue
            if (told := self._election(block["paragraph"])) is not None:
                seats = {group: len(states) for group, states in elected.items()}
                lists = {group: OneLine(states) for group, states in elected.items()}
                yield told | {"seats": OneLine(seats), "elected": lists}, block["paragraph"]

    def _group(self, item: Any) -> tuple[str, list[str]] | None:
        text = _said(item).strip() if isinstance(item, str) else ""
        for key in _GROUPS:
            if (listed := _after(self.facts.vocabulary.group(key), text)) is None:
                continue
            listed = listed.lstrip(" :：\u00a0")
            states = next(filter(None, (self.facts.states(one) for one in self._without_end(listed))), None)
            if states:
                given = {"group": key, "name": self.facts.vocabulary.group(key), "seats": len(states)}
                names = state_names(states, self.facts.vocabulary, self.facts.reference)
                with suppress(BrokenWording, NoName):
                    written = bare(self.sentence("election-group", **given, states=names))
                    return (key, states) if bare(text).startswith(written) else None
        return None

    def _without_end(self, listed: str) -> Iterator[str]:
        """The text of an item without what ends it."""
        marks = self.facts.vocabulary.entries.punctuation
        yield listed
        for end in (marks.item_before_last, marks.item_end, marks.item_last):
            yield listed.rstrip().removesuffix(end.strip()).rstrip()

    def _election(self, line: str) -> dict[str, Any] | None:
        """The body, the term and the manner that the sentence on an election says."""
        code, reference = self.facts.vocabulary.code, self.facts.reference
        told = bare(_said(line))
        for body, method in product(reference.organs, _METHODS):
            with suppress(BrokenWording, NoName):
                name = body_name(body, code, reference)
                given = {"election": {"term": _TERM, "method": method}, "body": name, "total": 0, "groups": []}
                form = re.escape(bare(self.sentence("election", **given)))
                form = form.replace(str(_TERM[0]), r"(\d{4})", 1).replace(str(_TERM[1]), r"(\d{4})", 1)
                if found := re.fullmatch(form, told):
                    term = OneLine([int(found[1]), int(found[2])])
                    return {"body": body} | ({} if method == "acclamation" else {"method": method}) | {"term": term}
        return None


def _said(line: str) -> str:
    """A line of authors' text without the marks of notes and emphasis."""
    return _MARKS.sub("", line).replace("\\", "")


def _after(label: str, text: str) -> str | None:
    """What follows `label` at the beginning of a text, whatever blanks stand in it."""
    pattern = r"\s*".join(map(re.escape, label.split()))
    found = re.match(rf"{pattern}\s*", text)
    return text[found.end() :] if found else None


def _with_items(blocks: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """The paragraphs with subparagraphs among blocks, at any depth."""
    for block in blocks:
        given = block.value if isinstance(block, Noted) else block
        if isinstance(given, dict):
            if isinstance(given.get("items"), list) and isinstance(given.get("paragraph"), str):
                yield given
            yield from _with_items(given.get("body") or ())
