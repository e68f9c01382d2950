"""The data of HSP/HA.2/16 hold every character of the source text, in order: words and facts together lose nothing."""

from __future__ import annotations

import re

from publisher.language import vocabulary
from publisher.model import resolved
from publisher.model.inline import Call, Inlines, plain
from publisher.model.reference import load_reference
from publisher.model.workspace import workspace_for
from publisher.read import read
from publisher.resolve import resolve
from tests.conftest import ROOT, SEED, TODAY

MARKS = {"1": "¹", "2": "²"}  # the source text prints its two footnote calls as superior figures


def words(inlines: Inlines) -> str:
    """Text with footnote calls as the source prints them."""
    return "".join(MARKS.get(part.mark, part.mark) if isinstance(part, Call) else plain((part,)) for part in inlines)


def said(document: resolved.Document) -> str:
    """Every printed character of a resolved document in reading order, notes apart."""
    head = document.masthead
    lines = [
        head.organization,
        head.symbol_organ + head.symbol_rest + head.asterisks,
        head.emblem_words,
        head.programme,
    ]
    lines += [head.distribution, head.date, head.language, head.original]
    lines += [words(line.text) for line in head.lines] + [words(line) for line in document.title]
    for division in document.divisions:
        for block in division.blocks:
            match block:
                case resolved.Heading(number=number, text=text):
                    lines.append((number.printed if number else "") + words(text))
                case resolved.Paragraph(number=number, text=text, label=label):
                    lines.append((number.printed if number else "") + words(label) + words(text))
                case resolved.Table(head=heads, rows=rows):
                    every = (*heads, *(row.cells for row in rows))
                    lines += [words(cell.text) for row in every for cell in row]
                case _:
                    assert isinstance(block, resolved.EndRule)
    return "".join(lines)


def test_the_source_text_is_encoded_whole() -> None:
    workspace = workspace_for(SEED, TODAY)
    document = read(workspace, "zh").document
    assert document is not None
    resolution = resolve(document, workspace, load_reference(workspace.reference), vocabulary("zh", workspace)).document
    assert resolution is not None
    source = (ROOT / "seeds" / "HSP-HA.2-16.zh.txt").read_text(encoding="utf-8")
    for note in resolution.notes:
        line = f"{MARKS.get(note.mark, note.mark)} {words(note.text)}"
        assert line in source.splitlines(), line
        source = source.replace(line, "", 1)
    source = re.sub(r"(?m)^- ", "", source)  # list marks that the source's page ends left behind
    assert re.sub(r"\s", "", said(resolution)) == re.sub(r"\s", "", source)


def test_no_word_of_the_source_was_mended() -> None:
    text = (SEED / "zh.yaml").read_text(encoding="utf-8")
    for slip in (
        "缺水 and 海平面",
        "社会凝聚力 and 经济",
        "未來重申",
        "的決定",
        "HSP/OECPR.2025/[--]号",
        "战略规划草案案中",
    ):
        assert slip in text
