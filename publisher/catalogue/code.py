"""What is known of a code: name, severity, family, who reports it.

And whether it may be waived.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publisher.model.diagnostic import Severity

Family = Literal[
    "reading",
    "wording",
    "identity",
    "numbering",
    "footnotes",
    "references",
    "facts",
    "language",
    "documents",
    "files",
    "waivers",
    "import",
]


@dataclass(frozen=True, slots=True)
class Code:
    """A row of the catalogue.

    Code and name never change meaning once released.
    """

    code: str
    name: str
    severity: Severity
    family: Family
    waivable: bool
    summary: str
    error_in: Literal["review", "publish"] | None = None  # mode from which a warning counts as an error
