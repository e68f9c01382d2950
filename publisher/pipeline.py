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
from publisher.model.workspace import Workspace

if TYPE_CHECKING:  # its models take a quarter of a second to load, which `--help` need not wait for
    from publisher.language import Vocabulary
    from publisher.model.document import Document as WrittenDocument
    from publisher.model.reference import Reference
    from publisher.model.resolved import Document as ResolvedDocument
    from publisher.render.pdf import DrawnPdf, Kept

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
    proofs: tuple[Diagnostic, ...] = ()  # those of the diagnostics that are on the drawn files
    drawn: bool = True  # false: the files of an earlier build are what would be drawn now


def file_stem(symbol: str, language: str) -> str:
    """Give back the file name, less its ending, of a document: HSP/HA.2/16 in zh is `HSP-HA.2-16.zh`.

    A qualifier loses its brackets: HSP/HA.2/16 (Annex II) is `HSP-HA.2-16-Annex-II`.
    """
    return f"{symbol.translate(_IN_FILE_NAMES).rstrip('*')}.{language}"


_IN_FILE_NAMES = str.maketrans({"/": "-", " ": "-", "(": None, ")": None})


def symbol_of(workspace: Workspace, language: str) -> str | None:
    """Give back the symbol the record states, None where it cannot be read."""
    from publisher.read import read

    document = read(workspace, language).document
    return document.record.symbol if document is not None else None


def warm_up() -> None:
    """Load what takes a second to load, so that a waiting process is ready when its first page comes."""
    from publisher.render.pdf.engine import engine

    with suppress(MissingDependency):
        engine()
    import publisher.verify  # noqa: F401


def examine(
    workspace: Workspace, language: str, mode: Mode = "draft", clock: Clock | None = None, annex: str | None = None
) -> Examined:
    """Give back the document read, resolved and checked: everything short of drawing it.

    `annex` names an annex (by identifier) or a decision (by number) to examine as a document of its own.
    """
    clock = clock or Clock()
    understood = _understand(workspace, language, clock, annex)
    findings = _check(understood, mode, clock)
    return Examined(understood.written, understood.resolved, findings, understood.sources, clock.seconds)


def build(
    workspace: Workspace,
    language: str,
    formats: Sequence[Format] = FORMATS,
    mode: Mode = "draft",
    *,
    annex: str | None = None,
    beside: Executor | None = None,
    on_stage: Callable[[str], None] | None = None,
    is_drawn: Callable[[ResolvedDocument, Mapping[str, str]], bool] | None = None,
    kept: Kept | None = None,
) -> Built:
    """Give back the finished and proved files of one document in one language, or of one `annex` or decision of it.

    `beside` is an executor with a process of its own: the PDF is laid out and proved there while this process
    checks the document, and writes and proves the other files. Without it everything is done here; the bytes are
    the same. `is_drawn` says of the resolved document and its sources whether the files of it stand already: then it is
    checked, and not drawn again. `kept` holds the parts of a long document that were laid out before.
    """
    clock = Clock(on_stage)
    understood = _understand(workspace, language, clock, annex)
    if understood.resolved is None:
        findings = _check(understood, mode, clock)
        return Built({}, frozenset(), {}, findings, understood.sources, clock.seconds, None, understood.written)
    resolved = understood.resolved
    if is_drawn is not None and is_drawn(resolved, understood.sources):
        findings = _check(understood, mode, clock)
        return Built(
            {}, frozenset(), {}, findings, understood.sources, clock.seconds, resolved, understood.written, drawn=False
        )
    drawing = _Drawing(workspace, resolved, understood.sources, formats, beside or InThisProcess(), clock, kept)
    drawing.begin()
    findings = _check(understood, mode, clock)
    built = drawing.finish()
    return replace(built, diagnostics=(*findings, *built.diagnostics), written=understood.written)


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
    drawing = _Drawing(workspace, resolved, sources, formats, beside or InThisProcess(), clock or Clock())
    drawing.begin()
    return drawing.finish()


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


@dataclass(frozen=True, slots=True)
class _Understood:
    """A document read and resolved, and what it was resolved with."""

    sources: Mapping[str, str]
    earlier: tuple[Diagnostic, ...]
    written: WrittenDocument | None = None
    resolved: ResolvedDocument | None = None
    reference: Reference | None = None
    vocabulary: Vocabulary | None = None
    workspace: Workspace | None = None
    annex: str | None = None  # identifier or number where it is an annex or decision by itself


def _understand(workspace: Workspace, language: str, clock: Clock, annex: str | None) -> _Understood:
    from publisher.annexes import read_annex
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.read import read
    from publisher.resolve import resolve

    if annex is None:
        reading = clock.run("read", read, workspace, language)
    else:
        reading = clock.run("read", read_annex, workspace, language, annex)
    if reading.document is None:
        return _Understood(reading.sources, reading.diagnostics)
    reference = clock.run("read", load_reference, workspace.reference)
    words = clock.run("read", vocabulary, language, workspace)
    resolution = clock.run("resolve", resolve, reading.document, workspace, reference, words)
    findings = (*reading.diagnostics, *resolution.diagnostics)
    return _Understood(
        reading.sources, findings, reading.document, resolution.document, reference, words, workspace, annex
    )


def _check(understood: _Understood, mode: Mode, clock: Clock) -> tuple[Diagnostic, ...]:
    """Give back all findings on the document; those of reading and resolving where it cannot be resolved.

    A waiver is without use only where it covers nothing in the whole document, which an annex is a part of.
    """
    written, resolved, reference, words = (
        understood.written, understood.resolved, understood.reference, understood.vocabulary
    )  # fmt: skip
    if written is None or resolved is None or reference is None or words is None:
        return understood.earlier
    from publisher.check import check
    from publisher.versions import against_original

    earlier = understood.earlier
    if understood.workspace is not None:
        between = clock.run(
            "check", against_original, understood.workspace, written, resolved, reference, understood.annex
        )
        earlier = (*earlier, *between)
    findings = clock.run("check", check, written, resolved, reference, words, mode, earlier, understood.sources)
    return findings if understood.annex is None else tuple(found for found in findings if found.code != "WV103")


@dataclass(slots=True)
class _Drawing:
    """The writers and proofs of one document, in the order that lets two processes work at once."""

    workspace: Workspace
    resolved: ResolvedDocument
    sources: Mapping[str, str]
    formats: Sequence[Format]
    beside: Executor
    clock: Clock
    kept: Kept | None = None
    page: str = ""
    files: dict[Format, bytes] = field(default_factory=dict)
    findings: dict[Format, tuple[Diagnostic, ...]] = field(default_factory=dict)
    failures: dict[Format, Failure] = field(default_factory=dict)
    laying_out: Future[tuple[float, DrawnPdf]] | None = None
    proving: Future[tuple[float, tuple[Diagnostic, ...]]] | None = None

    def begin(self) -> None:
        """Draw the one page all formats come from, and have the PDF laid out; the DOCX takes page numbers from it."""
        from publisher.render.page import render_page

        self.page = self.clock.run("page", render_page, self.resolved, self.workspace)
        if {"pdf", "docx"} & set(self.formats):
            self.laying_out = self._lay_out()

    def finish(self) -> Built:
        """Write and prove what was asked for; what is missing for one format does not stop another."""
        if "html" in self.formats:
            self._html()
        if "docx" in self.formats:
            from publisher.render.docx import load

            load()  # takes a while, and the PDF is still being laid out
        pdf = self._pdf()
        if "docx" in self.formats:
            self._docx(pdf)
        if self.proving is not None and pdf is not None:
            self.findings["pdf"] = (*self._said_by_engine(pdf), *self.clock.end("verify pdf", self.proving))
        proofs = tuple(found for proof in self.findings.values() for found in proof)
        return Built(
            self.files,
            frozenset(format for format in self.files if _has_error(self.findings.get(format, ()))),
            self.failures,
            proofs,
            self.sources,
            self.clock.seconds,
            self.resolved,
            pages=pdf.pages if pdf is not None else {},
            proofs=proofs,
        )

    def _lay_out(self) -> Future[tuple[float, DrawnPdf]]:
        """Have the PDF drawn beside; of a long page, half is laid out here meanwhile."""
        from publisher.render.pdf import PagePdf, close_pdf, lay_out_rest, open_pdf, worth_sharing, write_pdf

        attachments = {name: text.encode() for name, text in self.sources.items()}
        drawn = PagePdf(self.page, self.resolved, self.workspace, attachments, self.kept)
        if isinstance(self.beside, InThisProcess) or not worth_sharing(drawn):
            return self.clock.begin("pdf", self.beside, write_pdf, *drawn)
        self.clock.begin("pdf", self.beside, open_pdf, drawn)
        rest = self.clock.run("pdf", lay_out_rest, drawn)
        return self.clock.begin("pdf", self.beside, close_pdf, drawn, rest)

    def _html(self) -> None:
        from publisher.render.html import write_html
        from publisher.verify import verify_html

        data = self.clock.run("html", write_html, self.page, self.resolved, self.workspace)
        self.files["html"] = data
        self.findings["html"] = self.clock.run("verify html", verify_html, data, self.resolved, self._name("html"))

    def _pdf(self) -> DrawnPdf | None:
        """Wait for the layout and have it proved; None where it was not asked for or cannot be had."""
        if self.laying_out is None:
            return None
        from publisher.verify import verify_pdf

        try:
            pdf = self.clock.end("pdf", self.laying_out)
        except MissingDependency as missing:
            self.failures["pdf"] = missing
            self.findings["pdf"] = (finding("BD002", f"no PDF, so no page numbers: {missing}"),)
            return None
        if "pdf" in self.formats:
            self.files["pdf"] = pdf.data
            self.proving = self.clock.begin(
                "verify pdf", self.beside, verify_pdf, pdf.data, self.resolved, self._name("pdf")
            )
        return pdf

    def _docx(self, pdf: DrawnPdf | None) -> None:
        from publisher.render.docx import write_docx
        from publisher.verify import verify_docx

        pages, page_count = (pdf.pages, pdf.page_count) if pdf is not None else ({}, 0)
        try:
            data = self.clock.run("docx", write_docx, self.page, self.resolved, self.workspace, pages, page_count)
        except MissingDependency as missing:
            self.failures["docx"] = missing
            return
        self.files["docx"] = data
        name = self._name("docx")
        self.findings["docx"] = self.clock.run("verify docx", verify_docx, data, self.resolved, name, pages or None)

    def _name(self, format: Format) -> str:
        return f"{file_stem(self.resolved.symbol, self.resolved.language)}.{format}"

    def _said_by_engine(self, pdf: DrawnPdf) -> tuple[Diagnostic, ...]:
        """Give back the warnings of the layout engine: each has meant a page that is not as it should be."""
        return tuple(finding("BD005", message, PagePosition(self._name("pdf"))) for message in pdf.messages)


def _has_error(findings: Sequence[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
