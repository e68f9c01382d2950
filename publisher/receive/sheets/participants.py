"""A list of participants out of a sheet.

A heading a State or body, under it who came for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic
from publisher.model.reference import Reference
from publisher.receive.accounts import Accounts
from publisher.receive.accounts import Position as Entered
from publisher.receive.folder import OneLine, language_file, record_file
from publisher.receive.names import bare, bodies_by_name, states_by_name
from publisher.receive.received import REPORT, Received, balance, report
from publisher.receive.sheets.facts import Facts, under
from publisher.receive.sheets.heads import NAMES, Columns, Heads, Row
from publisher.wording import escape

_GROUPS = ("members", "observer-states", "un-bodies", "intergovernmental", "observers", "non-governmental")
_TAKEN = (*NAMES, "honorific", "function", "state", "body", "role")


def participants_folder(
    rows: Sequence[Row], columns: Columns, heads: Heads, facts: Facts, record: Mapping[str, Any], folder: str, name: str,
    vocabulary: Vocabulary, reference: Reference,
) -> Received:  # fmt: skip
    """The folder of a list of participants.

    Every filled cell of a known column is in it, or it is no whole one.
    """
    if not facts.is_whole:
        return Received("", {}, tuple(facts.findings), Accounts())
    accounts = Accounts()
    persons: dict[str, list[str]] = {}
    states, bodies = states_by_name(reference), bodies_by_name(reference)
    twice: list[Diagnostic] = []
    for row, said in under(rows, columns, heads):
        at = columns.at(row, name)
        for column in _TAKEN:
            if entered := columns.said(row, column):
                accounts.enter((id(row), column), Entered("cell", f"{columns.at(row, name, column)}", entered))
        key = states.get(bare(said)) or bodies.get(bare(said))
        if key is None:
            continue
        if words := _person(row, columns):
            if words in persons.setdefault(key, []):
                twice.append(
                    finding("IM013", "the person stands there a second time, and is printed so", at, span=words)
                )
            persons[key].append(words)
        for column in _TAKEN:
            accounts.use((id(row), column))
    groups = [group for group in _GROUPS if facts.attendance.get(group)]
    headings = {group: heads.headings[group][vocabulary.code] for group in groups}
    sections = [_section(group, facts.attendance[group], persons, headings[group]) for group in groups]
    language = {"title": [vocabulary.label("list-of-participants")], "body": sections}
    attended = {group: OneLine(facts.attendance[group]) for group in groups}
    says = f"Imported from {name}."
    files = [record_file({**record, "attendance": attended}, says), language_file(vocabulary.code, language, says)]
    findings = (
        *facts.findings,
        *twice,
        *(found for file in files for found in file.findings),
        *balance(accounts, name),
    )
    made = {file.name: file.data for file in files} | {REPORT: report(name, accounts, findings)}
    return Received(folder, made, findings, accounts)


def _person(row: Row, columns: Columns) -> str:
    """“Ms. Ada Berg, Minister of Water (head of delegation)”."""
    called = " ".join(filter(None, (columns.said(row, column) for column in ("honorific", *NAMES))))
    words = ", ".join(filter(None, (called, columns.said(row, "function"))))
    role = columns.said(row, "role")
    return escape(f"{words} ({role})" if role and words else words)


def _section(group: str, keys: Sequence[str], persons: Mapping[str, list[str]], heading: str) -> dict[str, Any]:
    """The heading of a category, under it a heading each State or body; its name comes from the reference data."""
    states = group in ("members", "observer-states")
    form = "states" if states else 'bodies("list")'
    listed = [
        {
            "heading": f'{{{{ ["{key}"] | {form} | join }}}}',
            "numbered": False,
            "body": [{"unnumbered": words} for words in persons.get(key, [])],
        }
        for key in keys
    ]
    return {"heading": heading, "body": listed}
