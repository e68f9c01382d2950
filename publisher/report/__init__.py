"""Print findings in five forms.

For people, as JSON lines, SARIF, annotations of a build service, a baseline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from publisher.catalogue.known import baseline_of
from publisher.model.diagnostic import Diagnostic
from publisher.report.annotations import github_annotations
from publisher.report.lines import json_lines
from publisher.report.people import COLUMNS, for_people, width
from publisher.report.sarif import sarif
from publisher.speech import DEFAULT

Form = Literal["people", "jsonl", "sarif", "github", "baseline"]


def _baseline(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """The baseline file that takes the findings as known."""
    return baseline_of(diagnostics)


FORMS: Mapping[Form, Callable[[Iterable[Diagnostic], Mapping[str, str]], str]] = {
    "people": for_people,
    "jsonl": json_lines,
    "sarif": sarif,
    "github": github_annotations,
    "baseline": _baseline,
}


def report(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, str],
    form: Form = "people",
    columns: int = COLUMNS,
    language: str = DEFAULT,
) -> str:
    """The findings as text in `form`.

    `sources` are the texts of the author's files by name; people are told in `language`.
    """
    return (
        for_people(diagnostics, sources, columns, language) if form == "people" else FORMS[form](diagnostics, sources)
    )


__all__ = ["COLUMNS", "FORMS", "Form", "for_people", "github_annotations", "json_lines", "report", "sarif", "width"]
