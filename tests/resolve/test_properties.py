"""What holds of every document: counts without gaps, marks and notes one to one, targets that exist."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.language import vocabulary
from publisher.model.inline import Inlines, Reference, children
from publisher.model.reading import with_texts
from publisher.model.resolved import Block, Document, Heading, Paragraph, Table
from publisher.model.workspace import workspace_for
from tests.conftest import TODAY
from tests.resolve.conftest import resolved
from tests.resolve.test_notes import calls
from tests.resolve.test_numbers import numbers

WORDS = st.text(alphabet="ab 和，。;", min_size=1, max_size=12).map(lambda text: text.strip() or "x")
DECISIONS = ("2/1", "2/2", "2/3")


class Drawing:
    """Draws blocks whose notes and identifiers are all different; remembers them, to be written and cited."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.ids: list[str] = []

    def words(self, draw: Any) -> str:
        text = draw(WORDS)
        for _ in range(draw(st.integers(0, 2))):
            self.notes.append(f"note-{len(self.notes)}")
            text += f"[^{self.notes[-1]}]"
        if self.ids and draw(st.booleans()):
            text += f"[x](#{draw(st.sampled_from(self.ids))})"
        return text

    def id(self, draw: Any) -> dict[str, str]:
        if not draw(st.booleans()):
            return {}
        self.ids.append(draw(st.sampled_from(["", "para-1-", "heading-"])) + f"id-{len(self.ids)}")
        self.ids[-1] = self.ids[-1] if self.ids[-1][0].isalpha() else f"i{self.ids[-1]}"
        return {"id": self.ids[-1]}

    def items(self, draw: Any, depth: int) -> list[Any]:
        return [
            {"item": self.words(draw), **self.id(draw), "items": self.items(draw, depth + 1) if depth < 3 else []}
            for _ in range(draw(st.integers(0, 2)))
        ]

    def block(self, draw: Any, depth: int) -> Any:
        match draw(st.sampled_from(["words", "paragraph", "heading", "unnumbered", "table", "statement", "agenda"])):
            case "words":
                return self.words(draw)
            case "paragraph":
                return {"paragraph": self.words(draw), **self.id(draw), "items": self.items(draw, 0)}
            case "heading" if depth < 5:
                body = [self.block(draw, depth + 1) for _ in range(draw(st.integers(0, 3)))]
                return {"heading": self.words(draw), **self.id(draw), "numbered": draw(st.booleans()), "body": body}
            case "table":
                return {"table": [[self.own(draw), 1]], "columns": [{"head": "h"}, {"head": "k"}], "title": "T",
                        "notes": {"own": "N."}}  # fmt: skip
            case "statement":
                return {"statement": [self.words(draw)]}
            case "agenda":
                return {"agenda-list": "next"}
            case _:
                return {"unnumbered": self.words(draw), "items": self.items(draw, 0)}

    def own(self, draw: Any) -> str:
        return draw(WORDS) + "[^own]"


@st.composite
def documents(draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The words and the facts of a sound document."""
    drawing = Drawing()
    body = [drawing.block(draw, 1) for _ in range(draw(st.integers(1, 5)))]
    decisions = {
        number: {"title": "T", "operative": [drawing.words(draw) for _ in range(draw(st.integers(1, 3)))]}
        for number in DECISIONS[: draw(st.integers(0, 3))]
    }
    body += [{"decision": number} for number in decisions]
    annexes = [
        {
            "id": f"annexed-{n}",
            "title": drawing.words(draw),
            "numbered": draw(st.booleans()),
            "body": [drawing.block(draw, 2)],
        }
        for n in range(draw(st.integers(0, 3)))
    ]
    words = {
        "body": body,
        "annexes": annexes,
        "decisions": decisions,
        "agendas": {"next": ["One.", "Two."]},
        "footnotes": {key: f"Note {key}." for key in drawing.notes},
    }
    restart = draw(st.sampled_from(["never", "decision", "annex"]))
    return words, {"footnotes_restart": restart, "adoptions": [{"number": number} for number in decisions]}


def blocks(found: Document) -> list[Block]:
    return [block for division in found.divisions for block in division.blocks]


@given(documents(), st.sampled_from(["en", "zh", "ar"]))
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_sound_documents(drawn: tuple[dict[str, Any], dict[str, Any]], language: str) -> None:
    words, facts = drawn
    resolution = resolved(Path("/nonexistent"), words, language, **facts)
    assert [(finding.code, finding.message) for finding in resolution.diagnostics] == []
    assert resolution.document is not None
    _counts_have_no_gap(resolution.document)
    _marks_and_notes_are_one_to_one(resolution.document, list(words["footnotes"]))
    _identifiers_are_unique_and_targets_exist(resolution.document)
    _numbers_agree_with_their_form(resolution.document, language)


def _counts_have_no_gap(found: Document) -> None:
    """Within its sequence and under one parent each ordinal is one more than the last (N01–N07)."""
    counts: dict[str, list[int]] = {}
    for _, number in numbers(found):
        if "{}" not in number.pattern:
            continue  # the label of an annex that stands alone
        assert number.ordinal is not None
        above = counts.setdefault(number.sequence, [])
        del above[number.depth + 1 :]
        above += [0] * (number.depth + 1 - len(above))
        above[number.depth] += 1
        assert above[number.depth] == number.ordinal, number


def _marks_and_notes_are_one_to_one(found: Document, written: list[str]) -> None:
    """Marks ascend by one in the order of reading in each series, and each note is called once (X04, M17)."""
    called = calls(found)
    of_tables = [note for block in blocks(found) if isinstance(block, Table) for note in block.notes]
    assert sorted(call.note for call in called) == sorted(note.id for note in (*found.notes, *of_tables))
    assert len(found.notes) == len(written)
    by_id = {note.id: note for note in (*found.notes, *of_tables)}
    assert all(by_id[call.note].mark == call.mark for call in called)
    text = [by_id[call.note] for call in called if call.series == "text"]
    assert [note.id for note in text] == [note.id for note in found.notes]
    for _, series in groupby(sorted(text, key=lambda note: note.restart), key=lambda note: note.restart):
        ordinals = [note.ordinal for note in series]
        assert ordinals == list(range(1, len(ordinals) + 1))


def _identifiers_are_unique_and_targets_exist(found: Document) -> None:
    """Identifiers are ASCII, unique, and fit a bookmark of Word; notes leave room for what is put before them."""
    ids = [block.id for block in blocks(found)]
    notes = [note.id for note in found.notes] + [n.id for b in blocks(found) if isinstance(b, Table) for n in b.notes]
    assert len(set(ids)) == len(ids)
    assert len(set(notes)) == len(notes)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", id) and len(id) <= 40 for id in ids)
    assert all(len(note) <= 35 for note in notes)
    targets: list[str] = []
    for block in blocks(found):
        with_texts(block, lambda line: _collect(line, targets))
    assert set(targets) <= {*ids, *notes}


def _collect(inlines: Inlines, targets: list[str]) -> Inlines:
    for inline in inlines:
        if isinstance(inline, Reference):
            targets.append(inline.target)
        _collect(children(inline), targets)
    return inlines


def _numbers_agree_with_their_form(found: Document, language: str) -> None:
    """What is printed is what the pattern, the form and the ordinal give: Word must arrive at the same."""
    from publisher.language.numerals import numeral

    for block in blocks(found):
        if isinstance(block, Heading | Paragraph) and block.number is not None and block.number.form != "literal":
            number = block.number
            assert number.printed == number.pattern.format(numeral(number.form, number.ordinal or 0)), language


def test_growth_is_linear() -> None:
    """Sixteen times the text takes at most about sixteen times the time; resolving is not where a build waits."""
    import time

    chapter = {"heading": "H", "body": [f"Paragraph see [](#annexed) and A/73/{n}." for n in range(40)]}

    def seconds(times: int) -> float:
        words = {
            "body": [*[chapter] * times, *(f"x[^n{n}]" for n in range(20 * times))],
            "annexes": [{"id": "annexed", "title": "T", "body": [chapter] * times}],
            "footnotes": {f"n{n}": "N." for n in range(20 * times)},
        }
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            resolved(Path("/nonexistent"), words)
            best = min(best, time.process_time() - began)
        return best

    vocabulary("en", workspace_for(Path("/nonexistent"), TODAY))
    assert seconds(32) < 16 * 2 * max(seconds(2), 0.005)
