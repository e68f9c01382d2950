"""The distribution category does not fit the symbol.

Why: the category decides who receives the document.
Authority: UN Library, “UN document symbols” (M11): /L. is limited, /R. restricted, a plain number general.
Bad: `symbol: HSP/HA.2/L.3` with `distribution: general`
Good: `symbol: HSP/HA.2/L.3` with `distribution: limited`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """The distribution category where the symbol asks for another."""
    record = evidence.record
    expected = (
        "limited"
        if re.search(r"/(?:L|CRP)\.\d", record.symbol)
        else ("restricted" if re.search(r"/R\.\d", record.symbol) else "general")
    )
    if record.distribution not in (expected, "derestricted"):
        yield Fault(
            f"distribution “{record.distribution}”, but the symbol “{record.symbol}” is of category {expected}",
            evidence.sources.key(evidence.record_file, "distribution"), record.distribution,
            f"distribution: {expected}",
        )  # fmt: skip
