"""The total row of a table is not the sum of the rows above it.

Why: a total that does not add up is a wrong number, and readers add up.
Authority: Editorial Manual, tables; LAYOUT_FACTS §8 (total row).
Bad: rows 310 and 460, `total: [Total, 780]`
Good: rows 310 and 460, `total: [Total, 770]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import blocks
from publisher.model.document import Table
from publisher.model.words import Given


def find(evidence: Evidence) -> Iterator[Fault]:
    """Totals of whole columns of whole numbers that are not their sum.

    A column with fractions holds shares, rates or averages as often as amounts, so only whole numbers are added up.
    """
    for table in blocks(evidence.written):
        if not isinstance(table, Table) or table.total is None or not isinstance(table.table, list):
            continue
        for column, total in enumerate(table.total):
            stated = _whole(total)
            cells = [_whole(row[column]) for row in table.table if column < len(row)]
            whole = [cell for cell in cells if cell is not None]
            if stated is None or len(cells) < 2 or len(whole) < len(cells):
                continue
            summed = sum(whole)
            if summed != stated:
                at = getattr(total, "at", None) if table.file else evidence.sources.key(table.at, "total")
                yield Fault(
                    f"the total of column {column + 1} is {total}, but its rows add up to {summed}", at, str(total),
                    "correct the total or the row that is wrong",
                )  # fmt: skip


def _whole(cell: object) -> int | None:
    """The whole number that a cell holds, None for words, codes and fractions."""
    digits = (cell.exact or cell.text) if isinstance(cell, Given) else ""
    return int(digits) if re.fullmatch(r"[+-]?(0|[1-9]\d*)", digits) else None
