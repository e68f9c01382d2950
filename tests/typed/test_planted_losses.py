"""Losses planted between reading and resolving: the finished files agree with what was resolved, not with the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from publisher.language import vocabulary
from publisher.model.document import Document
from publisher.model.reference import load_reference
from publisher.model.words import Given, Words
from publisher.model.workspace import Workspace, workspace_for
from publisher.read import Reading, read
from publisher.render.html import write_html
from publisher.render.page import render_page
from publisher.resolve import resolve
from publisher.typed import typed_of
from publisher.verify import verify_html
from tests.conftest import TODAY, trusted

GOLDEN = Path(__file__).parent.parent / "resolve" / "golden"
LANGUAGES = ("en", "zh", "ar")
Slot = tuple[Any, ...]  # steps from the words of a document to one text
UNSEEN = {"alternative", "persons", "session_line"}  # not on the page, or written through facts


@lru_cache
def given(language: str) -> tuple[Workspace, Reading]:
    workspace = workspace_for(trusted(GOLDEN), TODAY)
    return workspace, read(workspace, language)


def slots(value: Any, path: Slot = ()) -> Iterator[tuple[Slot, Words | Given]]:
    """Every text of a part of the document, and the steps to it."""
    match value:
        case Words() | Given():
            yield path, value
        case BaseModel():
            for name in type(value).model_fields:
                if name not in UNSEEN:
                    yield from slots(getattr(value, name), (*path, name))
        case list() | tuple():
            for number, inner in enumerate(value):
                yield from slots(inner, (*path, number))
        case dict():
            for key, inner in value.items():
                yield from slots(inner, (*path, key))


def put(value: Any, path: Slot, new: Any) -> Any:
    """A copy of `value` with `new` at the end of `path`."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, BaseModel):
        return value.model_copy(update={step: put(getattr(value, step), rest, new)})
    if isinstance(value, dict):
        return {key: put(inner, rest, new) if key == step else inner for key, inner in value.items()}
    return [put(inner, rest, new) if number == step else inner for number, inner in enumerate(value)]


def found(language: str, document: Document) -> list[str]:
    """The codes of the second reading on the HTML drawn from a document as read."""
    workspace, reading = given(language)
    words = vocabulary(language, workspace)
    resolved = resolve(document, workspace, load_reference(workspace.reference), words).document
    assert resolved is not None
    typed = typed_of(workspace.folder, f"{language}.yaml", reading.sources, words)
    data = write_html(render_page(resolved, workspace), resolved, workspace)
    return [f"{one.code} {one.at}" for one in verify_html(data, resolved, "x.html", typed) if one.code[:4] == "OUT0"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_where_nothing_is_lost(language: str) -> None:
    document = given(language)[1].document
    assert document is not None and found(language, document) == []


def shorter(text: str) -> str:
    return re.sub(r"\w(?=\W*$)", "", text, count=1) if re.search(r"\w", text) else text


ALL = "a letter is lost"  # planted in every slot; the other losses in every third
LOSSES: dict[str, Callable[[str], str]] = {
    "a letter is lost": shorter,
    "a word is added": lambda text: text + " x" if not text.endswith("]") else "x " + text,
    "a space is lost": lambda text: re.sub(r"(?<=[a-z,]) (?=[a-z])", "", text, count=1),
    "a hyphen is folded": lambda text: text.replace("-", "\u2010", 1) if "[" not in text else text,
    "a figure is raised": lambda text: re.sub(r"(?<=\d)\d\b", "²", text, count=1) if "[" not in text else text,
    "a figure is rounded": lambda text: re.sub(r"\d\.\d", "13", text, count=1),
    "a sign is dropped": lambda text: text.lstrip("+-("),
}


CASES = [("en", loss) for loss in LOSSES] + [("zh", "a letter is lost"), ("ar", "a word is added")]


@pytest.mark.parametrize(("language", "loss"), CASES)
def test_every_loss_in_every_slot_is_caught(language: str, loss: str) -> None:
    document = given(language)[1].document
    assert document is not None
    planted, missed = 0, []
    applied = [(path, text, LOSSES[loss](text.text)) for path, text in slots(document.words)]
    for path, text, changed in [one for one in applied if one[2] != one[1].text][:: 1 if loss == ALL else 3]:
        planted += 1
        words = put(document.words, path, replace(text, text=changed))
        if not any(
            code[:6] in ("OUT095", "OUT096", "OUT097") for code in found(language, replace(document, words=words))
        ):
            missed.append((path, text.text, changed))
    assert not missed
    assert planted or loss in ("a space is lost", "a hyphen is folded", "a figure is raised", "a sign is dropped")


@pytest.mark.parametrize("language", ["en"])
def test_lost_slots_and_swapped_cells_are_caught(language: str) -> None:
    document = given(language)[1].document
    assert document is not None
    words = document.words
    lists = {path[:-1] for path, _ in slots(words) if isinstance(path[-1], int)}
    for path in sorted(lists, key=str):
        holder: Any = words
        for step in path:
            holder = getattr(holder, step) if isinstance(holder, BaseModel) else holder[step]
        if not any(True for _ in slots(holder[-1])):
            continue  # a block of the program, made from facts
        less = put(words, path, holder[:-1])
        assert any(
            code[:6] in ("OUT095", "OUT096", "OUT097") for code in found(language, replace(document, words=less))
        ), path
        if [text.text for _, text in slots(holder[0])] != [text.text for _, text in slots(holder[-1])]:
            swapped = put(words, path, [holder[-1], *holder[1:-1], holder[0]])
            assert any(
                code[:6] in ("OUT095", "OUT096", "OUT097") for code in found(language, replace(document, words=swapped))
            ), path
