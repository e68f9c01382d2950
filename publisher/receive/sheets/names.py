"""Finds States and bodies by the names people write.

Official and usual ones in six languages; likeness only suggests.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from publisher.model.reference import Reference

_CLOSE = 80  # of 100: what comes nearer is worth asking about


@lru_cache(maxsize=4)
def _index(states: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in states:
        for name in names:
            found.setdefault(bare(name), code)
    return found


def states_by_name(reference: Reference) -> Mapping[str, str]:
    """The code of each State by every name and code it has.

    In any language.
    """
    listed = []
    for state in reference.states.values():
        names = [state.iso3, state.iso2]
        for by_language in (state.names, state.in_text, state.formal):
            names += [name for name in by_language.values() if name]
        names += [name.partition(" (")[0] for name in state.names.values() if _alone(name, reference)]
        listed.append((state.iso3, tuple(names)))
    return _index(tuple(listed))


def _alone(name: str, reference: Reference) -> bool:
    """True where the name before the brackets is that of one State only: “Iran (Islamic Republic of)”."""
    before, bracket, _ = name.partition(" (")
    sharing = [one for state in reference.states.values() for one in state.names.values() if one.startswith(before)]
    return bool(bracket) and len({one.partition(" (")[0] for one in sharing if one.partition(" (")[0] == before}) == 1


def bodies_by_name(reference: Reference) -> Mapping[str, str]:
    """The key of each body by every name it has, keys as well.

    In any language, short names too.
    """
    found: dict[str, str] = {}
    for body in reference.bodies.values():
        for name in (body.id, *body.names.values(), *body.in_text.values(), *body.short.values()):
            found.setdefault(bare(name), body.id)
    return found


def suggestion(name: str, known: Mapping[str, str]) -> str:
    """The name that comes nearest, for a person to decide on.

    Nothing where none comes near.
    """
    names = [one for one in known if len(one) > 3]  # a code is like too many words
    near = process.extractOne(bare(name), names, scorer=fuzz.ratio, score_cutoff=_CLOSE - 5) or process.extractOne(
        bare(name), names, scorer=fuzz.WRatio, score_cutoff=_CLOSE
    )
    return f"did you mean {known[near[0]]}?" if near else ""


def bare(name: str) -> str:
    """The letters of a name without accents, articles and points, small."""
    letters = unicodedata.normalize("NFKD", name.casefold().removeprefix("the "))
    return "".join(sign for sign in letters if sign.isalnum())
