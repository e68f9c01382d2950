"""What commands say: the same in six languages, chosen as the reader's machine says, never more than it can show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import babel
import pytest

from publisher.catalogue import CATALOGUE, finding
from publisher.model.diagnostic import Position
from publisher.report import report
from publisher.speech import chosen, fitting, gist, said, spoken
from tests.conftest import ROOT, WORDS
from tests.house.conftest import Told

FOLDER = ROOT / "publisher" / "speech"
OTHERS = [language for language in spoken() if language != "en"]
PLACES = re.compile(r"\{(\w+)\}")
Write = Callable[..., Path]
Publisher = Callable[..., Told]


def words_of(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def test_commands_speak_the_six_languages() -> None:
    assert spoken() == ("ar", "en", "es", "fr", "ru", "zh")
    for code in spoken():
        assert words_of(code)["name"].casefold() == str(babel.Locale(code).get_display_name(code)).casefold()


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_said_in_every_language(language: str) -> None:
    """The same keys, the same values, the forms by number of the language; none left in English but “error”."""
    english, other = words_of("en")["words"], words_of(language)["words"]
    assert list(other) == list(english)
    for key, text in english.items():
        forms = other[key]
        if isinstance(text, dict):
            assert set(forms) == {*babel.Locale(language).plural_form.tags, "other"}, key
            text = text["other"]
        for form in forms.values() if isinstance(forms, dict) else [forms]:
            assert form.strip()
            missing = set(PLACES.findall(text)) - set(PLACES.findall(form)) - {"count", "gist", "message", "name"}
            assert not missing, key
            assert set(PLACES.findall(form)) <= {*PLACES.findall(text), "gist"}, key
    alike = {key for key, text in english.items() if text == other[key]}
    assert alike <= {"error", "seconds"}


@pytest.mark.parametrize("language", OTHERS)
def test_every_code_says_what_it_is_about_in_every_language(language: str) -> None:
    """In the writing of the language, in a line; none in the words of English."""
    about = {code: gist(code, language) for code in CATALOGUE}
    assert set(tomllib.loads((FOLDER / "gists" / f"{language}.toml").read_text(encoding="utf-8"))) == set(CATALOGUE)
    letters = {"ru": r"[а-яё]", "ar": r"[\u0620-\u064a]", "zh": r"[\u4e00-\u9fff]"}.get(language, r"[a-zà-ÿ]")
    for code, text in about.items():
        assert re.search(letters, text), code
        assert len(text) <= 110, code
        assert text != gist(code, "en"), code
    assert len(set(about.values())) > len(about) - 6  # a code says what no other says; lists and proofs share a few


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN"}, "zh"),
        ({"LANG": "de_CH.UTF-8"}, "en"),
        ({"LANG": "de_CH.UTF-8", "PUBLISHER_LANGUAGE": "es-419"}, "es"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_one_of_the_machine(environment: dict[str, str], expected: str) -> None:
    assert chosen(environment) == expected


@pytest.mark.parametrize(
    ("language", "encoding", "expected"),
    [("ru", "utf-8", "ru"), ("ru", "cp1252", "en"), ("ru", "cp866", "ru"), ("fr", "cp1252", "fr"), ("ar", None, "en")],
)
def test_what_a_terminal_cannot_show_is_said_in_english(language: str, encoding: str | None, expected: str) -> None:
    assert fitting(language, ("utf-8", encoding)) == expected


@pytest.mark.parametrize(("count", "words"), [(1, "1 ошибка"), (3, "3 ошибки"), (11, "11 ошибок"), (21, "21 ошибка")])
def test_numbers_take_their_forms(count: int, words: str) -> None:
    assert said("errors", count=count, language="ru") == words


def test_a_finding_begins_in_the_readers_language() -> None:
    """Then what it says of the words, and the count; English stays as it was."""
    found = [
        finding("FN002", "“small” is called and not written", Position("en.yaml", 3, 5), span="small", hint="write it")
    ]
    french = report(found, {"en.yaml": "a\nb\n    small\n"}, language="fr").splitlines()
    assert french[0] == "en.yaml:3:5: erreur FN002 : un appel nomme une note qui n’est pas écrite"
    assert french[1] == "    “small” is called and not written"
    assert french[-3:] == ["    conseil : write it", "", "1 erreur"]
    english = report(found, {}).splitlines()
    assert english[0] == "en.yaml:3:5: error FN002 call-without-footnote: “small” is called and not written"


def test_commands_speak_as_they_are_asked(publisher: Publisher, small_document: Write) -> None:
    """By the option, with findings, files and counts; what no language is, is refused."""
    folder = small_document(WORDS.replace("[^small]", "[^other]"))
    told = publisher("check", folder, "--speak", "es")
    assert "error FN002: una llamada nombra una nota" in told.out and told.out.splitlines()[-1].startswith("2 errores")
    built = publisher("build", small_document(), "-f", "html", "--anew", "--speak", "zh")
    assert built.err.splitlines()[-1] == "已写出并核对 1 个文件"
    assert publisher("check", folder, "--speak", "xx").exit_code == 2
    assert "note" in publisher("explain", "FN002", "--speak", "fr").out.splitlines()[2]


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii", "cp932"])
def test_any_terminal_shows_what_is_said(small_document: Write, encoding: str) -> None:
    """Quotation marks and arrows by those of a typewriter, a Chinese word by its numbers; never a traceback."""
    folder = small_document(WORDS.replace("[^small]", "[^other] 会议"))
    run = subprocess.run(
        [sys.executable, "-m", "publisher", "check", str(folder)], capture_output=True, cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LANG": "ru_RU.UTF-8", "PUBLISHER_LANGUAGE": ""},
    )  # fmt: skip
    assert run.returncode == 1
    out = run.stdout.decode(encoding)
    assert "FN002" in out and "\\u201c" not in out and "other" in out
    assert b"Traceback" not in run.stderr
