"""How a table is written: columns, rows of every kind, cells, or the sheet they come from."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, GetJsonSchemaHandler, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from publisher.model.record import Identifier, Name
from publisher.model.words import Given, Part, Words, are_words, no_entries, no_keys


class FigureForm(Part):
    """The form bare figures are printed in.

    What is not said stays as it was typed.
    """

    thousands: Literal["space", "comma", "point", "none", "profile"] | None = Field(
        default=None,
        description="Sign between thousands; profile: a space where the profile has it so, else as the language groups.",
    )
    decimals: Annotated[int, Field(ge=0, le=9)] | None = Field(
        default=None, description="Decimals, in each column where a figure has any: 5 beside 3.3 prints 5.0."
    )
    negative: Literal["minus", "brackets"] | None = Field(default=None, description="How −5 is written: −5 or (5).")
    nil: str | None = Field(default=None, description="What stands for nought: –")


class Column(Part):
    """A column of a table: its head, how it is set, its share of the width.

    Or a head over columns of its own. Words alone are a head.
    """

    head: Words | Given = Field(description="Head of the column.")
    align: Literal["start", "end", "centre"] = Field(
        default="start", description="start for words, end for figures, centre."
    )
    width: float = Field(default=1.0, gt=0, description="Share of the table width beside the other columns.")
    figures: FigureForm | Literal["typed"] | None = Field(
        default=None, description="The form of figures in this column; typed: as they were typed."
    )
    columns: list[Column] = Field(default_factory=no_entries, description="Columns that this head stands over.")

    @model_validator(mode="before")
    @classmethod
    def _head_alone(cls, value: Any) -> Any:
        return {"head": value, "at": getattr(value, "at", None)} if are_words(value) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        handler.resolve_ref_schema(made)["type"] = ["object", "string", "number"]  # a head alone is enough
        return made


class SheetFile(Part):
    """The file that rows come from, and which of its sheets and cells."""

    name: str = Field(description="Name of a CSV or XLSX file in the document folder.")
    sheet: str | None = Field(default=None, description="Name of the sheet; the one that is open in Excel otherwise.")
    range: Annotated[str, Field(max_length=255)] | None = Field(
        default=None, description="Its first and last cell, head included: B4:H20; or the name of a range or table."
    )
    head: Annotated[int, Field(ge=0, le=5)] | None = Field(
        default=None, description="How many rows at the top are heads; seen from merged cells otherwise."
    )
    total: bool = Field(default=False, description="true where the last row is a total.")
    hidden: bool = Field(default=False, description="true to print hidden rows and columns too.")


def _cell_of(value: Any) -> str:
    """Name the way a cell is typed."""
    match value:
        case dict() | SetCell():
            return "cell"
        case list():
            return "paragraphs"
        case str() | Words():
            return "words"
        case None:
            return "nothing"
        case _:
            return "figure"


class SetCell(Part):
    """A cell that is more than its words.

    It reaches over columns or rows, or is set otherwise than its column.
    """

    cell: Words | Given | list[Words | Given] | None = Field(description="What it says; a list of paragraphs.")
    columns: Annotated[int, Field(ge=1, le=60)] = Field(default=1, description="Over how many columns it reaches.")
    rows: Annotated[int, Field(ge=1, le=500)] = Field(
        default=1, description="Over how many rows it reaches; the rows below leave it out."
    )
    align: Literal["start", "end", "centre"] | None = Field(default=None, description="How it is set.")


Cell = Annotated[  # words, what is printed as given, paragraphs, nothing, or one with more to say
    Annotated[Words, Tag("words")]
    | Annotated[Given, Tag("figure")]
    | Annotated[list[Words | Given], Tag("paragraphs")]
    | Annotated[None, Tag("nothing")]
    | Annotated[SetCell, Tag("cell")],
    Discriminator(_cell_of),
]


Indent = Annotated[int, Field(ge=0, le=3)]


_INDENT = "Degrees, to 3, that the head of the row is indented."


class SetRow(Part):
    """A row whose head is indented."""

    row: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


class GroupHead(Part):
    """A head across the whole table, over the rows of a group."""

    group: Words | Given = Field(description="What it says.")
    indent: Indent = Field(default=0, description=_INDENT)


class Subtotal(Part):
    """A row that sums up the rows above it."""

    subtotal: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


class TotalRow(Part):
    """A total row; it may stand more than once."""

    total: list[Cell] = Field(description="The cells.")
    indent: Indent = Field(default=0, description=_INDENT)


ROW_KINDS: dict[str, type[Part]] = {"row": SetRow, "group": GroupHead, "subtotal": Subtotal, "total": TotalRow}


def _row_of(value: Any) -> str | None:
    """Name the kind of a row: a list is a plain row, a mapping says it by its key."""
    if isinstance(value, list):
        return "cells"
    if isinstance(value, dict):
        return next((key for key in ROW_KINDS if key in value), None)
    return next((key for key, kind in ROW_KINDS.items() if isinstance(value, kind)), None)


TableRow = Annotated[
    Annotated[list[Cell], Tag("cells")]
    | Annotated[SetRow, Tag("row")]
    | Annotated[GroupHead, Tag("group")]
    | Annotated[Subtotal, Tag("subtotal")]
    | Annotated[TotalRow, Tag("total")],
    Discriminator(
        _row_of,
        custom_error_type="unknown_block",
        custom_error_message="A row is a list of cells, or a mapping with row, group, subtotal or total.",
    ),
]


class Table(Part):
    """A table with head, rows, lettered notes and perhaps a total."""

    table: list[TableRow] | str = Field(
        description="The rows, each a list of cells or a mapping with row, group, subtotal or total; "
        "or the name of a CSV or XLSX file in the document folder."
    )
    file: SheetFile | None = Field(
        default=None, description="The sheet the rows come from, instead of `table`: {name: a.xlsx, sheet: Posts}."
    )
    id: Name = None
    title: Words | None = Field(default=None, description="Title above the table.")
    unit: Words | None = Field(default=None, description="Unit of the figures, printed in brackets under the title.")
    numbered: bool = Field(default=True, description="false for a table without label: no “Table 1”.")
    columns: list[Column] = Field(description="The columns; may be left out where the rows come from a file.")
    total: list[Cell] | None = Field(default=None, description="The total row, set in bold.")
    decimals: Annotated[int, Field(ge=0, le=9)] | None = Field(
        default=None, description="Decimals, in each column where a figure has any: 5 beside 3.3 prints 5.0."
    )
    figures: FigureForm | None = Field(
        default=None, description="The form of figures: {thousands: profile, decimals: 1}; as typed otherwise."
    )
    notes: dict[Identifier, Words] = Field(
        default_factory=no_keys, description="Notes under the table, called by [^name] in its words; lettered a, b, c."
    )
    source: Words | None = Field(default=None, description="Source line below.")
    landscape: bool = Field(default=False, description="true for a wide table: on a page across.")
