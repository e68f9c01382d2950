"""The functions that words may call to reach a fact.

What each gives is told in `publisher.wording.facts`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from publisher.language import Vocabulary
from publisher.model.document import Language
from publisher.model.record import AgendaItem, Record
from publisher.model.reference import Reference
from publisher.model.words import Words
from publisher.sandbox import FactGroup, Published
from publisher.wording.facts import group, plain_fact
from publisher.wording.names import body_name, known, named, state_name

# What of the vocabulary wording templates may call: each takes plain values and gives text.
SPOKEN = (  # noqa: SIM905
    "at_meeting at_time by_method capital cardinal choose date distribution gender group half head join label listed "
    "language_name manner meeting method number of office officer_label ordinal ordinal_in_figures per_cent "
    "period plural quote reference session sub_item the time vote_formula votes years"
).split()  # fmt: skip


class NoFact(LookupError):
    """A function was asked for something the record does not hold."""

    def __str__(self) -> str:
        return str(self.args[0])


def agenda_numbers(record: Record, vocabulary: Vocabulary) -> dict[str, str]:
    """The printed number of each item and sub-item of the agenda.

    {"opening": "1", "budget": "5 (b)"}
    """
    numbers: dict[str, str] = {}
    for number, item in enumerate(record.agenda, 1):
        if isinstance(item, AgendaItem):
            numbers[item.id] = str(number)
            numbers.update({key: vocabulary.sub_item(number, letter) for letter, key in enumerate(item.items, 1)})
        else:
            numbers[item] = str(number)
    return numbers


def functions(
    record: Record, words: Language, reference: Reference, vocabulary: Vocabulary, expand: Callable[[Words], str]
) -> dict[str, Published]:
    """The functions by name, bound to one document in one language."""
    language = vocabulary.code

    def meeting(number: int) -> FactGroup:
        found = next((entry for entry in record.meetings if entry.number == number), None)
        if found is None:
            raise NoFact(f"the record has no meeting {number}")
        return plain_fact(found, f"meeting {number}")  # type: ignore[no-any-return]

    def decision(number: str) -> FactGroup:
        found = next((entry for entry in record.adoptions if entry.number == number), None)
        text = words.decisions.get(number)
        if found is None and text is None:
            raise NoFact(f"neither the record nor the words have a decision “{number}”")
        facts: dict[str, Any] = plain_fact(found) if found else {"number": number, "kind": "decision"}
        title = {"title": expand(text.title)} if text else {}
        return group(f"decision {number}", {**facts, **title})

    def item(key: str) -> FactGroup:
        numbers = agenda_numbers(record, vocabulary)
        if key not in numbers:
            raise NoFact(f"“{key}” is not on the agenda")
        title = {"title": expand(words.agenda[key])} if key in words.agenda else {}
        return group(f"agenda item {key}", {"number": numbers[key], **title})

    def person(key: str) -> str:
        if key not in words.persons:
            raise NoFact(f"there are no words for the person “{key}”; there are " + ", ".join(sorted(words.persons)))
        return expand(words.persons[key])

    def organ(key: str | None = None) -> FactGroup:
        found = known(reference.organs, key or record.organ, "organ")
        names = ("full", "short", "opening", "programme", "programme_short")
        facts = {name: named(getattr(found, name), language, found.id) for name in names}
        sits_here = found.headquarters is not None and found.headquarters == record.place
        return group("organ", {"name": named(found.names, language, found.id), "sits_here": sits_here, **facts})

    def place(key: str | None = None) -> FactGroup:
        found = known(reference.places, key or record.place or "", "place")
        facts = {"name": named(found.names, language, found.id), "in_text": named(found.in_text, language, found.id)}
        return group("place", facts)

    calls: dict[str, Callable[..., Any]] = {
        "meeting": meeting,
        "decision": decision,
        "item": item,
        "person": person,
        "organ": organ,
        "place": place,
        "state": lambda code: state_name(code, language, reference),
        "body": lambda key: body_name(key, language, reference),
        "label": vocabulary.label,
        "regional_group": vocabulary.group,
        "office": vocabulary.office,
        "years": vocabulary.years,
    }
    return {name: Published(_asked(name, _plainly(call))) for name, call in calls.items()}


_PLAIN = (str, int, float, Decimal, datetime.date, datetime.time)


def spoken(vocabulary: Vocabulary) -> FactGroup:
    """What templates know as `v`: what the vocabulary can say."""
    return group("v", {name: Published(_plainly(getattr(vocabulary, name))) for name in SPOKEN})


def _plainly(call: Callable[..., Any]) -> Callable[..., Any]:
    """`call` for plain values only: a pattern of the vocabulary could reach into anything else."""

    def checked(*args: Any, **options: Any) -> Any:
        for given in (*args, *options.values()):
            entries = given if isinstance(given, list | tuple) else [given]
            if not all(entry is None or isinstance(entry, _PLAIN) for entry in entries):
                raise TypeError("a group of facts or a function is no value")
        return call(*args, **options)

    return checked


def _asked(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    """`call` with a message an editor understands where it is asked for nothing it knows."""

    def checked(*args: Any, **options: Any) -> Any:
        try:
            return call(*args, **options)
        except TypeError as fault:
            raise ValueError(f"“{name}” wants something else in its brackets") from fault
        except KeyError as fault:
            raise NoFact(f"“{name}” knows no {', '.join(map(repr, args))}") from fault

    return checked
