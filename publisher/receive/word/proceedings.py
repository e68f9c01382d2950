"""The facts of the report of a session, put into its record with the words that say them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from publisher.receive.composition import CompositionReader
from publisher.receive.folder import Noted, OneLine, Remark
from publisher.receive.proceedings import ProceedingsReader
from publisher.receive.said import Facts
from publisher.receive.word.lines import Structure
from publisher.receive.written import unfolded


def put_proceedings(
    record: dict[str, Any], words: dict[str, Any], structure: Structure, facts: Facts, sentence: Callable[..., str]
) -> None:
    """Add what the body says of meetings, credentials, those present, officers and elections.

    Names of persons go into the words. What `record` has already stays.
    """
    lines = structure.body.lines
    course, composition = ProceedingsReader(facts.vocabulary, facts.sentence), CompositionReader(facts, sentence)
    session = unfolded(record.get("session")) or {}
    if (held := course.meetings(lines, session.get("days", ()))) is not None:
        record["meetings"] = _read(
            [OneLine(one) for one in held.value], "the meetings it numbers and dates", held.words
        )
    if (given := course.credentials(lines)) is not None:
        record["credentials"] = _read(OneLine(given.value), "the credentials it counts", given.words)
    for category, present in composition.attendance(lines).items():
        listed = _read(OneLine(present.value), "those it lists as present", present.words)
        record.setdefault("attendance", {})[category] = listed
    for place, bureau in enumerate(composition.bureaux(lines), 1):
        officers = {"officers": [OneLine(one) for one in bureau.officers]}
        record.setdefault("bureaux", {})[_key("bureau", place)] = _read(officers, "the officers it names", bureau.words)
        persons = {f"{_key('', place)}{key}": name for key, name in bureau.persons.items()}
        record.setdefault("persons", {}).update({key: {} for key in persons})
        words.setdefault("persons", {}).update(persons)
    for place, (election, said) in enumerate(composition.elections(structure.body.body), 1):
        record.setdefault("elections", {})[_key("election", place)] = _read(election, "the election it tells", said)


def _read(value: Any, what: str, words: str) -> Noted:
    return Noted(value, (Remark("IM011", f"read from the text: {what}", words),))


def _key(name: str, place: int) -> str:
    return name if place == 1 else f"{name}-{place}".strip("-")
