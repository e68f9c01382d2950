"""The writers and proofs of a document, for two processes at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Literal, get_args

from publisher.catalogue import finding
from publisher.failures import Failure, MissingDependency
from publisher.model.diagnostic import Diagnostic, PagePosition, Severity
from publisher.model.symbol import AKN_ENDING, Symbol
from publisher.pipeline.clock import Clock, InThisProcess

if TYPE_CHECKING:
    from publisher.model.document import Document as WrittenDocument
    from publisher.model.resolved import Document as ResolvedDocument
    from publisher.model.workspace import Workspace
    from publisher.render.pdf import Drawn, DrawnPdf, Half, Kept
    from publisher.typed import Typed

Format = Literal["docx", "pdf", "html", "akn"]
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")  # what is written where nobody asks for others
ALL_FORMATS: tuple[Format, ...] = get_args(Format)
_ENDINGS = {"akn": AKN_ENDING}  # where a format's files do not end in its name


def file_name(stem: str, format: Format) -> str:
    """The name of a finished file: HSP-HA.2-16.zh.pdf, HSP-HA.2-16.zh.akn.xml."""
    return f"{stem}.{_ENDINGS.get(format, format)}"


def stem_of(resolved: ResolvedDocument) -> str:
    """What the names of a document's finished files begin with."""
    return Symbol(resolved.symbol).file_stem(resolved.language)


Numbers = tuple[Mapping[str, int], int]  # identifier of a block → its page, and how many pages there are


@dataclass(frozen=True, slots=True)
class Built:
    """Finished files by format, what was found, what failed.

    Seconds a stage; `rejected` names files proved wrong. `diagnostics` are those on the document, then the `proofs`,
    which are those on the drawn files.
    """

    stem: str = ""  # of the names of the files; none where the document could not be read
    files: Mapping[Format, bytes] = field(default_factory=dict)
    rejected: frozenset[Format] = frozenset()
    failures: Mapping[Format, Failure] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    proofs: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    timings: Mapping[str, float] = field(default_factory=dict)
    written: WrittenDocument | None = None
    resolved: ResolvedDocument | None = None
    pages: Mapping[str, int] = field(default_factory=dict)  # identifier of a block → its page in the PDF
    drawn: bool = True  # false: the files of an earlier build are what would be drawn now

    @property
    def by_name(self) -> dict[str, bytes]:
        """The files that were proved, by the names they go under."""
        return {file_name(self.stem, form): data for form, data in self.files.items() if form not in self.rejected}

    @property
    def rejected_by_name(self) -> dict[str, bytes]:
        """The files that were proved wrong, by name."""
        return {file_name(self.stem, form): self.files[form] for form in sorted(self.rejected)}

    @property
    def failure(self) -> str:
        """What kept files from being written, in words."""
        return "; ".join(str(failure) for failure in self.failures.values())

    @property
    def exit_code(self) -> int:
        """What the handbook says of a program that came to this."""
        return max((failure.exit_code for failure in self.failures.values()), default=int(_has_error(self.diagnostics)))


@dataclass(slots=True)
class Drawing:
    """The formats of one document while they are written and proved.

    Here and in the process `beside`. The PDF is laid out beside, since the Word file takes its page numbers. Of a
    long document one half is laid out here: its pages are then known before the PDF is put together, and Word is
    written meanwhile.
    """

    workspace: Workspace
    resolved: ResolvedDocument
    sources: Mapping[str, str]
    formats: Sequence[Format]
    beside: Executor
    clock: Clock
    kept: Kept | None = None
    typed: Typed | None = None  # what the author's files say, which the finished files are held against
    page: str = ""
    files: dict[Format, bytes] = field(default_factory=dict)
    findings: dict[Format, tuple[Diagnostic, ...]] = field(default_factory=dict)
    failures: dict[Format, Failure] = field(default_factory=dict)
    opening: Future[tuple[float, Half]] | None = None
    rest: Mapping[int, Drawn] = field(default_factory=dict)
    laying_out: Future[tuple[float, DrawnPdf]] | None = None
    proving: Future[tuple[float, tuple[Diagnostic, ...]]] | None = None
    lock: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """Draw the one page all formats come from, and have the PDF laid out."""
        from publisher.render.page import render_page

        with self.clock.stage("page"):
            self.page = render_page(self.resolved, self.workspace)
        if {"pdf", "docx"} & set(self.formats):
            self.laying_out = self._lay_out()
        if self.laying_out is not None and "pdf" in self.formats and self._in_two:
            self.laying_out.add_done_callback(self._begin_proof)

    def finish(self) -> Built:
        """Write and prove what was asked for.

        What is missing for one format does not stop another.
        """
        if "html" in self.formats:
            self._html()
        if "akn" in self.formats:
            self._akn()
        early = self._early_numbers()
        if "docx" in self.formats:
            from publisher.render.docx import load

            load()  # takes a while, and the PDF is still being laid out
            if early is not None:
                self._docx(early)
        pdf = self._pdf()
        numbers: Numbers = (pdf.pages, pdf.page_count) if pdf is not None else ({}, 0)
        if "docx" in self.formats and numbers != early:
            self._docx(numbers)
        self._prove_pdf(pdf)
        proofs = tuple(found for proof in self.findings.values() for found in proof)
        return Built(
            self._stem,
            self.files,
            frozenset(format for format in self.files if _has_error(self.findings.get(format, ()))),
            self.failures,
            proofs,
            proofs,
            self.sources,
            self.clock.seconds,
            resolved=self.resolved,
            pages=numbers[0],
        )

    def _lay_out(self) -> Future[tuple[float, DrawnPdf]]:
        """Have the PDF drawn beside; of a long page, one half is laid out here meanwhile."""
        from publisher.render.pdf import PagePdf, close_pdf, lay_out_rest, open_pdf, worth_sharing, write_pdf

        work = PagePdf(self.page, self.resolved, self.workspace, self._attachments, self.kept)
        if not self._in_two or not worth_sharing(work):
            return self.clock.begin("pdf", self.beside, write_pdf, *work)
        self.opening = self.clock.begin("pdf", self.beside, open_pdf, work)
        with self.clock.stage("pdf"):
            self.rest = lay_out_rest(work)
        return self.clock.begin("pdf", self.beside, close_pdf, work, self.rest)

    def _early_numbers(self) -> Numbers | None:
        """The numbers of the pages where both halves are laid out and nothing can move them any more."""
        if self.opening is None or self.laying_out is None:
            return None
        if self.opening.exception() is not None or self.laying_out.done():
            return None
        from publisher.render.pdf import numbered

        return numbered(self.clock.end("pdf", self.opening), self.rest)

    def _akn(self) -> None:
        from publisher.render.akn import write_akn
        from publisher.verify import verify_akn

        with self.clock.stage("akn"):
            data = self.files["akn"] = write_akn(self.resolved)
        with self.clock.stage("verify akn"):
            self.findings["akn"] = verify_akn(data, self.resolved, self._name("akn"), self.typed)

    def _html(self) -> None:
        from publisher.render.html import write_html
        from publisher.verify import verify_html

        with self.clock.stage("html"):
            data = self.files["html"] = write_html(self.page, self.resolved, self.workspace)
        with self.clock.stage("verify html"):
            self.findings["html"] = verify_html(data, self.resolved, self._name("html"), self.typed)

    def _pdf(self) -> DrawnPdf | None:
        """Wait for the layout; None where it was not asked for or cannot be had."""
        if self.laying_out is None:
            return None
        try:
            pdf = self.clock.end("pdf", self.laying_out)
        except MissingDependency as missing:
            self.failures["pdf"] = missing
            self.findings["pdf"] = (finding("BD002", f"no PDF, so no page numbers: {missing}"),)
            return None
        if "pdf" in self.formats:
            self.files["pdf"] = pdf.data
            self._begin_proof(self.laying_out)
        return pdf

    def _begin_proof(self, laid_out: Future[tuple[float, DrawnPdf]]) -> None:
        """Have the PDF proved as soon as it is there, whatever is being done here, and once."""
        from publisher.verify import verify_pdf

        with self.lock:
            if self.proving is not None or laid_out.cancelled() or laid_out.exception() is not None:
                return
            _, pdf = laid_out.result()
            name, standards = self._name("pdf"), self._standards[0]
            self.proving = self.clock.begin(
                "verify pdf", self.beside, verify_pdf, pdf.data, self.resolved, name, standards, self.typed,
                self._attachments,
            )  # fmt: skip

    def _prove_pdf(self, pdf: DrawnPdf | None) -> None:
        """Gather what there is to say of the PDF, read back beside; one of the standards is examined here."""
        if self.proving is None or pdf is None:
            return
        from publisher.verify import verify_standards

        name, standards = self._name("pdf"), self._standards[1]
        with self.clock.stage("verify pdf"):
            found = verify_standards(pdf.data, name, standards) if standards else ()
        found = (*self._said_by_engine(pdf), *self.clock.end("verify pdf", self.proving), *found)
        self.findings["pdf"] = (*self._for_want_of_repairs(pdf, {one.code for one in found}), *found)

    @property
    def _standards(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The standards of the PDF that are examined beside, and those that are examined here."""
        from publisher.verify import STANDARDS

        first, *others = STANDARDS
        return ((first,), tuple(others)) if self._in_two else ((first, *others), ())

    @property
    def _in_two(self) -> bool:
        return not isinstance(self.beside, InThisProcess)

    def _docx(self, numbers: Numbers) -> None:
        from publisher.render.docx import write_docx
        from publisher.verify import verify_docx

        pages, page_count = numbers
        try:
            with self.clock.stage("docx"):
                data = write_docx(self.page, self.resolved, self.workspace, pages, page_count)
        except MissingDependency as missing:
            self.failures["docx"] = missing
            return
        self.files["docx"] = data
        with self.clock.stage("verify docx"):
            name = self._name("docx")
            self.findings["docx"] = verify_docx(data, self.resolved, name, pages or None, typed=self.typed)

    @property
    def _stem(self) -> str:
        return stem_of(self.resolved)

    @property
    def _attachments(self) -> dict[str, bytes]:
        return {name: text.encode() for name, text in self.sources.items()}

    def _name(self, format: Format) -> str:
        return file_name(self._stem, format)

    def _said_by_engine(self, pdf: DrawnPdf) -> tuple[Diagnostic, ...]:
        """The warnings of the layout engine: each has meant a page that is not as it should be."""
        return tuple(finding("BD005", message, PagePosition(self._name("pdf"))) for message in pdf.messages)

    def _for_want_of_repairs(self, pdf: DrawnPdf, codes: Set[str]) -> tuple[Diagnostic, ...]:
        """Which repairs of the layout engine are off, where a proof with one of their codes has failed."""
        return tuple(
            finding(
                "BD008", f"{' '.join(failed)}: “{repair.name}” is off, {repair.why}", PagePosition(self._name("pdf"))
            )
            for repair in pdf.missing
            if (failed := [code for code in repair.proofs if code in codes])
        )


def _has_error(findings: Sequence[Diagnostic]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
