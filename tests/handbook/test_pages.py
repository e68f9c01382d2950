"""The handbook and the README do what they say: each of their commands is run, or says why it is not."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from publisher.cli.app import app
from publisher.cli.commands import COMMANDS
from publisher.cli.reading import commands_told
from publisher.handbook import as_html, chapters
from publisher.handbook.book import PAGES, blocks
from tests.conftest import ROOT
from tests.house.conftest import Told

Publisher = Callable[..., Told]
SHELL = ("sh", "console")
TEXTS = {page.name: page.text for page in chapters(commands_told())} | {
    "README": (ROOT / "README.md").read_text(encoding="utf-8")
}
PLACEHOLDERS = re.compile(r"^[A-Z]+(?:[./…][A-Za-z.…]*)*…?$")  # FOLDER, CODE, FILE.docx, FILE…


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PAGES, "README"])
def test_what_is_to_be_typed_does_what_it_says(
    publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for block in blocks(TEXTS[name]):
        if block["how"] == "file":
            write(tmp_path / block["name"], block["holds"])
        elif block["how"] == "into":
            put_into(tmp_path / block["name"], block["holds"])
        elif block["language"] in SHELL:
            _run(block, publisher, tmp_path, monkeypatch)


def _run(block: Mapping[str, str], publisher: Publisher, at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if reason := re.search(r"not run: (.+)", block["info"]):
        assert len(reason[1]) > 10, "say why"
        return
    if examples := re.search(r"example=(\S+)", block["info"]):
        for folder in examples[1].split(","):
            shutil.copytree(ROOT / folder, at / folder, dirs_exist_ok=True)
    wanted = int((re.search(r"exit=(\d+)", block["info"]) or ["", "0"])[1])
    for line in filter(None, block["holds"].splitlines()):
        words = shlex.split(line, comments=True)
        target = words.pop() if words[-2:-1] == [">"] else ""
        words = words[:-1] if target else words
        match words:
            case ["publisher", *arguments]:
                told = publisher(*arguments)
                assert told.exit_code == wanted, (line, told.out[-3000:], told.err[-3000:])
                if target:
                    (at / target).write_text(told.out, encoding="utf-8")
            case ["cp", "-r", source, copy]:
                shutil.copytree(at / source, at / copy)
            case ["cp", source, copy]:
                shutil.copy(at / source, at / copy)
            case ["export", setting]:
                monkeypatch.setenv(*setting.split("=", 1))
            case ["sh", ".ci/setup", *_] | [".", ".venv/bin/activate"]:
                assert (ROOT / ".ci" / "setup").is_file()  # what it does is tested by CI itself, which is that command
            case _:
                pytest.fail(f"nobody runs this: {line}")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_into(path: Path, text: str) -> None:
    """Put entries in the place of those under the same keys, as an editor would."""
    whole = path.read_text(encoding="utf-8")
    for entry in re.findall(r"(?m)^[\w-]+:.*\n(?:[ \t#].*\n|\n(?=[ \t]))*", text):
        key = entry.partition(":")[0]
        there = re.search(rf"(?m)^{key}:.*\n(?:(?:[ \t]+\S|-|[\]}}]).*\n|[ \t]*\n(?=[ \t]+\S))*", whole)
        whole = whole[: there.start()] + entry + whole[there.end() :] if there else f"{whole.rstrip()}\n\n{entry}"
    path.write_text(whole, encoding="utf-8")


def _named() -> Iterator[tuple[str, str]]:
    """Every command in the running text and in the examples of the reference."""
    for name, text in TEXTS.items():
        bare = re.sub(r"(?ms)^```.*?^```$", "", text)
        for command in re.findall(r"`(publisher [^`\n]+)`", bare) + re.findall(r"(?m)^    (publisher .+)$", bare):
            yield name, command


@pytest.mark.parametrize(("page", "command"), sorted(set(_named())))
def test_every_command_named_is_one(page: str, command: str) -> None:
    words = shlex.split(command, comments=True)
    words = words[: words.index(">")] if ">" in words else words
    if words[1] == "COMMAND" or words[1:2] == ["…"]:
        return
    group: Any = typer.main.get_command(app)
    if words[1].startswith("--"):
        assert words[1] in {"--help", "--version", "--install-completion", "--show-completion"}
        return
    with group.make_context("publisher", [], resilient_parsing=True) as context:
        one = group.get_command(context, words[1])
        assert one is not None, f"{page}: there is no command {words[1]}"
        known = {
            option for parameter in one.get_params(context) for option in parameter.opts + parameter.secondary_opts
        }
    for word in words[2:]:
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in known | {"--help"}, f"{page}: {command} has no {word}"
        elif re.match(r"data/", word) and not re.search(r"[*]|HSP-HA\.[34]|WMB|-corrected|schema", word):
            assert (ROOT / word).exists(), f"{page}: {word}"


def test_the_pages_hold_together() -> None:
    drawn = as_html(chapters(commands_told()), "1")
    places = set(re.findall(r'id="([^"]+)"', drawn))
    for address in re.findall(r'href="#([^"]+)"', drawn):
        assert address in places, address
    assert not re.findall(r'(?:src|href)="(?!#|https://|data:image/png;)', drawn), "it needs nothing from elsewhere"
    assert {f"publisher {name}" for name in COMMANDS} <= set(re.findall(r"publisher [a-z]+", drawn))


def test_it_is_opened_written_and_printed(publisher: Publisher, tmp_path: Path) -> None:
    told = publisher("handbook")
    assert told.exit_code == 0 and told.out.startswith("<!doctype html>")
    assert publisher("handbook", "waiver", "--output", "own/book.html").exit_code == 0
    assert (tmp_path / "own" / "book.html").read_text(encoding="utf-8") == told.out
    refused = publisher("handbook", "wiaver")
    assert refused.exit_code == 2 and "waiver" in refused.err
