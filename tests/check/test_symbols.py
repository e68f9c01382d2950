"""Documents of every organ, under symbols of every form, are checked without a finding about their symbol."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from publisher.model.reference import load_reference, organs_of_symbol
from publisher.model.symbol import Symbol
from publisher.model.workspace import shipped, workspace_for
from publisher.pipeline import examine
from tests.model.test_symbol import DOUBLE, REAL

ORGANS = load_reference(shipped("reference")).organs
KNOWN = [text for text in (*REAL, *DOUBLE) if all(organs_of_symbol(one, ORGANS.values()) for one in Symbol(text).each)]


@pytest.mark.parametrize("text", KNOWN)
def test_a_document_of_an_organ_may_have_its_symbol(tmp_path: Path, text: str) -> None:
    organs = [organs_of_symbol(one, ORGANS.values())[0] for one in Symbol(text).each]
    sitting = Symbol(text).sitting(organs[0].symbol_prefix, yearly=organs[0].sessions == "yearly")
    record = [f'symbol: "{text}"', "kind: note", "profile: new-york", f"organ: {organs[0].id}", "original: en"]
    record += ["date: 2025-12-14", f"also: [{', '.join(f'{{organ: {one.id}}}' for one in organs[1:])}]"]
    record += [f"session: {{number: {sitting[0]}, part: {sitting[1]}}}"] if sitting else []
    (tmp_path / "record.yaml").write_text("\n".join(record), encoding="utf-8")
    (tmp_path / "en.yaml").write_text("title: [Note on wells]\nbody: [Wells were counted.]\n", encoding="utf-8")
    examined = examine(workspace_for(tmp_path, datetime.date(2026, 1, 1)), "en")
    # whether it is limited follows from its series, and is told
    assert [one for one in examined.diagnostics if one.code != "ID108"] == []


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_no_symbol_in_a_text_is_told_as_broken(tmp_path: Path, language: str) -> None:
    said = {"en": "See {}.", "fr": "Voir {}.", "es": "Véase {}.", "ru": "См. {}.", "ar": "انظر {}.", "zh": "见{}。"}[
        language
    ]
    record = "symbol: HSP/HA.2/INF.7\nkind: note\nprofile: nairobi\norgan: habitat-assembly\nsession: {number: 2}\n"
    (tmp_path / "record.yaml").write_text(f"{record}date: 2025-06-14\noriginal: {language}\n", encoding="utf-8")
    lines = [f'  - "{said.format(form)}"' for text in REAL for form in (text, f"[{text}]({text})")]
    (tmp_path / f"{language}.yaml").write_text("title: [Xyz]\nbody:\n" + "\n".join(lines), encoding="utf-8")
    examined = examine(workspace_for(tmp_path, datetime.date(2026, 1, 1)), language)
    assert [one for one in examined.diagnostics if one.code != "LA101"] == []
