"""The order of the stages: the only module that knows them all, and does no work of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from publisher.failures import MissingDependency
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import Workspace
from publisher.pipeline.clock import Clock, InThisProcess
from publisher.pipeline.drawing import FORMATS, Built, Drawing, Format, file_stem

if TYPE_CHECKING:  # its models take a quarter of a second to load, which `--help` need not wait for
    from publisher.language import Vocabulary
    from publisher.model.document import Document as WrittenDocument
    from publisher.model.reference import Reference
    from publisher.model.resolved import Document as ResolvedDocument
    from publisher.render.pdf import Kept

Mode = Literal["draft", "review", "publish"]
MODES: tuple[Mode, ...] = get_args(Mode)

__all__ = [
    "FORMATS", "MODES", "Built", "Examined", "Format", "Mode", "build", "draw", "examine", "file_stem", "prove",
    "symbol_of", "warm_up",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a document before it is drawn: as written, as resolved, its findings and its source texts."""

    written: WrittenDocument | None
    resolved: ResolvedDocument | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    timings: Mapping[str, float]


def symbol_of(workspace: Workspace, language: str) -> str | None:
    """The symbol the record states, None where it cannot be read."""
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
    """The document read, resolved and checked: everything short of drawing it.

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
    """The finished and proved files of one document in one language, or of one `annex` or decision of it.

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
    drawing = Drawing(workspace, resolved, understood.sources, formats, beside or InThisProcess(), clock, kept)
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
    """The finished and proved files of a resolved document; `sources` are attached to the PDF."""
    drawing = Drawing(workspace, resolved, sources, formats, beside or InThisProcess(), clock or Clock())
    drawing.begin()
    return drawing.finish()


def prove(workspace: Workspace, language: str, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What is wrong with finished files (name → bytes) beside the document they were built from."""
    from publisher.verify import verify_docx, verify_html, verify_pdf

    examined = examine(workspace, language)
    if examined.resolved is None:
        return examined.diagnostics
    proofs: dict[str, Callable[[bytes, ResolvedDocument, str], tuple[Diagnostic, ...]]] = {
        ".pdf": verify_pdf, ".docx": verify_docx, ".html": verify_html,
    }  # fmt: skip
    return tuple(
        found
        for name, data in files.items()
        if (proof := proofs.get(PurePath(name).suffix)) is not None
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
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.pipeline.annexes import read_annex
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
    """All findings on the document; those of reading and resolving where it cannot be resolved.

    A waiver is without use only where it covers nothing in the whole document, which an annex is a part of.
    """
    written, resolved, reference, words = (
        understood.written, understood.resolved, understood.reference, understood.vocabulary
    )  # fmt: skip
    if written is None or resolved is None or reference is None or words is None:
        return understood.earlier
    from publisher.check import check
    from publisher.pipeline.translations import against_original

    earlier = understood.earlier
    if understood.workspace is not None:
        between = clock.run(
            "check", against_original, understood.workspace, written, resolved, reference, understood.annex
        )
        earlier = (*earlier, *between)
    findings = clock.run("check", check, written, resolved, reference, words, mode, earlier, understood.sources)
    return findings if understood.annex is None else tuple(found for found in findings if found.code != "WV103")
