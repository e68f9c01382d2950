"""Looks through the user's own reference files.

Organs, bodies, places, with the same care as a document.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.entries import ENTRIES
from publisher.model.workspace import Workspace
from publisher.read.shape import shaped
from publisher.read.source import load
from publisher.read.tree import parse


@dataclass(slots=True)
class OwnRead:
    """What is wrong with own reference files, and their text."""

    findings: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)


def own_findings(workspace: Workspace) -> OwnRead:
    """Findings on every own reference file that holds for the document."""
    read = OwnRead()
    for name, path in workspace.own_reference:
        if name not in ENTRIES:  # a profile is looked through where a record names it
            continue
        file = os.path.relpath(path, workspace.folder)
        text, found = load(path, file)
        read.findings += found
        if text is None:
            continue
        value, faults = parse(text, file)
        read.findings += faults
        if not isinstance(value, dict):
            if not faults and value is not None:
                said = "entries are wanted, each under a key of its own"
                read.findings.append(finding("RD011", said, Position(file, 1)))
        else:
            for entry in value.values():
                read.findings += shaped(entry, ENTRIES[name], file).findings
        if read.findings:
            read.sources[file] = text
    return read
