"""Documents of the kinds with rules of their own, filled in, are written and proved in six languages."""

from __future__ import annotations

import datetime

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.check.planting import DOCUMENTS

DAY = datetime.date(2026, 11, 30)
KINDS = ("letter", "participants", "record", "resolution", "supplement")


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_its_kind_is_written_and_proved(kind: str, language: str) -> None:
    built = build(workspace_for(DOCUMENTS / kind, DAY), language, ("docx", "html", "akn"))
    assert built.files.keys() == {"docx", "html", "akn"} and not built.rejected and built.diagnostics == ()
