"""The annexes and decisions of a document, as documents.

Which there are, and how one is read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.catalogue import finding
from publisher.model.workspace import Workspace, languages_in
from publisher.pipeline.whole import State, reading_of, resolution_of

if TYPE_CHECKING:
    from publisher.model.document import Document
    from publisher.read import Reading


def annexes_of(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """The annexes and decisions each language has words for.

    Annexes by identifier, decisions by number.
    """
    from publisher.read import languages_of_parts, part_names

    found: dict[str, tuple[str, ...]] = {}
    for language, file in languages_of_parts(workspace.folder).items():
        document = reading_of(workspace, language, file).document
        found[language] = part_names(document.words) if document is not None else ()
    return found


def annex_of(workspace: Workspace, language: str, name: str, state: State) -> Reading:
    """The annex or decision `name` as a document, with all the facts."""
    from publisher.read import languages_of_parts, outside_links, part_of, read_kind

    file = languages_of_parts(workspace.folder).get(language, f"{language}.yaml")
    reading = reading_of(workspace, language, file, state)
    if reading.document is None:
        return reading
    order = _order(workspace, reading.document, file, state)
    away = outside_links(reading.document, name, order)
    part = part_of(reading.document, name, order, _printed(workspace, language, file, state) if away else {})
    if part is None:
        missing = finding("BD006", f"“{name}” is neither an annex nor a decision with words in “{language}”", span=name)
        return replace(reading, document=None, diagnostics=(*reading.diagnostics, missing))
    kind = read_kind(workspace, part.record.kind)
    document = replace(part, kind=kind.part) if kind.part is not None else None
    return replace(reading, document=document, diagnostics=(*reading.diagnostics, *kind.findings))


def _order(workspace: Workspace, document: Document, file: str, state: State) -> list[str]:
    """The identifiers of all annexes in order: a file with words of some annexes does not number them."""
    whole: Document | None = document
    if file != f"{document.language}.yaml" and (languages := languages_in(workspace.folder)):
        whole = reading_of(workspace, languages[0], state=state).document
    return [annex.id for annex in (whole or document).words.annexes]


def _printed(workspace: Workspace, language: str, file: str, state: State) -> dict[str, str]:
    """What a reference to each place of the whole document prints; the document is named where it is printed alone."""
    from publisher.language import vocabulary
    from publisher.verify.expected import expected

    resolved = resolution_of(workspace, language, file, state).document
    before, _, after = vocabulary(language, workspace).in_body("\0").partition("\0")
    references = expected(resolved).references if resolved is not None else ()
    return {line.target: line.words.removeprefix(before).removesuffix(after) for line in references}
