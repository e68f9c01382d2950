"""Records as nobody has published them yet come in whole, or are refused in words; nothing of them is lost in silence."""

from __future__ import annotations

from functools import lru_cache

import pytest

from publisher.model.diagnostic import Severity
from tests.receive.odd_records import ODDITIES, WRITTEN, lost_in_silence, odd_files, tried
from tests.receive.test_akn import ENGLISH, PLAIN, TAIL, TEXT

RECORD = ENGLISH + TEXT.format(**PLAIN, **TAIL)
REFUSED = {
    "cut short": "IM001", "empty": "IM001", "no XML": "IM001", "another root": "IM002", "an entity of its own": "IM005",
    "an entity of its own in UTF-16": "IM005",
}  # fmt: skip


@lru_cache(maxsize=1)
def written_from_facts() -> frozenset[str]:
    """The words that the program makes of the facts, in the record without an oddity."""
    [right] = tried("A_RES_80_10E.xml", RECORD.encode())
    return frozenset(lost_in_silence(RECORD.encode(), right))


@lru_cache(maxsize=1)
def files() -> dict[str, bytes]:
    """The record with each oddity."""
    return dict(odd_files(RECORD))


@pytest.mark.parametrize("oddity", [*ODDITIES, *WRITTEN])
def test_an_odd_record_comes_in_whole_or_is_refused_in_words(oddity: str) -> None:
    data = files()[oddity]
    for received in tried("A_RES_80_10E.xml", data):
        errors = {found.code for found in received.findings if found.severity is Severity.ERROR}
        if oddity in REFUSED:
            assert errors == {REFUSED[oddity]} and not received.files
            continue
        assert received.is_whole, [one for one in received.findings if one.severity is Severity.ERROR]
        lost = set(lost_in_silence(data, received)) - written_from_facts()
        assert lost <= ({"nbsp", "eacute", "mdash"} if oddity == "an entity of HTML" else set())


def test_what_stands_in_an_unknown_place_is_told_and_kept() -> None:
    [received] = tried("A_RES_80_10E.xml", files()["an unknown element in a statement"])
    assert "Zacone" in received.files["en.yaml"].decode()
    assert [found.span for found in received.findings if found.code == "IM012"] == ["Zacone"]


def test_cells_over_columns_and_rows_keep_their_places() -> None:
    [received] = tried("A_RES_80_10E.xml", files()["a table in the body"])
    written = received.files["en.yaml"].decode()
    assert "[{cell: Zacleft Zacmore, rows: 2}, Zacbare, null]" in written and "{cell: Zaclisted, columns: 2}" in written
