"""Holds the values of a file against the parts a document is made of; every difference is a finding at its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import TAGS
from publisher.model.words import LocatedDict, LocatedList
from publisher.read.wrong_values import described

Shape = TypeVar("Shape", bound=BaseModel)
Path = tuple[str | int, ...]


def shaped(value: Any, shape: type[Shape], file: str) -> tuple[Shape | None, list[Diagnostic]]:
    """Give back `value` as a `shape`, None where it is not one, and a finding for each difference."""
    if not isinstance(value, LocatedDict):
        said = "is empty" if value is None else "must hold keys and values: “key: value”"
        return None, [finding("RD013", f"“{file}” {said}", Position(file, 1))]
    try:
        return shape.model_validate(value), []
    except ValidationError as error:
        found = _deepest([(_path(value, entry["loc"]), entry) for entry in error.errors(include_url=False)])
        return None, sorted({_finding(value, path, entry) for path, entry in found}, key=lambda one: (one.at is None, one.at))


def place(root: Any, path: Iterable[str | int]) -> Position | None:
    """Give back where the value at `path` is written; of the nearest enclosing value where it has no place of its own."""
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
    """Give back where the key that ends `path` is written."""
    parent = inside(root, path[:-1])
    if isinstance(parent, LocatedDict):
        return parent.keys_at.get(str(path[-1]), parent.at)
    return place(root, path)


def inside(root: Any, path: Iterable[str | int]) -> Any:
    """Give back the written value at `path`, None where there is none."""
    for step in path:
        try:
            root = root[step]
        except (KeyError, IndexError, TypeError):
            return None
    return root


def nearest(word: str, known: Iterable[str]) -> str:
    """Give back the hint “Did you mean “…”?” where one of the known words is close to `word`, else “”."""
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6) or difflib.get_close_matches(
        word.replace("_", "-").lower(), names, n=1, cutoff=0.6
    )
    return f"Did you mean “{close[0]}”?" if close else ""


def _path(root: Any, location: tuple[str | int, ...]) -> Path:
    """Give back the steps of a pydantic location that exist in the file: names of union branches are left out."""
    path: list[str | int] = []
    node = root
    for number, step in enumerate(location):
        after_entry = number > 0 and isinstance(location[number - 1], int)
        if after_entry and step in TAGS:
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
    match entry["type"]:
        case "extra_forbidden":
            known = _keys_of(parent)
            return finding("RD011", f"the key “{name}” means nothing here", key_place(root, path), span=name,
                           hint=nearest(name, known) or ("Known here: " + ", ".join(known) if len(known) < 12 else ""))
        case "missing" if isinstance(parent, LocatedDict):
            return finding("RD012", f"the key “{name}” is missing here", place(root, path[:-1]), span=_first_key(parent))
        case "unknown_block":
            written = inside(root, path)
            key = _first_key(written) if isinstance(written, LocatedDict) else ""
            return finding("RD014", f"“{key}” is no kind of entry here" if key else "this is no kind of entry",
                           place(root, path), span=key, hint=nearest(key, TAGS) or str(entry["msg"]))
    message, hint = described(entry, name, nearest)
    written = inside(root, path)
    at = place(root, path) if written is not None else key_place(root, path)
    return finding("RD013", message, at, span="" if isinstance(written, dict | list) or written is None else str(written)[:60],
                   hint=hint)


def _first_key(value: Any) -> str:
    return next(iter(value), "")


def _keys_of(value: Any) -> list[str]:
    shape = value.read_as if isinstance(value, LocatedDict) else None
    if shape is None:
        return []
    return [field.alias or name for name, field in shape.model_fields.items() if name != "at"]
