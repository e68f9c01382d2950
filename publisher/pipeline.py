"""The order of the stages: the only module that knows them all, and does no work of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from publisher.catalogue import finding
from publisher.clock import Clock, InThisProcess
from publisher.failures import Failure, MissingDependency
from publisher.model.diagnostic import Diagnostic, PagePosition, Severity
from publisher.model.resolved import Document as ResolvedDocument
from publisher.model.workspace import Workspace

if TYPE_CHECKING:  # its models take a quarter of a second to load, which `--help` need not wait for
    from publisher.model.document import Document as WrittenDocument
    from publisher.render.pdf import DrawnPdf

Format = Literal["docx", "pdf", "html"]
Mode = Literal["draft", "review", "publish"]
FORMATS: tuple[Format, ...] = get_args(Format)
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a document before it is drawn: as written, as resolved, its findings and its source texts."""

    written: WrittenDocument | None
    resolved: ResolvedDocument | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    timings: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Built:
    """Finished files by format, what was found, what failed; seconds a stage; `rejected` names files proved wrong."""

    files: Mapping[Format, bytes]
    rejected: frozenset[Format]
    failures: Mapping[Format, Failure]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    timings: Mapping[str, float]
    resolved: ResolvedDocument | None
    written: WrittenDocument | None = None
    pages: Mapping[str, int] = field(default_factory=dict)  # identifier of a block → its page in the PDF


@dataclass(slots=True)
class _Drawn:
    """What the writers have given so far, and what was found in it."""

    files: dict[Format, bytes] = field(default_factory=dict)
    findings: dict[Format, tuple[Diagnostic, ...]] = field(default_factory=dict)
    failures: dict[Format, Failure] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)


def file_stem(symbol: str, language: str) -> str:
    """Give back the file name, less its ending, of a document: HSP/HA.2/16 in zh is `HSP-HA.2-16.zh`."""
    return f"{symbol.replace('/', '-').rstrip('*')}.{language}"


def symbol_of(workspace: Workspace, language: str) -> str | None:
    """Give back the symbol the record states, None where it cannot be read."""
    from publisher.read import read

    document = read(workspace, language).document
    return document.record.symbol if document is not None else None


def warm_up() -> None:
    """Load what takes a second to load, so that a waiting process is ready when its first page comes."""
    import publisher.verify  # noqa: F401
    from publisher.render.pdf.engine import engine

    with suppress(MissingDependency):
        engine()


def examine(workspace: Workspace, language: str, mode: Mode = "draft", clock: Clock | None = None) -> Examined:
    """Give back the document read, resolved and checked: everything short of drawing it."""
    from publisher.check import check
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.read import read
    from publisher.resolve import resolve

    clock = clock or Clock()
    reading = clock.run("read", read, workspace, language)
    if reading.document is None:
        return Examined(None, None, reading.diagnostics, reading.sources, clock.seconds)
    reference = clock.run("read", load_reference, workspace.reference)
    words = clock.run("read", vocabulary, language, workspace)
    resolution = clock.run("resolve", resolve, reading.document, workspace, reference, words)
    earlier = (*reading.diagnostics, *resolution.diagnostics)
    if resolution.document is None:
        return Examined(reading.document, None, earlier, reading.sources, clock.seconds)
    findings = clock.run(
        "check", check, reading.document, resolution.document, reference, words, mode, earlier, reading.sources
    )
    return Examined(reading.document, resolution.document, findings, reading.sources, clock.seconds)


def build(
    workspace: Workspace,
    language: str,
    formats: Sequence[Format] = FORMATS,
    mode: Mode = "draft",
    *,
    beside: Executor | None = None,
    on_stage: Callable[[str], None] | None = None,
) -> Built:
    """Give back the finished and proved files of one document in one language.

    `beside` is an executor with a process of its own: the PDF is laid out and proved there while this process
    writes and proves the other files. Without it everything is done here; the bytes are the same.
    """
    clock = Clock(on_stage)
    examined = examine(workspace, language, mode, clock)
    if examined.resolved is None:
        return Built({}, frozenset(), {}, examined.diagnostics, examined.sources, clock.seconds, None)
    built = draw(workspace, examined.resolved, examined.sources, formats, clock=clock, beside=beside)
    return replace(built, diagnostics=(*examined.diagnostics, *built.diagnostics), written=examined.written)


def draw(
    workspace: Workspace,
    resolved: ResolvedDocument,
    sources: Mapping[str, str],
    formats: Sequence[Format] = FORMATS,
    *,
    clock: Clock | None = None,
    beside: Executor | None = None,
) -> Built:
    """Give back the finished and proved files of a resolved document; `sources` are attached to the PDF."""
    clock = clock or Clock()
    drawn = _draw_and_prove(workspace, resolved, sources, formats, beside or InThisProcess(), clock)
    findings = tuple(finding for found in drawn.findings.values() for finding in found)
    rejected = frozenset(format for format in drawn.files if _proved_wrong(drawn.findings.get(format, ())))
    return Built(
        drawn.files, rejected, drawn.failures, findings, sources, clock.seconds, resolved, pages=drawn.pages
    )


def prove(workspace: Workspace, language: str, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Give back what is wrong with finished files (name → bytes) beside the document they were built from."""
    from publisher.verify import verify_docx, verify_html, verify_pdf

    examined = examine(workspace, language)
    if examined.resolved is None:
        return examined.diagnostics
    proofs = {".pdf": verify_pdf, ".docx": verify_docx, ".html": verify_html}
    return tuple(
        found
        for name, data in files.items() if (proof := proofs.get(PurePath(name).suffix)) is not None
        for found in proof(data, examined.resolved, name)
    )


def _draw_and_prove(
    workspace: Workspace,
    resolved: ResolvedDocument,
    sources: Mapping[str, str],
    formats: Sequence[Format],
    beside: Executor,
    clock: Clock,
) -> _Drawn:
    """Draw each format from one page and prove it; the DOCX waits for the PDF, whose page numbers stand in it too."""
    from publisher.render.page import render_page

    drawn = _Drawn()
    stem = file_stem(resolved.symbol, resolved.language)
    page = clock.run("page", render_page, resolved, workspace)
    drawing = _begin_pdf(page, resolved, workspace, sources, beside, clock) if {"pdf", "docx"} & set(formats) else None
    if "html" in formats:
        _write_html(page, resolved, workspace, f"{stem}.html", drawn, clock)
    if drawing is None:
        return drawn
    from publisher.render.docx import write_docx  # loaded here, while the PDF is laid out beside
    from publisher.verify import verify_docx, verify_pdf

    pages: Mapping[str, int] = {}
    page_count = 0
    proving: Future[tuple[float, tuple[Diagnostic, ...]]] | None = None
    try:
        pdf = clock.end("pdf", drawing)
        drawn.pages = pages = pdf.pages
        page_count = pdf.page_count
        if "pdf" in formats:
            drawn.files["pdf"] = pdf.data
            proving = clock.begin("verify pdf", beside, verify_pdf, pdf.data, resolved, f"{stem}.pdf")
    except MissingDependency as missing:
        drawn.failures["pdf"] = missing
        drawn.findings["pdf"] = (finding("BD002", f"no PDF, so no page numbers: {missing}"),)
    if "docx" in formats:
        try:
            drawn.files["docx"] = clock.run("docx", write_docx, page, resolved, workspace, pages, page_count)
            proof = clock.run("verify docx", verify_docx, drawn.files["docx"], resolved, f"{stem}.docx")
            drawn.findings["docx"] = proof
        except MissingDependency as missing:
            drawn.failures["docx"] = missing
    if proving is not None:
        drawn.findings["pdf"] = (*_said_by_engine(pdf.messages, stem), *clock.end("verify pdf", proving))
    return drawn


def _begin_pdf(
    page: str,
    resolved: ResolvedDocument,
    workspace: Workspace,
    sources: Mapping[str, str],
    beside: Executor,
    clock: Clock,
) -> Future[tuple[float, DrawnPdf]]:
    from publisher.render.pdf import write_pdf

    attachments = {name: text.encode() for name, text in sources.items()}
    return clock.begin("pdf", beside, write_pdf, page, resolved, workspace, attachments)


def _write_html(
    page: str, resolved: ResolvedDocument, workspace: Workspace, name: str, drawn: _Drawn, clock: Clock
) -> None:
    from publisher.render.html import write_html
    from publisher.verify import verify_html

    drawn.files["html"] = clock.run("html", write_html, page, resolved, workspace)
    drawn.findings["html"] = clock.run("verify html", verify_html, drawn.files["html"], resolved, name)


def _said_by_engine(messages: Sequence[str], stem: str) -> tuple[Diagnostic, ...]:
    """Give back the warnings of the layout engine as findings: each has meant a page that is not as it should be."""
    return tuple(finding("BD005", message, PagePosition(f"{stem}.pdf")) for message in messages)


def _proved_wrong(findings: Sequence[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
