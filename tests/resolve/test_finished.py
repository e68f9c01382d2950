"""What is decided last: which tables stay on one page, which headings skip no level, where the summary stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.finished import SHORT_TABLE, finished
from publisher.model.resolved import Division, Row, Table
from tests.render.sheets import cells, english, section


@pytest.mark.parametrize("heads", [0, 1, 3])
@pytest.mark.parametrize(("rows", "together"), [(SHORT_TABLE - 1, True), (SHORT_TABLE, False)])
def test_a_short_table_stays_together_whatever_its_head(heads: int, rows: int, together: bool) -> None:
    head = tuple(cells("Wells", "Number") for _ in range(heads))
    body = tuple(Row(cells("One", str(row))) for row in range(rows))
    table = Table("t", None, (), head, body, (0.5, 0.5), (), (), False, "Wells")
    document = finished(replace(english(), divisions=(Division("body", "body", (table,)),)))
    [block] = document.divisions[0].blocks
    assert isinstance(block, Table)
    assert block.together is together


def test_finishing_twice_changes_nothing() -> None:
    document = replace(english(), divisions=(Division("body", "body", (section("a", 4, "1.", "Deep"),)),))
    assert finished(finished(document)) == finished(document)
