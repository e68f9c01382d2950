"""A profile and a kind of document brought by a user's own templates folder: no line of Python, whole builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build, examine
from tests.conftest import RECORD, TODAY, trusted

VIENNA = """\
sheet: {width: 595.3, height: 841.9, left: 56.7, right: 56.7, top: 70.8, bottom: 56.7, bottom-of-wide: 56.7}
style: [nairobi, vienna]
word: nairobi
masthead: [session, organ, place]
job: {form: 'V\\.\\d{2}-\\d{5}', example: V.25-12345, line: ["{number} ({letter})"], running: true}
languages: [en]
"""
OF_VIENNA = RECORD.replace("profile: nairobi", "profile: vienna") + "job: {number: V.25-01234}\n"
Write = Callable[..., Path]


def template(folder: Path, name: str, text: str) -> None:
    """Put a template of the document's own, trusted, into its folder."""
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    trusted(folder)


def test_a_profile_of_ones_own_is_one_file_beside_its_style_sheet(small_document: Write) -> None:
    folder = small_document(record=OF_VIENNA)
    template(folder, "profile/vienna.yaml", VIENNA)
    template(folder, "style/vienna.css", "h1 { font-style: italic }")
    built = build(workspace_for(folder, TODAY), "en", ["docx", "pdf"])
    assert built.diagnostics == ()
    assert set(built.files) == {"docx", "pdf"}
    assert built.resolved is not None and built.resolved.masthead.job is not None
    assert built.resolved.masthead.job.printed == "V.25-01234 (E)"
    assert built.resolved.running.job == "V.25-01234"
    roles = [line.role for line in built.resolved.masthead.lines]
    assert roles == sorted(roles, key=["session", "organ", "place"].index) and {"session", "organ"} <= set(roles)


def test_rules_take_the_forms_of_ones_own_profile(small_document: Write) -> None:
    folder = small_document(record=OF_VIENNA.replace("V.25-01234", "K2501234"), language="fr")
    template(folder, "profile/vienna.yaml", VIENNA)
    found = examine(workspace_for(folder, TODAY), "fr").diagnostics
    assert {"ID110", "ID109"} <= {one.code for one in found}


@pytest.mark.parametrize(
    ("profile", "code", "said"),
    [
        (VIENNA.replace("width: 595.3", "width: wide"), "RD013", "width"),
        (VIENNA.replace("word: nairobi\n", ""), "RD012", "word"),
        (VIENNA.replace("{letter}", "{lettre}"), "RD013", "{lettre}"),
        (VIENNA.replace(r"V\.\d{2}", "V("), "RD013", "regular expression"),
        (VIENNA + "colour: blue\n", "RD011", "colour"),
        ("style: [", "RD006", ""),
    ],
)
def test_a_mistake_in_a_profile_is_found_at_its_line(small_document: Write, profile: str, code: str, said: str) -> None:
    folder = small_document(record=OF_VIENNA)
    template(folder, "profile/vienna.yaml", profile)
    found = examine(workspace_for(folder, TODAY), "en").diagnostics
    assert [(str(one.at).split(":")[0], one.code) for one in found] == [("templates/profile/vienna.yaml", code)]
    assert said in found[0].message


def test_a_kind_that_arranges_known_blocks_is_one_template(small_document: Write) -> None:
    folder = small_document(record=RECORD.replace("kind: note", "kind: minutes"))
    page = '{% extends "page/base.xhtml.j2" %}\n'
    template(folder, "page/minutes.xhtml.j2", page)
    built = build(workspace_for(folder, TODAY), "en", ["docx", "pdf", "html"])
    assert built.diagnostics == () and len(built.files) == 3


def test_a_kind_may_take_the_page_of_another_and_ask_for_its_rules(small_document: Write) -> None:
    folder = small_document(
        record=RECORD.replace("kind: note", "kind: minutes").replace("agenda: [opening, adoption]", "")
    )
    template(folder, "kind/minutes.yaml", "page: note\ntraits: [session]\n")
    found = examine(workspace_for(folder, TODAY), "en").diagnostics
    assert "ID111" in {one.code for one in found}
    template(folder, "kind/minutes.yaml", "page: notes\n")
    assert "RD031" in {one.code for one in examine(workspace_for(folder, TODAY), "en").diagnostics}
