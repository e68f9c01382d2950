"""The documents that tests start from are sound: else a test that finds something might find that."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.conftest import RECORD, TODAY

BASES = (  # module, the name of its words there, their language
    ("tests.conftest", "WORDS", "en"),
    ("tests.between.test_translations", "ENGLISH", "en"),
    ("tests.render.test_quick_fonts", "WORDS", "en"),
    ("tests.succession.conftest", "WORDS", "en"),
)


@pytest.mark.parametrize(("module", "words", "language"), BASES, ids=[module for module, _, _ in BASES])
def test_a_document_that_tests_start_from_has_no_findings(
    small_document: Callable[..., Path], module: str, words: str, language: str
) -> None:
    given = import_module(module)
    record = getattr(given, "FACTS", getattr(given, "RECORD", RECORD))
    folder = small_document(getattr(given, words), record, language=language)
    assert examine(workspace_for(folder, TODAY), language).diagnostics == ()
