"""What a document says before it is drawn: read and resolved, once.

Whole, or one annex of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.failures import BadRequest
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import Workspace
from publisher.pipeline.clock import Clock
from publisher.pipeline.whole import KEPT, State, reading_of, resolution_of, state_of

if TYPE_CHECKING:  # its models take a quarter of a second to load, which `--help` need not wait for
    from publisher.language import Vocabulary
    from publisher.model.document import Document as Written
    from publisher.model.reference import Reference
    from publisher.model.resolved import Document as Resolved
    from publisher.read import Reading
    from publisher.resolve import Resolution


@dataclass(frozen=True, slots=True)
class Understood:
    """A document, or an `annex` of it, as written and as resolved.

    None where it cannot be read. `diagnostics` are those of reading and resolving, `sources` the texts of the
    author's files by name.
    """

    workspace: Workspace
    language: str
    annex: str | None  # identifier of an annex or number of a decision
    written: Written | None
    resolved: Resolved | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]

    @property
    def reference(self) -> Reference:
        """The reference data it was resolved with."""
        from publisher.model.reference import load_reference

        return load_reference(self.workspace.reference, self.workspace.own_reference)

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary it was resolved with."""
        from publisher.language import vocabulary

        return vocabulary(self.language, self.workspace)

    def forms(self) -> tuple[Written, Resolved]:
        """Both forms of it; BadRequest where it cannot be read."""
        if self.written is None or self.resolved is None:
            folder = self.workspace.folder
            raise BadRequest(f"{folder} cannot be read in “{self.language}”; see: publisher check {folder}")
        return self.written, self.resolved


def understand(workspace: Workspace, language: str, annex: str | None = None, clock: Clock | None = None) -> Understood:
    """The document, or one `annex` or decision, read and resolved.

    It is kept while its files stay as they are: who asks again, as every translation asks for its original, is given
    what was understood before.
    """
    clock = clock or Clock()
    state = state_of(workspace)
    with clock.stage("read"):
        reading = _read(workspace, language, annex, state)
    if reading.document is None:
        return Understood(workspace, language, annex, None, None, reading.diagnostics, reading.sources)
    with clock.stage("resolve"):
        resolution = _resolved(workspace, language, annex, state)
    findings = (*reading.diagnostics, *resolution.diagnostics)
    return Understood(workspace, language, annex, reading.document, resolution.document, findings, reading.sources)


def _read(workspace: Workspace, language: str, annex: str | None, state: State) -> Reading:
    return reading_of(workspace, language, state=state) if annex is None else _annex(workspace, language, annex, state)


def _resolved(workspace: Workspace, language: str, annex: str | None, state: State) -> Resolution:
    if annex is None:
        return resolution_of(workspace, language, state=state)
    return _resolved_annex(workspace, language, annex, state)


@lru_cache(maxsize=KEPT)
def _annex(workspace: Workspace, language: str, annex: str, state: State) -> Reading:
    from publisher.pipeline.annexes import annex_of

    return annex_of(workspace, language, annex, state)


@lru_cache(maxsize=KEPT)
def _resolved_annex(workspace: Workspace, language: str, annex: str, state: State) -> Resolution:
    from publisher.pipeline.whole import resolved

    document = _annex(workspace, language, annex, state).document
    assert document is not None, "nobody resolves what could not be read"
    return resolved(document, workspace)
