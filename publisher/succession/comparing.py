"""The redline between two texts: editions, or data in folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic
from publisher.model.inline import Inline, Inlines, Symbol, Text
from publisher.model.resolved import Document as ResolvedDocument
from publisher.model.resolved import Note
from publisher.model.symbol import Symbol as DocumentSymbol
from publisher.model.symbol import symbol_spans
from publisher.model.workspace import Workspace, shipped
from publisher.pipeline import Format, printed_of, understand
from publisher.register import Edition, Register
from publisher.revise import passages, redline
from publisher.succession.texts import issued_text


@dataclass(frozen=True, slots=True)
class Redline:
    """A drawn redline: its stem, the files by ending, the findings, what is shown in it."""

    stem: str
    files: Mapping[Format, bytes]
    diagnostics: tuple[Diagnostic, ...]
    shown: ResolvedDocument


def redline_of(old: ResolvedDocument, new: ResolvedDocument, workspace: Workspace) -> Redline:
    """The redline from `old` to `new` as Word and PDF, proved.

    Accepted it is the one, rejected the other.
    """
    from publisher.render.docx import write_docx
    from publisher.render.page import render_page
    from publisher.render.pdf import write_pdf
    from publisher.verify import verify_docx, verify_pdf, verify_redline

    # an edition brings the templates of its day; what a redline says besides may be newer
    workspace = replace(workspace, templates=(*workspace.templates, shipped("templates")))
    # the note of a reissue belongs to page one of that edition, and page one of a redline is that of the new text
    old = replace(old, notes=(*_reissued(new, True), *_reissued(old, False)))
    shown = redline(old, new)
    stem = f"{DocumentSymbol(old.symbol).file_stem(old.language)}-to-{DocumentSymbol(new.symbol).file_stem(new.language)}.redline"
    # Word shows by itself that changes are tracked; a sentence of ours there would be part of either text
    marked = replace(shown, subtitle=(_notice(old, new, workspace), *shown.subtitle))
    printed = printed_of(understand(workspace, new.language))
    sources = {name: text.encode() for name, text in printed.items()}
    pdf = write_pdf(render_page(marked, workspace), marked, workspace, sources)
    tracked = write_docx(render_page(shown, workspace), shown, workspace, pdf.pages, pdf.page_count)
    findings = (
        *verify_pdf(pdf.data, marked, f"{stem}.pdf"),
        *verify_docx(tracked, new, f"{stem}.docx", tracked=True),
        *verify_redline(tracked, old, new, f"{stem}.docx"),
    )
    return Redline(stem, {"docx": tracked, "pdf": pdf.data}, findings, marked)


def _reissued(document: ResolvedDocument, such: bool) -> tuple[Note, ...]:
    """The notes of `document` that say when it was reissued, or those that do not."""
    return tuple(note for note in document.notes if note.id.startswith("reissue-") is such)


def _notice(old: ResolvedDocument, new: ResolvedDocument, workspace: Workspace) -> Inlines:
    """The sentence that says on page one what is compared with what."""
    from publisher.wording import Wording

    version = understand(workspace, new.language)
    written, _ = version.forms()
    words = Wording(workspace, version.vocabulary, written.record, written.words, version.reference)
    sentence = words.sentence("redline-notice", old=old.properties.symbol, new=new.properties.symbol)
    pieces: list[Inline] = []
    done = 0
    for start, end in symbol_spans(sentence, frozenset({old.masthead.symbol_organ, new.masthead.symbol_organ})):
        pieces += [Text(sentence[done:start]), Symbol(sentence[start:end])]
        done = end
    return (*pieces, Text(sentence[done:]))


def resolved_edition(register: Register, edition: Edition, workspace: Workspace) -> ResolvedDocument:
    """The resolved document of an unfrozen edition.

    Failure where it no longer reads as it was issued.
    """
    document = resolved_data(workspace, edition.language)
    issued = issued_text(register, edition)
    if [(p.location, p.text) for p in passages(document)] != [(p.location, p.text) for p in issued]:
        raise Failure(f"{edition.printed_symbol} ({edition.language}) reads otherwise with this version of the program")
    return document


def resolved_data(workspace: Workspace, language: str) -> ResolvedDocument:
    """The resolved document of the data in `workspace`."""
    return understand(workspace, language).forms()[1]
