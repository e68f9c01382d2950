"""Mendings: the words at fault are other, every other byte of the file is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from publisher.catalogue import CATALOGUE, finding
from publisher.cli.app import app
from publisher.manuscript import read_tree
from publisher.mending import mend, mend_all, offer_of
from publisher.model.diagnostic import Diagnostic, Position


def at(text: str, span: str, code: str = "straight-quotes", instead: str | None = None) -> Diagnostic:
    """A finding at the first `span` of `text`."""
    start = text.index(span)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return finding(code_of(code), "m", Position("en.yaml", line, column), span=span, instead=instead)


def code_of(name: str) -> str:
    """The code of a rule by its name."""
    return next(row.code for row in CATALOGUE.values() if row.name == name)


@pytest.mark.parametrize(
    ("text", "span", "instead", "wanted"),
    [
        ("- plain 2026-2029 words # why\n", "2026-2029", "2026–2029", "- plain 2026–2029 words # why\n"),
        ('- "in \\"straight\\" marks"\n', '"straight', "“straight", '- "in “straight\\" marks"\n'),
        ("- 'don''t say'\n", "'t", "’t", "- 'don’t say'\n"),
        ("- words , and\n- more , words\n", " ,", ",", "- words, and\n- more , words\n"),
        ("- >-\n  folded 2026-2029\n  words\n", "2026-2029", "2026–2029", "- >-\n  folded 2026–2029\n  words\n"),
        ('- "12. Typed"\n', "12. ", "", '- "Typed"\n'),
        ("- [cell, x  y]\n", "x  y", "x y", "- [cell, x y]\n"),
    ],
)
def test_exactly_the_span_changes(text: str, span: str, instead: str, wanted: str) -> None:
    """In plain, quoted, folded words and in brackets; comments and other entries stay."""
    mended = mend(text, at(text, span, instead=instead))
    assert mended is not None
    assert mended == wanted or (read_tree(mended).value() == read_tree(wanted).value())


def test_a_typed_mark_becomes_a_note() -> None:
    """`[1]` is called like any note, and its words are asked for."""
    text = "body:\n  - The plan[1] was adopted.\nfootnotes:\n  note-1: A note.\n"
    mended = mend(text, at(text, "[1]", "typed-note-mark"))
    assert mended == ('body:\n  - The plan[^note-2] was adopted.\nfootnotes:\n  note-1: A note.\n  note-2: "[--]"\n')
    bare = "body:\n  - The plan[1] was adopted.\n"
    assert mend(bare, at(bare, "[1]", "typed-note-mark")) == (
        'body:\n  - The plan[^note-1] was adopted.\n\nfootnotes:\n  note-1: "[--]"\n'
    )


def test_what_does_not_stand_there_is_left() -> None:
    """A file that has changed, words that marks part, a finding without a sure answer."""
    text = "- some words\n"
    found = at(text, "words", instead="other")
    assert mend("- Some other line\n", found) is None
    assert mend("- some\n", found) is None
    assert offer_of(at(text, "words")) is None
    assert mend(text, at(text, "words")) is None
    assert mend("- [broken\n", found) is None


def test_many_are_mended_from_the_end() -> None:
    """Places stay what they are; what was mended is told in order."""
    text = "- one , two\n- three , four , five\n"
    findings = [
        finding(code_of("spacing"), "m", Position("en.yaml", line, column), span=" ,", instead=",")
        for line, column in ((1, 6), (2, 8), (2, 15))
    ]
    mended = mend_all(text, findings)
    assert mended.text == "- one, two\n- three, four, five\n"
    assert list(mended.findings) == findings


PLANTED = {  # what is in the demonstration report, and what is typed in its place
    "en": [
        ("biennium 2028–2029\n", "biennium 2028-2029\n"),
        ("day’s travel", "day's travel"),
        ("States that have not", "States  that have not"),
    ],
    "fr": [("\u00a0:", " :"), ("l’", "l'")],
    "ru": [("2028–2029", "2028-2029"), ("еще", "ещё")],
    "zh": [("，", ","), ("国", "國")],
    "ar": [("،", ",")],
    "es": [],
}


def windows(text: str) -> bytes:
    """A text as programs on Windows write it."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")


@pytest.mark.parametrize(
    ("language", "written"), [*((one, str.encode) for one in sorted(PLANTED)), ("fr", windows)],
    ids=[*sorted(PLANTED), "fr-windows"],
)  # fmt: skip
def test_check_mends_what_it_finds_and_nothing_else(
    language: str, written: Callable[[str], bytes], tmp_path: Path
) -> None:
    """`check --fix` brings a report with planted faults back to the very bytes it had; without faults it writes nothing."""
    folder = tmp_path / "DEMO"
    shutil.copytree(Path(__file__).parents[2] / "data" / "DEMO-CVW.3-15", folder)
    path = folder / f"{language}.yaml"
    sound = path.read_text(encoding="utf-8")
    body = sound.index("\nbody:")
    faulty = sound
    for right, wrong in PLANTED[language]:
        place = next((p for p in _places(faulty, right, body)), None)
        assert place is not None, right
        faulty = faulty[:place] + wrong + faulty[place + len(right) :]
    path.write_bytes(written(faulty))
    result = CliRunner().invoke(app, ["check", str(folder), "--language", language, "--fix"])
    assert path.read_bytes() == written(sound), result.output
    assert result.exit_code == 0, result.output


def _places(text: str, words: str, start: int) -> list[int]:
    """Where `words` stand after `start` in lines that are no comment and hold no fact."""
    found = []
    place = text.find(words, start)
    while place >= 0:
        line = text[text.rfind("\n", 0, place) + 1 : text.find("\n", place)]
        if "{{" not in line and not line.lstrip().startswith("#") and len(line) > 60:
            found.append(place)
        place = text.find(words, place + 1)
    return found
