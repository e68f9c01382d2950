"""The total row of a table is not the sum of the rows above it.

Why: a total that does not add up is a wrong number, and readers add up.
Authority: Editorial Manual, tables; LAYOUT_FACTS §8 (total row).
Bad: rows 310 and 460, `total: [Total, 780]`
Good: rows 310 and 460, `total: [Total, 770]`

A row that sums up the rows above it counts as a subtotal, whether or not it is marked as one. A total may also say how
the last row differs from the one before it: Net change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import blocks
from publisher.model.rows import TypedRow, rows
from publisher.model.words import Given
from publisher.model.written_table import Table


def find(evidence: Evidence) -> Iterator[Fault]:
    """Totals of whole columns of whole numbers that are not their sum.

    A column with fractions holds shares, rates or averages as often as amounts, so only whole numbers are added up.
    """
    for table in blocks(evidence.written):
        if isinstance(table, Table) and isinstance(table.table, list):
            yield from _in_table(table, evidence)


def _in_table(table: Table, evidence: Evidence) -> Iterator[Fault]:
    """A total sums up the rows since the total above it, or their subtotals, or those that are not indented."""
    above: list[TypedRow] = []
    every = rows(table)
    for row in every:
        if row.kind == "total":
            own = table.total is not None and row is every[-1] and not table.file
            for column in range(row.width):
                stated = _whole(row.value(column))
                sums = [
                    *(_sum(some, column) for some in _ways(above)),
                    _sum_by_steps(above, column),
                    _change(above, column),
                ]
                known = [one for one in sums if one is not None]
                if stated is None or sums[0] is None or stated in known:
                    continue
                value = row.value(column)
                at = evidence.sources.key(table.at, "total") if own else value.at if value else None
                yield Fault(
                    f"the total of column {column + 1} is {value}, but its rows add up to {sums[0]}", at, str(value),
                    "correct the total or the row that is wrong",
                )  # fmt: skip
            above = []
        elif row.kind != "group":
            above.append(row)


def _ways(above: list[TypedRow]) -> list[list[TypedRow]]:
    plain = [row for row in above if row.kind == "row"]
    return [plain, [row for row in above if row.kind == "subtotal"], [row for row in plain if not row.indent]]


def _sum(some: list[TypedRow], column: int) -> int | None:
    """The sum of a column of whole numbers, None where anything else stands in it or there are fewer than two."""
    whole = [_whole(row.value(column)) for row in some]
    return sum(one for one in whole if one is not None) if len(whole) > 1 and None not in whole else None


def _change(above: list[TypedRow], column: int) -> int | None:
    """How the last row differs from the row before it, None where either is no whole number."""
    before, after = ([None, None] + [_whole(row.value(column)) for row in above if row.kind == "row"])[-2:]
    return None if before is None or after is None else after - before


def _sum_by_steps(above: list[TypedRow], column: int) -> int | None:
    """The sum of a column in which rows, not marked as such, sum up those since the last of their kind."""
    figures = [_whole(row.value(column)) for row in above]
    if None in figures:
        return None
    total, since, rows_since = 0, 0, 0
    for figure in figures:
        whole = figure or 0
        if rows_since > 1 and whole == since:
            total, since, rows_since = total + whole, 0, 0
        else:
            since, rows_since = since + whole, rows_since + 1
    return total + since


def _whole(cell: object) -> int | None:
    """The whole number that a cell holds, None for words, codes and fractions."""
    digits = (cell.exact or cell.text) if isinstance(cell, Given) else ""
    return int(digits) if re.fullmatch(r"[+-]?(0|[1-9]\d*)", digits) else None
