"""A document in a language that nobody foresaw: the program knows of it what its folder of templates says, no more."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from publisher.model.diagnostic import Severity
from publisher.model.reference import without_comments
from publisher.model.workspace import Workspace, shipped, workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY, trusted

RECORD = """\
symbol: HSP/HA.2/99
kind: session-report
profile: nairobi
organ: habitat-assembly
session: {number: 2, part: resumed}
place: nairobi
date: 2025-06-14
original: tlh
agenda: [tlhap]
meetings:
  - {number: 1, date: 2025-05-29, half: morning, opened: "10:40"}
  - {number: 2, date: 2025-05-30, half: afternoon, closed: "19:05"}
attendance: {members: [KEN, FRA, BRA]}
votes: {plan: {on: 2/6, method: recorded, in-favour: [KEN, FRA], against: [BRA], abstaining: []}}
adoptions: [{number: 2/6, manner: vote, vote: plan, meeting: 2}]
"""
WORDS = """\
title: [Qep]
agenda: {tlhap: taghwI'.}
body:
  - heading: taghwI'
    agenda: [tlhap]
    body:
      - session: held
      - attendance: members
      - vote: plan
      - session: closing
      - {paragraph: Seh., id: seh}
      - Seh [](#seh).[^qech]
annexes:
  - id: first-annex
    title: wuq
    body: [decision: 2/6]
decisions: {2/6: {title: nab, operative: [wuq;, taH.]}}
footnotes: {qech: HSP/HA.2/13.}
"""


CHANGES = {
    "code: es, tag: es,": "code: tl, tag: tl,",
    "locale: es, letter: S": "locale: en, letter: T",
    "collation: {names: es": "collation: {names: tl",
    '- {form: upper-roman, pattern: "{}."}': '- {form: upper-letter, pattern: "§{}:"}',
}


def named_in_it(entries: Any) -> Any:
    """Give every name that has a Spanish form the same in the new language."""
    if not isinstance(entries, dict):
        return entries
    inner = {key: named_in_it(entry) for key, entry in entries.items()}
    return {**inner, "tl": inner["es"]} if "es" in inner else inner


def invented(folder: Path) -> Workspace:
    """Found a language: Spanish templates with a code, a scheme of headings and a sentence of its own, and names."""
    templates = folder / "templates" / "wording" / "tl"
    shutil.copytree(shipped("templates") / "wording" / "es", templates)
    vocabulary = (templates / "vocabulary.yaml").read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert old in vocabulary
        vocabulary = vocabulary.replace(old, new, 1)
    (templates / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    (templates / "session-closing.j2").write_text("rIn qep {{ meeting.closed | time }}.\n", encoding="utf-8")
    reference = folder / "shipped"  # not called “reference”: that would be the author's own
    shutil.copytree(shipped("reference"), reference)
    for name in ("organs.yaml", "places.yaml"):
        entries = yaml.safe_load((reference / name).read_text(encoding="utf-8"))
        (reference / name).write_text(yaml.safe_dump(named_in_it(entries)), encoding="utf-8")
    table = reference / "states.csv"
    rows = list(csv.DictReader(without_comments(table.read_text(encoding="utf-8").splitlines(keepends=True))))
    filled = [{**row, "name_tl": row["name_en"][::-1].capitalize()} for row in rows]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(filled[0]))
    writer.writeheader()
    writer.writerows(filled)
    table.write_text(out.getvalue(), encoding="utf-8")
    return replace(workspace_for(trusted(folder), TODAY), reference=reference)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "record.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "tl.yaml").write_text(WORDS, encoding="utf-8")
    return invented(tmp_path)


def test_a_document_in_it_is_built_and_proved(workspace: Workspace) -> None:
    built = build(workspace, "tl", ("html", "pdf", "docx"), "draft")
    assert [finding for finding in built.diagnostics if finding.severity is Severity.ERROR] == []
    assert set(built.files) == {"html", "pdf", "docx"} and not built.rejected
    page = built.files["html"].decode().replace("\u00a0", " ")
    assert 'lang="tl"' in page
    said = ("§A:", "rIn qep 19.05 horas.", "Aynek, Ecnarf y Lizarb", "29 y 30 de mayo de 2025", "Original: klingon")
    assert [words for words in said if words not in page] == []
