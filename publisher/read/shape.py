"""Holds the values of a file against the parts a document is made of.

Every difference is a finding at its place.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from posixpath import commonprefix
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import TAGS
from publisher.model.words import LocatedDict, LocatedList, LocatedStr
from publisher.read.wrong_values import described

Shape = TypeVar("Shape", bound=BaseModel)
Path = tuple[str | int, ...]
_QUOTE = "A text with a colon and a space in it stands in quotation marks."
_COMMA = "Between { and } a comma begins the next key: put a text with a comma in quotation marks."
_MOST_NEAR = 5
MOST_ROUNDS = 12  # leaving something out can bring the next mistake to light, one enclosing entry a round


@dataclass(frozen=True, slots=True)
class Shaped(Generic[Shape]):
    """A part as far as it could be read, its source, the differences.

    What cannot be used is left out of both, so that a draft can still be drawn; `part` is None where something that
    must be there is missing or wrong.
    """

    part: Shape | None
    value: Any
    findings: list[Diagnostic]


def shaped(value: Any, shape: type[Shape], file: str) -> Shaped[Shape]:
    """The written `value` as a `shape`, with a finding for each difference."""
    if not isinstance(value, LocatedDict):
        said = "is empty" if value is None else "must hold keys and values: “key: value”"
        return Shaped(None, value, [finding("RD013", f"“{file}” {said}", Position(file, 1))])
    findings: list[Diagnostic] = []
    left_out: set[Position | None] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return Shaped(shape.model_validate(value), value, _in_order(findings))
        except ValidationError as error:
            found = _deepest([(_path(value, entry["loc"]), entry) for entry in error.errors(include_url=False)])
        slips = _slips(value, found)
        meant = {(*path[:-1], key) for path, key in slips.items()}
        found = [(path, entry) for path, entry in found if path not in meant]
        # Where something was left out its key is then missing, or the entry of no kind: that is no second mistake.
        findings += [
            _finding(value, path, entry) for path, entry in found if place(value, _whole(value, path)) not in left_out
        ]
        faulty = {_whole(value, path) for path, _ in found if path not in slips}
        if () in faulty:
            break
        left_out |= {place(value, path[:-1]) for path in faulty}
        ways = {one[:length] for one in (*faulty, *slips) for length in range(len(one) + 1)}
        value = _pruned(value, faulty, ways, slips)
    return Shaped(None, value, _in_order(findings))


def _slips(value: Any, found: Iterable[tuple[Path, Any]]) -> dict[Path, str]:
    """Keys that are no keys but near one that is not there: their paths, and the key that was meant.

    What stands under such a key is read as meant, so that one slip brings no other findings with it.
    """
    made: dict[Path, str] = {}
    for path, entry in found:
        parent = inside(value, path[:-1])
        if entry["type"] == "extra_forbidden" and isinstance(parent, LocatedDict):
            near = near_one(str(path[-1]), [key for key in _keys_of(parent) if key not in parent])
            if near and (*path[:-1], near) not in {(*other[:-1], key) for other, key in made.items()}:
                made[path] = near
    return made


def _whole(value: Any, path: Path) -> Path:
    """What has to be left out for a fault at `path`: where a key is missing, what it is missing from."""
    parent = inside(value, path[:-1])
    return path[:-1] if path and isinstance(parent, LocatedDict) and path[-1] not in parent else path


def _in_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(set(findings), key=lambda one: (one.at is None, one.at, one.code))


def _pruned(value: Any, faulty: set[Path], ways: set[Path], slips: Mapping[Path, str], path: Path = ()) -> Any:
    """A copy of a written value without what stands at the faulty paths, and with the keys meant for `slips`.

    `ways` are the paths that lead to either.
    """
    if path not in ways:
        return value
    match value:
        case LocatedDict():
            copy = LocatedDict(value.at)
            copy.keys_at, copy.values_at = dict(value.keys_at), dict(value.values_at)
            for key, entry in value.items():
                if (*path, key) not in faulty:
                    meant = slips.get((*path, key), key)
                    copy[meant] = _pruned(entry, faulty, ways, slips, (*path, key))
                    copy.keys_at[meant], copy.values_at[meant] = value.keys_at[key], value.values_at[key]
            return copy
        case LocatedList():
            kept = LocatedList(value.at)
            for number, entry in enumerate(value):
                if (*path, number) in faulty and path[-1:] == ("columns",):  # its cells stand in every row
                    kept.append(LocatedStr("?", value.values_at[number]))
                    kept.values_at.append(value.values_at[number])
                elif (*path, number) not in faulty:
                    kept.append(_pruned(entry, faulty, ways, slips, (*path, number)))
                    kept.values_at.append(value.values_at[number])
            return kept
        case _:
            pass
    return value


def place(root: Any, path: Iterable[str | int]) -> Position | None:
    """Where the value at `path` is written.

    Or the nearest enclosing value that has a place.
    """
    at, node = getattr(root, "at", None), root
    for step in path:
        match node:
            case LocatedDict() if step in node:
                at, node = node.values_at.get(str(step), at), node[str(step)]
            case LocatedList() if isinstance(step, int) and 0 <= step < len(node):
                at, node = node.values_at[step], node[step]
            case _:
                return at
    return at


def key_place(root: Any, path: Path) -> Position | None:
    """Where the key that ends `path` is written."""
    parent = inside(root, path[:-1])
    if isinstance(parent, LocatedDict):
        return parent.keys_at.get(str(path[-1]), parent.at)
    return place(root, path)


def inside(root: Any, path: Iterable[str | int]) -> Any:
    """The written value at `path`, None where there is none."""
    for step in path:
        try:
            root = root[step]
        except (KeyError, IndexError, TypeError):
            return None
    return root


_NEAR = 0.66  # “title” is not near “items”


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint “Did you mean …?” for a known word near `word`, or “”."""
    near = near_one(word, list(known))
    return f"Did you mean “{near}”?" if near else ""


def near_one(word: str, names: Sequence[str]) -> str:
    """The one of `names` that is near `word`, or “”.

    Of those that are as near, one that begins alike.
    """

    def nearness(name: str) -> tuple[float, int]:
        return difflib.SequenceMatcher(None, name, asked).ratio(), len(commonprefix((name, asked)))

    for asked in (word, word.replace("_", "-").lower()):
        if close := difflib.get_close_matches(asked, names, n=_MOST_NEAR, cutoff=_NEAR):
            return max(close, key=nearness)
    return ""


def _path(root: Any, location: tuple[str | int, ...]) -> Path:
    """The steps of a pydantic location that exist in the file: names of union branches are left out."""
    path: list[str | int] = []
    node = root
    for number, step in enumerate(location):
        after_entry = number > 0 and isinstance(location[number - 1], int)
        if (after_entry and step in TAGS) or step == "[key]":
            continue
        match node:
            case LocatedDict() if isinstance(step, str) and step in node:
                node = node[step]
            case LocatedList() if isinstance(step, int) and step < len(node):
                node = node[step]
            case LocatedDict() if number == len(location) - 1 and isinstance(step, str):
                pass  # a key that is missing: named, though it is not there
            case _:
                continue
        path.append(step)
    return tuple(path)


def _deepest(found: list[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """Leave out that a value is no single word where the list it is has a mistake further in (branches of a union)."""
    paths = [path for path, _ in found]
    kept = [
        (path, entry)
        for path, entry in found
        if not (entry["type"].endswith("_type") and any(len(p) > len(path) and p[: len(path)] == path for p in paths))
    ]
    seen: dict[Path, Any] = {}
    for path, entry in kept:
        seen.setdefault(path, entry)
    return list(seen.items())


def _finding(root: Any, path: Path, entry: Any) -> Diagnostic:
    name = str(path[-1]) if path else ""
    parent = inside(root, path[:-1])
    if entry["loc"] and entry["loc"][-1] == "[key]":
        message, hint = described(entry, name, nearest)
        return finding("RD013", message, key_place(root, path), span=name, hint=hint)
    match entry["type"]:
        case "extra_forbidden":
            known = _keys_of(parent)
            return finding(
                "RD011",
                f"the key “{name}” means nothing here",
                key_place(root, path),
                span=name,
                hint=nearest(name, known)
                or _cut_at_comma(name, parent)
                or _deeper(name, parent)
                or ("Known here: " + ", ".join(known) if len(known) < 12 else ""),
            )
        case "missing" if isinstance(parent, LocatedDict) and name not in parent:
            hint = f"Write it on a line of its own: {name}: …"
            return finding("RD012", f"the key “{name}” is missing here", place(root, path[:-1]), hint=hint)
        case "unknown_block" if isinstance(written := inside(root, path), LocatedDict):
            key = _first_key(written)
            return finding(
                "RD014",
                f"“{key}” is no kind of entry here",
                key_place(root, (*path, key)) if key else written.at,
                span=key,
                hint=_QUOTE
                if _is_text(key, written[key] if key else "")
                else nearest(key, re.findall(r"[\w-]+", str(entry["msg"]))) or str(entry["msg"]),
            )
    message, hint = described(entry, name, nearest)
    written = inside(root, path)
    at = place(root, path) if written is not None else key_place(root, path)
    return finding("RD013", message, at, span=_shown(written), hint=hint)


def _deeper(name: str, parent: Any) -> str:
    """The hint for a key that stands under one of those known here."""
    shape = parent.read_as if isinstance(parent, LocatedDict) else None
    for key, field in (shape.model_fields if shape else {}).items():
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel) and name in inner.model_fields:
                return f"It stands under {field.alias or key}: {{{name}: …}}."
    return ""


def _cut_at_comma(name: str, parent: Any) -> str:
    """The hint for words that a comma between braces made a key: {paragraph: One, two and three.}."""
    return _COMMA if " " in name.strip() and isinstance(parent, dict) and parent.get(name) is None else ""


def _is_text(key: str, value: Any) -> bool:
    """Whether an author meant a line of text with a colon in it: “Note: the wells were counted”."""
    return " " in key or (key[:1].isupper() and isinstance(value, str) and " " in value)


def _shown(written: Any) -> str:
    """The beginning of a value as the author wrote it, “” for lists, mappings and nothing."""
    if isinstance(written, dict | list) or written is None:
        return ""
    return str(written).lower() if isinstance(written, bool) else str(written)[:60]


def _first_key(value: Any) -> str:
    return next(iter(value), "")


def _keys_of(value: Any) -> list[str]:
    shape = value.read_as if isinstance(value, LocatedDict) else None
    if shape is None:
        return []
    return [field.alias or name for name, field in shape.model_fields.items() if name != "at"]
