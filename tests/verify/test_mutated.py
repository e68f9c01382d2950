"""Files of ours with a few bytes exchanged, cut or put in: each is refused in words, none ends in a traceback.

`python -m tests.verify.test_mutated 600` goes on for so many seconds and tells what it met.
"""

from __future__ import annotations

import datetime
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.verify import unlike
from tests.conftest import RECORD, WORDS

ROUNDS = 40


def files_of(folder: Path) -> Mapping[str, bytes]:
    """The files of a small document, by ending."""
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS, encoding="utf-8")
    built = build(workspace_for(folder, datetime.date(2025, 8, 6)), "en")
    return {str(ending): data for ending, data in built.files.items()}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to eight changes at random places."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 200)]
            case 2:
                changed[at:at] = chance.randbytes(chance.randrange(1, 50))
            case _:
                other = chance.randrange(len(changed))
                changed[at : at + 40] = changed[other : other + 40]
    return bytes(changed)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of a small document."""
    return files_of(tmp_path_factory.mktemp("mutated"))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["pdf", "docx", "html"])
def test_a_mutated_file_is_refused_in_words(ending: str, files: Mapping[str, bytes]) -> None:
    chance = random.Random(ending)
    for _ in range(ROUNDS):
        data = mutated(files[ending], chance)
        if data != files[ending]:
            assert unlike(data, files[ending], f"file.{ending}")[0].code == "OUT090"


def main(seconds: float) -> None:
    """Mutate for so many seconds; a fault of the program shows as its traceback, with the number that brings it back."""
    with tempfile.TemporaryDirectory() as folder:
        ours = files_of(Path(folder))
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        ending = ("pdf", "docx", "html")[number % 3]
        data = mutated(ours[ending], random.Random(number))
        try:
            assert data == ours[ending] or unlike(data, ours[ending], f"file.{ending}")
        except Exception:
            print(f"number {number}, {ending}")
            raise
    print(f"{number} files, each refused in words")


if __name__ == "__main__":
    main(float(sys.argv[1]))
