"""Reference data shared by all documents, in six languages.

States, regional groups, organs, bodies and places.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

OFFICIAL_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
GROUPS = ("african", "asia-pacific", "eastern-european", "grulac", "weog")  # the order UN elections print them in

Names = Mapping[str, str]  # language code → name
StateStatus = Literal["member", "observer"]
BodyCategory = Literal["united-nations", "intergovernmental", "non-governmental", "other"]


@dataclass(frozen=True, slots=True)
class State:
    """A State: `names` as listed, `in_text`, `formal` in full.

    “Iran (Islamic Republic of)” is listed. English `in_text` carries the article (“the Niger”); the other languages
    stand without it. `usual` are names that people write and nobody prints, `unterm` is its identifier in UNTERM.
    """

    iso3: str
    iso2: str
    m49: str
    group: str | None
    status: StateStatus
    names: Names
    in_text: Names
    formal: Names
    usual: tuple[str, ...] = ()
    unterm: str = ""


@dataclass(frozen=True, slots=True)
class Resolutions:
    """How an organ's resolutions name themselves, one or several.

    The lines hold {date}, {number} and {meeting} (ordinal in figures). `headed` is False where number and title do not
    stand above the text, because the title says the number; `votes` True where the lines under it tell who voted how;
    `item` and `proponent` True where page one names the item of the agenda, and on whose report it was adopted.
    """

    title: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, tuple[str, ...]]
    headed: bool = True
    votes: bool = False
    item: bool = False
    proponent: bool = False

    def lines(self, language: str, *, several: bool) -> tuple[str, ...]:
        """Lines of the title in `language`, for one or `several`.

        Those for one where there are none for several.
        """
        return (self.titles.get(language) if several else None) or self.title.get(language, ())


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that issues documents or is elected.

    In English, for UN-Habitat’s: `names` “United Nations Habitat Assembly” (in running text, without article),
    `full` “United Nations Habitat Assembly of the United Nations Human Settlements Programme”, `short` “UN-Habitat
    Assembly”, `opening` “The United Nations Habitat Assembly,” (line above a preamble), `programme` the name large
    beside the emblem, `programme_short` “UN-Habitat”, `emblem_words` the words of the emblem itself, `lines` what
    stands in bold under the masthead rule above the session, `headquarters` a key of places.yaml. `emblem` is the file
    name in templates/emblems without its ending, `organization` the words at the top of page one, `symbol_prefix` how
    its symbols begin (“HSP/HA.”), `members` whether all States or a board belong to it, `light_lines` which of `lines`
    are not bold, from 1, `lines_under_session` whether they stand below the session instead, `sessions` how it counts
    them: numbered, yearly where the number is a year, none where it sits always, `numbering` how its decisions are
    numbered, `session_year` what is added to the number of a session to have the year it opens in, `seats` how many
    members it has, `fictional` True for the organ of the demonstrations.
    """

    id: str
    names: Names
    full: Names
    short: Names
    opening: Names
    programme: Names
    programme_short: Names
    emblem_words: Names
    lines: Mapping[str, tuple[str, ...]]
    emblem: str
    symbol_prefix: str
    members: Literal["universal", "elected"]
    headquarters: str | None
    fictional: bool = False
    light_lines: tuple[int, ...] = ()
    lines_under_session: bool = False
    sessions: Literal["numbered", "yearly", "none"] = "numbered"
    numbering: str = "{session}/{number}"
    session_year: int | None = None
    seats: int | None = None
    tail_last: bool = False  # meeting and date stand under the annexes of a decision
    resolutions: Resolutions | None = None
    organization: Names = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Body:
    """A United Nations body or another organization that attends.

    English `in_text` carries the article.
    """

    id: str
    category: BodyCategory
    names: Names
    in_text: Names
    short: Names
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where meetings are held: `names` and, with preposition, `in_text`.

    “Nairobi”, “in Nairobi”, “в Найроби”
    """

    id: str
    names: Names
    in_text: Names
    country: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference data by key.

    `groups` gives each regional group its members in the order of states.csv.
    """

    states: Mapping[str, State]
    organs: Mapping[str, Organ]
    bodies: Mapping[str, Body]
    places: Mapping[str, Place]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    proponents: Mapping[str, Names] = field(default_factory=dict)  # on whose report a resolution was adopted
    unterm: Mapping[str, str] = field(default_factory=dict)  # identifier in UNTERM → code of the State


_FILES = (
    "states.csv", "usual-names.yaml", "unterm.csv", "organs.yaml", "bodies.yaml", "places.yaml", "proponents.yaml",
)  # fmt: skip


def organs_of_symbol(symbol: str, organs: Iterable[Organ]) -> list[Organ]:
    """Those whose symbols begin like `symbol`, the longest beginning first."""
    fitting = [one for one in organs if one.symbol_prefix and symbol.startswith(one.symbol_prefix)]
    return sorted(fitting, key=lambda one: len(one.symbol_prefix), reverse=True)


def load_reference(path: Path, own: tuple[tuple[str, Path], ...] = ()) -> Reference:
    """The reference data in the folder `path`.

    Read once for each state of its files. Entries of the user's `own` files (name → file) lie over those of the same
    key; entries that cannot be used are passed over here, for reading the document tells of them.
    """
    return _over(_shipped(path), own) if own else _shipped(path)


def _over(reference: Reference, own: tuple[tuple[str, Path], ...]) -> Reference:
    states = {name: (path, path.stat().st_mtime_ns) for name, path in own}
    made: dict[str, Any] = {
        "organs": {**reference.organs, **_own(states.get("organs.yaml"), _organ)},
        "bodies": {**reference.bodies, **_own(states.get("bodies.yaml"), _body)},
        "places": {**reference.places, **_own(states.get("places.yaml"), _place)},
    }
    return replace(reference, **made)


def _own(file: tuple[Path, int] | None, make: Callable[[str, dict[str, Any]], Any]) -> dict[str, Any]:
    made = {}
    for key, entry in _own_entries(*file).items() if file else ():
        try:
            made[str(key)] = make(str(key), entry)
        except (KeyError, TypeError, AttributeError, ValueError):
            continue
    return made


@lru_cache(maxsize=32)
def _own_entries(path: Path, changed: int) -> dict[str, Any]:
    try:
        return _entries(path)
    except (OSError, ValueError, TypeError, yaml.YAMLError):
        return {}


def _shipped(path: Path) -> Reference:
    return _load(path, tuple((path / name).stat().st_mtime_ns for name in _FILES))


@lru_cache(maxsize=8)
def _load(path: Path, changed: tuple[int, ...]) -> Reference:
    states = {state.iso3: state for state in _states(path)}
    groups = {group: tuple(s.iso3 for s in states.values() if s.group == group) for group in GROUPS}
    return Reference(
        states=states,
        organs={key: _organ(key, entry) for key, entry in _entries(path / "organs.yaml").items()},
        bodies={key: _body(key, entry) for key, entry in _entries(path / "bodies.yaml").items()},
        places={key: _place(key, entry) for key, entry in _entries(path / "places.yaml").items()},
        groups=groups,
        proponents=_entries(path / "proponents.yaml"),
        unterm={state.unterm: state.iso3 for state in states.values() if state.unterm},
    )


def without_comments(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a CSV file that are not comments (`# …`)."""
    return (line for line in lines if not line.startswith("#"))


def _states(path: Path) -> Iterator[State]:
    usual, identifiers = _entries(path / "usual-names.yaml"), _identifiers(path / "unterm.csv")
    with (path / "states.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(without_comments(lines)):
            # A further language is a further column: nothing here counts them.
            names = {column.removeprefix("name_"): row[column] for column in row if column.startswith("name_")}
            yield State(
                iso3=row["iso3"],
                iso2=row["iso2"],
                m49=row["m49"],
                group=row["group"] or None,
                status="member" if row["status"] == "member" else "observer",
                names=names,
                in_text={code: row.get(f"text_{code}") or name for code, name in names.items()},
                formal={code: row.get(f"formal_{code}", "") for code in names},
                usual=tuple(usual.get(row["iso3"], ())),
                unterm=identifiers.get(row["iso3"], ""),
            )


def _identifiers(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["iso3"]: row["id"] for row in csv.DictReader(without_comments(lines))}


def _entries(path: Path) -> dict[str, dict[str, Any]]:
    # The shipped files are ours and tested with the strict reader, so the quick loader is enough here.
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return dict(loaded)


def _organ(key: str, entry: dict[str, Any]) -> Organ:
    names = entry["names"]
    full = entry.get("full", names)
    return Organ(
        id=key,
        names=names,
        full=full,
        short=entry.get("short", names),
        opening=entry.get("opening", names),
        programme=entry.get("programme", names),
        programme_short=entry.get("programme-short", entry.get("programme", names)),
        emblem_words=entry.get("emblem-words", {}),
        lines=_lines(entry.get("lines", {})),
        emblem=entry.get("emblem", "neutral"),
        symbol_prefix=entry["symbol-prefix"],
        light_lines=tuple(entry.get("light-lines", ())),
        lines_under_session=entry.get("lines-under-session", False),
        members=entry.get("members", "universal"),
        headquarters=entry.get("headquarters"),
        sessions=entry.get("sessions", "numbered"),
        numbering=entry.get("numbering", "{session}/{number}"),
        session_year=entry.get("session-year"),
        seats=entry.get("seats"),
        tail_last=entry.get("tail-last", False),
        fictional=entry.get("fictional", False),
        resolutions=_resolutions(entry.get("resolutions")),
        organization=entry.get("organization", {}),
    )


_SWITCHES = {"headed": True, "votes": False, "item": False, "proponent": False}


def _resolutions(entry: dict[str, Any] | None) -> Resolutions | None:
    if entry is None:
        return None
    switches = {name: entry.get(name, default) for name, default in _SWITCHES.items()}
    return Resolutions(_lines(entry["title"]), _lines(entry.get("titles", {})), **switches)


def _lines(entry: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(lines) for code, lines in entry.items()}


def _body(key: str, entry: dict[str, Any]) -> Body:
    names = entry["names"]
    return Body(
        id=key,
        category=entry["category"],
        names=names,
        in_text={**names, **entry.get("in-text", {})},
        short={**names, **entry.get("short", {})},
        fictional=entry.get("fictional", False),
    )


def _place(key: str, entry: dict[str, Any]) -> Place:
    return Place(id=key, names=entry["names"], in_text=entry["in-text"], country=entry.get("country"))
