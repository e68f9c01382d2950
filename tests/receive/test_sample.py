"""The sample of real records tells of every loss, in each format; drawn from the records where they are at hand."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.receive.records import works
from tests.receive.sample import SAID, built, sampled, unpacked, wrong
from tests.receive.test_akn import ENGLISH, PLAIN, TAIL, TEXT, brought_in

RECORD = ENGLISH + TEXT.format(**PLAIN, **TAIL)
CORPUS = Path(os.environ.get("PUBLISHER_RECORDS", Path(__file__).parents[3] / "shared" / "corpus" / "unxml"))
PLANTED = {
    "a paragraph lost": ("a report.</p>", "a report every year.</p>", "lost"),
    "a number": ("<num>2.</num>", "<num>3.</num>", "renumbered"),
    "a note": ("para. 5*3", "para. 5*4", "notes"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("received")
    [received] = brought_in(place, A_RES_80_10E=RECORD)
    made = place / "made"
    made.mkdir()
    for name, data in received.files.items():
        (made / name).write_bytes(data)
    return made


def test_a_record_that_is_whole_in_every_format_tells_nothing(folder: Path) -> None:
    assert not wrong(built(folder, "en", RECORD.encode()))


@pytest.mark.parametrize("planted", PLANTED)
def test_what_the_files_lack_is_told_of_each_format(folder: Path, planted: str) -> None:
    before, after, fault = PLANTED[planted]
    assert before in RECORD
    told = built(folder, "en", RECORD.replace(before, after).encode())
    assert all(fault in told.get(form, ()) for form in SAID), told


def test_another_vote_is_told(folder: Path) -> None:
    told = built(folder, "en", RECORD.replace('refersTo="inFavour"', 'refersTo="against"').encode())
    assert told["votes"]


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.exists(), reason="the records are not at hand")
def test_a_work_drawn_from_the_records_is_whole(tmp_path: Path) -> None:
    drawn = works(unpacked(CORPUS, tmp_path))
    name = random.Random(80).choice(sorted(drawn))
    assert [told for told in sampled(drawn[name]) if wrong(told)] == []
