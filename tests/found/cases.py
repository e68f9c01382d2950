"""The cases and what a build of one comes to."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from publisher import pipeline
from publisher.model.diagnostic import Severity
from publisher.model.workspace import languages_in, workspace_for

FOUND = Path(os.environ.get("PUBLISHER_FOUND", "/work/shared/cases/found"))


def folders() -> list[Path]:
    """The folders of all cases, none where they are not on this machine."""
    return sorted(path for path in FOUND.glob("*") if (path / "record.yaml").is_file()) if FOUND.is_dir() else []


def outcome(folder: Path) -> Iterator[tuple[str, int, str]]:
    """Language, exit code and findings (errors first, each code with how often) of each version of a case."""
    for language in languages_in(folder):
        try:
            built = pipeline.build(workspace_for(folder, datetime.date(2027, 12, 1)), language)
        except Exception as error:
            yield language, 70, f"{type(error).__name__}: {str(error)[:80]}"
            continue
        for severity in Severity:
            counted = Counter(found.code for found in built.diagnostics if found.severity is severity)
            if severity is Severity.ERROR:
                errors = counted
        told = " ".join(f"{code}×{count}" if count > 1 else code for code, count in errors.items())
        warned = " ".join(f"{code}×{count}" if count > 1 else code for code, count in counted.items())
        yield language, int(bool(errors)), f"{told} | {warned}"
