"""Help, questions, refusals and hints are said in six languages: every line of them, and nothing left over."""

from __future__ import annotations

import ast
import errno
import itertools
import os
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from publisher.catalogue import finding
from publisher.cli.app import app
from publisher.cli.commands import COMMANDS
from publisher.cli.spoken import asked_for, paragraphs
from publisher.model.diagnostic import Position
from publisher.report import report
from publisher.speech import phrase, speak, spoken
from tests.conftest import ROOT
from tests.house.conftest import Told

Publisher = Callable[..., Told]
FOLDER = ROOT / "publisher" / "speech" / "phrases"
OTHERS = [language for language in spoken() if language != "en"]
PLACE = re.compile(r"\{[a-z]*\}")
LETTERS = {"ru": r"[а-яё]", "ar": r"[\u0620-\u064a]", "zh": r"[\u4e00-\u9fff]"}
ASKING = {"asked": 1, "several": 1, "_answer": 0, "phrase": 0, "said": 1}  # where the sentence stands among the words


@cache
def lines(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def test_the_languages_are_those_commands_speak() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_lines_with_the_same_values(language: str) -> None:
    """In the writing of the language; names of options, commands, files and keys stand as they are typed."""
    first = lines(OTHERS[0])
    assert {part: list(said) for part, said in lines(language).items()} == {p: list(s) for p, s in first.items()}
    for part, said in lines(language).items():
        for english, other in said.items():
            assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(other)), english
            assert _typed(english) == _typed(other), english
            if re.search(r"[a-z]{4}", PLACE.sub("", english)) and len(english.split()) > 3 and part != "names":
                assert re.search(LETTERS.get(language, r"[a-zà-ÿ]"), other) and other != english, english


def _typed(text: str) -> list[str]:
    """Options, commands and names of files: what “the record” is called may be its file in another language."""
    typed = re.findall(r"(?<![a-z-])--[a-z][a-z-]+|`publisher [^`]*`|\w+\.(?:yaml|json|txt|md)\b", text, re.ASCII)
    return sorted({one for one in typed if one != "record.yaml"})


def _command_lines() -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    context = group.make_context("publisher", [], resilient_parsing=True)
    for command in (group, *(group.get_command(context, name) for name in COMMANDS)):
        yield from paragraphs(command.in_english)
        for one in command.get_params(command.make_context("publisher", [], resilient_parsing=True)):
            if getattr(one, "help", None):
                yield one.help


def test_every_line_of_help_is_said() -> None:
    """And no line that no help has."""
    told = set(_command_lines())
    assert [line for line in told for language in OTHERS if phrase(line, language) == line] == []
    patterns = [re.compile(".+?".join(map(re.escape, PLACE.split(line)))) for line in lines("fr")["help"]]
    assert [one.pattern for one in patterns if not any(map(one.fullmatch, told))] == []
    assert len(told) == len(patterns)


@pytest.mark.parametrize("language", OTHERS)
def test_titles_of_groups_and_words_for_values_are_said(language: str) -> None:
    assert all(panel in lines(language)["parser"] for _, panel in COMMANDS.values())
    group: Any = typer.main.get_command(app)
    context = group.make_context("publisher", [], resilient_parsing=True)
    wanted = set()
    for name in COMMANDS:
        for one in group.get_command(context, name).params:
            wanted |= set(re.findall(r"[A-Z]{3,}", one.metavar or ""))
    known_by_all = {"YYYY", "URL", "WMB"}
    assert wanted - known_by_all <= set(lines(language)["names"])


@pytest.mark.parametrize("language", OTHERS)
def test_help_is_told_in_the_language_asked_for(publisher: Publisher, language: str) -> None:
    told = publisher("check", "--help", "--speak", language).out
    said = lines(language)
    assert said["parser"]["Usage:"].strip() in told and said["parser"]["Options"] in told
    assert said["names"]["FOLDER"] in told
    assert (
        "Look for faults" not in told
        and "Show this message" not in told
        and "Options" not in told.replace(said["parser"]["Options"], "")
    )
    every = publisher("--speak", language, "--help").out
    assert said["parser"]["Issue and correct"] in every and "Documents" not in every.replace("Documents", "", 2)


@pytest.mark.parametrize(
    ("line", "english"),
    [
        (["bulid"], "No such command 'bulid'. Did you mean 'build'?"),
        (["build"], "Missing argument"),
        (["build", "x", "--nope"], "No such option"),
        (["build", "x", "-j", "0"], "Input should be"),
        (["build", "x", "-j", "many"], "Input should be"),
        (["build", "x", "--today"], "requires an argument"),
        (["explain", "a", "b"], "Got unexpected"),
        (["build", "nowhere"], "no such folder"),
        (["build", "small", "--mode", "strict"], "no such mode"),
    ],
)
def test_a_command_line_that_is_none_is_told_in_the_language(
    publisher: Publisher, small_document: Callable[..., Path], line: list[str], english: str
) -> None:
    small_document()
    assert english in " ".join(publisher(*line).err.split())
    for language in OTHERS:
        told = (
            publisher(*line, "--speak", language)
            if line[-1] != "--today"
            else publisher(*line[:-1], "--speak", language, line[-1])
        )
        assert told.exit_code == 2
        assert english not in " ".join(told.err.split()), told.err
        assert re.search(LETTERS.get(language, "[a-z]"), told.err)


def test_the_language_is_found_wherever_it_is_said() -> None:
    assert asked_for(["build", "x", "--speak", "fr"]) == "fr"
    assert asked_for(["--speak=zh", "build"]) == "zh"
    assert asked_for(["build", "--speak"]) == "" == asked_for([])


def _sentences(node: ast.expr) -> list[str]:
    """The literal sentences that may stand here, “X1” for each value in them; none where they are made elsewhere."""
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*_sentences(body), *_sentences(other)]
        case ast.JoinedStr(values=parts):
            each = [
                _sentences(part.value) if isinstance(part, ast.FormattedValue) else _sentences(part) for part in parts
            ]
            return ["".join(chosen) for chosen in itertools.product(*(one or ["X1"] for one in each))]
        case _:
            return []


def _calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in sorted((ROOT / "publisher").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node, ast.unparse(node.func).rpartition(".")[2]


def _questions() -> Iterator[str]:
    for path, call, name in _calls():
        if path.parent.name == "cli" and name in ASKING and len(call.args) > ASKING[name] and name != "said":
            for sentence in _sentences(call.args[ASKING[name]]):
                if not sentence.startswith("X1; one a line"):
                    yield sentence + ("; one a line, an empty line ends:" if name == "several" else "")


def _hints() -> Iterator[tuple[str, str]]:
    for path, call, name in _calls():
        given = [word.value for word in call.keywords if word.arg == "hint"]
        if name == "Fault" and len(call.args) > 3:
            given.append(call.args[3])
        if name == "fault" and len(call.args) > 4:
            given.append(call.args[4])
        for sentence in itertools.chain.from_iterable(map(_sentences, given)):
            if name not in ("w", "said") and not re.fullmatch(r"[a-z-]+: X1|", sentence):
                yield f"{path.name}:{call.lineno}", sentence
    for path in (ROOT / "data/reference/words").glob("*/characters.yaml"):
        for use in re.findall(r"use: ([^,'\"{}]*[a-z]{3}[^,'\"{}]*)[,}]", path.read_text(encoding="utf-8")):
            if re.search(r"\b(space|mark|between|before|hyphen|names)\b", use):
                yield str(path), f"use: {use.strip()}"


@pytest.mark.parametrize("language", OTHERS)
def test_every_question_and_every_hint_is_said(language: str) -> None:
    """What a hint says with values in it, too; a hint that is no more than a value has nothing to be said in."""
    left = [question for question in _questions() if phrase(question, language) == question]
    left += [
        f"{place}: {hint}"
        for place, hint in _hints()
        if phrase(hint, language) == hint and re.search("[a-z]{3}", hint.replace("X1", ""))
    ]
    assert left == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_told_of_usual_mistakes_is_said(language: str) -> None:
    """Each message, in the writing of the language; the author's words in it stay as they are."""
    told = (ROOT / "tests" / "mistakes" / "told.txt").read_text(encoding="utf-8")
    messages = re.findall(r"^\S+: \w+ [A-Z]+\d+ [a-z-]+: (.+)$", told, re.MULTILINE)
    assert len(messages) > 30
    assert [message for message in messages if phrase(message, language) == message] == []
    assert "KEN" in phrase("this entry must be the code of a State in three capitals, such as KEN", language)


def test_no_line_is_of_a_sentence_that_nobody_says() -> None:
    """Most pairs of words of each stand in the program or in the words of editors."""
    files = [*(ROOT / "publisher").rglob("*.py"), *(ROOT / "data/reference/words").rglob("*.yaml")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    said = _runs(re.sub(r"[\"']\s*f?[\"']|\{RECORD\}", lambda found: "record.yaml" if "{" in found[0] else "", text))
    of_the_system = {os.strerror(code) for code in errno.errorcode}
    for part in ("questions", "refusals", "hints", "messages"):
        for english in set(lines("fr")[part]) - of_the_system:
            runs = {run for piece in PLACE.split(english.partition("; one a line")[0]) for run in _runs(piece)}
            assert len(runs & said) * 2 >= len(runs), english


def _runs(text: str) -> set[tuple[str, ...]]:
    """Of the words as they stand, and of those with values taken out."""
    each = [re.findall(r"\w+", one) for one in (text, re.sub(r"\{[^{}]*\}", " ", text))]
    return {run for words in each for run in itertools.pairwise(words)}


def test_a_hint_is_told_in_the_language_and_its_values_as_they_are() -> None:
    found = [finding("FN002", "“s” is called and not written", Position("en.yaml", 3, 5), span="s", hint="write “X”")]
    assert "consejo: escribir “X”" in report(found, {}, language="es")
    assert phrase("use: a space after the mark", "zh") == "应写：标点后加空格"
    assert phrase("use: ONU-Habitat", "ru") == "следует писать: ONU-Habitat"
    assert phrase("a sentence that no file says", "fr") == "a sentence that no file says"
    assert phrase("", "fr") == ""


def test_questions_are_asked_in_the_language(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("publisher.cli.asking.Asking.__init__", lambda self, quiet: setattr(self, "asks", True))
    monkeypatch.setattr(typer, "prompt", lambda text, **given: asked.append(text) or given.get("default", "HSP/HA.3/1"))
    told = publisher("new", "--speak", "fr")
    assert told.exit_code == 0, told.err
    assert asked[0] == "Cote, par exemple HSP/HA.3/1" and "Jours des séances" in asked
    assert "Remplacez chaque [--]" in told.out
    assert not [one for one in asked if one and phrase(one, "es") != one]
    speak("")
