"""Turning a proven build into an edition.

Refused while an error stands, complete with all it was made of.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.record import Record
from publisher.model.resolved import Document
from publisher.model.symbol import Symbol
from publisher.model.workspace import FROZEN_OWN, Workspace
from publisher.register import NewEdition, Relation
from publisher.register.edition import FileRole

# What an editor's folder may hold beside the document: neither drafts nor what a tool left behind is data of it.
_NOT_DATA = (".sqlite", ".tmp", ".lock", ".pdf", ".docx~", ".bak")
_LARGEST_SOURCE = 64 * 2**20


class IssueRefused(Failure):
    """The build has an unwaived error; nothing was registered."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Freeze:
    """A clean build to be frozen: facts, document, files, findings."""

    record: Record
    resolved: Document
    outputs: Mapping[str, bytes]  # file name → bytes
    diagnostics: tuple[Diagnostic, ...]
    engines: Mapping[str, str]  # program or font → version
    issued_on: datetime.date
    reason: str = ""


def freeze(build: Freeze, workspace: Workspace) -> NewEdition:
    """The edition to register.

    IssueRefused when an error stands or a file is missing.
    """
    errors = [finding for finding in build.diagnostics if finding.severity is Severity.ERROR]
    if errors:
        first = "; ".join(f"{finding.code} at {finding.at}" for finding in errors[:3])
        raise IssueRefused(f"{build.record.symbol} is not issued: {len(errors)} error(s) stand: {first}")
    if not build.outputs:
        raise IssueRefused(f"{build.record.symbol} is not issued: no finished file")
    parent = build.record.parent
    outputs: dict[tuple[FileRole, str], bytes] = {("output", name): data for name, data in build.outputs.items()}
    return NewEdition(
        symbol=build.record.symbol,
        language=build.resolved.language,
        asterisks=len(build.record.reissues),
        relation=_relation(build.record),
        title=build.resolved.properties.title,
        masthead_date=build.record.date,
        issued_on=build.issued_on,
        files={**outputs, **sources_of(workspace, build.resolved.language)},
        parent=parent.symbol if parent and parent.relation != "annex" else None,
        number=_number(build.record),
        reason=build.reason,
        job=build.record.job.number if build.record.job else "",
        engines=build.engines,
        waivers=tuple(waiver.model_dump(mode="json", exclude_none=True) for waiver in build.record.waivers),
    )


def _relation(record: Record) -> Relation:
    if record.reissues:
        return "reissue"
    return record.parent.relation if record.parent else "original"


def _number(record: Record) -> int | None:
    """2 for “…/Corr.2”: the number a corrigendum, revision or addendum has under its parent."""
    if record.parent is None or record.parent.relation == "annex":
        return None
    suffix = Symbol(record.symbol).suffix
    if suffix is None or not suffix.number:
        raise IssueRefused(f"{record.symbol}: a {record.parent.relation} ends in its number, such as /Corr.1")
    return suffix.number


def sources_of(workspace: Workspace, language: str) -> dict[tuple[FileRole, str], bytes]:
    """Every file the document was built from.

    Its folder, the templates of its language, reference data.
    """
    found: dict[tuple[FileRole, str], bytes] = {}
    own_templates = workspace.folder / "templates"
    for path in _files(workspace.folder):
        if not path.is_relative_to(own_templates):
            found["data", path.relative_to(workspace.folder).as_posix()] = path.read_bytes()
    # earlier roots win when a template is looked up, so they are written last
    for root in reversed(workspace.templates):
        for path in _files(root):
            name = path.relative_to(root).as_posix()
            if _concerns(name, language):
                found["template", name] = path.read_bytes()
    for path in _files(workspace.reference):
        found["reference", path.relative_to(workspace.reference).as_posix()] = path.read_bytes()
    for name, path in workspace.own_reference:
        found["reference", f"{FROZEN_OWN}/{name}"] = path.read_bytes()
    return found


def _concerns(name: str, language: str) -> bool:
    """A document takes its sentences from its own language, single words of the masthead from others too."""
    return (
        not name.startswith("wording/") or name.startswith(f"wording/{language}/") or name.endswith("/vocabulary.yaml")
    )


def _files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts)
        if hidden or not path.is_file() or path.name.endswith(_NOT_DATA):
            continue
        if path.stat().st_size < _LARGEST_SOURCE:
            yield path
