"""Names of States, bodies and places, in the language's order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from publisher.language import Vocabulary
from publisher.model.reference import Body, Organ, Reference, State

Entry = TypeVar("Entry")


class NoName(LookupError):
    """Reference data has no such entry, or no name for it in this language."""

    def __str__(self) -> str:
        return str(self.args[0])


def named(names: Mapping[str, str], language: str, key: str) -> str:
    """The name in `language`; NoName when it is not there or empty."""
    if name := names.get(language):
        return name
    raise NoName(f"no name of “{key}” in “{language}”")


def state_names(
    codes: Iterable[str], vocabulary: Vocabulary, reference: Reference, *, in_text: bool = False
) -> list[str]:
    """The names of States in order (CONVENTIONS §5.7, §5.8).

    As the language lists them.
    """
    chosen = [known(reference.states, code, "State") for code in codes]
    ordered = vocabulary.sort_states(chosen)
    return [named(state.in_text if in_text else state.names, vocabulary.code, state.iso3) for state in ordered]


def observer_names(keys: Iterable[str], vocabulary: Vocabulary, reference: Reference) -> list[str]:
    """The names of observers in one alphabetical order.

    States and others, as they stand in a sentence.
    """
    chosen: list[State | Body | Organ] = [_observer(key, reference) for key in keys]
    ordered = vocabulary.sort_states(chosen)
    return [named(_in_text(observer), vocabulary.code, observer.names.get("en", "")) for observer in ordered]


def _observer(key: str, reference: Reference) -> State | Body | Organ:
    if key in reference.states:
        return reference.states[key]
    return reference.bodies[key] if key in reference.bodies else known(reference.organs, key, "observer")


def _in_text(observer: State | Body | Organ) -> Mapping[str, str]:
    return observer.names if isinstance(observer, Organ) else observer.in_text


def state_name(code: str, language: str, reference: Reference, *, listed: bool = False) -> str:
    """The name of one State as it stands in a sentence, or in a list."""
    state = known(reference.states, code, "State")
    return named(state.names if listed else state.in_text, language, code)


def body_name(key: str, language: str, reference: Reference, short: bool = False, alone: bool = False) -> str:
    """The name of a body or organ in a sentence.

    `short` after its first mention, or `alone` in a list.
    """
    if short:
        entry = reference.bodies[key] if key in reference.bodies else known(reference.organs, key, "body")
        return named(entry.short, language, key)
    if key in reference.bodies:
        return named(reference.bodies[key].names if alone else reference.bodies[key].in_text, language, key)
    return named(known(reference.organs, key, "body").names, language, key)


def known(entries: Mapping[str, Entry], key: str, what: str) -> Entry:
    """The entry `key`; NoName when reference data has none."""
    if key not in entries:
        raise NoName(f"reference data has no {what} “{key}”")
    return entries[key]
