"""A seventh language is one folder of templates: nothing else in the program knows how many languages there are."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from publisher.failures import BadRequest
from publisher.language import vocabulary
from publisher.model.workspace import Workspace, shipped, workspace_for
from tests.conftest import TODAY, trusted


def portuguese(folder: Path, **changes: str) -> Workspace:
    """Write the beginnings of a Portuguese vocabulary into a document's own folder, from the Spanish one."""
    text = (shipped("templates") / "wording" / "es" / "vocabulary.yaml").read_text(encoding="utf-8")
    text = text.replace(
        "{code: es, tag: es, direction: ltr, locale: es,", "{code: pt, tag: pt, direction: ltr, locale: pt,"
    )
    text = text.replace("locale: es\n", "locale: pt\n").replace("collation: {names: es", "collation: {names: en")
    text = text.replace(" mayo,", " maio,").replace('" y "', '" e "').replace("y {d2} de", "e {d2} de")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    place = folder / "templates" / "wording" / "pt"
    place.mkdir(parents=True)
    (place / "vocabulary.yaml").write_text(text, encoding="utf-8")
    return workspace_for(trusted(folder), TODAY)


def test_speaks(tmp_path: Path) -> None:
    voice = vocabulary("pt", portuguese(tmp_path))
    assert voice.tag == "pt" and voice.order_of_names == "en"
    assert voice.original_line(["fr", "zh"]) == "Original: francês/chinês"  # CLDR knows the names
    days = [datetime.date(2025, 5, 29), datetime.date(2025, 5, 30)]
    assert voice.place_line("Lisboa", days) == "Lisboa, 29 e 30 de maio de 2025"
    assert voice.masthead_date(datetime.date(2025, 6, 14)) == "14 de junho de 2025"
    assert voice.join("ABC") == "A, B e C"


def test_absent_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match=re.escape("templates/wording/eo/vocabulary.yaml")):
        vocabulary("eo", workspace_for(tmp_path, TODAY))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  chapter: Capítulo\n", "", "labels: Value error, missing: chapter"),
        ("  chapter: Capítulo\n", "  chapter: C\n  chaptre: C\n", "labels: Value error, unknown: chaptre"),
        ("direction: ltr", "direction: up", "language.direction"),
        ("note-call: before", "note-call: beside", "punctuation.note-call"),
        ("form: upper-roman", "form: etruscan", "numbering.headings.0.form"),
        ("officer-line:", "officer line:", "officer line"),
        ("months: &months [enero, febrero,", "months: &months [febrero,", "dates.months"),
        ("seen:\n", "seen: [\n", "pt/vocabulary.yaml"),
    ],
)
def test_fault_in_a_vocabulary_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    with pytest.raises(BadRequest, match=re.escape(said)) as fault:
        vocabulary("pt", portuguese(tmp_path, **{before: after}))
    assert "pt/vocabulary.yaml" in str(fault.value) and fault.value.exit_code == 2


def test_no_word_is_taken_for_another_type(tmp_path: Path) -> None:
    """YAML 1.1 would read these as false, sixty-forty arithmetic and a date."""
    changed = portuguese(
        tmp_path,
        **{
            "chapter: Capítulo": "chapter: no",
            "page: Página": "page: 10:40",
            "summary: Resumen": "summary: 2025-06-14",
        },
    )
    voice = vocabulary("pt", changed)
    assert [voice.label(key) for key in ("chapter", "page", "summary")] == ["no", "10:40", "2025-06-14"]


def test_own_folder_comes_first_and_is_read_again_when_changed(tmp_path: Path) -> None:
    changed = portuguese(tmp_path)
    assert vocabulary("pt", changed).label("chapter") == "Capítulo"
    path = changed.template("wording/pt/vocabulary.yaml")
    path.write_text(
        path.read_text(encoding="utf-8").replace("chapter: Capítulo", "chapter: Capítulo I"), encoding="utf-8"
    )
    assert vocabulary("pt", changed).label("chapter") == "Capítulo I"
