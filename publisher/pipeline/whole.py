"""Whole documents as read and as resolved, each once in a run.

They are kept while their files stay as they are.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from publisher.model.files import walk
from publisher.model.workspace import Workspace, shipped

if TYPE_CHECKING:
    from publisher.model.document import Document
    from publisher.read import Reading
    from publisher.resolve import Resolution

KEPT = 8  # versions: the six languages of one document and two more, so that no batch fills the memory

State = tuple[tuple[str, int, int, int, int], ...]


def state_of(workspace: Workspace) -> State:
    """Size, times and inode of every file a document is made from.

    Shipped templates do not count: they are loaded once for the life of a process.
    """
    ours, folder = shipped("templates"), workspace.folder
    others = (root for root in workspace.templates if root != ours and not root.is_relative_to(folder))
    places = (folder, workspace.reference, *others)
    found = []
    for place in places:
        for path, entry in walk(place):
            found.append(_state(path, entry.stat()))
    for _, own in workspace.own_reference:
        with suppress(OSError):
            found.append(_state(str(own), own.stat()))
    return tuple(found)


def _state(path: str, state: os.stat_result) -> tuple[str, int, int, int, int]:
    return path, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def reading_of(workspace: Workspace, language: str, words_file: str = "", state: State | None = None) -> Reading:
    """The document as written in `language`.

    `words_file` holds its words where that is not `fr.yaml`.
    """
    file = words_file or f"{language}.yaml"
    return _reading(workspace, language, file, state_of(workspace) if state is None else state)


def resolution_of(workspace: Workspace, language: str, words_file: str = "", state: State | None = None) -> Resolution:
    """The same document resolved; only where it could be read."""
    file = words_file or f"{language}.yaml"
    return _resolution(workspace, language, file, state_of(workspace) if state is None else state)


@lru_cache(maxsize=KEPT)
def _reading(workspace: Workspace, language: str, words_file: str, state: State) -> Reading:
    from publisher.read import read

    return read(workspace, language, words_file)


@lru_cache(maxsize=KEPT)
def _resolution(workspace: Workspace, language: str, words_file: str, state: State) -> Resolution:
    document = _reading(workspace, language, words_file, state).document
    assert document is not None, "nobody resolves what could not be read"
    return resolved(document, workspace)


def resolved(document: Document, workspace: Workspace) -> Resolution:
    """A written document resolved, with its language's vocabulary.

    And with the reference data.
    """
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.resolve import resolve

    words = vocabulary(document.language, workspace)
    return resolve(document, workspace, load_reference(workspace.reference, workspace.own_reference), words)
