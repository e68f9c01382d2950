"""An instruction of a corrigendum: what to read for what, and where."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from publisher.model.record import Identifier, Name
from publisher.model.words import Part, Words, no_entries, no_keys


class Place(Part):
    """Where a passage stands in the issued text that a corrigendum corrects.

    Written by `publisher corrigendum`.
    """

    kind: str = Field(description="paragraph, heading, preambular, note, cell, title …")
    annex: str = Field(default="", description="Annex the passage stands in.")
    decision: str = Field(default="", description="Decision the passage stands in.")
    path: list[str] = Field(default_factory=no_entries, description="Printed numbers from the outside in: [37, (b)].")
    ordinal: int = Field(default=0, description="Which one of its kind, from 1, where it has no number.")
    row: int = Field(default=0, description="Row of the table, from 1.")
    column: int = Field(default=0, description="Column of the table, from 1.")
    sentence: int = Field(default=0, description="Sentence of the passage, from 1; 0 for the whole passage.")
    page: int = Field(default=0, description="Page of the issued PDF.")


class CorrectedCell(Part):
    """One cell, title or note of a table, corrected as a whole."""

    where: Place = Field(description="Which cell of the issued table.")
    text: Words = Field(description="Words to read there.")
    passage: str = Field(default="", description="Identifier of the passage.")


class Correction(Part):
    """One instruction of a corrigendum: what to read for what, and where."""

    correction: Literal[
        "throughout",
        "swap",
        "replace",
        "delete",
        "insert",
        "replace-table",
        "insert-table",
        "delete-table",
        "not-applicable",
    ] = Field(description="What is to be done with the passage.")
    where: Place | None = Field(default=None, description="The issued passage that is corrected.")
    after: Place | None = Field(default=None, description="The issued passage that an insertion follows.")
    for_: Words | None = Field(default=None, alias="for", description="Words of the issued text.")
    read: Words | None = Field(default=None, description="Words to read instead, or to insert.")
    rows: list[list[Words]] = Field(default_factory=no_entries, description="The table to read instead, a list a row.")
    cells: list[CorrectedCell] = Field(
        default_factory=no_entries, description="The passages of that table, one by one."
    )
    marks: dict[Identifier, str] = Field(
        default_factory=no_keys, description="Printed marks of the footnotes whose calls [^id] stand in the words."
    )
    passage: str = Field(default="", description="Identifier of the passage in the issued or the corrected text.")
    role: str = Field(default="", description="Role of the passage: item, preambular, annex …")
    id: Name = None
