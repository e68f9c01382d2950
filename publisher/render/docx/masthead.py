"""Masthead, first-page foot and running heads of the base, filled.

From the resolved document.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from publisher.model.resolved import Document, Masthead
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace
from publisher.render.docx.base import BrokenBase, filled
from publisher.render.docx.elements import WP, Element, characters_of, properties_of, put, q, w
from publisher.render.docx.pictures import bar_code_png, fill_placeholder, matrix_code_png
from publisher.render.docx.raster import drawn_png
from publisher.render.docx.script import has_rightward
from publisher.render.sources import OutsideSources, find_source

LINES = "[[lines]]"
BETWEEN_SIDES = 240  # twips
LINE_STYLES = {
    "organ": "MastOrgan",
    "sub-organ": "MastSubOrgan",
    "session": "MastSession",
    "place": "MastPlace",
    "item": "MastItem",
    "item-title": "MastItemTitle",
}


def fill_base(resolved: Document, workspace: Workspace, page_count: int) -> Any:
    """The Word base of the profile, opened, tags and pictures filled.

    A `docx.document.Document`.
    """
    facts = {
        "masthead": resolved.masthead,
        "running": resolved.running,
        "job": resolved.masthead.job,
        "page_count": page_count,
    }
    document = filled(workspace.template(f"word/{resolved.profile.word}.docx"), facts)
    _fill_pictures(document, resolved, workspace)
    _enlarge(document, resolved.masthead)
    return document


def _enlarge(document: Any, head: Masthead) -> None:
    """Print the organs of further symbols as large as the first: S in A/80/434–S/2025/632."""
    _, *pieces = Symbol(head.symbol_organ + head.symbol_rest).pieces
    rest, further = pieces[:1], pieces[1:]
    if not further:
        return
    for root in (document.part.element, *(part.element for part in head_and_foot_parts(document))):
        for small in [run for run in root.iter(q("r")) if characters_of(run) == head.symbol_rest]:
            large = small.getprevious()
            for words, is_organ in reversed(further):
                made = copy.deepcopy(large if is_organ else small)
                made.find(q("t")).text = words
                small.addnext(made)
            small.find(q("t")).text = rest[0][0]


def side_by_side(sides: Sequence[Sequence[Element]], rightward: bool) -> Element:
    """The lines of several organs beside each other: a table without rules."""
    share = 5000 // len(sides)  # fiftieths of a per cent
    for line in chain.from_iterable(sides):
        put(properties_of(line), w("ind", right=BETWEEN_SIDES))
    properties = w("tblPr", *([w("bidiVisual")] if rightward else []), w("tblW", w=5000, type="pct"))
    properties.append(w("tblLayout", type="fixed"))
    properties.append(w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")))
    cells = (w("tc", w("tcPr", w("tcW", w=share, type="pct")), *lines) for lines in sides)
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=9800 // len(sides)) for _ in sides)), w("tr", *cells))


def head_and_foot_parts(document: Any) -> list[Any]:
    """The parts of the running heads and feet."""
    kinds = ("/header", "/footer")
    return [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(kinds)]


def _fill_pictures(document: Any, resolved: Document, workspace: Workspace) -> None:
    job = resolved.masthead.job
    emblem = _emblem(resolved.masthead.emblem, workspace)
    for part in (document.part, *head_and_foot_parts(document)):
        fill_placeholder(part, "emblem", emblem, fit=True)
        fill_placeholder(part, "bar code", bar_code_png(job.bar_code) if job and job.bar_code else None)
        fill_placeholder(part, "QR code", matrix_code_png(job.address) if job and job.address else None)


def _emblem(address: str, workspace: Workspace) -> bytes | None:
    """The emblem as PNG, drawn by a hand beside its drawing in lines where there is one; None without an emblem."""
    if not address:
        return None
    with suppress(OutsideSources):
        return find_source(str(Path(address).with_suffix(".png")), workspace).read_bytes()
    return drawn_png(find_source(address, workspace).read_bytes())


def marker(body: Element, words: str) -> Element:
    """The run of the base that holds the marker `words`."""
    for characters in body.iter(q("t")):
        if characters.text == words:
            run: Element = characters.getparent()
            return run
    raise BrokenBase(f"the Word base has no marker “{words}”")


def shows_picture(part: Any, name: str) -> bool:
    """Say whether the base shows the picture `name` in `part`."""
    return any(drawing.get("name") == name for drawing in part.element.iter(f"{{{WP}}}docPr"))


def keep_leftward(root: Element) -> None:
    """Keep the foot of page one as it is in every language.

    Job number at the left, QR code at the right.
    """
    for paragraph in root.iter(q("p")):
        put(properties_of(paragraph), w("bidi", val=0))


def turn_rightward(root: Element, masthead: bool) -> None:
    """Turn a part of the base round for a right-to-left language.

    Tables, paragraphs, runs with Arabic letters. In the masthead the distribution block and the symbol stay as they
    are written, in English and from left to right, at the left edge where turning the table brings them.
    """
    for properties in root.iter(q("tblPr")):
        if (turned := properties.find(q("bidiVisual"))) is not None:
            properties.remove(turned)
        else:
            place = sum(properties.find(q(name)) is not None for name in ("tblStyle", "tblpPr", "tblOverlap"))
            properties.insert(place, w("bidiVisual"))
    for run in root.iter(q("r")):
        if has_rightward(characters_of(run)):
            properties = run.find(q("rPr"))
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            properties.append(w("rtl"))
    for paragraph in root.iter(q("p")):
        if paragraph.find(f"{q('r')}/{q('fldChar')}") is not None:
            _keep_page_number(properties_of(paragraph))
    for paragraph in root.iter(q("p")) if masthead else ():
        words = characters_of(paragraph)
        if words.strip() and not has_rightward(words) and paragraph.getparent().tag == q("tc"):
            properties = properties_of(paragraph)
            put(properties, w("bidi", val=0))
            put(properties, w("jc", val="left"))


def _keep_page_number(properties: Element) -> None:
    """Let “2/20” be read from the left as in every language, on the side that is the outer one after turning."""
    side = properties.find(q("jc"))
    outer = "right" if side is None or side.get(q("val")) != "right" else "left"
    put(properties, w("bidi", val=0))
    put(properties, w("jc", val=outer))


def first_line_with_a_note(body: Element) -> Element | None:
    """The first line under the masthead that calls a note, or None.

    Notes stand in the order of their calls: those of the symbol have to be called before it.
    """
    lines = body.iterchildren(q("p"))
    return next((line for line in lines if line.find(f".//{q('footnoteReference')}") is not None), None)
