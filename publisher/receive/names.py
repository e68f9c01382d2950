"""Finds States and bodies by the names people write.

Official and usual ones in six languages; likeness only suggests.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from publisher.model.reference import Reference

_AND = re.compile(r" (?:and(?: the)?|et(?: les)?|y(?: las)?|и) ")
_ARTICLE = re.compile(r"^\s*(?:(?:the|la|le|les|el|los|las)\s+|l[’'])|\s\((?:the|la|le|les|l[’']|el|los|las)\)\s*$")
_AMPERSAND = re.compile(r"&\s*(?:(?:the|les|las)\s)?")
_CODE = 3  # letters of a code
_CLOSE = 80  # of 100: what comes nearer is worth asking about
_AS_NEAR = 2  # of 100: what is as near as the nearest
_OFFERED = 3


@lru_cache(maxsize=4)
def _index(states: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    shared: dict[str, set[str]] = defaultdict(set)
    for code, names in states:
        for name in names:
            found.setdefault(bare(name), code)
            found.setdefault(bare(_AND.sub(" ", name)), code)  # who writes “&” writes no letter
            shared[bare(name.partition(" (")[0])].add(code)
    for name, codes in shared.items():  # “Iran”, of “Iran (Islamic Republic of)”
        if len(codes) == 1:
            found.setdefault(name, *codes)
    return found


def states_by_name(reference: Reference) -> Mapping[str, str]:
    """The code of each State by every name and code it has.

    In any language.
    """
    listed = []
    for state in reference.states.values():
        names = [state.iso3, state.iso2, *state.names.values(), *state.in_text.values(), *state.formal.values()]
        listed.append((state.iso3, tuple(dict.fromkeys(filter(None, (*names, *state.usual))))))
    return _index(tuple(listed))


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
    """The names that come nearest, for a person to decide on.

    Nothing where none comes near.
    """
    said = bare(name)
    names = [one for one in known if len(one) > _CODE]  # a code is like too many words
    near = [one for one in names if one.startswith(said) or (one.endswith(said) and len(said) > _CODE)]
    if not near:
        found = process.extract(said, names, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=20)
        near = [one for one, score, _ in found if score > found[0][1] - _AS_NEAR]
    codes = list(dict.fromkeys(known[one] for one in near)) if len(said) >= _CODE else []
    return f"did you mean {' or '.join(codes)}?" if 0 < len(codes) <= _OFFERED else ""


def bare(name: str) -> str:
    """The letters of a name without accents, articles and points, small."""
    letters = unicodedata.normalize("NFKD", _AMPERSAND.sub("", _ARTICLE.sub("", name.casefold())))
    return "".join(sign for sign in letters if sign.isalnum())
