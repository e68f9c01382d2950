"""What a code means: the documentation of its rule, and the generated page of all of them."""

from __future__ import annotations

import inspect
import sys

from publisher.catalogue import CATALOGUE, Code
from publisher.check.rules import RULES
from publisher.failures import BadRequest


def explain(code: str) -> str:
    """Give back the documentation of a code or name; BadRequest where the program prints no such code."""
    row = CATALOGUE.get(code.upper()) or next((r for r in CATALOGUE.values() if r.name == code.lower()), None)
    if row is None:
        near = ", ".join(sorted(CATALOGUE)[:3])
        raise BadRequest(f"“{code}” is no code of this program; codes look like {near} …")
    return f"{row.code} {row.name} ({_weight(row)})\n\n{documentation(row)}\n"


def documentation(row: Code) -> str:
    """Give back the documentation of one row: that of its rule's module, or the summary of the catalogue."""
    rule = RULES.get(row.code)
    if rule is None:
        return row.summary
    return inspect.cleandoc(sys.modules[rule.__module__].__doc__ or row.summary)


def _weight(row: Code) -> str:
    raised = f", an error from {row.error_in} on" if row.error_in else ""
    return f"{row.severity}{raised}, {'may be waived with a reason' if row.waivable else 'cannot be waived'}"
