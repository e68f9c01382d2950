"""A forged file is never taken for one of ours, and what was done to it is named; our own files are all accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from publisher.model.workspace import Workspace, workspace_for
from publisher.pipeline import build
from publisher.pipeline.likeness import not_as_built
from publisher.verify import unlike
from tests.conftest import ROOT, SEED, TODAY, WORDS
from tests.verify.forging import Forgery, every

DEMO = ROOT / "data" / "DEMO-CVW.3-15"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Mapping[str, bytes]]:
    """A small document with a note, and the files a build of it gives."""
    from tests.conftest import RECORD

    folder = tmp_path_factory.mktemp("forged")
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS, encoding="utf-8")
    workspace = workspace_for(folder, TODAY)
    return workspace, {str(ending): data for ending, data in build(workspace, "en").files.items()}


@pytest.mark.parametrize(
    ("ending", "name", "forge", "said"), every(), ids=lambda part: part if isinstance(part, str) else ""
)
def test_a_forged_file_is_refused_and_named(
    ending: str, name: str, forge: Forgery, said: str, ours: tuple[Workspace, Mapping[str, bytes]]
) -> None:
    data = forge(ours[1][ending])
    assert data != ours[1][ending]
    found = unlike(data, ours[1][ending], f"file.{ending}")
    assert found[0].code == "OUT090"
    assert re.search(said, "\n".join(one.message for one in found)), [one.message for one in found]


def test_our_files_are_ours_with_either_source_attached(ours: tuple[Workspace, Mapping[str, bytes]]) -> None:
    workspace, files = ours
    named = {f"HSP-HA.2-99.en.{ending}": data for ending, data in files.items()}
    named["all.en.pdf"] = build(workspace, "en", ("pdf",), attached="source").files["pdf"]
    assert set(not_as_built(workspace, "en", named).values()) == {()}
    altered = {"x.en.docx": files["docx"] + b"\0"}
    assert [one.code for one in not_as_built(workspace, "en", altered)["x.en.docx"]] == ["OUT090"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "language"), [(SEED, "zh"), *((DEMO, code) for code in ("ar", "en", "es", "fr", "ru", "zh"))],
    ids=lambda part: getattr(part, "name", part),
)  # fmt: skip
def test_what_is_built_today_is_ours_tomorrow(folder: Path, language: str) -> None:
    files = build(workspace_for(folder, TODAY), language, mode="publish").files
    named = {f"file.{language}.{ending}": data for ending, data in files.items()}
    later = workspace_for(folder, TODAY.replace(year=TODAY.year + 5))
    assert set(not_as_built(later, language, named).values()) == {()}


def test_a_file_of_another_document_looks_other(
    ours: tuple[Workspace, Mapping[str, bytes]], small_document: Callable[..., Path]
) -> None:
    other = small_document(WORDS.replace("says little", "says much"), name="other")
    files = build(workspace_for(other, TODAY), "en", ("pdf",)).files
    codes = {one.code for one in unlike(files["pdf"], ours[1]["pdf"], "file.pdf")}
    assert {"OUT090", "OUT092"} <= codes
