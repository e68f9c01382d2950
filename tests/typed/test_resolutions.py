"""A resolution has no body that names it: what is typed of it is held against its files all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.resolve import decisions
from tests.conftest import TODAY

RECORD = """\
symbol: {symbol}
kind: resolution
profile: new-york
organ: {organ}
session: {{number: 80}}
date: 2025-06-14
original: en
meetings: [{{number: 11, date: 2025-06-14}}]
adoptions: [{{number: {number}, kind: resolution, meeting: 11}}]
"""
WORDS = """\
decisions:
  {number}:
    title: Wells of the villages
    preamble: ["*Recalling* its earlier resolutions,"]
    operative: ["*Decides* to dig more wells;[^wells]", "*Requests* a report."]
annexes:
  - id: programme
    title: Programme of wells
    body: [The programme has 18 parts.]
footnotes: {{wells: Wells are deep.}}
"""


@pytest.mark.parametrize(
    ("organ", "symbol", "number"),
    [("general-assembly", "A/RES/80/11", "80/11"), ("security-council", "S/RES/2799 (2025)", "2799 (2025)")],
)
def test_a_lost_paragraph_is_told(
    small_document: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, organ: str, symbol: str, number: str
) -> None:
    record = RECORD.format(organ=organ, symbol=symbol, number=number)
    words = WORDS.format(number=number)
    whole = build(workspace_for(small_document(words, record), TODAY), "en", ("html", "akn"))
    assert (sorted(whole.files), whole.proofs) == (["akn", "html"], ())
    monkeypatch.setattr(decisions, "_preambular", lambda *_: iter(()))
    spoilt = build(workspace_for(small_document(words, record, "spoilt"), TODAY), "en", ("html",))
    assert [(one.code, getattr(one.at, "line", 0)) for one in spoilt.proofs] == [("OUT095", 4)]
