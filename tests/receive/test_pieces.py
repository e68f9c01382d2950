"""Files made of pieces of official ones, and changed as other hands would, come in whole.

The official files lie beside the project and are not part of it; without them the tests are left out. More of them are
tried by `python -m tests.receive.pieces FOLDER --seeds 500`.
"""

from __future__ import annotations

import random

import pytest

from tests.receive.pieces import composed, drawn, held
from tests.receive.test_corpus_tables import CORPUS
from tests.receive.test_odd_word import rewritten

SEEDS = (24, 32, 58, 219)  # each lost something once

files = pytest.mark.skipif(not CORPUS.is_dir(), reason="the official Word files are not here")


@files
@pytest.mark.parametrize("seed", SEEDS)
def test_pieces_of_official_files_come_in_whole(seed: int) -> None:
    assert list(held(drawn([path.read_bytes() for path in sorted(CORPUS.glob("*.docx"))], seed))) == []


@files
def test_a_line_in_an_unheard_of_element_comes_in() -> None:
    data = composed([(CORPUS / "A_80_604_Add.1.docx").read_bytes()], random.Random(1))

    def hidden(name: str, part: bytes) -> bytes:
        at = part.rfind(b"<w:p ") if name == "word/document.xml" else -1
        end = part.find(b"</w:p>", at) + len(b"</w:p>")
        return part if at < 0 else part[:at] + b"<w:unheard>" + part[at:end] + b"</w:unheard>" + part[end:]

    assert list(held(rewritten(data, hidden))) == list(held(data))
