"""The annexes and decisions of a document, each as a document of its own: which there are, and how one is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.catalogue import finding
from publisher.model.workspace import Workspace, languages_in

if TYPE_CHECKING:
    from publisher.model.document import Document
    from publisher.read import Reading


def annexes_of(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """For each language with words, the annexes (by identifier) and decisions (by number) it can print."""
    from publisher.read import languages_of_parts, part_names, read

    found: dict[str, tuple[str, ...]] = {}
    for language, name in languages_of_parts(workspace.folder).items():
        document = read(workspace, language, name).document
        found[language] = part_names(document.words) if document is not None else ()
    return found


def read_annex(workspace: Workspace, language: str, name: str) -> Reading:
    """The annex or decision `name` as a document of its own, with the facts of the whole."""
    from publisher.read import languages_of_parts, outside_links, part_of, read

    words_name = languages_of_parts(workspace.folder).get(language)
    reading = read(workspace, language, words_name)
    if reading.document is None:
        return reading
    order = _order(workspace, reading.document, words_name == f"{language}.yaml")
    away = outside_links(reading.document, name, order)
    part = part_of(reading.document, name, order, _printed(workspace, reading.document) if away else {})
    if part is None:
        missing = finding("BD006", f"“{name}” is neither an annex nor a decision with words in “{language}”", span=name)
        return replace(reading, document=None, diagnostics=(*reading.diagnostics, missing))
    return replace(reading, document=part)


def _order(workspace: Workspace, document: Document, whole: bool) -> list[str]:
    """The identifiers of all annexes in order: a file with words of some annexes does not number them."""
    from publisher.read import read

    documents = [document] if whole else [read(workspace, code).document for code in languages_in(workspace.folder)[:1]]
    found = [one for one in documents if one is not None] or [document]
    return [annex.id for annex in found[0].words.annexes]


def _printed(workspace: Workspace, document: Document) -> dict[str, str]:
    """What a reference to each place of the whole document prints."""
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.model.story import expected
    from publisher.resolve import resolve

    words = vocabulary(document.language, workspace)
    resolved = resolve(document, workspace, load_reference(workspace.reference), words).document
    return {line.target: line.words for line in expected(resolved).references} if resolved is not None else {}
