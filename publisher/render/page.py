"""Draws the resolved document as one semantic page in XHTML, from which every writer starts."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import NoReturn

from publisher.failures import BadRequest
from publisher.model import inline as inline_model
from publisher.model import resolved as resolved_model
from publisher.model.inline import plain
from publisher.model.profile import Profile
from publisher.model.reading import lines
from publisher.model.resolved import Block, Division, Document, Heading, Note
from publisher.model.workspace import Workspace, file_below
from publisher.render.codes import bar_code_svg, data_address, matrix_code_svg
from publisher.render.together import items_held, one_piece
from publisher.render.vocabulary import OutsideVocabulary, check_vocabulary
from publisher.sandbox import FAULTS, BelowRoots, Published, Sandbox

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # signs XML 1.0 cannot hold
EMBLEM_SUFFIXES = (".svg", ".png")
LONGEST_PAGE = 100_000_000  # characters
SECONDS = 120.0  # for one page
# What templates may read of a resolved document, by the type of the part: its fields, but not where it was written.
READABLE = {
    kind: frozenset(field.name for field in fields(kind) if field.name != "at")
    for module in (resolved_model, inline_model)
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind)
} | {Profile: frozenset(["name"])}


class BrokenPage(BadRequest):
    """A page template cannot be worked out; the message names it and says why."""


def render_page(resolved: Document, workspace: Workspace) -> str:
    """The page of `resolved` as well-formed XHTML; OutsideVocabulary when a template goes astray."""
    roots = tuple(root for root in workspace.templates if root.is_dir())  # most documents have none of their own
    environment, name = _environment(roots), f"page/{resolved.page or resolved.kind}.xhtml.j2"
    opening, divisions = _summary_first(resolved)
    functions = {
        "is_first_call": _once(),
        "note_of": {note.id: note for note in resolved.notes}.__getitem__,
        "level_of": _heading_levels(resolved).__getitem__,
        "bar_code": lambda digits: data_address(bar_code_svg(digits)),
        "matrix_code": lambda address: data_address(matrix_code_svg(address)),
        "refuse": _refuse,
    }
    environment.deadline = time.monotonic() + SECONDS
    try:
        page = environment.get_template(name).render(
            document=resolved,
            opening=opening,
            divisions=divisions,
            emblem=emblem_path(resolved.masthead.emblem, workspace),
            symbol_notes=symbol_notes(resolved),
            **{name: Published(function) for name, function in functions.items()},
        )
    except FAULTS as fault:
        raise BrokenPage(f"templates/{name}: {fault}") from fault
    page = FORBIDDEN.sub("\ufffd", page)
    check_vocabulary(page)
    return page


def symbol_notes(resolved: Document) -> tuple[Note, ...]:
    """The notes of page one that no words call: their mark is the asterisk of the symbol."""
    called = {call.note for line in lines(resolved) for call in line.calls()}
    return tuple(note for note in resolved.notes if note.series == "first-page" and note.id not in called)


def emblem_path(name: str, workspace: Workspace) -> str | None:
    """Where the emblem `name` is: in the document folder, else among the emblems; None when nowhere."""
    candidates = [name] if Path(name).suffix else [name + suffix for suffix in EMBLEM_SUFFIXES]
    for candidate in candidates:
        for place in (candidate, f"templates/emblems/{candidate}"):
            if name and file_below((workspace.folder,), place) is not None:
                return place
        try:
            workspace.template(f"emblems/{candidate}")
        except FileNotFoundError:
            continue
        return f"emblems/{candidate}"
    return None


def direction(text: str) -> str:
    """“rtl” for words of which any is in Arabic or Hebrew script, else “ltr”."""
    return "rtl" if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text) else "ltr"


def _summary_first(resolved: Document) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
    """The summary a document opens with, which stands before the contents, and the divisions without it."""
    body, *annexes = resolved.divisions
    length = sum(1 for _ in takewhile(_is_summary, body.blocks))
    return body.blocks[:length], (replace(body, blocks=body.blocks[length:]), *annexes)


def _is_summary(block: Block) -> bool:
    return getattr(block, "kind", getattr(block, "role", "")) == "summary"


def _heading_levels(resolved: Document) -> dict[str, int]:
    """The element level (2–6) of each heading: its depth, but never more than one below the heading before.

    ISO 14289-1, 7.4.2: levels shall not be skipped.
    """
    levels: dict[str, int] = {}
    before = 1
    for division in resolved.divisions:
        for block in division.blocks:
            if isinstance(block, Heading):
                wanted = {"section": block.depth + 1, "appendix": 3, "decision": 3}.get(block.kind, 2)
                before = levels[block.id] = min(wanted, before + 1, 6)
    return levels


def _once() -> Callable[[str], bool]:
    """A function that says True the first time it is asked about an identifier, then False."""
    seen: set[str] = set()

    def first(identifier: str) -> bool:
        if identifier in seen:
            return False
        seen.add(identifier)
        return True

    return first


def _kept_as_markup(change: Callable[[str], str]) -> Callable[[str], str]:
    """`change` for words that are escaped already, which it leaves so."""
    return lambda markup: type(markup)(change(str(markup)))


def _refuse(part: object) -> NoReturn:
    raise OutsideVocabulary(f"no template draws “{type(part).__name__}”")


@lru_cache(maxsize=8)
def _environment(roots: tuple[Path, ...]) -> Sandbox:
    environment = Sandbox(READABLE, loader=BelowRoots(roots), autoescape=True)
    environment.longest = LONGEST_PAGE
    environment.filters["kind"] = lambda part: type(part).__name__
    environment.filters["direction"] = direction
    environment.filters["plain"] = plain
    environment.filters["share"] = lambda part: f"{part * 100:.3f}%"
    for change in (one_piece, items_held):
        environment.filters[change.__name__] = _kept_as_markup(change)
    return environment
