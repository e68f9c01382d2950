"""The redline between two texts, each an edition of the register or data in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic
from publisher.model.resolved import Document as ResolvedDocument
from publisher.model.workspace import Workspace
from publisher.pipeline import Format, examine, file_stem
from publisher.register import Edition, Register
from publisher.revise import passages, redline
from publisher.succession.texts import issued_text, read_whole


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


def resolved_edition(register: Register, edition: Edition, workspace: Workspace) -> ResolvedDocument:
    """Give back the resolved document of an unfrozen edition; Failure where it no longer reads as it was issued."""
    document, _ = read_whole(examine(workspace, edition.language), workspace)
    issued = issued_text(register, edition)
    if [(p.location, p.text) for p in passages(document)] != [(p.location, p.text) for p in issued]:
        raise Failure(f"{edition.printed_symbol} ({edition.language}) reads otherwise with this version of the program")
    return document


def resolved_data(workspace: Workspace, language: str) -> ResolvedDocument:
    """Give back the resolved document of the data in `workspace`."""
    return read_whole(examine(workspace, language), workspace)[0]
