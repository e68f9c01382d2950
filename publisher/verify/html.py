"""Reads a finished HTML file back and proves it.

Words, notes, links and declarations, against the resolved document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as reader

from publisher.catalogue import finding
from publisher.model.characters import CALL_CLOSE, CALL_OPEN, compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document
from publisher.typed import Printed, Typed, words_of
from publisher.verify.addresses import address_findings
from publisher.verify.compare import match, set_aside
from publisher.verify.expected import Line, Story, expected
from publisher.verify.wording import differences, note_lines, shortened

_BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "figcaption", "li", "dt", "dd"])


@dataclass(slots=True)
class _Told:
    blocks: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    made: set[int] = field(default_factory=set)  # places of blocks that are made of others: the contents


def verify_html(data: bytes, resolved: Document, name: str, typed: Typed | None = None) -> tuple[Diagnostic, ...]:
    """Every way in which the HTML `data` departs from `resolved`.

    It is called `name`; and from what was `typed`.
    """
    place = PagePosition(name)
    try:
        root = reader.document_fromstring(data, parser=reader.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        return (finding("OUT001", f"the HTML cannot be read: {error}", place),)
    story = expected(resolved, deleted=True)
    told = _Told()
    _read(root.body if root.body is not None else root, told)
    job = resolved.masthead.job
    foot = [Line("job", "job", text) for text in (*story.job, job.recycle if job else "") if text]
    blocks = [text for text in (compared(unmarked(block)) for block in told.blocks) if text]
    aside = set_aside(foot, blocks)
    lines = [*story.masthead, *(line for index, line in enumerate(foot) if index not in aside), *story.body]
    blocks = [text for block, text in enumerate(blocks) if block not in aside.values()]
    return (
        *differences(match(lines, blocks).differences, lines, lambda _: place),
        *_note_findings(story, told, place),
        *_link_findings(root, place),
        *address_findings(story.links, _addresses(root), place),
        *_declarations(root, resolved, place),
        *(typed.losses(_printed(told), name) if typed is not None else ()),
    )


def _printed(told: _Told) -> Printed:
    blocks = [text for place, text in enumerate(told.blocks) if place not in told.made]
    return Printed(tuple(words_of(blocks)), tuple(words_of(text for _, text in told.notes)))


def _read(parent: Any, told: _Told) -> None:
    for element in parent:
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if "notes" in (element.get("class") or "").split() and element.tag == "section":
            told.notes += [_note(note) for note in element.iter("p")]
        elif element.tag in _BLOCKS and not any(inner.tag in _BLOCKS for inner in element.iterdescendants()):
            told.blocks.append("".join(_text(element)))
        else:
            first = len(told.blocks)
            _read(element, told)
            if element.tag == "nav":
                told.made.update(range(first, len(told.blocks)))


def _text(element: Any) -> Iterator[str]:
    if element.tag in ("img", "svg"):
        return
    if element.get("role") == "doc-noteref":
        yield f"{CALL_OPEN}{''.join(element.itertext())}{CALL_CLOSE}"
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from (" ",) if child.tag == "br" else _text(child)
        yield child.tail or ""


def _note(note: Any) -> tuple[str, str]:
    mark = note.find(".//a[@class='mark']")
    said = "".join(_text(mark)) if mark is not None else ""
    return said, "".join(_text(note)).strip().removeprefix(said)


def _note_findings(story: Story, told: _Told, place: PagePosition) -> list[Diagnostic]:
    lines = note_lines(story.notes)
    return differences(match(lines, [compared(mark + unmarked(text)) for mark, text in told.notes]).differences, lines,
                       lambda _: place)  # fmt: skip


def _link_findings(root: Any, place: PagePosition) -> list[Diagnostic]:
    """Identifiers that stand twice, links that lead nowhere, notes without a way back to their call."""
    identifiers = Counter(element.get("id") for element in root.iter() if element.get("id"))
    findings = [
        finding("OUT080", f"the identifier “{identifier}” stands {count} times in the file", place, span=identifier)
        for identifier, count in identifiers.items()
        if count > 1
    ]
    calls: dict[str, str] = {}
    for link in root.iter("a"):
        target = (link.get("href") or "").removeprefix("#")
        if (link.get("href") or "").startswith("#") and target not in identifiers:
            code = "OUT025" if link.get("role") == "doc-noteref" else "OUT080"
            message = f"“{shortened(unmarked(''.join(_text(link))), 30)}” leads to “{target}”, which is not in the file"
            findings.append(finding(code, message, place, span=target))
        if link.get("role") == "doc-noteref":
            calls.setdefault(target, link.get("id") or "")
    for link in root.iter("a"):
        if link.get("role") == "doc-backlink":
            note = next((above.get("id") for above in link.iterancestors() if above.get("id")), "")
            if calls.get(note) != (link.get("href") or "").removeprefix("#"):
                findings.append(finding("OUT026", f"the note “{note}” does not lead back to its call", place))
    return findings


def _addresses(root: Any) -> list[tuple[str, str]]:
    """The links that lead out of the file: address, words."""
    links = [link for link in root.iter("a") if link.get("href") and not link.get("href").startswith("#")]
    return [(link.get("href"), "".join(_text(link))) for link in links]


def _declarations(root: Any, document: Document, place: PagePosition) -> list[Diagnostic]:
    findings = []
    if (root.get("lang") or "").lower() != document.properties.language.lower():
        message = f"the file says its language is “{root.get('lang')}”, resolved “{document.properties.language}”"
        findings.append(finding("OUT070", message, place))
    if (root.get("dir") or "ltr") != document.direction:
        findings.append(finding("OUT070", f"the file is written “{root.get('dir')}”", place))
    title = root.findtext(".//title") or ""
    if compared(title) != compared(document.properties.title):
        findings.append(finding("OUT071", f"the file’s title is “{shortened(title)}”", place))
    for image in root.iter("img"):
        if not (image.get("alt") or "").strip():
            findings.append(finding("OUT077", "a picture has no alternative text", place))
    return findings
