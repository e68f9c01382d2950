"""Where an instruction of a corrigendum applies (CONVENTIONS §4.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from publisher.language.entries import PlaceEntries

Where = Mapping[
    str, Any
]  # kind, annex, decision, path, ordinal, row, column, sentence, page: as a corrigendum writes it
Ordinal = Callable[[int, str], str]


def place(entries: PlaceEntries, where: Where, ordinal: Ordinal) -> str:
    """The place within a sentence: “annex I, decision 2/6, paragraph 3”."""
    decision = where["decision"].split(entries.colon)[0].strip()
    return entries.joint.join(part for part in (where["annex"], decision, _spot(entries, where, ordinal)) if part)


def page(entries: PlaceEntries, where: Where) -> str:
    """The page of the issued file in brackets, “” where it is not known."""
    return entries.page.format(page=where["page"]) if where["page"] else ""


def location(entries: PlaceEntries, where: Where, ordinal: Ordinal) -> str:
    """The place as a line, uncapitalized: “paragraph 33 (page 6)”."""
    sentence = entries.sentence.format(number=ordinal(where["sentence"], "meeting")) if where["sentence"] else ""
    return place(entries, where, ordinal) + sentence + page(entries, where)


def _spot(entries: PlaceEntries, where: Where, ordinal: Ordinal) -> str:
    """The passage within its part of the document."""
    numbers = [
        number for number in where["path"] if not (number[:1] == "#" and number[1:].isdigit() and len(number) == 2)
    ]
    named = numbers[:-1] if where["kind"] == "table-note" else numbers
    above, own = " ".join(named[:-1]), named[-1] if named and not named[-1].startswith("#") else ""
    first, _, inserted = (numbers[0] if numbers else "").partition(" ")
    kinds = {"heading": "heading-in", "unnumbered": "unnumbered-after", "point": "point-after"} if numbers else {}
    kind = str(where["kind"])
    return entries.kinds.get(
        kinds.get(kind, kind), ""
    ).format(  # “throughout” has the whole text for its place
        path=" ".join(numbers),
        section=entries.section_joint.join(numbers),
        last=numbers[-1] if numbers else "",
        joined="".join([first, *numbers[1:]]),
        inserted=inserted.replace(" ", ""),
        count=_counted(entries, where["ordinal"] % 1000, ordinal),
        table=own or (entries.table_after.format(before=above) if above else entries.table),
        figure=own or entries.figure,
        row=where["row"],
        column=where["column"],
    )


def _counted(entries: PlaceEntries, number: int, ordinal: Ordinal) -> str:
    if entries.counted == "figures" or number < 1:
        return str(number)
    return entries.first if number == 1 and entries.first else ordinal(number, entries.counted)
