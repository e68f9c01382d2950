"""The halves of a text, preamble and body, as they are, where a record draws the line elsewhere.

Other versions of the record say so, or the text: a paragraph ends its preamble with a comma, and resolves something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from publisher.receive.akn.agreement import is_heading
from publisher.receive.akn.shape import made, tag
from publisher.receive.akn.source import AKN, Element, Source, plain

COMMAS = (",", "،", "，")  # what ends a preambular paragraph
COLONS = (":", "：")
_APART = ("authorialNote", "item", "point", "td", "th")
_LISTS = {"blockList": "list", "item": "point", "listIntroduction": "intro"}


def part_halves(statement: Element, source: Source) -> None:
    """Move paragraphs of a statement between its preambles and its bodies, where they stand in the wrong one."""
    for body in _halves(statement, "mainBody"):
        if late := _of_the_preamble(body, source):
            source.tolerate("preamble that ends too early")
            _to_preamble(statement, body, late)
    for preamble in _halves(statement, "preamble"):
        if early := _of_the_body(preamble, source):
            source.tolerate("preamble that ends too late")
            _to_body(preamble, early)


def _halves(statement: Element, name: str) -> list[Element]:
    return [part for part in statement if tag(part) == name]


def _of_the_preamble(body: Element, source: Source) -> list[Element]:
    """The paragraphs a body begins with that are preamble in other versions, headings between them too."""
    taken: list[Element] = []
    between: list[Element] = []
    for element in body:
        lines = _lines_of(element)
        if element.find(f"{AKN}num") is not None or element.find(f"{AKN}list") is not None or not lines:
            break
        if _words(element).endswith(COMMAS + COLONS) and all(line in source.preambular for line in lines):
            taken += [*between, element]
            between = []
        elif all(is_headed(line, source) for line in lines):
            between.append(element)
        else:
            break
    return taken


def _of_the_body(preamble: Element, source: Source) -> list[Element]:
    """The paragraphs a preamble ends with that resolve something."""
    containers = [one for one in preamble if tag(one) == "container"]
    of_others = list(takewhile(lambda one: _is_operative(one, source), reversed(containers)))
    if of_others:
        return of_others[::-1]
    if not containers or any(_is_settled(line, source) for line in _lines_of(containers[-1])):
        return []
    after = _after(preamble, source)
    if after and not is_headed(after[0], source):  # what leads the paragraphs after it: “Decides that:”
        leads = containers[-1].find(f"{AKN}blockList") is None and _words(containers[-1]).endswith(COLONS)
        return containers[-1:] if leads and len(containers) > 1 else []
    resolving = list(takewhile(lambda one: not _words(one).endswith(COMMAS), reversed(containers)))
    resolves_nothing = not any(plain(body) for body in preamble.getparent().iterfind(f"{AKN}mainBody"))
    if len(resolving) == len(containers) or (not resolving and resolves_nothing and len(containers) > 1):
        return containers[-1:]
    return resolving[::-1]


def _is_operative(container: Element, source: Source) -> bool:
    lines = _lines_of(container)
    return bool(lines) and all(line in source.operative for line in lines)


def _is_settled(line: Element, source: Source) -> bool:
    """True of a heading, and of what other versions have in their preambles."""
    return line in source.preambular or is_headed(line, source)


def _lines_of(element: Element) -> list[Element]:
    """The lines of a paragraph itself, without those of its items and notes."""
    every = element.iter(f"{AKN}p", f"{AKN}listIntroduction", f"{AKN}subheading")
    return [line for line in every if not any(tag(above) in _APART for above in line.iterancestors())]


def _after(preamble: Element, source: Source) -> list[Element]:
    """The first lines after a preamble, up to the next one."""
    following = takewhile(lambda one: tag(one) == "mainBody", preamble.itersiblings(f"{AKN}preamble", f"{AKN}mainBody"))
    return [line for body in following for line in body.iter(f"{AKN}p", f"{AKN}subheading")][:1]


def _words(container: Element) -> str:
    """The words of a paragraph, to its last item."""
    return plain(container).rstrip()


def is_headed(line: Element, source: Source) -> bool:
    """True of a line set as a heading, here or in most versions."""
    return line in source.headings or (is_heading(line) and line not in source.emphasized)


def _to_preamble(statement: Element, body: Element, paragraphs: Sequence[Element]) -> None:
    """Put paragraphs at the end of the preamble before their body."""
    before = body.getprevious()
    if before is None or tag(before) != "preamble":
        before = made("preamble")
        statement.insert(statement.index(body), before)
    for paragraph in paragraphs:
        before.append(made("container", *_lines(paragraph)))
        body.remove(paragraph)


def _lines(paragraph: Element) -> Iterator[Element]:
    for part in list(paragraph):
        if tag(part) == "content":
            yield from list(part)
        elif tag(part):
            yield part


def _to_body(preamble: Element, containers: Sequence[Element]) -> None:
    """Put paragraphs at the beginning of the body after their preamble."""
    body = preamble.getnext()
    if body is None or tag(body) != "mainBody":
        body = made("mainBody")
        preamble.addnext(body)
    for at, container in enumerate(containers):
        preamble.remove(container)
        body.insert(at, made("paragraph", *_contents(container)))


def _contents(container: Element) -> Iterator[Element]:
    for part in list(container):
        if tag(part) == "blockList":
            for inner in part.iter(*(f"{AKN}{name}" for name in _LISTS)):
                inner.tag = AKN + _LISTS[tag(inner)]
            yield part
        elif tag(part):
            yield made("content", part)
