"""The facts that words can name.

Between {{ and }}, and those wording templates are given. Every field of record.yaml under its own name, dashes as
underscores:

    {{ symbol }}                                   HSP/HA.2/16
    {{ session.number }}   {{ date | date }}       2          14 June 2025
    {{ credentials.formal }}                       37
    {{ votes.strategic_plan.in_favour }}           105
    {{ elections.executive_board.seats.african }}  10
    {{ attendance.members | count }}               116
    {{ facts.name }}                               what stands under `facts:` in the record

Functions

    meeting(3)          the third meeting: .number .date .half .kind .opened .closed
    decision("2/6")     .number .kind .title .meeting .manner .vote .agenda
    item("opening")     an agenda item: .number .title
    state("EGY")        the State's name as it stands in a sentence
    body("undp")        the body's name as it stands in a sentence
    person("hidalgo")   the words under `persons:` in the language file
    organ()             .name .full .short .opening .programme .programme_short .sits_here (true at its headquarters)
    place()             .name .in_text
    label("annex")      a word of the vocabulary; regional_group("african"), office("president", "f"), years(2025, 2029)

Filters

    date("weekday")     a date in words: text, line, adverbial, weekday, weekday-no-year, on-weekday, no-year, month,
                        code
                        {{ meeting(1).date | date("weekday") }}   Thursday, 29 May 2025
    period("line")      the days from first to last: text, line, adverbial
    time                a time of day in words: {{ meeting(1).opened | time }}
    half                morning, afternoon, evening in words; half(day) of a day given in words
    states              codes to names in the language's order of States, as listed; states("in-text") as in a sentence
    bodies              identifiers to names, in the order of the record; bodies("list") as they stand alone
    join                a list in words: “A, B and C”, “A、B和C”
    listed              a list without the last word: “A, B, C”, “A、B、C”
    count               how many there are
    ordinal("meeting")  an ordinal in words as that noun wants it: third; session, meeting … (see the vocabulary)
    cardinal            a number in words where the language writes it in words
    plural("vote")      a number with its noun: 1 vote, 2 votes
    number(1)           a number in figures with the language's separators and so many decimals
    per_cent            a percentage
    the, of             a name with its article, or with “of”; capital: with a capital letter; quote: in quotation marks

Wording templates (templates/wording/<language>/*.j2) are given all of this, the facts their first line names, and `v`,
what the vocabulary of the language says (publisher.language.Vocabulary; `functions.SPOKEN` lists what of it). Their
line breaks and indents are not printed.

In authors' text an expression may choose (`a if b else c`), compare, add and put text together (`~`); it cannot repeat,
multiply, call anything else or reach names that begin with an underscore.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from typing import Any

from pydantic import BaseModel

from publisher.language import Vocabulary
from publisher.model.words import Words
from publisher.sandbox import FactGroup
from publisher.wording.marks import escape


def group(known_as: str, entries: Mapping[str, Any]) -> FactGroup:
    """`entries` as a group of plain facts."""
    made = FactGroup({key.replace("-", "_"): plain_fact(value, key) for key, value in entries.items()})
    made.known_as = known_as
    return made


def address(known_as: str, where: Any, vocabulary: Vocabulary) -> FactGroup | None:
    """The address of a corrected passage with its words.

    `words` in a sentence, `on_page`, `line` on a line of its own.
    """
    if where is None:
        return None
    made: FactGroup = plain_fact(where, known_as)
    words = {"words": vocabulary.place(made), "on_page": vocabulary.page(made), "line": vocabulary.location(made)}
    return group(known_as, {**made, **words})


def plain_fact(value: Any, known_as: str = "") -> Any:
    """`value` with models and mappings as groups of plain facts.

    Author's words as text, everything else as it is.
    """
    match value:
        case Words():
            return value.text
        case BaseModel():
            fields = (name for name in type(value).model_fields if name != "at")
            return group(known_as, {name: getattr(value, name) for name in fields})
        case _ if is_dataclass(value):
            names = (field.name for field in dataclass_fields(value) if field.name != "at")
            return group(known_as, {name: getattr(value, name) for name in names})
        case Mapping():
            return group(known_as, value)
        case list() | tuple():
            return [plain_fact(entry, known_as) for entry in value]
        case _:
            return value


def record_facts(record: BaseModel) -> dict[str, Any]:
    """The fields of the record as facts.

    Free facts stand as they are, without marks of their own.
    """
    facts: dict[str, Any] = plain_fact(record, "record")
    facts["facts"] = group("facts", {k: escape(v) if isinstance(v, str) else v for k, v in facts["facts"].items()})
    return facts
