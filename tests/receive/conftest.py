"""Word files brought in for tests: the folder as values, and the proof of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import workspace_for
from publisher.pipeline.importing import Wanted, bring_in
from publisher.receive.received import Received
from publisher.receive.word import Options
from tests.house.conftest import Told, publisher

__all__ = ["Bring", "Brought", "Publisher", "bring", "lost", "publisher"]


@dataclass(frozen=True)
class Brought:
    """What an import gave, its YAML files as values."""

    received: Received
    record: dict[str, Any]
    words: dict[str, Any]

    def codes(self, *codes: str) -> list[Diagnostic]:
        return [found for found in self.received.findings if found.code in codes]


Bring = Callable[..., Brought]
Publisher = Callable[..., Told]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Bring in the bytes of a Word file."""

    def brought(data: bytes, name: str = "source.docx", language: str | None = None, **options: Any) -> Brought:
        source = tmp_path / name
        source.write_bytes(data)
        workspace = workspace_for(tmp_path, datetime.date(2026, 1, 1))
        received = bring_in(source, Wanted(Options(**options), language), workspace)
        files = {name: yaml.safe_load(text) for name, text in received.files.items() if name.endswith(".yaml")}
        record = files.pop("record.yaml", {})
        return Brought(received, record, next(iter(files.values()), {}))

    return brought


def lost(brought: Brought) -> list[Diagnostic]:
    """What the accounts and the proof say is missing, doubled, moved or not of the source; the program's own line not."""
    found = brought.codes("IM001", "IM020", "IM021", "IM022", "IM023", "IM025")
    return [one for one in found if one.span not in ("English", "English Original", "Original")]
