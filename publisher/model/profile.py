"""The layout of a duty station: sheet, styles, lines of page one.

And Word base, job number, figures.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, field_validator

from publisher.model import layout
from publisher.model.record import Identifier, LanguageCode
from publisher.model.words import Part

Line = Literal["organ", "sub-organ", "session", "place", "item", "item-title"]
LINES: tuple[Line, ...] = ("organ", "sub-organ", "session", "place", "item", "item-title")


class Sheet(Part):
    """A portrait page in points, and the margins no text may cross."""

    width: float = Field(gt=0, description="Width of the page.")
    height: float = Field(gt=0, description="Height of the page.")
    left: float = Field(ge=0, description="Left margin.")
    right: float = Field(ge=0, description="Right margin.")
    top: float = Field(ge=0, description="Top margin from page two on; the running head stands in it.")
    bottom: float = Field(ge=0, description="Bottom margin; the page number stands in it.")
    bottom_of_wide: float = Field(ge=0, alias="bottom-of-wide", description="Bottom margin of a page that is turned.")
    indent: float = Field(default=56.7, ge=0, description="From either margin to the column of text.")


class JobForm(Part):
    """How the duty station writes job numbers and page one's foot."""

    form: str = Field(description="Regular expression that a job number fits as a whole.")
    example: str = Field(description="A job number, for messages: K2510492.")
    line: tuple[str, ...] = Field(
        min_length=1, description="Parts of the line, four spaces apart: {number}, {letter} of the language, {dates}."
    )
    mirrored: bool = Field(default=False, description="true where right-to-left languages print the parts reversed.")
    running: bool = Field(default=False, description="true where the job number stands at the foot of every page.")

    @field_validator("form")
    @classmethod
    def _is_an_expression(cls, form: str) -> str:
        try:
            re.compile(form)
        except re.error as error:
            raise ValueError(f"“{form}” is no regular expression: {error}") from error
        return form

    @field_validator("line")
    @classmethod
    def _names_what_there_is(cls, line: tuple[str, ...]) -> tuple[str, ...]:
        for part in line:
            if unknown := set(re.findall(r"\{(.*?)\}", part)) - {"number", "letter", "dates"}:
                raise ValueError(f"“{{{unknown.pop()}}}” is not known; there are {{number}}, {{letter}} and {{dates}}")
            if part.count("{") != part.count("}"):
                raise ValueError(f"“{part}” has a brace without partner")
        return line


class FigureForm(Part):
    """How figures in tables are printed in the profile's form."""

    thousands: Literal["space", "comma", "point", "none"] = Field(default="comma", description="Between thousands.")
    negative: Literal["minus", "brackets"] = Field(default="minus", description="−5 or (5).")
    nil: str = Field(default="–", description="What stands where there is nothing.")


class TableForm(Part):
    """How tables are set where their words fit, in points.

    The style sheet and the Word base say the same.
    """

    reach: Literal["column", "full"] = Field(default="column", description="full: from margin to margin.")
    cell: float = Field(default=8.0, gt=0, description="Size of type.")
    head: float = Field(default=8.0, gt=0, description="Size of type of heads.")
    padding: float = Field(default=3.0, ge=0, description="White space at either side of a cell.")
    apart: float = Field(default=0.0, ge=0, description="White space between letters.")
    unit: float = Field(default=10.0, gt=0, description="Size of type of the unit under the title.")
    low: bool = Field(
        default=False,
        description="true where figures stand on the last line of their row, unless words fill other columns.",
    )
    beside_words: float = Field(
        default=0.0, ge=0, alias="beside-words", description="White space more where words stand beside words."
    )


class Profile(Part):
    """`templates/profile/<name>.yaml`: the layout of a duty station."""

    name: Identifier = Field(default="", json_schema_extra={"x-internal": True})
    sheet: Sheet = Field(description="The page.")
    style: tuple[Identifier, ...] = Field(min_length=1, description="Style sheets in templates/style, after base.css.")
    word: Identifier = Field(description="Word base in templates/word.")
    masthead: tuple[Line, ...] = Field(
        default=LINES, description="Lines under the rule of page one, of those there are."
    )
    summary_after_contents: bool = Field(
        default=False,
        alias="summary-after-contents",
        description="true where the summary stands on a page of its own after the contents.",
    )
    running_title: bool = Field(
        default=False, alias="running-title", description="true where a resolution's title stands in its running head."
    )
    bare_resolutions: bool = Field(
        default=False,
        alias="bare-resolutions",
        description="true where page one of a resolution says neither its language nor the original.",
    )
    page_total: bool = Field(default=False, alias="page-total", description="true for “7/71” instead of “7”.")
    job: JobForm = Field(description="Job number and the line that prints it.")
    figures: FigureForm = Field(default_factory=FigureForm, description="Figures in tables.")
    tables: TableForm = Field(default_factory=TableForm, description="How tables are set.")
    languages: tuple[LanguageCode, ...] = Field(
        default=(), description="The only languages it has; without this key, any."
    )

    @property
    def layout(self) -> layout.Layout:
        """What of it is left to be known when a document is resolved."""
        return layout.Layout(
            name=self.name,
            style=self.style,
            word=self.word,
            sheet=layout.Sheet(**{name: getattr(self.sheet, name) for name in layout.Sheet.__slots__}),
            tables=layout.TableForm(**{name: getattr(self.tables, name) for name in layout.TableForm.__slots__}),
            page_total=self.page_total,
            summary_after_contents=self.summary_after_contents,
        )
