"""Findings as JSON lines, one object a line, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from publisher.model.diagnostic import Diagnostic, Position


def json_lines(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """One JSON object a finding and line.

    Line and column are absent for finished files.
    """
    return "".join(json.dumps(as_object(diagnostic), ensure_ascii=False) + "\n" for diagnostic in diagnostics)


def as_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """The finding as plain data.

    Code, name, severity, message, and what else it has.
    """
    at = diagnostic.at
    place: dict[str, Any] = {}
    if isinstance(at, Position):
        place = {"file": at.file, "line": at.line, "column": at.column}
    elif at is not None:
        place = {"file": at.file, "page": at.page}
    fields = {
        "code": diagnostic.code, "name": diagnostic.name, "severity": str(diagnostic.severity),
        "message": diagnostic.message, **place, "span": diagnostic.span, "hint": diagnostic.hint,
    }  # fmt: skip
    return {key: value for key, value in fields.items() if value != ""}
