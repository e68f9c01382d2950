"""A body of one's own: in a `reference` folder above the documents, with findings at its lines and over the shipped data."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.batch.digests import own_files
from publisher.batch.job import Job
from publisher.model.inline import plain
from publisher.model.workspace import own_reference_of, workspace_for
from publisher.pipeline import examine
from tests.house.conftest import Told

Publisher = Callable[..., Told]
TODAY = datetime.date(2027, 11, 20)
BOARD = ("organ", "new", "wells-board", "--name", "en=Wells Board", "--opening", "en=The Wells Board,",
         "--organization", "en=Union of Villages", "--symbol-prefix", "WMB/")  # fmt: skip


def test_a_body_of_ones_own_prints_its_names_and_words(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher(*BOARD).exit_code == 0
    made = publisher("new", "WMB/3/L.2", "--kind", "decision", "--today", str(TODAY))
    assert made.exit_code == 0, made.err
    folder = tmp_path / "data" / "WMB-3-L.2"
    examined = examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None
    head = examined.resolved.masthead
    assert (head.organization, head.programme) == ("Union of Villages", "Wells Board")
    organ = [block for block in examined.resolved.divisions[0].blocks if getattr(block, "role", "") == "organ"]
    assert [plain(block.text) for block in organ] == ["The Wells Board,"]  # type: ignore[union-attr]


def test_what_is_wrong_in_it_is_found_at_its_line_whatever_document_is_checked(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher(*BOARD)
    publisher("new", "WMB/3/L.2", "--kind", "note", "--today", str(TODAY))
    file = tmp_path / "reference" / "organs.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "  headquaters: geneva\n", encoding="utf-8")
    folder = tmp_path / "data" / "WMB-3-L.2"
    [found] = [one for one in examine(workspace_for(folder, TODAY), "en").diagnostics if one.code == "RD011"]
    assert found.at is not None and str(found.at).startswith("../../reference/organs.yaml:")
    assert "headquarters" in found.hint


def test_the_nearest_one_holds_and_the_way_up_ends_where_everybody_may_write(tmp_path: Path) -> None:
    near, far = tmp_path / "a" / "b" / "reference", tmp_path / "reference"
    for place in (near, far):
        place.mkdir(parents=True)
        (place / "organs.yaml").write_text("", encoding="utf-8")
    document = tmp_path / "a" / "b" / "document"
    document.mkdir()
    assert own_reference_of(document) == (("organs.yaml", near / "organs.yaml"),)
    (tmp_path / "a").chmod(0o777)
    (near / "organs.yaml").unlink()
    assert own_reference_of(document) == ()


def test_a_changed_body_is_built_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher(*BOARD)
    publisher("new", "WMB/3/L.2", "--kind", "note", "--today", str(TODAY))
    job = Job(tmp_path / "data" / "WMB-3-L.2", "en", ("html",), "draft", TODAY, tmp_path)
    before = own_files(job)
    file = tmp_path / "reference" / "organs.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Wells Board", "Well Board"), encoding="utf-8")
    assert own_files(job) != before


@pytest.mark.parametrize(
    "words",
    [
        ("organ", "new", "Wells"),
        ("organ", "new", "wells", "--symbol-prefix", "W/"),
        ("organ", "new", "wells", "--name", "Wells"),
        ("organ", "new", "general-assembly", "--name", "en=x", "--symbol-prefix", "X/"),
        ("organ", "shut"),
    ],
)
def test_a_request_that_makes_no_sense_writes_nothing(
    publisher: Publisher, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert publisher(*words).exit_code == 2
    assert not (tmp_path / "reference").exists()
