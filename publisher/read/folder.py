"""Reads `record.yaml` and a language file into one Document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from pydantic import BaseModel

from publisher.catalogue import finding
from publisher.language import Vocabulary, vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import Document, Language
from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.model.record import IDENTIFIER, Record
from publisher.model.reference import load_reference
from publisher.model.workspace import Workspace, languages_in, names_in
from publisher.read.cross import cross_findings, record_findings
from publisher.read.layout import LayoutRead, read_kind, read_profile
from publisher.read.own import names_of, persons_of, read_own
from publisher.read.shape import inside, nearest, place, shaped
from publisher.read.source import load
from publisher.read.tables import take_in_tables
from publisher.read.tree import parse

RECORD = "record.yaml"
Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the document, the findings, the text of each file.

    No document where it cannot be understood.
    """

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)


def read(workspace: Workspace, language: str, words_name: str | None = None) -> Reading:
    """The document in `language`, or None, and the findings on it.

    None where it cannot be understood. `words_name` names the file of the words where it is not that of the language:
    `annexes/fr.yaml`.
    """
    folder, name = workspace.folder, words_name or f"{language}.yaml"
    findings = [*_missing(folder, name), *_distrusted(workspace)]
    if findings:
        return Reading(None, tuple(findings))
    reference = load_reference(workspace.reference, workspace.own_reference)

    def words_of_language() -> Vocabulary:
        return vocabulary(language, workspace)

    record_file = _ReadFile(folder, RECORD, words_of_language)
    words_file = _ReadFile(folder, name, words_of_language)
    record = record_file.shaped(Record)
    words = words_file.shaped(Language)
    own = read_own(workspace)
    findings = record_file.findings + words_file.findings + [*own.findings]
    named = own.persons([file.text for file in (record_file, words_file) if file.text is not None])
    if record is not None:
        record = record.model_copy(update={"persons": {**persons_of(named), **record.persons}})
    if words is not None:
        words = words.model_copy(update={"persons": {**names_of(named, language), **words.persons}})
    if record is not None:
        findings += record_findings(record, record_file.value, reference)
    if record is not None and words is not None:
        findings += cross_findings(record, words, words_file.value)
    sources = {file.name: file.text for file in (record_file, words_file) if file.text is not None} | own.sources
    document = None
    profile, kind = _layout(record_file.value, workspace)
    findings += [*profile.findings, *kind.findings]
    sources |= profile.sources | kind.sources
    if record is not None and words is not None and profile.part is not None and kind.part is not None:
        document = Document(record, words, language, str(folder), profile.part, kind.part, own.terms(language))
    return Reading(document, tuple(findings), sources | words_file.tables)


class _ReadFile:
    """One YAML file on its way from bytes to parts; keeps its findings."""

    def __init__(self, folder: Path, name: str, words: Callable[[], Vocabulary]) -> None:
        self.folder = folder
        self.name = name
        self.words = words
        self.tables: dict[str, str] = {}
        self.value: object = None
        self.text, self.findings = load(folder / name, name, folder)
        if self.text is not None:
            self.value, found = parse(self.text, name)
            self.findings += found
            self.readable = self.value is not None or not found
        else:
            self.readable = False

    def shaped(self, shape: type[Shape]) -> Shape | None:
        """The file as a `shape`, None where it is not one."""
        if not self.readable:
            return None
        found, self.tables = take_in_tables(self.value, self.folder, self.words)
        self.findings += found
        found_shape = shaped(self.value, shape, self.name)
        self.value = found_shape.value
        self.findings += found_shape.findings
        return found_shape.part


def _layout(record: Any, workspace: Workspace) -> tuple[LayoutRead[Profile], LayoutRead[Kind]]:
    """The profile and the kind that a record names, be the rest of it right or wrong."""
    profile, kind = inside(record, ("profile",)), inside(record, ("kind",))
    return (
        read_profile(workspace, str(profile), place(record, ("profile",))) if _is_name(profile) else LayoutRead(None),
        read_kind(workspace, str(kind), place(record, ("kind",))) if _is_name(kind) else LayoutRead(None),
    )


def _is_name(written: object) -> TypeGuard[str]:
    """True for what an identifier may be; anything else is found where the record is held against its shape."""
    return isinstance(written, str) and re.fullmatch(IDENTIFIER, written) is not None


def _distrusted(workspace: Workspace) -> list[Diagnostic]:
    """The finding on templates of the document's own that the user has not said to trust."""
    if not workspace.distrusted:
        return []
    said = "the document brings templates of its own, which are not trusted on this machine; nothing is built from it"
    hint = f"look at what lies in templates/, then say: publisher trust {workspace.folder}"
    return [finding("RD035", said, Position("templates", 1), hint=hint)]


def _missing(folder: Path, name: str) -> list[Diagnostic]:
    """The findings on files that are not there at all."""
    if not (folder / RECORD).exists():
        there = names_in(folder)
        said = f"“{folder.name}” holds no {RECORD}" + ("" if there else "; it is empty")
        return [finding("RD001", said, Position(RECORD, 1), hint=nearest(RECORD, there))]
    if not (folder / name).exists():
        known = languages_in(folder)
        said = f"There are words in: {', '.join(known)}." if known else "There are no words in any language yet."
        return [finding("RD002", f"there is no {name} with the words of this language", Position(name, 1), hint=said)]
    return []
