"""What travels in a PDF of the author's files: what is printed, which reads the same, and nothing else."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import yaml

from publisher.model.workspace import workspace_for
from publisher.pipeline import build, examine, understand
from publisher.pipeline.conductor import printed_of
from publisher.revise import passages
from tests.conftest import RECORD, ROOT, SEED, TODAY

SECRET = "never-printed"
PRIVATE_RECORD = (
    RECORD
    + f"""\
# {SECRET} comment
facts: {{homes: 12, secret: {SECRET}}}
attendance: {{members: [EGY], observers: [], un-bodies: [undp]}}
credentials: {{as-of: 2025-05-29, formal: 1, informal: 0, none: 0}}
votes:
  {SECRET}: {{on: 2/9, method: show-of-hands, in-favour: 5, against: 2, abstaining: 1}}
persons: {{{SECRET}: {{}}}}
waivers: [{{code: NU103, reason: {SECRET} waiver}}]
"""
)
PRIVATE_WORDS = f"""\
title: [Note on a small matter]  # {SECRET}
agenda: {{opening: Opening of the session., adoption: Adoption of the agenda.}}
body:
  - heading: Introduction
    body:
      - The first paragraph has {{{{ facts.homes }}}} homes.[^small]
footnotes: {{small: A note[^other] at the foot., other: Another., unused: {SECRET}.}}
annexes:
  - id: one
    title: First
    body: [Words of annex one.[^one]]
  - id: two
    title: Second
    body: [Words of annex two.]
""".replace("A note[^other]", "A note").replace("[Words of annex one.[^one]]", '["Words of annex one."]')
Write = Callable[..., Path]


def attached(data: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments}


def test_comments_waivers_and_what_nothing_calls_stay_at_home(small_document: Write) -> None:
    folder = small_document(words=PRIVATE_WORDS, record=PRIVATE_RECORD)
    built = build(workspace_for(folder, TODAY), "en", ("pdf",))
    files = attached(built.files["pdf"])
    assert set(files) == {"record.yaml", "en.yaml"}
    assert SECRET not in "".join(files.values())
    assert yaml.safe_load(files["record.yaml"])["facts"] == {"homes": 12}
    assert "A note" in files["en.yaml"] and "unused" not in files["en.yaml"]
    assert not {"credentials", "attendance", "votes", "persons", "waivers"} & set(yaml.safe_load(files["record.yaml"]))
    all_of_it = build(workspace_for(folder, TODAY), "en", ("pdf",), attached="source")
    assert attached(all_of_it.files["pdf"])["record.yaml"] == PRIVATE_RECORD


def test_an_annex_carries_its_own_part(small_document: Write) -> None:
    folder = small_document(words=PRIVATE_WORDS, record=PRIVATE_RECORD + "job: {number: K.25-00001}\n")
    files = attached(build(workspace_for(folder, TODAY), "en", ("pdf",), annex="two").files["pdf"])
    assert "annex two" in files["en.yaml"]
    for words in ("annex one", "small matter", "first paragraph", "A note", "Opening of"):
        assert words not in files["en.yaml"]
    assert "K.25-00001" not in files["record.yaml"]


@pytest.mark.parametrize("number", ["2/6", "2/7"])
def test_a_decision_carries_itself(number: str) -> None:
    understood = understand(workspace_for(SEED, TODAY), "zh", number)
    words = yaml.safe_load(printed_of(understood)["zh.yaml"])
    assert list(words["decisions"]) == [number]
    assert not {"body", "summary", "title"} & set(words)


def test_a_table_travels_where_all_of_it_is_printed(small_document: Write) -> None:
    words = WORDS_WITH_TABLES
    folder = small_document(words=words)
    for name in ("whole.csv", "part.csv", "unused.csv"):
        (folder / name).write_text("Place,Number\nNorth,1\nSouth,2\n", encoding="utf-8")
    printed = printed_of(understand(workspace_for(folder, TODAY), "en"))
    assert set(printed) == {"record.yaml", "en.yaml", "whole.csv"}


WORDS_WITH_TABLES = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - table: whole.csv
    title: Whole
  - table:
    file: {name: part.csv, range: A1:B2}
    title: Part
"""


def _documents() -> list[tuple[Path, str]]:
    found = [(SEED, "zh"), (ROOT / "data" / "HSP-HA.2-16-Rev.1", "zh")]
    return found + [(ROOT / "data" / "DEMO-CVW.3-15", code) for code in ("ar", "en", "es", "fr", "ru", "zh")]


@pytest.mark.parametrize(("folder", "language"), _documents(), ids=lambda value: getattr(value, "name", value))
def test_what_travels_reads_as_what_is_printed(folder: Path, language: str, tmp_path: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder.name} is not there")
    whole = understand(workspace_for(folder, TODAY), language)
    assert whole.resolved is not None
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    for path in copy.glob("*.yaml"):
        path.unlink()
    for name, text in printed_of(whole).items():
        (copy / name).write_text(text, encoding="utf-8")
    again = examine(workspace_for(copy, TODAY), language)
    assert again.resolved is not None, again.diagnostics
    assert [(p.location, p.text) for p in passages(again.resolved)] == [
        (p.location, p.text) for p in passages(whole.resolved)
    ]
    assert again.resolved.masthead == whole.resolved.masthead
