"""Notes called at one place: each mark can be read, in every file, and an import gives back the calls alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.receive.calls import joined
from tests.conftest import RECORD, TODAY

WORDS = """\
title: ["{word}"]
agenda: {{opening: "{word}", adoption: "{word}"}}
body:
  - "{word}[^a][^b]"
  - "*{word}[^c]*[^d]"
  - title: "{word}"
    columns: [{{head: "{word}[^x][^y]"}}, {{head: "{word}"}}]
    table: [["{word}", 1.5]]
    notes: {{x: "{word} x.", y: "{word} y."}}
footnotes: {{a: "{word} a.", b: "{word} b.", c: "{word} c.", d: "{word} d."}}
"""


@pytest.mark.parametrize(
    ("language", "word", "comma"), [("en", "Wells", ","), ("zh", "水井", ","), ("ar", "آبار", "،")]
)
def test_marks_at_one_place_are_parted(
    small_document: Callable[..., Path], language: str, word: str, comma: str
) -> None:
    record = RECORD.replace("original: en", f"original: {language}")
    workspace = workspace_for(small_document(WORDS.format(word=word), record, language=language), TODAY)
    built = pipeline.build(workspace, language, ("html", "pdf", "docx"))
    assert [one for one in built.proofs if one.severity == "error"] == []
    assert set(built.files) >= {"html", "pdf", "docx"} and not built.rejected
    told = [re.sub("[\ue000\ue001\u00a0]", "", one.text) for one in read_docx(Package(built.files["docx"])).paragraphs]
    assert {f"{word}1{comma}2", f"{word}3{comma}4"} <= set(told)


@pytest.mark.parametrize("typed", ["A word[^a]^{,} [^b].", "كلمة[^a]^{،}[^b]."])
def test_an_import_gives_back_the_calls_alone(typed: str) -> None:
    assert joined(typed) == re.sub(r"\^\{.\} ?", "", typed)
