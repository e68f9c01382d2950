"""Agendas set out as lists: lines with numbers, items under them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from publisher.language import Vocabulary
from publisher.receive.folder import Noted
from publisher.receive.word.nesting import same
from publisher.receive.word.session_lines import alike


@dataclass
class Agenda:
    """An agenda while it is read: each item with its words and sub-items."""

    vocabulary: Vocabulary
    items: list[tuple[str, list[str]]] = field(default_factory=list)

    def takes(self, number: str) -> bool:
        """Whether `number` goes on this agenda.

        As its next item, or the next one under the last.
        """
        return self._is_next(number) or self._is_under(number)

    def take(self, words: str, number: str) -> None:
        """Take the item with this number, which `takes` said goes on."""
        if self._is_next(number):
            self.items.append((words, []))
        else:
            self.items[-1][1].append(words)

    def _is_next(self, number: str) -> bool:
        return same(number, self.vocabulary.agenda_number(len(self.items) + 1, 1).printed)

    def _is_under(self, number: str) -> bool:
        return bool(self.items) and same(number, self.vocabulary.agenda_number(len(self.items[-1][1]) + 1, 2).printed)

    @property
    def is_flat(self) -> bool:
        """Whether no item has others under it."""
        return not any(under for _, under in self.items)

    def with_items(self, body: list[Any]) -> list[Any]:
        """`body` with the items that headings name in brackets as their `agenda`.

        Where the program would print just that of them.
        """
        return [self._with_items(block) for block in body]

    def _with_items(self, block: Any) -> Any:
        match block:
            case Noted(value, remarks):
                return Noted(self._with_items(value), remarks)
            case {"heading": str(words), "body": list(inner), **more}:
                found = self._items_in(words)
                made = {"heading": found[0], "agenda": found[1]} if found else {"heading": words}
                return made | more | {"body": self.with_items(inner)}
            case _:
                return block

    def _items_in(self, words: str) -> tuple[str, list[str]] | None:
        """The words of a heading without its items, and the names of the items; None where it names none."""
        cut = _bracket(words, len(words))
        cut = _bracket(words, cut) if cut > 0 and not re.search(r"\d", words[cut:]) else cut  # … item 3 (a))
        if cut <= 0:
            return None
        printed = self._printed
        found = list(self._numbers.finditer(words, cut))
        listed = [one[0] for one in found]
        for before, after in reversed(list(pairwise(found))):
            between = words[before.end() : after.start()].strip()
            if between and between == self._range:
                first, last = listed.index(before[0]), int(after[0])
                listed[first + 1 : first + 1] = [str(number) for number in range(int(before[0]) + 1, last)]
        bare = words[:cut].rstrip()
        if not listed or not alike(words, self.vocabulary.heading_with_agenda(bare, listed)):
            return None
        return bare, [printed[number] for number in listed]

    @cached_property
    def _printed(self) -> dict[str, str]:
        """The name of each item by its printed number."""
        made = {}
        for place, item in enumerate(self.named()[0], 1):
            below = item["items"] if isinstance(item, dict) else []
            made[str(place)] = item["id"] if isinstance(item, dict) else item
            made |= {self.vocabulary.sub_item(place, letter): key for letter, key in enumerate(below, 1)}
        return made

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        each = "|".join(re.escape(one) for one in sorted(self._printed, key=len, reverse=True))
        return re.compile(rf"(?<![\d.])(?:{each})(?!\d)")

    @property
    def _range(self) -> str:
        """What stands between the first and the last item of several that follow each other."""
        return self.vocabulary.entries.agenda.range.format(first="", last="").strip()

    def named(self) -> tuple[list[Any], dict[str, str]]:
        """The record's list of names, and the words by name."""
        words: dict[str, str] = {}
        listed: list[Any] = []
        for place, (item, under) in enumerate(self.items, 1):
            key = _name(item, f"item-{place}", words)
            words[key] = item
            below = []
            for at, sub in enumerate(under, 1):
                inner = _name(sub, f"item-{place}-{at}", words)
                words[inner] = sub
                below.append(inner)
            listed.append({"id": key, "items": below} if below else key)
        return listed, words


def _bracket(words: str, end: int) -> int:
    """Where the last bracket before `end` opens."""
    return max(words.rfind("(", 0, end), words.rfind("（", 0, end))


def _name(words: str, otherwise: str, taken: dict[str, str]) -> str:
    """A name made of the first words of an item, in Latin letters; its number where there are none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", re.sub(r"\[\^[^\]]*\]", "", plain))[:5]
    name = "-".join(parts)
    return name if re.match(r"[a-z]", name) and name not in taken and len(parts) > 1 else otherwise
