"""Draws the resolved document as one semantic page in XHTML, from which every writer starts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from lxml import etree

from publisher.model.inline import plain
from publisher.model.reading import lines
from publisher.model.resolved import Block, Division, Document, Heading, Note
from publisher.model.workspace import Workspace
from publisher.render.codes import bar_code_svg, data_address, matrix_code_svg
from publisher.render.together import items_held, one_piece
from publisher.render.vocabulary import BLOCK_CLASSES, ELEMENTS, INLINE_CLASSES, MASTHEAD_CLASSES, OutsideVocabulary

CLASSES = BLOCK_CLASSES | INLINE_CLASSES
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # signs XML 1.0 cannot hold
EMBLEM_SUFFIXES = (".svg", ".png")


def render_page(resolved: Document, workspace: Workspace) -> str:
    """The page of `resolved` as well-formed XHTML; OutsideVocabulary when a template goes astray."""
    roots = tuple(root for root in workspace.templates if root.is_dir())  # most documents have none of their own
    template = _environment(roots).get_template(f"page/{resolved.page or resolved.kind}.xhtml.j2")
    opening, divisions = _summary_first(resolved)
    page = template.render(
        document=resolved,
        opening=opening,
        divisions=divisions,
        emblem=emblem_path(resolved.masthead.emblem, workspace),
        symbol_notes=symbol_notes(resolved),
        is_first_call=_once(),
        note_of={note.id: note for note in resolved.notes}.__getitem__,
        level_of=_heading_levels(resolved).__getitem__,
        bar_code=lambda digits: data_address(bar_code_svg(digits)),
        matrix_code=lambda address: data_address(matrix_code_svg(address)),
        refuse=_refuse,
    )
    page = FORBIDDEN.sub("\ufffd", page)
    check_vocabulary(page)
    return page


def check_vocabulary(page: str) -> None:
    """Raise OutsideVocabulary, with name and line, on the first element or class that is not in the vocabulary."""
    try:
        root = etree.fromstring(page.encode())
    except etree.XMLSyntaxError as error:
        raise OutsideVocabulary(f"the page is not well-formed: {error}") from error
    for element in root.iter(etree.Element):
        if element.tag not in ELEMENTS:
            raise OutsideVocabulary(f"element “{element.tag}” on line {element.sourceline} of the page")
        names = (element.get("class") or "").split()
        if unknown := [name for name in names if name not in CLASSES and not _of_masthead(element, name)]:
            raise OutsideVocabulary(f"class “{unknown[0]}” on line {element.sourceline} of the page")


def symbol_notes(resolved: Document) -> tuple[Note, ...]:
    """The notes of page one that no words call: their mark is the asterisk of the symbol."""
    called = {call.note for line in lines(resolved) for call in line.calls()}
    return tuple(note for note in resolved.notes if note.series == "first-page" and note.id not in called)


def emblem_path(name: str, workspace: Workspace) -> str | None:
    """Where the emblem `name` is: in the document folder, else among the emblems; None when nowhere."""
    candidates = [name] if Path(name).suffix else [name + suffix for suffix in EMBLEM_SUFFIXES]
    for candidate in candidates:
        if name and (workspace.folder / candidate).is_file():
            return candidate
        try:
            workspace.template(f"emblems/{candidate}")
        except FileNotFoundError:
            continue
        return f"emblems/{candidate}"
    return None


def direction(text: str) -> str:
    """“rtl” for words of which any is in Arabic or Hebrew script, else “ltr”."""
    return "rtl" if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text) else "ltr"


def _of_masthead(element: Any, name: str) -> bool:
    return name in MASTHEAD_CLASSES and any(
        ancestor.tag in ("header", "footer") for ancestor in (element, *element.iterancestors())
    )


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
def _environment(roots: tuple[Path, ...]) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(root) for root in roots]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        auto_reload=False,
    )
    environment.filters["kind"] = lambda part: type(part).__name__
    environment.filters["direction"] = direction
    environment.filters["plain"] = plain
    for change in (one_piece, items_held):
        environment.filters[change.__name__] = _kept_as_markup(change)
    return environment
