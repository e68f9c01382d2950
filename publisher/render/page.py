"""Draws the resolved document as one semantic page in XHTML.

Every writer starts from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

from publisher.failures import BadRequest
from publisher.model import inline as inline_model
from publisher.model import resolved as resolved_model
from publisher.model.grid import standing
from publisher.model.inline import Call, Inlines, Text, paragraphs, plain
from publisher.model.layout import Layout
from publisher.model.reading import apart, change_of_contents, is_wide
from publisher.model.resolved import Document, Row, Table
from publisher.model.symbol import Symbol
from publisher.model.together import NO_BREAK_SPACE, breakable, held, items_held, one_piece
from publisher.model.workspace import Workspace
from publisher.render.codes import bar_code_svg, data_address, matrix_code_svg
from publisher.render.vocabulary import OutsideVocabulary, check_vocabulary
from publisher.sandbox import FAULTS, BelowRoots, Published, Sandbox

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # signs XML 1.0 cannot hold
LONGEST_NUMBER = 12  # characters of a reference that a word before it may belong to
LONGEST_PAGE = 100_000_000  # characters
SECONDS = 120.0  # for one page
# What templates may read of a resolved document, by the type of the part: its fields, but not where it was written.
READABLE = {
    kind: frozenset(field.name for field in fields(kind) if field.name != "at")
    for module in (resolved_model, inline_model)
    for kind in vars(module).values()
    if isinstance(kind, type) and is_dataclass(kind)
} | {Layout: frozenset(["name"])}


class BrokenPage(BadRequest):
    """A page template cannot be worked out; the message names it and says why."""


def render_page(resolved: Document, workspace: Workspace) -> str:
    """The page of `resolved` as well-formed XHTML.

    OutsideVocabulary when a template goes astray.
    """
    roots = tuple(root for root in workspace.templates if root.is_dir())  # most documents have none of their own
    environment, name = _environment(roots), f"page/{resolved.page or resolved.kind}.xhtml.j2"
    functions: dict[str, Callable[..., object]] = {
        "held": _holding(resolved.held),
        "is_first_call": _once(),
        "note_of": {note.id: note for note in resolved.notes}.__getitem__,
        "bar_code": lambda digits: data_address(bar_code_svg(digits)),
        "matrix_code": lambda address: data_address(matrix_code_svg(address)),
        "refuse": _refuse,
    }
    environment.allow(SECONDS)
    try:
        published = {name: Published(function) for name, function in functions.items()}
        page = environment.get_template(name).render(document=resolved, **published)
    except FAULTS as fault:
        raise BrokenPage(f"templates/{name}: {fault}") from fault
    page = FORBIDDEN.sub("\ufffd", page)
    check_vocabulary(page)
    return page


def direction(text: str) -> str:
    """“rtl” for words of which any is in Arabic or Hebrew script, else “ltr”."""
    return "rtl" if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text) else "ltr"


def _holding(patterns: tuple[str, ...]) -> Callable[[Inlines, int], str]:
    """A function that gives the text at a place of a line, no line end in what belongs together."""

    def text_at(line: Inlines, place: int) -> str:
        part = line[place]
        assert isinstance(part, Text)
        following = line[place + 1 : place + 2]
        # a tab among words is a space, in Word too, where it would reach to the next stop
        text = held(part.text.replace("\t", " "), patterns, plain(following)[:LONGEST_NUMBER])
        if following and isinstance(following[0], Call) and text.endswith(" "):
            return text[:-1] + NO_BREAK_SPACE  # no mark begins a line: “session¹, ²”
        return text

    return text_at


def _parted(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """The rows of a table in runs, each with whether it is of totals."""
    runs = [(total, list(run)) for total, run in groupby(rows, lambda row: row.kind == "total")]
    return runs or [(False, [])]


_LONG_WORDS = 25  # signs of a cell that is read as text


def _worded(table: Table) -> bool:
    """Whether words of some length stand beside the heads of rows: they are read from their first line, figures too."""
    cells = (cell for row in table.rows if row.kind == "row" for cell in row.cells[1:] if cell.align == "start")
    return any(len(plain(cell.text)) > _LONG_WORDS for cell in cells)


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
    environment.filters["label"] = lambda heading: heading.label
    environment.filters["direction"] = direction
    environment.filters["plain"] = plain
    environment.filters["address"] = quote  # of a file, whose name may hold ? and %
    environment.filters["paragraphs"] = paragraphs
    environment.filters["lines"] = str.splitlines
    environment.filters["change_of_contents"] = change_of_contents
    environment.filters["parted"] = _parted
    environment.filters["low"] = lambda table, profile: profile.tables.low and not _worded(table)
    environment.filters["standing"] = lambda rows: list(standing(rows))
    environment.filters["apart"] = apart
    environment.filters["wide"] = lambda blocks, region: region.kind == "box" and is_wide(region, blocks)
    environment.filters["breakable"] = breakable
    environment.filters["symbol_pieces"] = lambda text: Symbol(text).pieces
    environment.filters["share"] = lambda part: f"{part * 100:.3f}%"
    for change in (one_piece, items_held):
        environment.filters[change.__name__] = _kept_as_markup(change)
    return environment
