"""The filters that turn facts into words of one language.

What each does is told in `publisher.wording.facts`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sized
from typing import Any, Literal, get_args

from publisher.language import Vocabulary
from publisher.language.calendar import DateForm, PeriodStyle
from publisher.model.reference import Reference
from publisher.wording.names import body_name, state_names
from publisher.wording.sandbox import Filters

_FORMS: tuple[str, ...] = get_args(DateForm)
_STYLES: tuple[str, ...] = get_args(PeriodStyle)


def filters(vocabulary: Vocabulary, reference: Reference) -> Filters:
    """The filters by name, bound to one language."""

    def date(day: datetime.date, form: Any = "text") -> str:
        if not isinstance(day, datetime.date):
            raise ValueError("“date” is for dates")
        return vocabulary.date(day, _one_of(form, _FORMS, "form of a date"))

    def period(days: Iterable[datetime.date], style: Any = "text") -> str:
        return vocabulary.period(list(days), _one_of(style, _STYLES, "form of a period"))

    def states(codes: Iterable[str], form: Literal["list", "in-text"] = "list") -> list[str]:
        return state_names(
            codes, vocabulary, reference, in_text=_one_of(form, ("list", "in-text"), "form") == "in-text"
        )

    def bodies(keys: Iterable[str], form: Literal["list", "in-text"] = "in-text") -> list[str]:
        alone = _one_of(form, ("list", "in-text"), "form") == "list"
        return [body_name(key, vocabulary.code, reference, alone=alone) for key in keys]

    def join(entries: Iterable[Any], conjunction: Any = "and", strong: bool = False) -> str:
        joint = _one_of(conjunction, ("and", "or"), "conjunction")
        return vocabulary.join([str(entry) for entry in entries], joint, strong=strong)

    def count(entries: Sized | int) -> int:
        return entries if isinstance(entries, int) else len(entries)

    tools: Filters = {
        "date": date,
        "period": period,
        "time": vocabulary.time,
        "half": vocabulary.half,
        "states": states,
        "bodies": bodies,
        "join": join,
        "listed": lambda entries: vocabulary.entries.lists.separator.join(str(entry) for entry in entries),
        "count": count,
        "ordinal": vocabulary.ordinal,
        "cardinal": vocabulary.cardinal,
        "plural": lambda number, key: vocabulary.plural(count(number), key),
        "number": vocabulary.number,
        "per_cent": vocabulary.per_cent,
        "capital": vocabulary.capital,
        "the": vocabulary.the,
        "of": vocabulary.of,
        "quote": vocabulary.quote,
    }
    return {name: _of_values(name, tool) for name, tool in tools.items()}


def _of_values(name: str, tool: Callable[..., Any]) -> Callable[..., Any]:
    """`tool` with a message an editor understands where it is put to the wrong kind of fact."""

    def checked(value: Any, *args: Any, **options: Any) -> Any:
        if value is None:
            raise ValueError(f"the fact has no value, so “{name}” cannot say it")
        try:
            return tool(value, *args, **options)
        except (TypeError, AttributeError, KeyError, ArithmeticError, StopIteration) as fault:
            raise ValueError(f"“{name}” cannot be put to this fact, or not with these words in brackets") from fault

    return checked


def _one_of(given: Any, allowed: tuple[str, ...], what: str) -> Any:
    """`given` where it is one of `allowed`; ValueError that lists them otherwise."""
    if given not in allowed:
        raise ValueError(f"“{given}” is no {what}; there are " + ", ".join(allowed))
    return given
