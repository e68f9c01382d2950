"""Spoilt documents are borne: a seeded slice of the fuzzer, and the kinds of failure that it found."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from tests.conftest import RECORD, WORDS, trusted
from tests.read import fuzz

TABLE = "  - {table: rows.csv, id: rows, title: Rows of a file}\n"


def written(folder: Path, words: str = WORDS, **files: bytes) -> Path:
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(words, encoding="utf-8")
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def built(folder: Path) -> pipeline.Built:
    return pipeline.build(workspace_for(folder, fuzz.DAY), "en", ("html",))


@pytest.mark.parametrize("slice_", range(4))
def test_a_slice_of_spoilt_documents_is_borne(slice_: int) -> None:
    made = list(fuzz.outcomes(10, f"slice {slice_}"))
    assert [one for one in made if one.wrong] == []
    assert sum(bool(one.codes) for one in made) >= 5  # what is spoilt is found, or the strokes do nothing


def test_the_sound_documents_have_no_faults() -> None:
    """What is told of a spoilt one comes of the stroke."""
    for source in (fuzz.GOLDEN, fuzz.DEMO):
        for language in ("en", "ar"):
            assert fuzz.faults_of(trusted(source), language)[1] == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rows__csv", b"District,Wells\nCite d'Ivoire,5\nC\xf4te d'Ivoire,1\n"),
        ("rows__csv", b"District,Wells\nNorth,5\n" + b"x" * 200_000 + b"\n"),
        ("rows__csv", b"District,Wells\nNorth," + b"x," * 300_000 + b"\n"),
        ("rows__csv", b'District,Wells\n"North,5\n'),
        ("rows__csv", b""),
        ("rows__xlsx", b"PK\x03\x04 no workbook"),
        ("rows__xlsx", b""),
        ("other__csv", b"a,b\n1,2\n"),
    ],
    ids=["cp1252", "long cell", "many cells", "open quotation", "empty", "no workbook", "empty workbook", "absent"],
)
def test_a_draft_without_the_rows_of_its_file_does_not_count_as_proved(tmp_path: Path, name: str, data: bytes) -> None:
    table = TABLE.replace("rows.csv", name.replace("__", ".") if name.startswith("rows") else "rows.csv")
    made = built(written(tmp_path, WORDS.replace("body:\n", "body:\n" + table, 1), **{name: data}))
    assert made.rejected == {"html"}
    told = [one for one in made.diagnostics if one.severity == "error"]
    assert [one.code for one in told if one.code.startswith("OUT")] == []  # the cause is told, not its effect
    assert told and all(one.at is not None for one in told)


def test_a_note_that_is_named_and_not_written_is_found_where_it_is_named(tmp_path: Path) -> None:
    words = WORDS + "annexes:\n  - {id: one, title: An annex, note: received, body: [A paragraph.]}\n"
    found = {one.code: str(one.at) for one in built(written(tmp_path, words)).diagnostics}
    assert found["FN002"].startswith("en.yaml:11:")


def test_a_mark_in_the_title_that_stays_unread_is_found_in_the_title(tmp_path: Path) -> None:
    words = WORDS.replace("small matter]", 'small matter, "of wells[^nowhere]"]')
    found = [one for one in built(written(tmp_path, words)).diagnostics if "nowhere" in one.message]
    assert found and all(str(one.at).startswith("en.yaml:1:") for one in found)
