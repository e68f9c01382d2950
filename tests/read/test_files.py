"""Files that are no text, no YAML or too much of it: one clear finding, at its place, quickly."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model.workspace import workspace_for
from publisher.read import Reading, languages, read
from tests.conftest import TODAY, WORDS

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str, str]]:
    """Place and code of each finding."""
    return [(str(one.at), one.code) for one in reading.diagnostics]


def test_an_empty_folder_and_one_without_words(tmp_path: Path) -> None:
    reading = read(workspace_for(tmp_path, TODAY), "zh")
    assert told(reading) == [("record.yaml:1:1", "RD001")]
    assert "it is empty" in reading.diagnostics[0].message
    (tmp_path / "record.yml").write_text("symbol: X/1")
    assert "record.yml" in read(workspace_for(tmp_path, TODAY), "zh").diagnostics[0].hint
    (tmp_path / "record.yaml").write_text("symbol: X/1")
    (tmp_path / "fr.yaml").write_text("title: [x]")
    reading = read(workspace_for(tmp_path, TODAY), "zh")
    assert told(reading) == [("zh.yaml:1:1", "RD002")]
    assert "fr" in reading.diagnostics[0].hint


def test_languages_are_the_files_named_by_a_code(tmp_path: Path) -> None:
    for name in ("record.yaml", "zh.yaml", "en.yaml", "notes.yaml", "EN.yaml", "fr.yml"):
        (tmp_path / name).touch()
    assert languages(tmp_path) == ("en", "zh")
    assert languages(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("data", "place", "code", "words"),
    [
        (b"title: [x]\nbody:\n  - caf\xe9\n", "en.yaml:3:8", "RD003", "a letter in line 3"),
        ("title: [x]\n".encode("utf-16"), "en.yaml:1:1", "RD003", "a letter in line 1"),
        (b'title: [x]\nbody: ["a\x0bb"]\n', "en.yaml:2:10", "RD010", "U+000B"),
        (b"title: [x]\nbody: [a\x00b]\n", "en.yaml:2:9", "RD010", "U+0000"),
        ("title: [x]\nbody: [a\u2028b]\n".encode(), "en.yaml:2:9", "RD010", "U+2028"),
        (rb'title: ["a\x07b"]', "en.yaml:1:9", "RD010", "U+0007"),
        (b"", "en.yaml:1:1", "RD013", "is empty"),
        (b"# a comment only\n", "en.yaml:1:1", "RD013", "is empty"),
        (b"- a list\n", "en.yaml:1:1", "RD013", "keys and values"),
        (b"just words\n", "en.yaml:1:1", "RD013", "keys and values"),
    ],
)
def test_bytes_that_are_no_words(reading: Read, data: bytes, place: str, code: str, words: str) -> None:
    outcome = reading(words=data)
    assert told(outcome) == [(place, code)]
    assert words in outcome.diagnostics[0].message
    assert outcome.document is None


@pytest.mark.parametrize(
    ("words", "place", "code", "advice"),
    [
        ("title: [x]\nbody:\n  - Item 5: the budget\n  - next: one\n", "en.yaml:3:5", "RD014", "quotation marks"),
        ("title: A title: a subtitle\n", "en.yaml:1:15", "RD006", "quotation marks"),
        ("title: [x]\nbody:\n  - *Recalling* its decision\n", "en.yaml:3:5", "RD006", "quotation marks"),
        ("title: [x]\nbody:\n  - *Recalling\n", "en.yaml:3:5", "RD008", "quotation marks"),
        ("title: [x]\nbody:\n  - &word text\n", "en.yaml:3:5", "RD008", "quotation marks"),
        ("title: [x]\nbody:\n  - !!python/object:os.system x\n", "en.yaml:3:5", "RD008", "quotation marks"),
        ("title: [x]\nbody:\n  - {{ symbol }} is issued\n", "en.yaml:3:6", "RD006", "quotation marks"),
        ("title: [x]\nbody:\n  - [words](#id) follow\n", "en.yaml:3:5", "RD006", "quotation marks"),
        ("title: [x]\nbody:\n  - @home\n", "en.yaml:3:5", "RD006", "quotation marks"),
        ('title: [x]\nbody:\n  - "never closed\n  - more\n', "en.yaml:3:5", "RD006", "quotation mark"),
        ("title: [x]\nbody:\n\t- a tab\n", "en.yaml:3:1", "RD006", ""),
        ("title: [x]\nbody:\n  - one\n - two\n", "en.yaml:4:2", "RD006", "indent"),
        ("title: [x]\n---\ntitle: [y]\n", "en.yaml:2:1", "RD006", "One file"),
        ("? [a, b]\n: c\n", "en.yaml:1:3", "RD006", "quotation marks"),
    ],
)
def test_what_is_no_yaml(reading: Read, words: str, place: str, code: str, advice: str) -> None:
    outcome = reading(words=words)
    assert told(outcome)[0] == (place, code), outcome.diagnostics
    assert advice in outcome.diagnostics[0].message + outcome.diagnostics[0].hint


def test_yaml_1_2_and_not_1_1(reading: Read) -> None:
    words = WORDS.replace("Introduction", "no").replace("The first paragraph says little.", "10:40")
    outcome = reading(words=words)
    assert outcome.diagnostics == ()
    assert outcome.document is not None
    section = outcome.document.words.body[0]
    assert section.heading.text == "no"  # type: ignore[union-attr]
    assert section.body[0].text == "10:40[^small]"  # type: ignore[union-attr]


def test_html_in_words_is_text(reading: Read) -> None:
    outcome = reading(words=WORDS.replace("says little.", "<script>alert(1)</script> & <b>bold</b>"))
    assert outcome.diagnostics == ()
    assert outcome.document is not None
    words = outcome.document.words.body[0].body[0]  # type: ignore[union-attr]
    assert words.text.startswith("The first paragraph <script>alert(1)</script> & <b>")
    assert (words.at.line, words.at.column) == (6, 9)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"title: [x]\nbody:\n" + b"  - a paragraph of words\n" * 2_200_000, "RD004"),  # 50 MB
        (b"title: [x]\nbody:\n" + b"  - a\n" * 320_000, "RD004"),
        (b"title: " + b"[" * 100_000, "RD009"),
        (b"title: " + b"{a: " * 100_000, "RD009"),
        (b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
            b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)), "RD008"),
    ],
    ids=["50-megabytes", "many-entries", "brackets", "braces", "alias-bomb"],
)  # fmt: skip
def test_too_much_is_refused_at_once(reading: Read, data: bytes, code: str) -> None:
    before = time.perf_counter()
    outcome = reading(words=data)
    assert [one.code for one in outcome.diagnostics] == [code]
    assert time.perf_counter() - before < 60  # seconds; one or two on an idle machine


def test_a_draft_survives_what_means_nothing(reading: Read) -> None:
    outcome = reading(words=WORDS + "summery: [a slip of the key]\n")
    assert [one.code for one in outcome.diagnostics] == ["RD011"]
    assert "summary" in outcome.diagnostics[0].hint
    assert outcome.document is not None
