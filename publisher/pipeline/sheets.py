"""Brings in a sheet: participants, or facts for a record there is.

Participants become a folder of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.catalogue import finding
from publisher.failures import BadRequest
from publisher.model.diagnostic import Diagnostic, PagePosition, Severity
from publisher.model.workspace import Workspace
from publisher.pipeline.importing import words_lost

if TYPE_CHECKING:
    from publisher.read.grid import Grid
    from publisher.receive.received import Received
    from publisher.receive.sheets import Columns, Facts

SHEETS = (".xlsx", ".csv", ".tsv")
PRINTED = ("honorific", "function", "role")  # columns whose words are printed as they stand, beside names


@dataclass(frozen=True, slots=True)
class Merged:
    """A record with the facts of a sheet put into it, and the findings.

    No text where nothing is to be written.
    """

    text: str | None
    findings: tuple[Diagnostic, ...]


def participants(
    source: Path, symbol: str, organ: str, profile: str, language: str, workspace: Workspace, sheet: str | None = None
) -> Received:
    """The folder of the list of participants that `source` holds."""
    from publisher.language import vocabulary
    from publisher.model.symbol import Symbol
    from publisher.receive.accounts import Accounts
    from publisher.receive.received import Received
    from publisher.receive.sheets import NAMES, columns_of, facts_of, load_heads, participants_folder, under

    words, reference = vocabulary(language, workspace), _reference(workspace)
    grid, heads = _cells(source, sheet, language, workspace), load_heads(workspace.reference)
    columns = columns_of(grid.rows, heads)
    if columns is None or not set(NAMES) & columns.places.keys():
        return Received("", {}, _unknown(source, grid), Accounts())
    facts = facts_of(grid.rows, columns, heads, reference, source.name)
    record = {
        "symbol": symbol, "kind": "participants", "profile": profile, "organ": organ, "original": language,
        "date": workspace.today,
    }  # fmt: skip
    parsed = Symbol.parse(symbol)
    folder = parsed.folder if parsed else symbol.replace("/", "-")
    made = participants_folder(grid.rows, columns, heads, facts, record, folder, source.name, words, reference)
    read = [row for row, _ in under(grid.rows, columns, heads)]
    persons = [said for row in read for key in (*NAMES, *PRINTED) if (said := columns.said(row, key))]
    if not made.is_whole:
        return made
    return replace(made, findings=(*made.findings, *words_lost(made, persons, source.name, language, workspace)))


def into_record(source: Path, record: str, language: str, workspace: Workspace, vote: str, sheet: str | None) -> Merged:
    """The text of `record` with what `source` holds put in.

    Attendance, or votes under the name `vote`.
    """
    from publisher.receive.sheets import SIDES, columns_of, facts_of, load_heads

    grid, heads = _cells(source, sheet, language, workspace), load_heads(workspace.reference)
    columns = columns_of(grid.rows, heads)
    if columns is None or not {"state", "body", *SIDES} & columns.places.keys():
        return Merged(None, _unknown(source, grid))
    facts = facts_of(grid.rows, columns, heads, _reference(workspace), source.name)
    findings = (*grid.findings, *facts.findings, *_left_out(columns, source))
    if not facts.is_whole:
        return Merged(None, findings)
    try:
        return Merged(_merged(record, facts, vote), findings)
    except ValueError as refused:
        return Merged(None, (*findings, finding("IM024", str(refused), PagePosition("record.yaml"))))


def _left_out(columns: Columns, source: Path) -> Iterator[Diagnostic]:
    """That persons are in no record, where the sheet names some."""
    from publisher.receive.sheets import NAMES

    if set(NAMES) & columns.places.keys():
        said = "States and bodies are taken over, the persons of the sheet are not"
        yield finding("IM010", said, PagePosition(source.name), hint="--symbol makes a list of participants of it")


def _merged(record: str, facts: Facts, vote: str) -> str:
    """The record with the facts at its end, where nothing of the kind stands yet; ValueError says what does."""
    from publisher.manuscript import read_tree

    there = read_tree(record).value()
    there = dict(there) if isinstance(there, dict) else {}
    if facts.vote:
        if not vote:
            raise BadRequest("say what was voted on: --vote strategic-plan, a name for the vote in the record")
        votes = there.get("votes")
        if isinstance(votes, dict) and votes:
            raise ValueError(
                f"the record has votes already; write this one beside them:\n{_lines(_vote(facts, vote), 2)}"
            )
        added = {"votes": _vote(facts, vote)}
    else:
        attended = {key: list(codes) for key, codes in facts.attendance.items() if codes}
        if said := there.get("attendance"):
            if apart := _apart(said, attended):
                raise ValueError(f"the record says already who attended, and otherwise: {apart}")
            return record
        added = {"attendance": attended}
    empty = {f"{key}:" for key in added if key in there}  # a key that holds nothing gives way
    kept = "".join(line for line in record.splitlines(keepends=True) if line.strip() not in empty)
    text = f"{kept.rstrip()}\n\n{_lines(added, 0)}"
    wanted = {key: value for key, value in there.items() if key not in added}
    found = read_tree(text).value()
    if {key: value for key, value in found.items() if key not in added} != wanted:
        raise ValueError("the facts of the sheet cannot be put into this record without touching others")
    return text


def _apart(record: Mapping[str, Any], sheet: Mapping[str, Any]) -> str:
    """Where record and sheet differ in who attended, category by category; nothing where they agree."""
    told = []
    for category in dict.fromkeys((*record, *sheet)):
        # a scalar of the record's tree: whether it is quoted, and what it says
        here = {code for _, code in record.get(category) or ()}
        there = set(sheet.get(category) or ())
        for place, only in (("the record", here - there), ("the sheet", there - here)):
            if only:
                told.append(f"{category} only in {place}: {', '.join(sorted(only))}")
    return "; ".join(told)


def _vote(facts: Facts, vote: str) -> dict[str, Any]:
    return {vote: {"on": vote, "method": "recorded", **facts.vote}}


def _lines(value: Mapping[str, Any], indent: int) -> str:
    """Mappings as YAML, lists of codes on one line each."""
    made = ""
    for key, inner in value.items():
        if isinstance(inner, dict):
            made += f"{' ' * indent}{key}:\n{_lines(inner, indent + 2)}"
        else:
            said = f"[{', '.join(inner)}]" if isinstance(inner, list) else str(inner)
            made += f"{' ' * indent}{key}: {said}\n"
    return made


def form(states: Iterable[str]) -> bytes:
    """An Excel form that a secretariat can fill in.

    A sheet for participants, one for a vote, a row a State; where words are few, they are offered.
    """
    import io

    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    participants_sheet, votes = book.create_sheet("Participants", 0), book.create_sheet("Vote", 1)
    del book["Sheet"]
    participants_sheet.append(["State", "Organization", "Title", "Name", "Function", "Category"])
    votes.append(["State", "Vote"])
    for name in states:
        votes.append([name, ""])
    last = max(votes.max_row, 2)
    for page, column, choices in (
        (participants_sheet, "A", f"Vote!$A$2:$A${last}"),
        (participants_sheet, "F", '"member,observer"'),
        (votes, "B", '"yes,no,abstain,absent"'),
    ):
        offered = DataValidation(type="list", formula1=choices, showErrorMessage=False)  # other words may be written
        offered.add(f"{column}2:{column}{max(last, 1000)}")
        page.add_data_validation(offered)
    for page in (participants_sheet, votes):
        page.freeze_panes = "A2"
        for cell in page[1]:
            cell.font = Font(bold=True)
        for column in "ABCDEF":
            page.column_dimensions[column].width = 28
    made = io.BytesIO()
    book.save(made)
    return _without_clock(made.getvalue())


def _without_clock(package: bytes) -> bytes:
    """A workbook whose bytes tell nothing of when it was saved."""
    import io
    import re
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as saved, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in saved.namelist():
            entry = zipfile.ZipInfo(name)  # of the earliest day that a zip file can say
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = saved.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data)
            archive.writestr(entry, data)
    return made.getvalue()


def _reference(workspace: Workspace) -> Any:
    from publisher.model.reference import load_reference

    return load_reference(workspace.reference, workspace.own_reference)


def _cells(source: Path, sheet: str | None, language: str, workspace: Workspace) -> Grid:
    from publisher.language import vocabulary
    from publisher.read import cells_of_file

    grid = cells_of_file(source.parent, source.name, sheet, lambda: vocabulary(language, workspace))
    another = "read another one with --sheet and its name"
    grid.findings = [replace(one, hint=another) if one.code == "TB011" else one for one in grid.findings]
    return grid


def _unknown(source: Path, grid: Grid) -> tuple[Diagnostic, ...]:
    """What is wrong with a sheet whose heads are not known: that it could not be read, if so."""
    if any(found.severity is Severity.ERROR for found in grid.findings):
        return tuple(grid.findings)
    hint = "name the columns: State or Organization, and Name (participants) or Vote; any of the six languages will do"
    said = "no row of the sheet has heads that are known"
    return (*grid.findings, finding("IM024", said, PagePosition(source.name), hint=hint))
