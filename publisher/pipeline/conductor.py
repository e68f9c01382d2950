"""The order of the stages: knows them all, does no work of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, get_args

from publisher.catalogue.causes import unexplained, without_effects
from publisher.failures import MissingDependency
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import Workspace
from publisher.pipeline.clock import Clock, InThisProcess
from publisher.pipeline.drawing import FORMATS, Built, Drawing, Format, file_name, stem_of
from publisher.pipeline.understanding import Understood, understand

if TYPE_CHECKING:
    from publisher.model.document import Document as WrittenDocument
    from publisher.model.resolved import Document as ResolvedDocument
    from publisher.render.pdf import Kept
    from publisher.typed import Custom, Typed

Mode = Literal["draft", "review", "publish"]
MODES: tuple[Mode, ...] = get_args(Mode)
Attached = Literal["printed", "source", "akn"]
ATTACHED: tuple[Attached, ...] = get_args(Attached)


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of a document before it is drawn.

    As written, as resolved, its findings and its source texts.
    """

    written: WrittenDocument | None
    resolved: ResolvedDocument | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    timings: Mapping[str, float]


def warm_up() -> None:
    """Load what takes a second to load, before the first page comes."""
    from publisher.render.pdf.engine import engine

    with suppress(MissingDependency):
        engine()
    import publisher.verify.pdf  # noqa: F401


def examine(
    workspace: Workspace, language: str, mode: Mode = "draft", clock: Clock | None = None, annex: str | None = None,
    *, remarks: bool = False,
) -> Examined:  # fmt: skip
    """The document read, resolved and checked: everything short of drawing it.

    `annex` names an annex (by identifier) or a decision (by number) to examine as a document of its own; `remarks` has
    what is right less often told as well.
    """
    clock = clock or Clock()
    understood = understand(workspace, language, annex, clock)
    findings = _check(understood, mode, clock, remarks)
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
    attached: Attached = "printed",
) -> Built:
    """The finished and proved files of one document in one language.

    Or of one `annex` or decision of it. `beside` is an executor with a process of its own: the PDF is laid out and
    proved there while this process checks the document, and writes and proves the other files. Without it everything
    is done here; the bytes are the same. `is_drawn` says of the resolved document and its sources whether the files
    of it stand already: then it is checked, and not drawn again. `kept` holds the parts of a long document that were
    laid out before. `attached` says what the PDF carries of the author's files: what is printed, or all there is in
    them, comments included; or what is printed, and the whole as AKN4UN.
    """
    clock = Clock(on_stage)
    understood = understand(workspace, language, annex, clock)
    resolved, sources = understood.resolved, understood.sources
    carried = _carried(understood, attached)
    stands = resolved is not None and is_drawn is not None and is_drawn(resolved, carried)
    if resolved is None or stands:
        findings = _check(understood, mode, clock)
        return Built(
            diagnostics=findings,
            sources=sources,
            timings=clock.seconds,
            written=understood.written,
            resolved=resolved,
            drawn=not stands,
        )
    typed = _typed(understood, clock)
    drawing = Drawing(workspace, resolved, carried, formats, beside or InThisProcess(), clock, kept, typed)
    drawing.begin()
    findings = _check(understood, mode, clock)
    built = drawing.finish()
    told = (*findings, *unexplained(built.proofs, findings, typed.blocks))
    return replace(built, diagnostics=told, sources=sources, written=understood.written)


def draw(
    workspace: Workspace,
    resolved: ResolvedDocument,
    sources: Mapping[str, str],
    formats: Sequence[Format] = FORMATS,
    *,
    clock: Clock | None = None,
    beside: Executor | None = None,
) -> Built:
    """The finished and proved files of a resolved document.

    `sources` are attached to the PDF.
    """
    drawing = Drawing(workspace, resolved, sources, formats, beside or InThisProcess(), clock or Clock())
    drawing.begin()
    return drawing.finish()


def prove(workspace: Workspace, language: str, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """What is wrong with finished files (name → bytes) of a document."""
    from publisher.verify import verify_akn, verify_docx, verify_html, verify_pdf

    examined = examine(workspace, language)
    if examined.resolved is None:
        return examined.diagnostics
    typed = _typed(understand(workspace, language), Clock())
    proofs: dict[str, Callable[[bytes, ResolvedDocument, str], tuple[Diagnostic, ...]]] = {
        ".pdf": partial(verify_pdf, typed=typed),
        ".docx": partial(verify_docx, typed=typed),
        ".html": partial(verify_html, typed=typed),
        ".xml": partial(verify_akn, typed=typed),
    }
    return tuple(
        found
        for name, data in files.items()
        if (proof := proofs.get(PurePath(name).suffix)) is not None
        for found in proof(data, examined.resolved, name)
    )


def printed_of(understood: Understood) -> Mapping[str, str]:
    """What travels in the PDF of the author's files: what is printed."""
    from publisher.read import printed_sources

    if understood.written is None:
        return {}
    return printed_sources(understood.sources, understood.written, understood.annex)


def _carried(understood: Understood, attached: Attached) -> Mapping[str, str]:
    """The files that the PDF carries, by name."""
    if attached == "source":
        return understood.sources
    printed, resolved = printed_of(understood), understood.resolved
    if attached == "printed" or resolved is None:
        return printed
    from publisher.render.akn import write_akn

    return {**printed, file_name(stem_of(resolved), "akn"): write_akn(resolved).decode()}


def _typed(understood: Understood, clock: Clock) -> Typed:
    """What the author's files say, read a second time."""
    from publisher.typed import typed_of

    names = (name for name in understood.sources if PurePath(name).name == f"{understood.language}.yaml")
    with clock.stage("typed"):
        folder, words, custom = understood.workspace.folder, understood.vocabulary, _custom(understood)
        return typed_of(folder, next(names, ""), understood.sources, words, understood.annex, custom=custom)


def _custom(understood: Understood) -> Custom | None:
    """How decisions are printed in such a document."""
    from publisher.typed import Custom, adoptions_in

    written, sources = understood.written, understood.sources
    if written is None:
        return None
    organ, alone = understood.reference.organs.get(written.record.organ), "resolution" in written.kind.traits
    form = organ.resolutions if organ is not None and alone else None
    return Custom(
        tail_last=organ is not None and organ.tail_last,
        unnamed=adoptions_in(sources.get("record.yaml", "")) if alone else (),
        titled=form is None or form.headed,
    )


def _check(understood: Understood, mode: Mode, clock: Clock, remarks: bool = False) -> tuple[Diagnostic, ...]:
    """All findings on the document; those of reading and resolving where it cannot be resolved."""
    if understood.written is None or understood.resolved is None:
        return without_effects(understood.diagnostics)
    from publisher.check import check
    from publisher.pipeline.origin import against_origin
    from publisher.pipeline.translations import against_original

    started = against_origin(understood) if mode == "publish" and understood.annex is None else ()
    with clock.stage("check"):
        return check(
            understood.written,
            understood.resolved,
            understood.reference,
            understood.vocabulary,
            mode,
            (*understood.diagnostics, *against_original(understood), *started),
            understood.sources,
            whole=understood.annex is None,
            remarks=remarks,
        )
