"""The keys of the files an editor writes, with what they mean and an example of each, told from the models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from publisher.model import record
from publisher.model.characters import slug
from publisher.model.document import BLOCK_OF_KEY, Language
from publisher.model.entries import BodyEntry, OrganEntry, PersonEntry, PlaceEntry, TermsEntry
from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.read import schema_of

FILES: dict[str, tuple[type[BaseModel], str]] = {  # what a page asks for → its model, the file it is read from
    "Record": (record.Record, "record.yaml"),
    "Language": (Language, "en.yaml"),
    "OrganEntry": (OrganEntry, "organs.yaml"),
    "BodyEntry": (BodyEntry, "bodies.yaml"),
    "PlaceEntry": (PlaceEntry, "places.yaml"),
    "PersonEntry": (PersonEntry, "persons.yaml"),
    "TermsEntry": (TermsEntry, "terms.yaml"),
    "Profile": (Profile, "profile/NAME.yaml"),
    "Kind": (Kind, "templates/kind/NAME.yaml"),
}
_PATTERNS = {  # what a pattern is called by people
    record.IDENTIFIER: "name",
    record.STATE: "code of a State",
    record.LANGUAGE: "code of a language",
    record.TIME: 'time: "10:05"',
    record.DECISION: "number of a decision",
    record.ITEM_NUMBER: "number of an item",
}
_KINDS = {"string": "words", "integer": "whole number", "number": "number", "boolean": "true or false", "null": ""}
_BLOCK_MODELS = {model.__name__: key for key, model in BLOCK_OF_KEY.items()}


@lru_cache(maxsize=1)
def examples() -> Mapping[str, list[str]]:
    """The examples of every model, by its name."""
    import yaml

    text = (Path(__file__).resolve().parent / "examples.yaml").read_text(encoding="utf-8")
    made: dict[str, list[str]] = yaml.safe_load(text)
    return made


@lru_cache(maxsize=16)
def shapes(name: str) -> Mapping[str, Mapping[str, Any]]:
    """The JSON Schema of each model that the file `name` is made of, in the order they are met."""
    model, _ = FILES[name]
    whole = schema_of(model, name)
    defined = whole.get("$defs", {})
    met: dict[str, Mapping[str, Any]] = {name: whole}
    waiting = [whole]
    while waiting:
        for found in _references(waiting.pop(0).get("properties", {})):
            if found not in met and "properties" in defined.get(found, {}):
                met[found] = defined[found]
                waiting.append(defined[found])
    return met


def example_name(file: str, model: str) -> str:
    """What the examples call a model of a file.

    A profile has figures of its own.
    """
    return f"Profile{model}" if file == "Profile" and model == "FigureForm" else model


def keys_of(name: str) -> str:
    """The reference of one file as Markdown.

    A table of keys and an example for each of its parts.
    """
    return "\n".join(_part(name, model, shape) for model, shape in shapes(name).items())


def _part(name: str, model: str, shape: Mapping[str, Any]) -> str:
    file = FILES[name][1]
    title = f"`{file}`" if model == name else _title(model, name)
    said = str(shape.get("description", "")).replace("\n", " ")
    needed = set(shape.get("required", ()))
    rows = [
        f"| `{key}`{' *' if key in needed else ''} | {_cell(_kind(value, name))} | {_cell(_told(value))} |"
        for key, value in shape["properties"].items()
    ]
    shown = "".join(f"\n```yaml\n{text}```\n" for text in examples().get(example_name(name, model), ()))
    return "\n".join(
        [f"### {title}\n", f"{_escaped(said)}\n", "| key | holds | what it is |", "|---|---|---|", *rows, shown]
    )


def _told(value: Mapping[str, Any]) -> str:
    """What a key is for, and what it is without being said."""
    usual = value.get("default")
    said = str(value.get("description", ""))
    if not isinstance(usual, str | int | float) or usual is False or usual == "":
        return said
    return f"{said} Usually `{'true' if usual is True else usual}`."


def _title(model: str, name: str) -> str:
    """How an editor meets a part: the key a block begins with, or the keys it stands under."""
    if key := _BLOCK_MODELS.get(model):
        return f"`{key}:`"
    keys = sorted(
        {
            key
            for shape in shapes(name).values()
            for key, value in shape["properties"].items()
            if model in set(_references(value))
        }
    )
    own = next(iter(shapes(name)[model].get("required", ())), "")
    if "table" in keys:
        return f"`{own}:` in a table"
    return ", ".join(f"`{key}:`" for key in keys[:4]) if keys else f"`{own}:`"


def _references(node: Any) -> Iterator[str]:
    """The models that a part of a schema points to."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "$ref":
                yield str(value).rpartition("/")[2]
            elif key not in ("discriminator",):
                yield from _references(value)
    elif isinstance(node, list):
        for one in node:
            yield from _references(one)


def _kind(value: Mapping[str, Any], name: str) -> str:
    """What a key holds, in an editor's words."""
    if "$ref" in value:
        return _named(str(value["$ref"]).rpartition("/")[2], name)
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    for several in ("anyOf", "oneOf"):
        if several in value:
            kinds = list(dict.fromkeys(filter(None, (_kind(one, name) for one in value[several]))))
            return " or ".join(kinds) if len(kinds) <= 4 else "blocks"
    match value.get("type"):
        case "array":
            items: Mapping[str, Any] = value.get("items") or next(iter(value.get("prefixItems", ())), {})
            return f"list: {_kind(items, name)}"
        case "object":
            return f"under names: {_kind(value.get('additionalProperties') or {}, name)}".rstrip(": ")
        case _:
            pass
    if value.get("format") == "date":
        return "day: 2027-05-04"
    return _PATTERNS.get(value.get("pattern", ""), _KINDS.get(str(value.get("type")), "words"))


def _named(model: str, name: str) -> str:
    """A link to the table of another part."""
    if model not in shapes(name):
        return "words"
    title = slug(_title(model, name))
    return f"[{_title(model, name).partition(',')[0]}](#{title})"


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|").replace("\n", " ")


def _escaped(text: str) -> str:
    """`text` whose brackets and stars are no Markdown, outside of code and of links of ours."""
    parts = re.split(r"(`[^`]*`|\[`[^\]]*\]\(#[^)]*\))", text)
    return "".join(part if place % 2 else re.sub(r"([*_<\[\]])", r"\\\1", part) for place, part in enumerate(parts))
