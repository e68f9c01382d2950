"""Accounts of an import: every position once, the rest named; a loss and a doubling cannot hide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publisher.receive.accounts import Accounts, Position
from publisher.receive.received import balance, report


def accounts(positions: int) -> Accounts:
    made = Accounts()
    for key in range(positions):
        made.enter(key, Position("run", f"run {key}", f"words {key}"))
    return made


@given(st.integers(1, 20), st.lists(st.tuples(st.integers(0, 25), st.booleans())))
def test_the_balance_always_comes_out(positions: int, events: list[tuple[int, bool]]) -> None:
    made = accounts(positions)
    for key, used in events:
        if used:
            made.use(key)
        else:
            made.leave_out("not needed", key)
    (count,) = made.counts().values()
    assert count.total == positions == count.used + count.left_out + count.open
    touched = {key for key, _ in events if key < positions}
    assert count.open == positions - len(touched)
    codes = [found.code for found in balance(made, "x.docx")]
    assert codes.count("IM020") == count.open
    assert codes.count("IM021") == count.twice


def test_what_is_lost_doubled_and_left_out_is_told() -> None:
    made = accounts(4)
    made.use(0, 1, 1)
    made.leave_out("running heads are written by the program", 2)
    found = balance(made, "x.docx")
    assert [(each.code, each.span) for each in found] == [("IM020", "words 3"), ("IM021", "words 1"), ("IM010", "")]
    told = report("x.docx", made, found).decode()
    assert "| piece of text | 4 | 2 | 1 | 1 | 1 |" in told
    assert "- running heads are written by the program:\n  - run 2: “words 2”" in told
