"""Looks whether names stand for something.

Codes of States, keys of bodies, numbers of meetings, votes, persons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Language
from publisher.model.record import AgendaItem, NumberedItem, Record
from publisher.model.reference import Reference
from publisher.read.near_states import near_states
from publisher.read.shape import Path, key_place, nearest, place

_CODES = "Write the three letters of ISO 3166, such as KEN for Kenya."
_OWN_ORGAN = "`publisher organ list` names those there are; `publisher organ new` adds one of your own."
_OWN_PLACE = "Put a place of your own into places.yaml of a folder `reference` above the document."
_OWN_BODY = "Put a body of your own into bodies.yaml of a folder `reference` above the document."
Named = Iterable[tuple[Path, str]]  # where something is named, and by which name


def record_findings(record: Record, written: Any, reference: Reference) -> list[Diagnostic]:
    """Findings on names in the record that nothing carries.

    Neither the record nor the reference data.
    """
    items = [*agenda_items(record), *numbered_items(record)]
    return [
        *_unknown("RD021", "State", _states(record), reference.states, written, _CODES, near_states(reference.states)),
        *_unknown("RD022", "body", _bodies(record), reference.bodies, written, _OWN_BODY),
        *_unknown("RD023", "organ", _organs(record), reference.organs, written, _OWN_ORGAN),
        *_unknown(
            "RD024",
            "place",
            [(("place",), record.place)] if record.place else [],
            reference.places,
            written,
            _OWN_PLACE,
        ),
        *_unknown("RD025", "meeting", _meetings(record), [str(meeting.number) for meeting in record.meetings], written),
        *_unknown("RD026", "vote", _votes(record), record.votes, written),
        *_unknown("RD027", "person", _persons(record), record.persons, written),
        *_unknown("FA001", "decision", _decisions(record), [one.number for one in record.adoptions], written),
        *_unknown("FA003", "agenda item", _items(record), [name for _, name in items], written),
        *_twice(
            "meeting", [(("meetings", n, "number"), str(one.number)) for n, one in enumerate(record.meetings)], written
        ),
        *_twice("agenda item", items, written),
    ]


def cross_findings(record: Record, words: Language, written_words: Any) -> list[Diagnostic]:
    """Findings on words for items and persons the record has not.

    What the record holds and a language has no words for is found where the words are needed.
    """
    items = [name for _, name in (*agenda_items(record), *numbered_items(record))]
    return [
        *_without_fact("agenda item", "agenda", words.agenda, items, written_words),
        *_without_fact("person", "persons", words.persons, record.persons, written_words),
    ]


def agenda_items(record: Record) -> Iterator[tuple[Path, str]]:
    """Every agenda item and sub-item with the place it is listed at."""
    for number, entry in enumerate(record.agenda):
        if isinstance(entry, AgendaItem):
            yield ("agenda", number, "id"), entry.id
            yield from ((("agenda", number, "items", inner), name) for inner, name in enumerate(entry.items))
        else:
            yield ("agenda", number), entry


def numbered_items(record: Record) -> Iterator[tuple[Path, str]]:
    """Every item that a document without the agenda names by its number."""
    for number, item in enumerate(record.agenda_item):
        if isinstance(item, NumberedItem):
            yield ("agenda-item", number, "id"), item.id


def _states(record: Record) -> Iterator[tuple[Path, str]]:
    attendance = record.attendance
    lists: dict[Path, Any] = {
        ("attendance", "members"): attendance.members,
        ("attendance", "observer-states"): attendance.observer_states,
    }
    for key, vote in record.votes.items():
        lists[("votes", key, "in-favour")] = vote.in_favour
        lists[("votes", key, "against")] = vote.against
        lists[("votes", key, "abstaining")] = vote.abstaining
        lists[("votes", key, "requested-by")] = vote.requested_by
    for key, election in record.elections.items():
        lists |= {("elections", key, "elected", group): states for group, states in election.elected.items()}
    for path, states in lists.items():
        if isinstance(states, list):  # a vote that was not recorded holds a number instead
            yield from (((*path, number), code) for number, code in enumerate(states))
    for key, bureau in record.bureaux.items():
        yield from (
            (("bureaux", key, "officers", number, "state"), one.state)
            for number, one in enumerate(bureau.officers)
            if one.state
        )
    for key, person in record.persons.items():
        if person.state:
            yield ("persons", key, "state"), person.state


def _bodies(record: Record) -> Iterator[tuple[Path, str]]:
    lists = {
        "observers": record.attendance.observers,
        "un-bodies": record.attendance.un_bodies,
        "intergovernmental": record.attendance.intergovernmental,
        "non-governmental": record.attendance.non_governmental,
    }
    for key, names in lists.items():
        yield from ((("attendance", key, n), name) for n, name in enumerate(names))


def _organs(record: Record) -> Iterator[tuple[Path, str]]:
    yield ("organ",), record.organ
    yield from ((("elections", key, "body"), election.body) for key, election in record.elections.items())


def _meetings(record: Record) -> Iterator[tuple[Path, str]]:
    if record.credentials and record.credentials.meeting is not None:
        yield ("credentials", "meeting"), str(record.credentials.meeting)
    for name, facts in (("votes", record.votes), ("elections", record.elections), ("bureaux", record.bureaux)):
        for key, fact in facts.items():
            if fact.meeting is not None:
                yield (name, key, "meeting"), str(fact.meeting)
    for number, adoption in enumerate(record.adoptions):
        if adoption.meeting is not None:
            yield ("adoptions", number, "meeting"), str(adoption.meeting)


def _votes(record: Record) -> Iterator[tuple[Path, str]]:
    yield from ((("adoptions", n, "vote"), one.vote) for n, one in enumerate(record.adoptions) if one.vote)


def _persons(record: Record) -> Iterator[tuple[Path, str]]:
    for key, bureau in record.bureaux.items():
        for number, officer in enumerate(bureau.officers):
            if officer.person:
                yield ("bureaux", key, "officers", number, "person"), officer.person


def _decisions(record: Record) -> Iterator[tuple[Path, str]]:
    yield from ((("votes", key, "on"), vote.on) for key, vote in record.votes.items() if vote.on[0].isdigit())


def _items(record: Record) -> Iterator[tuple[Path, str]]:
    yield from ((("agenda-item", n), name) for n, name in enumerate(record.agenda_item) if isinstance(name, str))
    yield from ((("adoptions", n, "agenda"), one.agenda) for n, one in enumerate(record.adoptions) if one.agenda)


def _unknown(
    code: str, kind: str, named: Named, known: Iterable[str], written: Any, otherwise: str = "",
    near: Callable[[str, Iterable[str]], str] = nearest,
) -> list[Diagnostic]:  # fmt: skip
    names = list(known)
    listed = otherwise or (f"Known: {', '.join(names)}." if 0 < len(names) < 10 else "")
    return [
        finding(code, f"there is no {kind} “{name}”", place(written, path), span=name, hint=near(name, names) or listed)
        for path, name in named
        if name not in names
    ]


def _twice(kind: str, named: Named, written: Any) -> list[Diagnostic]:
    seen: dict[str, Path] = {}
    found = []
    for path, name in named:
        if name in seen:
            first = place(written, seen[name])
            found.append(
                finding(
                    "RD030",
                    f"the {kind} {name} is listed a second time",
                    place(written, path),
                    span=name,
                    hint=f"It stands first at line {first.line}." if first else "",
                )
            )
        seen.setdefault(name, path)
    return found


def _without_fact(
    kind: str, key: str, words: Mapping[str, Any], facts: Iterable[str], written: Any
) -> list[Diagnostic]:
    names = list(facts)
    return [
        finding(
            "RD028",
            f"the record has no {kind} “{name}”",
            key_place(written, (key, name)),
            span=name,
            hint=nearest(name, names),
        )
        for name in words
        if name not in names
    ]
