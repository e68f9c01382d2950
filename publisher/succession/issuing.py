"""Issuing a document: build, prove, hold against before, register."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from publisher.issue import Freeze, IssueRefused, freeze
from publisher.model.diagnostic import Severity
from publisher.model.document import Document as WrittenDocument
from publisher.model.record import Record
from publisher.model.resolved import Document as ResolvedDocument
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace
from publisher.pipeline import FORMATS, Attached, Built, build
from publisher.register import NewEdition, Register
from publisher.revise import Disproved, carry_out, passages
from publisher.revise.corrigendum import instructions_in
from publisher.revise.following import left_uncorrected, unnamed_differences
from publisher.revise.location import Passage
from publisher.revise.passages import DATE_PLACE
from publisher.revise.passages_file import NAME, dump
from publisher.succession.correcting import CorrigendumRefused
from publisher.succession.texts import corrected_text, corrigenda, issued_text, orders_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A language of a document, built, proved and ready to be registered."""

    edition: NewEdition
    built: Built


def made_ready(
    workspace: Workspace,
    language: str,
    register: Register,
    engines: Mapping[str, str],
    *,
    reason: str = "",
    attached: Attached = "printed",
) -> Ready:
    """One language built, proved and held against what was issued before.

    Nothing is registered. IssueRefused while an unwaived error stands.
    """
    built = build(workspace, language, FORMATS, "publish", attached=attached)
    if built.resolved is None or built.written is None:
        raise IssueRefused(f"{workspace.folder} cannot be read in “{language}”; nothing was issued")
    _require_whole(built)
    register.require_new(built.written.record.symbol, language, len(built.written.record.reissues))
    text = passages(built.resolved, built.pages)
    _require_place(built.written, text, register)
    freezing = _freezing(built, built.resolved, built.written.record, engines, workspace.today, reason)
    edition = freeze(freezing, workspace)
    return Ready(replace(edition, files={**edition.files, ("proof", NAME): dump(text)}), built)


def _require_place(written: WrittenDocument, text: tuple[Passage, ...], register: Register) -> None:
    """Hold a document that follows an earlier one against it: each kind has its own bond (DESIGN §6)."""
    record = written.record
    if record.reissues:
        _require_same_text(written, text, register)
    if "corrections" in written.kind.traits:
        _require_proof(written, register)
    elif record.parent is not None and record.parent.relation == "revision":
        _require_corrections(written, text, register)


def _require_same_text(written: WrittenDocument, text: tuple[Passage, ...], register: Register) -> None:
    """A reissue repeats the text; only what its entry in the record names may differ (CONVENTIONS §4.1)."""
    record = written.record
    earlier = register.editions(symbol=record.symbol, language=written.language)
    if not earlier:
        return
    if earlier[-1].masthead_date != record.date:
        raise IssueRefused(
            f"{record.symbol}{'*' * len(record.reissues)} ({written.language}) is not issued: a reissue keeps the date of "
            f"the masthead, {earlier[-1].masthead_date}; the day of the reissue stands under `reissues:`"
        )
    other = unnamed_differences(issued_text(register, earlier[-1]), text, record.reissues[-1].changes)
    if other:
        raise IssueRefused(
            f"{record.symbol}{'*' * len(record.reissues)} ({written.language}) is not issued: it reads otherwise than "
            f"{earlier[-1].printed_symbol} at {', '.join(other[:5])}; a reissue repeats the text: name what may differ "
            "under `changes:` of the reissue in record.yaml, or make a corrigendum or a revision"
        )


def _require_proof(written: WrittenDocument, register: Register) -> None:
    """The instructions as they stand in the corrigendum must fit the issued text they correct."""
    parent, symbol = written.record.parent, written.record.symbol
    if parent is None:
        raise CorrigendumRefused(f"{symbol} names no parent")
    suffix = Symbol(symbol).suffix
    edition = register.latest(parent.symbol, written.language)
    issued = corrected_text(register, edition, before=suffix.number if suffix and suffix.number else None)
    orders = instructions_in(written.words.body)
    try:
        outcome = carry_out(issued, orders)
    except Disproved as refusal:
        raise CorrigendumRefused(f"{symbol} does not fit {parent.symbol}: {refusal}") from refusal
    if orders and outcome == issued:
        raise CorrigendumRefused(f"{symbol} changes nothing in {parent.symbol}")


def _require_corrections(written: WrittenDocument, text: tuple[Passage, ...], register: Register) -> None:
    """The corrigenda of the earlier text dissolve in a revision: none of their corrections may be lost."""
    before = _revised(written.record, written.language, register)
    issued = issued_text(register, register.latest(before, written.language))
    if _words(issued) == _words(text):
        raise IssueRefused(
            f"{written.record.symbol} ({written.language}) is not issued: it says the same as {before}; "
            "a reissue of the same text keeps its symbol and takes an asterisk"
        )
    for corrigendum in corrigenda(register, before, written.language):
        if lost := left_uncorrected(issued, orders_of(register, corrigendum), text):
            raise IssueRefused(
                f"{written.record.symbol} ({written.language}) is not issued: it lacks a correction of "
                f"{corrigendum.printed_symbol}: {lost[0]}"
            )


def _revised(record: Record, language: str, register: Register) -> str:
    """The symbol of the text that a revision takes the place of: the revision before it, else the document itself."""
    assert record.parent is not None
    parent, suffix = Symbol(record.parent.symbol), Symbol(record.symbol).suffix
    for number in range((suffix.number if suffix else 1) - 1, 0, -1):
        earlier = parent.followed_by("Rev", number).text
        if register.editions(symbol=earlier, language=language):
            return earlier
    return parent.text


def _words(text: tuple[Passage, ...]) -> list[str]:
    """The words but those of page one that name the edition: its date, “Revision”, the notes of its symbol."""
    own = ("subtitle", "front-note")
    return [one.text for one in text if one.location != DATE_PLACE and one.location.kind not in own]


def _freezing(
    built: Built,
    resolved: ResolvedDocument,
    record: Record,
    engines: Mapping[str, str],
    day: datetime.date,
    reason: str,
) -> Freeze:
    return Freeze(record, resolved, built.by_name, built.diagnostics, engines, day, reason)


def _require_whole(built: Built) -> None:
    for failure in built.failures.values():
        raise failure
    if built.rejected:
        first = next(one for one in (*built.diagnostics, *built.proofs) if one.severity is Severity.ERROR)
        failed = ", ".join(sorted(built.rejected))
        raise IssueRefused(
            f"not issued: {failed} failed verification; first {first.code} at {first.at}: {first.message}"
        )
