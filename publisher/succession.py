"""From one edition to the next: the order of the steps of issue, corrigendum, revision, addendum and redline."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from publisher.failures import BadRequest, Failure
from publisher.issue import Freeze, IssueRefused, freeze
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.document import Document as WrittenDocument
from publisher.model.document import Language
from publisher.model.record import Record
from publisher.model.resolved import Document as ResolvedDocument
from publisher.model.workspace import Workspace
from publisher.pipeline import FORMATS, Built, Examined, Format, build, examine, file_stem
from publisher.register import Edition, Register
from publisher.revise import Disproved, Instruction, Renumbered, carry_out, instructions, passages, prove, redline
from publisher.revise.corrigendum import corrections, instructions_in
from publisher.revise.folders import addendum_folder, corrigendum_folder, revision_folder
from publisher.revise.location import Passage
from publisher.revise.passages import DATE_LINE
from publisher.revise.passages_file import NAME as PASSAGES
from publisher.revise.passages_file import dump, load


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a corrigendum is made of in one language: instructions, marks of the notes as issued, the issued title."""

    edition: Edition
    orders: tuple[Instruction, ...]
    marks: Mapping[str, str]
    words: Language


def issue(
    workspace: Workspace, language: str, register: Register, engines: Mapping[str, str], *, reason: str = ""
) -> tuple[Edition, Built]:
    """Build, prove and register one document in one language; IssueRefused while an unwaived error stands."""
    built = build(workspace, language, FORMATS, "publish")
    if built.resolved is None or built.written is None:
        raise IssueRefused(f"{workspace.folder} cannot be read; nothing was issued")
    _require_whole(built)
    if built.written.record.kind == "corrigendum":
        _require_proof(built.written, register)
    freezing = _freezing(built, built.resolved, built.written.record, engines, workspace.today, reason)
    edition = freeze(freezing, workspace)
    proof = dump(passages(built.resolved, built.pages))
    return register.issue(replace(edition, files={**edition.files, ("proof", PASSAGES): proof})), built


def correct(register: Register, workspace: Workspace, language: str) -> Corrected:
    """Give back the instructions that lead from the newest issued edition to the corrected data, proved.

    The corrected data carries the symbol of the issued text, or is that of a revision of it: then the date in the
    masthead and the note of a reissue, which a revision has of its own, are no matter for a corrigendum.
    """
    examined = examine(workspace, language, "publish")
    corrected, written = _resolved(examined, workspace)
    edition = register.latest(corrected_symbol(written.record), language)
    if errors := [found for found in examined.diagnostics if found.severity is Severity.ERROR]:
        raise CorrigendumRefused(
            f"no corrigendum to {edition.printed_symbol} ({language}): the corrected data has {len(errors)} error(s), "
            f"the first {errors[0].code} at {errors[0].at}; see: publisher check {workspace.folder} --mode publish"
        )
    issued = load(register.content(edition, "proof", PASSAGES))
    wanted = passages(corrected)
    if written.record.symbol != edition.symbol:
        own = len(written.words.subtitle)
        issued, wanted = (tuple(p for p in text if not _of_the_edition(p, own)) for text in (issued, wanted))
    try:
        orders = instructions(issued, wanted)
        prove(issued, orders, wanted)
    except (Renumbered, Disproved) as refusal:
        raise CorrigendumRefused(f"no corrigendum to {edition.printed_symbol} ({language}): {refusal}") from refusal
    return Corrected(edition, orders, _marks(issued), written.words)


def corrected_symbol(record: Record) -> str:
    """Give back the symbol of the issued text that data corrects: its own, or its parent's for a revision."""
    parent = record.parent
    return parent.symbol if parent is not None and parent.relation == "revision" else record.symbol


def _of_the_edition(passage: Passage, subtitles: int) -> bool:
    """Tell whether a passage belongs to one edition and not to the text: its date, its note of reissue, “Revised”."""
    said_by_program = passage.location.kind == "subtitle" and passage.location.ordinal > subtitles
    return said_by_program or passage.id == DATE_LINE or passage.id.startswith("note-reissue")


class CorrigendumRefused(Failure):
    """No corrigendum can be made, or the one at hand does not lead from the issued text to the corrected one."""

    exit_code = 1


def corrigendum(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Give back the name and the files of the folder of the next corrigendum to the document in `workspace`.

    Every language in which nothing changes gets the words “not applicable”; CorrigendumRefused where none changes.
    """
    found = {language: correct(register, workspace, language) for language in languages}
    if not any(corrected.orders for corrected in found.values()):
        raise CorrigendumRefused("the corrected data reads exactly as issued: there is nothing to correct")
    first = next(iter(found.values()))
    number = register.next_number(first.edition.symbol, "corrigendum")
    record = _resolved(examine(workspace, languages[0]), workspace)[1].record
    parent = record.model_copy(update={"symbol": first.edition.symbol})
    return corrigendum_folder(
        parent, number, dated,
        {code: (one.words.title, corrections(one.orders, one.marks)) for code, one in found.items()},
    )  # fmt: skip


def revision(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Give back the name and the files of the folder of the next revision, made from the corrected data."""
    record = _resolved(examine(workspace, languages[0]), workspace)[1].record
    for language in languages:
        register.latest(record.symbol, language)
    number = register.next_number(record.symbol, "revision")
    files = {
        path.relative_to(workspace.folder).as_posix(): path.read_bytes()
        for path in sorted(workspace.folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return revision_folder(files, record.symbol, number, dated)


def addendum(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Give back the name and the files of the folder of the next addendum, with the parent's facts and title."""
    written = {language: _resolved(examine(workspace, language), workspace)[1] for language in languages}
    record = next(iter(written.values())).record
    for language in languages:
        register.latest(record.symbol, language)
    number = register.next_number(record.symbol, "addendum")
    return addendum_folder(record, number, dated, {code: one.words.title for code, one in written.items()})


@dataclass(frozen=True, slots=True)
class Redline:
    """A drawn redline: the stem of its file name, the files by ending, what was found in them."""

    stem: str
    files: Mapping[Format, bytes]
    diagnostics: tuple[Diagnostic, ...]


def redline_of(old: ResolvedDocument, new: ResolvedDocument, workspace: Workspace) -> Redline:
    """Give back the redline from `old` to `new` as Word and PDF, proved: accepted it is the one, rejected the other."""
    from publisher.render.docx import write_docx
    from publisher.render.page import render_page
    from publisher.render.pdf import write_pdf
    from publisher.verify import verify_docx, verify_pdf, verify_redline

    # the note of a reissue belongs to page one of that edition, and page one of a redline is that of the new text
    old = replace(old, notes=tuple(note for note in old.notes if not note.id.startswith("reissue-")))
    shown = redline(old, new)
    stem = f"{file_stem(old.symbol, old.language)}-to-{file_stem(new.symbol, new.language)}.redline"
    page = render_page(shown, workspace)
    sources = {path.name: path.read_bytes() for path in sorted(workspace.folder.glob("*.yaml"))}
    pdf = write_pdf(page, shown, workspace, sources)
    tracked = write_docx(page, shown, workspace, pdf.pages, pdf.page_count)
    findings = (
        *verify_pdf(pdf.data, shown, f"{stem}.pdf"),
        *verify_docx(tracked, new, f"{stem}.docx", tracked=True),
        *verify_redline(tracked, old, new, f"{stem}.docx"),
    )
    return Redline(stem, {"docx": tracked, "pdf": pdf.data}, findings)


@contextmanager
def unfrozen(register: Register, edition: Edition, today: datetime.date) -> Iterator[Workspace]:
    """Give, for a while, a workspace with everything `edition` was built from, as it was then."""
    with tempfile.TemporaryDirectory(prefix="publisher-edition-") as name:
        root = Path(name)
        for file in edition.files:
            if file.role in ("data", "template", "reference"):
                path = root / file.role / file.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(register.content(edition, file.role, file.name))
        yield Workspace(root / "data", (root / "template",), root / "reference", today)


def resolved_edition(register: Register, edition: Edition, workspace: Workspace) -> ResolvedDocument:
    """Give back the resolved document of an unfrozen edition; Failure where it no longer reads as it was issued."""
    document, _ = _resolved(examine(workspace, edition.language), workspace)
    issued = load(register.content(edition, "proof", PASSAGES))
    if [(p.location, p.text) for p in passages(document)] != [(p.location, p.text) for p in issued]:
        raise Failure(f"{edition.printed_symbol} ({edition.language}) reads otherwise with this version of the program")
    return document


def resolved_data(workspace: Workspace, language: str) -> ResolvedDocument:
    """Give back the resolved document of the data in `workspace`."""
    return _resolved(examine(workspace, language), workspace)[0]


def _resolved(examined: Examined, workspace: Workspace) -> tuple[ResolvedDocument, WrittenDocument]:
    if examined.resolved is None or examined.written is None:
        raise BadRequest(f"{workspace.folder} cannot be read; see: publisher check {workspace.folder}")
    return examined.resolved, examined.written


def _freezing(
    built: Built, resolved: ResolvedDocument, record: Record, engines: Mapping[str, str], day: datetime.date,
    reason: str,
) -> Freeze:
    stem = file_stem(resolved.symbol, resolved.language)
    outputs = {f"{stem}.{format}": data for format, data in built.files.items()}
    return Freeze(record, resolved, outputs, built.diagnostics, engines, day, reason)


def _require_whole(built: Built) -> None:
    for failure in built.failures.values():
        raise failure
    if built.rejected:
        raise IssueRefused(f"not issued: {', '.join(sorted(built.rejected))} failed verification")


def _require_proof(written: WrittenDocument, register: Register) -> None:
    """The instructions as they stand in the corrigendum must fit the issued text they correct (DESIGN §6)."""
    parent = written.record.parent
    if parent is None:
        raise CorrigendumRefused(f"{written.record.symbol} names no parent")
    issued = load(register.content(register.latest(parent.symbol, written.language), "proof", PASSAGES))
    orders = instructions_in(written.words.body)
    try:
        outcome = carry_out(issued, orders)
    except Disproved as refusal:
        raise CorrigendumRefused(f"{written.record.symbol} does not fit {parent.symbol}: {refusal}") from refusal
    if orders and outcome == issued:
        raise CorrigendumRefused(f"{written.record.symbol} changes nothing in {parent.symbol}")


def _marks(issued: Sequence[Passage]) -> dict[str, str]:
    return {
        passage.id.removeprefix("note-"): passage.location.path[0]
        for passage in issued
        if passage.location.kind in ("note", "front-note")
    }
