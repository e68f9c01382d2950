"""Author's text that remembers its place, and what is made of it.

The base of every part of a written document.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from publisher.model.diagnostic import Position
from publisher.model.inline import Inlines


class LocatedStr(str):
    """A YAML scalar as the reader hands it over: the text and its place."""

    at: Position

    def __new__(cls, text: str, at: Position) -> LocatedStr:
        self = super().__new__(cls, text)
        self.at = at
        return self

    def __getnewargs__(self) -> tuple[str, Position]:  # type: ignore[override]
        return str(self), self.at  # a job carries it to another process


class LocatedInt(int):
    """A whole number that remembers its signs as typed and its place.

    007, 0x1F, +5.
    """

    typed: str
    at: Position

    def __new__(cls, value: int, typed: str, at: Position) -> LocatedInt:
        self = super().__new__(cls, value)
        self.typed, self.at = typed, at
        return self


class LocatedFloat(float):
    """A number with a fraction that remembers its signs and place.

    2.10, 12e-1, .5.
    """

    typed: str
    at: Position

    def __new__(cls, value: float, typed: str, at: Position) -> LocatedFloat:
        self = super().__new__(cls, value)
        self.typed, self.at = typed, at
        return self


class LocatedDay(datetime.date):
    """A day that remembers its signs as typed and its place."""

    typed: str
    at: Position

    def __new__(cls, typed: str, at: Position) -> LocatedDay:
        day = datetime.date.fromisoformat(typed)
        self = super().__new__(cls, day.year, day.month, day.day)
        self.typed, self.at = typed, at
        return self

    def __reduce__(self) -> tuple[type[LocatedDay], tuple[str, Position]]:
        return LocatedDay, (self.typed, self.at)  # a job carries it to another process


class LocatedSwitch(LocatedStr):
    """True or false as typed: a switch where one is asked for, words elsewhere."""

    @property
    def on(self) -> bool:
        """What the switch says."""
        return self.lower() == "true"


def switched(value: Any) -> Any:
    """A written value, true or false where it is a switch."""
    return value.on if isinstance(value, LocatedSwitch) else value


def as_typed(value: Any) -> Any:
    """A written value; a bare figure or day, and a switch, as the words it was typed in."""
    return LocatedStr(value.typed, value.at) if isinstance(value, Bare) else value


Bare = LocatedInt | LocatedFloat | LocatedDay  # what stands without quotation marks and is more than its signs


def are_words(value: Any) -> bool:
    """Whether a written value may be printed as it stands: words, a bare figure, a day."""
    return isinstance(value, str | Words | Bare)


class LocatedDict(dict[str, Any]):
    """A YAML mapping as the reader hands it over, with places.

    Its own, those of keys and values, the part it was read as.
    """

    def __init__(self, at: Position | None = None) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, Position] = {}
        self.values_at: dict[str, Position] = {}
        self.read_as: type[BaseModel] | None = None


class LocatedList(list[Any]):
    """A YAML list as the reader hands it over, with places."""

    def __init__(self, at: Position | None = None) -> None:
        super().__init__()
        self.at = at
        self.values_at: list[Position] = []


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language in the marks of authors, with their place."""

    text: str
    at: Position | None = None

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string"}

    @classmethod
    def _validate(cls, value: Any) -> Words:
        if isinstance(value, Words):
            return value
        if isinstance(value, Bare):
            return cls(value.typed, value.at)
        if not isinstance(value, str):
            raise ValueError("text expected")
        return cls(str(value), getattr(value, "at", None))


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell prints as it was given.

    A bare figure, a cell of a sheet: no mark or fact is read in it. `figure`: it may take the number form an author
    asks for, which text in quotation marks may not. `exact` is the figure with a point where a sheet shows it in the
    signs of the language; `parts` are the inline parts of a text that is not set in one way; `columns` says over how
    many columns the cell stands.
    """

    text: str
    at: Position | None = None
    figure: bool = False
    exact: str = ""
    parts: Inlines = ()
    columns: int = 1

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "number"}

    @classmethod
    def _validate(cls, value: Any) -> Given:
        match value:
            case Given():
                return value
            case LocatedDay():
                return cls(value.typed, value.at)
            case bool():
                raise ValueError("text or a figure expected")
            case int() | float():
                return cls(getattr(value, "typed", str(value)), getattr(value, "at", None), figure=True)
            case _:
                raise ValueError("text or a figure expected")


class Part(BaseModel):
    """Base of every part of a written document.

    Unknown keys are errors, values never change, `at` is its place.
    """

    # built when the first document is read: by then all of a part's own parts are known, and each is built once
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    at: Position | None = Field(default=None, exclude=True, repr=False, json_schema_extra={"x-internal": True})

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, value: Any, handler: Any) -> Any:
        if isinstance(value, dict) and "at" in value:
            raise ValueError("unknown key “at”")
        if isinstance(value, LocatedDict) and value.at is not None:
            value.read_as = cls
            texts = {key: as_typed(value[key]) for key in _texts_of(cls) if key in value}
            return handler({**value, **texts, "at": value.at})
        return handler(value)


@cache
def _texts_of(part: type[Part]) -> tuple[str, ...]:
    """The keys of a part under which text stands, and nothing else may."""
    return tuple(
        field.alias or name for name, field in part.model_fields.items() if set(_kinds(field.annotation)) == {str}
    )


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types that a value may have, nothing aside."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        for one in get_args(annotation):
            yield from _kinds(one)
    elif annotation is not NoneType:
        yield annotation


def no_entries() -> list[Any]:
    """A list without entries.

    Of `list` itself pydantic has to read the signature out of its help text.
    """
    return []


def no_keys() -> dict[str, Any]:
    """A mapping without keys."""
    return {}


def words_in(value: Any) -> Iterator[Words]:
    """Every text in a part, list or mapping, in the order written."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from words_in(getattr(value, field))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words_in(inner)
    elif isinstance(value, dict):
        yield from words_in(list(value.values()))
