"""The instructions of a corrigendum: a line that locates, a line that says what to read, in every language."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model.inline import plain
from publisher.model.resolved import Paragraph, Table
from tests.resolve.conftest import Resolve
from tests.resolve.test_numbers import document

PARENT = {"symbol": "HSP/HA.2/16", "relation": "corrigendum"}
SWAP: dict[str, Any] = {
    "correction": "swap",
    "where": {"kind": "paragraph", "path": ["12"], "sentence": 1, "page": 4},
    "for": "两年[^uae]",
    "read": "三年",
    "marks": {"uae": "12"},
}


@pytest.mark.parametrize(
    ("language", "location", "instruction"),
    [
        ("zh", "第 12 段，第一句（第 4 页）", "将“两年¹²”改为“三年”"),
        ("en", "Paragraph 12, first sentence (page 4)", "For 两年¹² read 三年"),
    ],
)
def test_says_what_to_read_for_what(resolving: Resolve, language: str, location: str, instruction: str) -> None:
    """CONVENTIONS §4.2; the mark of a footnote is cited raised, and calls no note here."""
    facts = {"kind": "corrigendum", "symbol": "HSP/HA.2/16/Corr.1", "parent": PARENT}
    found = document(resolving({"body": [SWAP]}, language, **facts))
    said = [(block.role, plain(block.text)) for block in found.divisions[0].blocks if isinstance(block, Paragraph)]
    assert [role for role, _ in said] == ["location", "instruction"]
    assert [text.replace(" ", "") for _, text in said] == [location.replace(" ", ""), instruction.replace(" ", "")]


def test_table_to_read_instead(resolving: Resolve) -> None:
    order = {
        "correction": "replace-table",
        "where": {"kind": "cell", "path": ["12", "Table 1"]},
        "rows": [["h", "k"], ["1"]],
    }
    found = document(resolving({"body": [order]}, kind="corrigendum"))
    (table,) = (block for block in found.divisions[0].blocks if isinstance(block, Table))
    assert [[plain(cell.text) for cell in row] for row in (*table.head, table.rows[0].cells)] == [["h", "k"], ["1", ""]]


@pytest.mark.parametrize("kind", ["replace", "delete", "insert", "insert-table", "delete-table", "not-applicable"])
@pytest.mark.parametrize("language", ["en", "zh", "fr", "es", "ru", "ar"])
def test_every_instruction_has_words(resolving: Resolve, kind: str, language: str) -> None:
    where = None if kind == "not-applicable" else {"kind": "paragraph", "path": ["12"]}
    order = {
        "correction": kind,
        "where": where,
        "read": "new",
        "for": "old",
        "after": {"kind": "paragraph", "path": ["11"]},
    }
    assert document(resolving({"body": [order]}, language, kind="corrigendum"))
