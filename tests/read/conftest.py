"""A case is a record or language file with `# expect: CODE:column …` on each line the reader must find fault with."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.read import Reading, read
from tests.conftest import RECORD, TODAY, WORDS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
_EXPECTED = re.compile(r"# expect: (.+)$")


def expected(text: str, file: str) -> set[str]:
    """The findings a case announces, as `file:line:column CODE`."""
    return {
        f"{file}:{number}:{announced.partition(':')[2]} {announced.partition(':')[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _EXPECTED.search(line))
        for announced in match[1].split()
    }


def found(reading: Reading, file: str) -> set[str]:
    """The findings on one file in the same form."""
    return {f"{one.at} {one.code}" for one in reading.diagnostics if str(one.at).startswith(file)}


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Reading]:
    """Read a small document with another record or other words, given as text or bytes."""

    def read_small(words: str | bytes = WORDS, record: str | bytes = RECORD, **files: bytes) -> Reading:
        for name, content in {"record.yaml": record, "en.yaml": words, **files}.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name.replace("__", ".")).write_bytes(data)
        return read(workspace_for(tmp_path, TODAY), "en")

    return read_small
