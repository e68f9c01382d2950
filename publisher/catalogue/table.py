"""The rows of all stages put together, and the one way to make a finding."""

from __future__ import annotations

from publisher.catalogue.building import BUILDING
from publisher.catalogue.checking import CHECKING
from publisher.catalogue.code import Code
from publisher.catalogue.reading import READING
from publisher.catalogue.receiving import RECEIVING
from publisher.catalogue.resolving import RESOLVING
from publisher.catalogue.verifying import VERIFYING
from publisher.model.diagnostic import Diagnostic, PagePosition, Position

CATALOGUE: dict[str, Code] = {
    row.code: row for row in (*READING, *RESOLVING, *CHECKING, *VERIFYING, *BUILDING, *RECEIVING)
}


def finding(
    code: str,
    message: str,
    at: Position | PagePosition | None = None,
    *,
    span: str = "",
    hint: str = "",
    instead: str | None = None,
) -> Diagnostic:
    """A finding of `code`, its name and severity taken from the catalogue."""
    row = CATALOGUE[code]
    return Diagnostic(row.code, row.name, row.severity, message, at, span, hint, instead)
