"""Findings as GitHub annotations, shown beside their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from publisher.model.diagnostic import Diagnostic, Position, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REMARK: "notice"}


def github_annotations(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """One workflow command a finding and line."""
    return "".join(_one(diagnostic) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic) -> str:
    at = diagnostic.at
    properties = {"file": at.file} if at else {}
    if isinstance(at, Position):
        properties |= {"line": str(at.line), "col": str(at.column)}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    hint = f"\nhint: {diagnostic.hint}" if diagnostic.hint else ""
    return f"::{LEVELS[diagnostic.severity]} {listed}::{_escaped(diagnostic.message + hint)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
