"""Bare figures in the form the author asks for.

Thousands, decimals, signs; nothing is changed that was not asked for. Text, codes with a nought before (007), other
bases (0x1F), exponents and columns of years stay as they were typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.language import Vocabulary
from publisher.model.rows import Value
from publisher.model.words import Given
from publisher.model.written_table import Column, FigureForm, Table

_FIGURE = re.compile(r"(?P<sign>[+\-−]?)(?P<whole>0|[1-9]\d*)?(?:(?P<point>[.,])(?P<fraction>\d+))?")
_SIGNS = {"space": "\u00a0", "comma": ",", "point": ".", "none": ""}


class LosesDigit(Exception):
    """The form has fewer decimals than the figure."""


class Unclear(Exception):
    """A comma that may part thousands or decimals."""


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """The form of one column: what is asked, decimals, years or not."""

    asked: FigureForm
    decimals: int | None
    years: bool


def column_forms(
    block: Table, columns: Sequence[Column], rows: Sequence[Sequence[Value]], *, spaced: bool = False
) -> list[ColumnForm | None]:
    """The form of each column, None where its figures stay as they were typed.

    `spaced` where the profile parts thousands by a space, whatever the language (LAYOUT_FACTS §8).
    """
    whole = block.figures or (FigureForm() if block.decimals is not None else None)
    forms: list[ColumnForm | None] = []
    for place, column in enumerate(columns):
        asked = whole if column.figures is None else None if column.figures == "typed" else column.figures
        if asked is None:
            forms.append(None)
            continue
        if spaced and asked.thousands == "profile":
            asked = asked.model_copy(update={"thousands": "space"})
        decimals = asked.decimals if asked.decimals is not None else block.decimals
        figures = [found for row in rows for cell in row[place : place + 1] if (found := _figure(cell))]
        own = column.figures is not None
        broken = own or any(found["fraction"] for found in figures)
        forms.append(ColumnForm(asked, decimals if broken else None, _are_years(figures)))
    return forms


def formed(given: Given, form: ColumnForm, words: Vocabulary) -> str:
    """The figure as the form writes it.

    LosesDigit, Unclear where that cannot be done.
    """
    found = _figure(given)
    if found is None:
        return given.text
    sign, whole, fraction = found["sign"], found["whole"] or "0", found["fraction"] or ""
    if found["point"] == "," and len(fraction) == 3 and whole != "0" and not given.exact:
        raise Unclear
    if form.asked.nil is not None and not (whole + fraction).strip("0"):
        return form.asked.nil
    if form.decimals is not None:
        if len(fraction) > form.decimals:
            raise LosesDigit
        fraction = fraction.ljust(form.decimals, "0")
    elif not found["whole"]:
        whole = ""
    body = _grouped(whole, form, words) + (_point(form, words) + fraction if fraction else "")
    if sign in ("-", "−"):
        match form.asked.negative:
            case "brackets":
                return f"({body})"
            case "minus":
                sign = words.entries.numbers.minus
            case None:
                pass
    return sign + body


def _figure(cell: Value) -> re.Match[str] | None:
    if not isinstance(cell, Given) or not cell.figure:
        return None
    found = _FIGURE.fullmatch(cell.exact or cell.text)
    return found if found and (found["whole"] or found["fraction"]) else None


def _are_years(figures: Sequence[re.Match[str]]) -> bool:
    return bool(figures) and all(re.fullmatch(r"(?:19|20)\d\d", found.group()) for found in figures)


def _grouped(whole: str, form: ColumnForm, words: Vocabulary) -> str:
    entries = words.entries.numbers
    match form.asked.thousands:
        case None:
            return whole
        case "profile":
            sign, least = entries.group, entries.group_from
        case name:
            sign, least = _SIGNS[name], 4
    return f"{int(whole):,}".replace(",", sign) if whole and len(whole) >= least and not form.years else whole


def _point(form: ColumnForm, words: Vocabulary) -> str:
    return {"comma": ".", "point": ","}.get(form.asked.thousands or "", words.entries.numbers.decimal)
