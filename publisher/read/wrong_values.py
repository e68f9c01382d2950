"""Says in an editor's words why a value cannot be used.

Kind by kind of pydantic's errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from babel import Locale

from publisher.model.characters import slug
from publisher.model.record import DECISION, IDENTIFIER, LANGUAGE, STATE, TIME
from publisher.model.reference import load_reference
from publisher.model.words import Part
from publisher.model.workspace import shipped
from publisher.read.days import day_meant

_FORMS = {  # what a value of a given pattern looks like
    IDENTIFIER: "a name in small Latin letters, figures and hyphens that begins with a letter, such as executive-board",
    STATE: "the code of a State in three capitals, such as KEN",
    LANGUAGE: "the code of a language in small letters, such as zh",
    TIME: 'a time on the 24-hour clock, such as "10:40"',
    DECISION: "a number of session and decision, such as 2/6",
    r"^\d{1,4} (bis|ter|quater|quinquies)$": "an inserted number, such as 12 bis",
}
_KINDS = {  # beginning of pydantic's error type: what is expected
    "string": "text; put a bare number, date, true or false in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "bool": "true or false",
    "date": "a day, such as 2025-06-14",
    "list": "a list: each entry on a line of its own, after “- ”",
    "tuple": "a list, such as [2025, 2029]",
    "dict": "keys and values: “key: value”",
    "model": "keys and values: “key: value”",
    "none": "nothing",
}
_QUOTE = "A text with a colon and a space in it stands in quotation marks."
_BRACKET = "A text that begins with a bracket or a dash stands in quotation marks."
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}


def described(entry: Any, name: str, nearest: Callable[[str, Iterable[str]], str]) -> tuple[str, str]:
    """Message and hint for one error of pydantic about `name`.

    The value of a key or entry.
    """
    kind: str = entry["type"]
    context: dict[str, Any] = entry.get("ctx", {})
    subject = f"“{name}”" if name and not name.isdigit() else "this entry"
    written = entry["input"]
    if written is None:
        return f"nothing stands after {subject}", "Write the value, or delete the key."
    match kind:
        case "unknown_block" if isinstance(written, list):
            return f"{subject} cannot be a list", _BRACKET if all(isinstance(one, str) for one in written) else str(
                entry["msg"]
            )
        case "unknown_block":
            return f"{subject} cannot be mere words", str(entry["msg"])
        case "literal_error":
            known = re.findall(r"'([^']*)'", context["expected"]) or [context["expected"]]
            said = f"{subject} is “{written}”; it" if str(written) != name else subject
            return f"{said} can be: {', '.join(known)}", nearest(str(written), known)
        case "string_pattern_mismatch":
            return f"{subject} must be {_FORMS.get(context['pattern'], 'of another form')}", _written_so(entry, nearest)
        case "value_error":
            return str(context.get("error", entry["msg"])), _QUOTE if _is_line(written) else ""
        case "string_too_short":
            return f"{subject} must have at least {context['min_length']} characters", ""
        case "too_long" | "too_short":
            wanted = context.get("max_length", context.get("min_length"))
            return f"{subject} must have {wanted} entries; it has {context['actual_length']}", ""
        case "missing":
            return f"{subject} has too few entries", ""
        case _ if kind in _LIMITS:
            words, key = _LIMITS[kind]
            return f"{subject} must be {words} {context[key]}", ""
        case _:
            pass
    if "date" in kind:
        return f"{subject} must be a day of the calendar, such as 2025-06-14", day_meant(str(written))
    expected = next((said for start, said in _KINDS.items() if kind.startswith(start)), None)
    return (
        (f"{subject} must be {expected}", _shape_meant(kind, written, str(context.get("class_name"))))
        if expected
        else (f"{subject}: {entry['msg']}", "")
    )


def _is_line(written: Any) -> bool:
    """Whether a text with a colon in it was read as a key with a value: “Report: wells”."""
    return isinstance(written, dict) and len(written) == 1 and all(isinstance(one, str) for one in written.values())


def _shape_meant(kind: str, written: Any, part: str) -> str:
    """A hint how a list is made of a text, and keys with values of a list, or of a text where one key is enough."""
    if kind.startswith("list") and isinstance(written, str | int | float):
        return "Write it on the line below, after “- ”."
    if kind.startswith(("dict", "model")) and isinstance(written, list):
        return "Take the “- ” at the beginning of its entries away."
    if kind.startswith("model") and isinstance(written, str | int | float) and (key := _only_key(part)):
        return f"Write {{{key}: {written}}}."
    return ""


def _only_key(part: str) -> str:
    """The one key that a part of a document must have; nothing where there are more, or none."""
    named = next((one for one in Part.__subclasses__() if one.__name__ == part), None)
    wanted = [field.alias or name for name, field in named.model_fields.items() if field.is_required()] if named else []
    return wanted[0] if len(wanted) == 1 else ""


_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")


def _written_so(entry: Any, nearest: Callable[[str, Iterable[str]], str]) -> str:
    """A hint of what was meant where a value has not its form: a name in capitals, a State by its name."""
    written, pattern = str(entry["input"]), entry["ctx"]["pattern"]
    if pattern == TIME and (clock := _CLOCK.fullmatch(written)):
        return f'Write "{clock[1]}:{clock[2]}", in quotation marks.'
    if pattern == STATE:
        codes = _codes_of_states()
        known = codes.get(written.casefold()) or next((c for c in codes.values() if c[:2] == written.upper()), "")
        return f"Write {known}." if known else nearest(written.casefold(), codes)
    if pattern == LANGUAGE:
        code = next((code for code, name in Locale("en").languages.items() if name == written.capitalize()), "")
        return f"Write {code}." if code else ""
    if pattern == IDENTIFIER and written.isascii():
        name = slug(written)
        if not re.match(IDENTIFIER, name):
            return f"Write “n{name}”." if name else ""
        near = name if name in _names() else nearest(name, _names())
        return near if near.startswith("Did") else f"Write “{name}”."
    return ""


@cache
def _names() -> frozenset[str]:
    """The names of organs, places and bodies."""
    reference = load_reference(shipped("reference"))
    return frozenset([*reference.organs, *reference.places, *reference.bodies])


@cache
def _codes_of_states() -> dict[str, str]:
    """The code of every State by its names in all languages, in small letters."""
    states = load_reference(shipped("reference")).states
    forms = (
        (name, code) for code, state in states.items() for form in (state.names, state.formal) for name in form.values()
    )
    return {name.casefold(): code for name, code in forms}
