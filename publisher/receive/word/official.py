"""Records of meetings and supplements of the Official Records.

Their kinds write page one from facts. A file is of such a kind where page one says just what the kind would write of
facts that can be read from it; these are then the facts, and the lines are left to them. Else it stays a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product, takewhile
from typing import Any

from publisher.language import Vocabulary
from publisher.model.document import Language
from publisher.model.inline import plain
from publisher.model.kind import Kind
from publisher.model.record import Record
from publisher.model.reference import Reference
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace
from publisher.receive.folder import Noted, OneLine, Remark
from publisher.receive.said import TIMES, Facts
from publisher.receive.word.front import Front, day_in
from publisher.receive.word.seats import SeatReader
from publisher.receive.word.session_lines import FIGURES
from publisher.receive.written import bare, unfolded
from publisher.wording import BrokenWording, Wording, parse

Words = dict[str, Any]
_MEETINGS = ("committee", "plenary")  # a plenary is called one where the two are told apart
_LONGEST = 40  # lines of page one
_FRAME = (("called-to-order", "opened"), ("rose", "closed"))
_SERIAL = re.compile(r"\d{4}-\d{3}[\dX]|\[--\]")  # still to be given in a skeleton
_WHY = "page one says what a document of this kind says"


@dataclass(frozen=True)
class OfficialReader:
    """Puts what page one says into the record and takes it out of the words of a folder, both of which it changes."""

    vocabulary: Vocabulary
    reference: Reference
    workspace: Workspace
    kinds: Mapping[str, Kind]
    facts: Facts

    def has_chapters(self, front: Front) -> bool:
        """Whether the lines under the masthead are those of a kind whose headings are chapters."""
        return any(kind.chapters for kind, _ in self._supplements(front.session_line))

    def put(self, record: dict[str, Any], words: Words) -> None:
        """Make a record of a meeting or a supplement of what was read, where page one is that of one."""
        for kind in (kind for kind in self.kinds.values() if "meeting" in kind.traits and kind.title):
            if self._meeting(kind, record, words):
                return
        for kind in (kind for kind in self.kinds.values() if "draft" in kind.traits and kind.body):
            if self._sponsors(kind, record, words):
                return
        for kind, facts in self._supplements(words.get("session-line", ())):
            if self._supplement(kind, facts, record, words):
                return

    # Records of meetings

    def _meeting(self, kind: Kind, record: dict[str, Any], words: Words) -> bool:
        lead = [block["unnumbered"] for block in takewhile(_is_plain, words["body"][:_LONGEST])]
        lines = [*words["title"], *words.get("subtitle", ()), *lead]
        if not all(isinstance(line, str) for line in lines):
            return False
        head = len(lines) - len(lead)
        told = [bare(_said(line)) for line in lines]
        notice = self._written([kind.notice] if kind.notice else [], record)
        for sort, facts in self._candidates(lines, kind, record):
            expected = self._written((*kind.title, *kind.subtitle), record | facts)
            if told[: len(expected)] != expected:
                continue
            seats = SeatReader(self.vocabulary, self.reference).read(lines[len(expected) :] if kind.seats else (), sort)
            end = len(expected) + seats.lines + len(notice)
            if end < head or told[end - len(notice) : end] != notice:
                continue
            record |= facts | seats.facts() | {"kind": Noted(kind.name, (Remark("IM011", _WHY, _said(lines[0])),))}
            _order(record)
            words.pop("title")
            words.pop("subtitle", None)
            del words["body"][: end - head]
            words |= {"persons": seats.persons} if seats.persons else {}
            self._leave_lines(kind, record, words)
            self._frame(record, words)
            return True
        return False

    def _candidates(
        self, lines: Sequence[str], kind: Kind, record: Mapping[str, Any]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """The facts that lines of page one may state of a meeting, and its sort."""
        told = [_said(line) for line in lines[:8]]
        titles = list(self._titles(kind, record, told[0])) if told else []
        if not titles:
            return
        said = bare("".join(told[1:]))
        days = [day for line in told[1:] if (day := day_in(line, self.vocabulary))][:1]
        places = [place for place in self.reference.places.values() if self._in(place, said)]
        times = sorted(self._times(said), key=self._length, reverse=True)
        for (number, sort), day, place, time in product(titles, days, [*places, None], [*times[:4], ""]):
            meeting = {"number": number, "date": day, "kind": sort} | ({"convened": time} if time else {})
            facts = {"place": place.id} if place else {}
            yield sort, facts | {"meetings": [OneLine(meeting)]}

    def _titles(self, kind: Kind, record: Mapping[str, Any], title: str) -> Iterator[tuple[int, str]]:
        """Number and sort of the meetings whose record has this title."""
        for number, sort in product(dict.fromkeys(re.findall(r"\d{1,4}", title.translate(FIGURES))), _MEETINGS):
            meeting = {"number": int(number), "date": "2000-01-01", "kind": sort}
            if int(number) and self._written(kind.title, {**record, "meetings": [meeting]}) == [bare(title)]:
                yield int(number), sort

    def _in(self, place: Any, said: str) -> bool:
        """Whether a place stands in the text as lines or sentences name it."""
        names = (place.names.get(self.vocabulary.code, ""), place.in_text.get(self.vocabulary.code, ""))
        return any(name and bare(name) in said for name in names)

    def _times(self, said: str) -> list[str]:
        """The times of day that a text without blanks names."""
        return [time for time in TIMES if bare(self.vocabulary.time(time)) in said]

    def _length(self, time: str) -> int:
        return len(self.vocabulary.time(time))

    def _frame(self, record: dict[str, Any], words: Words) -> None:
        """The lines that open and close the record, written from the hours."""
        meeting = dict(record["meetings"][0].value)
        for name, hour in _FRAME:
            for body, at in _plain_lines(words["body"]):
                time = self._hour(name, hour, body[at]["unnumbered"])
                if time is not None:
                    meeting |= {hour: time} if time else {}
                    body[at] = {"session": name}
                    break
        record["meetings"] = [OneLine(meeting)]

    def _hour(self, name: str, hour: str, line: str) -> str | None:
        """The hour that a line names which is the standard sentence `name`; “” for none, None for another line."""
        told = bare(_said(line))
        wording = self._plain_wording
        for time in ["", *self._times(told)]:
            if bare(_said(wording.sentence(f"session-{name}", meeting={hour: time or None}))) == told:
                return time
        return None

    # Sponsors of a draft

    def _sponsors(self, kind: Kind, record: dict[str, Any], words: Words) -> bool:
        """An addendum whose text lists States that are added to the sponsors of a draft."""
        body = words.get("body", ())
        if len(body) != len(kind.body) or not all(map(_is_plain, body)):
            return False
        told = [bare(_said(block["unnumbered"])) for block in body]
        symbol = Symbol(str(unfolded(record["symbol"])))
        is_addendum = symbol.suffix is not None and symbol.suffix.kind == "Add"
        given = {"parent": {"symbol": str(symbol.parent), "relation": "addendum"}} if is_addendum else {}
        states = self.facts.states(_said(body[-1]["unnumbered"]))
        adoption = {"number": "draft", "kind": "resolution", "sponsors": sorted(states or ())}
        facts = given | {"adoptions": [OneLine(adoption)]}
        title = [bare(_said(line)) for line in words["title"] if isinstance(line, str)]
        if not states or self._written(kind.body, facts) != told or self._written(kind.title, facts) != title:
            return False
        record |= facts | {"kind": Noted(kind.name, (Remark("IM011", _WHY, _said(body[0]["unnumbered"])),))}
        del words["title"], words["body"]
        return True

    # Supplements

    def _supplements(self, lines: Sequence[Any]) -> Iterator[tuple[Kind, dict[str, Any]]]:
        """The kinds whose standard lines end the lines under the masthead, with the facts these state."""
        told = [bare(_said(line)) for line in lines if isinstance(line, str)]
        for kind in (kind for kind in self.kinds.values() if kind.cover and kind.lines and told):
            for number in dict.fromkeys(re.findall(r"\d{1,3}(?: ?[A-Z])?", _said(lines[-1]).translate(FIGURES))):
                given = {"supplement": int(number) if number.isdigit() else number}
                written = self._written(kind.lines, {"facts": given})
                if written and told[-len(written) :] == written:
                    yield kind, given

    def _supplement(self, kind: Kind, facts: dict[str, Any], record: dict[str, Any], words: Words) -> bool:
        under = list(words.get("subtitle", ()))
        serial = next(filter(None, (_SERIAL.search(_said(line)) for line in under[-1:] if isinstance(line, str))), None)
        facts |= {"issn": serial[0]} if serial else {}
        cover = self._written(kind.cover, {"facts": facts})
        if not cover or [bare(_said(line)) for line in under[-len(cover) :]] != cover:
            return False
        said = " ".join(map(_said, words["session-line"]))
        record |= {"kind": Noted(kind.name, (Remark("IM011", _WHY, said),)), "facts": facts}
        words["subtitle"] = under[: -len(cover)]
        if not words["subtitle"]:
            words.pop("subtitle")
        self._leave_lines(kind, record, words)
        return True

    # What the kind writes

    def _leave_lines(self, kind: Kind, record: Mapping[str, Any], words: Words) -> None:
        """Take the lines under the masthead out of the words where session and kind write them all."""
        session = unfolded(record.get("session"))
        if not session or "session-line" not in words:
            return
        line = self.vocabulary.session_line(session["number"], session.get("part", "regular"))
        written = [bare(line), *self._written(kind.lines, record)]
        if [bare(_said(one)) for one in words["session-line"]] == written:
            words.pop("session-line")

    def _written(self, names: Sequence[str], record: Mapping[str, Any]) -> list[str]:
        """What standard sentences say of a record; nothing where one has not the facts it needs."""
        wording = self._wording(record)
        try:
            return [bare(_said(line)) for name in names if (line := wording.sentence(name).strip())]
        except BrokenWording:
            return []

    def _wording(self, record: Mapping[str, Any]) -> Wording:
        usual = {"symbol": "A/1", "kind": "note", "profile": "geneva", "organ": "none", "original": "en"}
        keys = ("organ", "place", "meetings", "facts", "parent", "adoptions")
        given = usual | {"date": "2000-01-01"} | {key: unfolded(record[key]) for key in keys if key in record}
        return Wording(self.workspace, self.vocabulary, Record.model_validate(given), Language(), self.reference)

    @cached_property
    def _plain_wording(self) -> Wording:
        return self._wording({})


def _is_plain(block: Any) -> bool:
    return isinstance(block, dict) and set(block) == {"unnumbered"} and isinstance(block["unnumbered"], str)


def _order(record: dict[str, Any]) -> None:
    """Put the place where records have it."""
    if "place" in record and "session" in record:
        after = list(record)[list(record).index("session") + 1 :]
        for key in ("place", *(key for key in after if key != "place")):
            record[key] = record.pop(key)


def _plain_lines(body: list[Any]) -> Iterator[tuple[list[Any], int]]:
    """Each paragraph without a number, as its list and place."""
    for at, block in enumerate(body):
        given = block.value if isinstance(block, Noted) else block
        if _is_plain(given):
            yield body, at
        elif isinstance(given, dict) and isinstance(given.get("body"), list):
            yield from _plain_lines(given["body"])


def _said(line: str) -> str:
    """The characters of a line of authors' text."""
    return plain(parse(line))
