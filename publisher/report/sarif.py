"""Findings as SARIF 2.1.0, the form code-review tools read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from publisher import __version__
from publisher.catalogue import CATALOGUE
from publisher.model.diagnostic import Diagnostic, Position, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REMARK: "note"}


def sarif(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """One SARIF log with one run; columns count characters."""
    listed = list(diagnostics)
    codes = sorted({diagnostic.code for diagnostic in listed})
    places = {code: index for index, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "publisher", "version": __version__, "rules": [_rule(c, listed) for c in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, places) for diagnostic in listed],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, listed: list[Diagnostic]) -> dict[str, Any]:
    row = CATALOGUE.get(code)
    name = row.name if row else next(diagnostic.name for diagnostic in listed if diagnostic.code == code)
    rule: dict[str, Any] = {"id": code, "name": "".join(part.capitalize() for part in name.split("-"))}
    if row:
        rule["shortDescription"] = {"text": row.summary}
        rule["defaultConfiguration"] = {"level": LEVELS[row.severity]}
        rule["properties"] = {"family": row.family, "waivable": row.waivable}
    return rule


def _result(diagnostic: Diagnostic, places: Mapping[str, int]) -> dict[str, Any]:
    message = diagnostic.message + (f" Hint: {diagnostic.hint}." if diagnostic.hint else "")
    result: dict[str, Any] = {
        "ruleId": diagnostic.code, "ruleIndex": places[diagnostic.code], "level": LEVELS[diagnostic.severity],
        "message": {"text": message},
    }  # fmt: skip
    if diagnostic.at is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": quote(diagnostic.at.file)}}
        if isinstance(diagnostic.at, Position):
            physical["region"] = {"startLine": diagnostic.at.line, "startColumn": diagnostic.at.column}
        result["locations"] = [{"physicalLocation": physical}]
    return result
