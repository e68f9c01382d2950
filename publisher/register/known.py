"""How far a register had come when it was last used here.

It tells an emptied, cut or exchanged one.
"""

from __future__ import annotations

from publisher.configuration import said, say
from publisher.register.chain import End, chain_at
from publisher.register.database import reading
from publisher.register.register import Register

LIST = "registers-seen"


def remember(register: Register, *, anew: bool = False) -> None:
    """Keep for good how far the register has come; CannotWrite.

    `anew` whatever was seen before.
    """
    end = register.end()
    if anew or end not in _seen(register.place):
        say(LIST, [f"{end.identity} {end.count} {end.chain} {register.place}"])


def contradictions(register: Register) -> list[str]:
    """What in the register contradicts what was seen of it here, in words.

    Nothing where it was never seen.
    """
    seen = _seen(register.place)
    if not seen:
        return []
    furthest = seen[-1]
    with reading(register.engine) as connection:
        if register.end().identity != furthest.identity:
            return [f"another register stands here than the one used before, which had {furthest.count} edition(s)"]
        if chain_at(connection, furthest.count) != furthest.chain:
            return [
                f"the {furthest.count} edition(s) seen here before are not, or no longer all, those of the register"
            ]
    return []


def _seen(place: str) -> list[End]:
    found = []
    for line in said(LIST):
        identity, count, chain, where = (*line.split(" ", 3), "", "", "")[:4]
        if where == place and count.isdecimal():
            found.append(End(identity, int(count), chain))
    return found
