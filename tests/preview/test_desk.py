"""What the desk shows, and what it lets fall: findings of words that are no longer shown."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from publisher.catalogue import finding
from publisher.preview import desk as desk_module
from publisher.preview.desk import Desk, Shown
from publisher.preview.draft import Draft, Page, check_draft

FOUND = (finding("LA104", "the same twice"),)
NOW = {"en.yaml": "now"}


class _Nobody:
    """Stands for processes that are never asked."""

    def __init__(self, *_: Any) -> None:
        pass

    def start(self) -> None:
        pass

    def shutdown(self, **_: Any) -> None:
        pass


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk without processes."""
    monkeypatch.setattr(desk_module, "Processes", _Nobody)
    made = Desk(tmp_path, datetime.date(2027, 11, 12), "")
    yield made
    made.close()


def drawn(pdf: bytes = b"%PDF", sources: dict[str, str] = NOW, **told: Any) -> Draft:
    pages = (Page("a", 595, 842),) if pdf else ()
    return Draft("en", "ltr", "A/1", "", pdf, pages, (), told.get("findings", ()), sources, 0.1)


@pytest.mark.parametrize(
    ("sources", "stale", "taken"),
    [
        (NOW, False, True),
        ({"en.yaml": "before"}, False, False),
        (NOW, True, False),
        ({"en.yaml": "after"}, True, False),
    ],
)
def test_findings_are_taken_of_what_is_shown_only(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, sources: dict[str, str], stale: bool, taken: bool
) -> None:
    """Looking for faults takes longer than drawing: what was found in other words than those shown is let fall."""
    one = Shown("en", drawn(), number=3, stage="drawn", stale=False)

    async def work(_: Any, asked: Any, *__: Any) -> Any:
        assert asked is check_draft
        one.stale = stale  # somebody saves meanwhile
        return FOUND, sources

    monkeypatch.setattr(desk, "_work", work)
    asyncio.run(desk._check(one))
    assert one.draft is not None
    assert (one.draft.findings == FOUND, one.number) == ((True, 4) if taken else (False, 3))


def test_words_that_cannot_be_understood_leave_the_pages(desk: Desk) -> None:
    """The pages before stay, with the findings that say why, and the page is told so; then it follows again."""
    one = Shown("en")
    desk._take(one, drawn())
    desk._take(one, drawn(b"", {"en.yaml": "]"}, findings=FOUND))
    assert one.draft is not None
    assert (one.draft.pdf, one.draft.findings, one.told["stage"]) == (b"%PDF", FOUND, "unclear")
    desk._take(one, drawn())
    assert (one.draft.findings, one.told["stage"]) == ((), "drawn")
