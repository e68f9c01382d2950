"""A finding is a value: what is wrong, where, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops `issue`.

    A warning is for the editor to weigh. A remark is right less often than nine times out of ten on real text; it is
    told only to who asks for remarks.
    """

    ERROR = "error"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in the author's files: name, line and column from 1.

    The name is relative to the document's folder. `cell` is the name of a cell where the file is a sheet: B4,
    Posts!B4.
    """

    file: str
    line: int
    column: int = 1
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}!{self.cell}" if self.cell else f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class PagePosition:
    """A place in a finished file: its name, page from 1.

    Page 0 where the format has no pages.
    """

    file: str
    page: int = 0

    def __str__(self) -> str:
        return f"{self.file}, page {self.page}" if self.page else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `code` and `name` never change meaning.

    `span` holds the author's words at fault. `instead` is what mends it when it takes the place of `span`, where a
    machine can be sure; else None.
    """

    code: str
    name: str
    severity: Severity
    message: str
    at: Position | PagePosition | None = None
    span: str = ""
    hint: str = ""
    instead: str | None = None
