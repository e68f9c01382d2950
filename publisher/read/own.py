"""Looks through the user's own reference files, with the same care as a document.

Organs, bodies and places hold in all of reference data; persons and terms are for the document that names them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.entries import ENTRIES, PersonEntry, TermsEntry
from publisher.model.record import Person
from publisher.model.words import Part, Words
from publisher.model.workspace import Workspace
from publisher.read.shape import shaped
from publisher.read.source import load
from publisher.read.tree import parse


@dataclass(slots=True)
class OwnRead:
    """What stands in own reference files, what is wrong with them, and their text."""

    parts: dict[str, dict[str, Part]] = field(default_factory=dict)  # by file, by key
    findings: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)

    def terms(self, language: str) -> TermsEntry | None:
        """The terminology of a language."""
        entry = self.parts.get("terms.yaml", {}).get(language)
        return entry if isinstance(entry, TermsEntry) else None

    def persons(self, texts: Iterable[str]) -> dict[str, PersonEntry]:
        """The persons whose keys the `texts` of a document hold, by key."""
        listed = self.parts.get("persons.yaml", {})
        said = set(re.findall(r"[\w-]+", "\n".join(texts))) if listed else set()
        return {key: one for key, one in listed.items() if key in said and isinstance(one, PersonEntry)}


def persons_of(named: Mapping[str, PersonEntry]) -> dict[str, Person]:
    """What a record says of persons."""
    return {key: Person(gender=one.gender, state=one.state) for key, one in named.items()}


def names_of(named: Mapping[str, PersonEntry], language: str) -> dict[str, Words]:
    """What the words of a language say of persons."""
    return {key: one.names[language] for key, one in named.items() if language in one.names}


def read_own(workspace: Workspace) -> OwnRead:
    """Every own reference file that holds for the document."""
    read = OwnRead()
    for name, path in workspace.own_reference:
        if name not in ENTRIES:  # a profile is looked through where a record names it
            continue
        file = os.path.relpath(path, workspace.folder)
        text, found = load(path, file)
        if text is not None:
            value, faults = parse(text, file)
            found += faults
            if isinstance(value, dict):
                entries = {str(key): shaped(entry, ENTRIES[name], file) for key, entry in value.items()}
                read.parts[name] = {key: one.part for key, one in entries.items() if one.part is not None}
                found += [fault for one in entries.values() for fault in one.findings]
            elif not faults and value is not None:
                said = "entries are wanted, each under a key of its own"
                found.append(finding("RD011", said, Position(file, 1)))
        if found and text is not None:
            read.sources[file] = text
        read.findings += found
    return read
