"""The total row of a table is not the sum of the rows above it.

Why: a total that does not add up is a wrong number, and readers add up.
Authority: Editorial Manual, tables; LAYOUT_FACTS §8 (total row).
Bad: rows 310 and 460, `total: [Total, 780]`
Good: rows 310 and 460, `total: [Total, 770]`
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import blocks
from publisher.model.document import Table


def find(evidence: Evidence) -> Iterator[Fault]:
    """Totals of whole columns of whole numbers that are not their sum.

    A column with fractions holds shares, rates or averages as often as amounts, so only whole numbers are added up.
    """
    for table in blocks(evidence.written):
        if not isinstance(table, Table) or table.total is None or not isinstance(table.table, list):
            continue
        for column, total in enumerate(table.total):
            cells = [row[column] for row in table.table if column < len(row)]
            if not _whole(total) or len(cells) < 2 or not all(map(_whole, cells)):
                continue
            summed = sum((Decimal(str(cell)) for cell in cells), Decimal())
            if summed != Decimal(str(total)):
                at = evidence.sources.key(table.at, "total")
                yield Fault(
                    f"the total of column {column + 1} is {total}, but its rows add up to {summed}", at, str(total),
                    "correct the total or the row that is wrong",
                )  # fmt: skip


def _whole(cell: object) -> bool:
    return isinstance(cell, int) and not isinstance(cell, bool)
