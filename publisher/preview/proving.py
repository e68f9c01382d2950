"""The finished files of a draft, proved while one goes on writing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from publisher.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Proof:
    """The finished files by format, what reading them back has found, the texts they are made of."""

    files: dict[str, bytes]
    findings: tuple[Diagnostic, ...]
    sources: dict[str, str]


def prove_draft(folder: Path, language: str, today: datetime.date, parts: Path) -> Proof:
    """The files of a document built and proved as `publisher build` does it."""
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import FORMATS, build
    from publisher.preview.draft import kept_parts

    built = build(workspace_for(folder, today), language, FORMATS, kept=kept_parts(parts, language))
    return Proof({str(format): data for format, data in built.files.items()}, built.proofs, dict(built.sources))
