"""Which States a code may mean that no State has.

By the beginning of their names, by letters that were slips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from publisher.model.reference import State

_MOST = 3


def near_states(states: Mapping[str, State]) -> Callable[[str, Iterable[str]], str]:
    """What gives, for a code that is unknown, the hint which States are near it."""

    def near(written: str, _: Iterable[str]) -> str:
        ranked = sorted((_distance(written, state), code) for code, state in states.items())
        best = [code for far, code in ranked if far <= ranked[0][0]][:_MOST] if ranked[0][0] < _FAR else []
        named = [f"{code} ({states[code].names['en']})" for code in best]
        return f"Did you mean {' or '.join(named)}?" if named else ""

    return near


_FAR = 4


def _distance(written: str, state: State) -> int:
    """0 where a name begins so, 1 where two letters are exchanged, 2 and 3 where one is another: the last, any."""
    names = [state.names["en"], *state.usual]
    if any(name.casefold().startswith(written.casefold()) for name in names):
        return 0
    code = state.iso3
    if len(written) != len(code):
        return _FAR
    other = [place for place, (one, two) in enumerate(zip(written, code, strict=True)) if one != two]
    if len(other) == 2 and sorted(written) == sorted(code):
        return 1
    return (2 if other == [len(code) - 1] else 3) if len(other) == 1 else _FAR
