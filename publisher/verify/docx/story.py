"""Holds what a DOCX tells against the expected story.

Body, live numbers, notes, fields and what they point to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publisher.catalogue import finding
from publisher.model.characters import compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.openxml.told import Field, Link, Telling, Told
from publisher.verify.compare import Matching, match
from publisher.verify.contents import strip_contents
from publisher.verify.expected import Line, Story
from publisher.verify.wording import differences, named, note_lines, shortened

_COUNTED_ROLES = frozenset(["numbered", "item", "operative", "agenda-entry", "section"])


@dataclass(slots=True)
class Located:
    """The expected lines of the body, the paragraphs that tell each of them."""

    lines: tuple[Line, ...]
    told: list[Told]
    matching: Matching
    indices: list[int]  # of `told` among all paragraphs of the file
    contents_pages: dict[int, str]

    def paragraph(self, index: int) -> int | None:
        """Which paragraph of the file tells line `index`."""
        found = self.matching.blocks[index]
        return self.indices[found[0]] if found else None


def locate(story: Story, told: Telling) -> tuple[Located, list[str]]:
    """Lines of the body with their paragraphs, and what is before.

    After and before the title.
    """
    title = compared(unmarked(story.body[0].whole)) if story.body else ""
    texts = [compared(unmarked(paragraph.whole)) for paragraph in told.paragraphs]
    start = next((place for place, text in enumerate(texts) if text == title), None)
    if start is None:
        start = _after_masthead(story, texts)
    indices = [place for place in range(start, len(texts)) if texts[place]]
    body = [texts[place] for place in indices]
    pages = strip_contents(story.body, body)
    found = match(story.body, body)
    located = Located(story.body, [told.paragraphs[place] for place in indices], found, indices, pages)
    return located, [paragraph.whole for paragraph in told.paragraphs[:start]]


def _after_masthead(story: Story, texts: list[str]) -> int:
    masthead = {compared(unmarked(line.text)) for line in story.masthead}
    places = [place for place, text in enumerate(texts[:60]) if text in masthead]
    return places[-1] + 1 if places else 0


def story_findings(located: Located, place: PagePosition) -> list[Diagnostic]:
    """What the body tells otherwise, and numbers Word does not count."""
    findings = differences(located.matching.differences, located.lines, lambda _: place)
    for index, line in enumerate(located.lines):
        blocks = located.matching.blocks[index]
        if line.number is None or line.number.ordinal is None or line.role not in _COUNTED_ROLES or not blocks:
            continue
        if located.told[blocks[0]].number is None:
            findings.append(finding("OUT011", f"the number of {named(line)} is typed, not counted by Word", place))
    for index, line in enumerate(located.lines):
        blocks = located.matching.blocks[index]
        if len(blocks) == 1 and (said := _spacing(line, located.told[blocks[0]])):
            findings.append(finding("OUT008", f"white space in {named(line)} differs: “{said}”", place, span=said))
    return findings


def _spacing(line: Line, told: Told) -> str:
    """The words around the first place where only white space differs, or nothing."""
    if line.text == told.text:
        return ""
    wanted, found = _spaced(unmarked(line.text)), _spaced(unmarked(told.text))
    if line.kind == "contents-entry" or found.endswith(wanted):  # a typed number or label stands before the text
        return ""
    if line.role == "led" and wanted == found.replace(
        " ", "", 1
    ):  # the tab behind an office, where no blank is written
        return ""
    if not compared(found).endswith(compared(wanted)):
        return ""
    at = next((i for i, (a, b) in enumerate(zip(reversed(wanted), reversed(found), strict=False)) if a != b), 0)
    return shortened(found[max(0, len(found) - at - 10) : len(found) - at + 10])


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_CONTROLS)).strip()


_UNSEEN = (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A))
_CONTROLS: dict[int, str | None] = {**dict.fromkeys(_UNSEEN), 0x2011: "-"}  # an element in Word, not a character


def note_findings(story: Story, told: Telling, place: PagePosition) -> list[Diagnostic]:
    """What the notes tell otherwise, and marks that are wrong.

    Without a note, or in the wrong place.
    """
    lines = note_lines(story.notes)
    found = match(lines, [compared(note.mark + note.text) for note in told.notes])
    findings = differences(found.differences, lines, lambda _: place)
    for mark in told.missing_notes:
        findings.append(finding("OUT025", f"the footnote mark “{mark}” calls a note that is not in the file", place))
    return findings


def field_findings(
    story: Story,
    located: Located,
    told: Telling,
    pages: Mapping[str, int] | None,
    place: PagePosition,
    tracked: bool = False,
) -> list[Diagnostic]:
    """References that point to nothing, fields with a wrong result.

    Not what Word would put there. Words that are `tracked` as struck or added are no fields.
    """
    findings = []
    for name in told.doubled_bookmarks:
        findings.append(finding("OUT080", f"the bookmark “{name}” stands twice in the file", place, span=name))
    for link in told.links:
        if link.target not in told.bookmarks and link.target != "_top":
            message = f"a link points to the bookmark “{link.target}”, which is not there"
            findings.append(finding("OUT080", message, place))
    by_paragraph = {located.paragraph(index): line for index, line in enumerate(located.lines)}
    for field in told.fields:
        kind = field.instruction[0].upper() if field.instruction else ""
        if kind not in ("REF", "PAGEREF", "NOTEREF") or len(field.instruction) < 2:
            continue
        target = field.instruction[1]
        if target not in told.bookmarks:
            message = f"a {kind} field points to the bookmark “{target}”, which is not there"
            findings.append(finding("OUT080", message, place, span=field.result))
            continue
        wanted = _results(kind, field, target, told, by_paragraph, pages)
        if wanted and compared(unmarked(field.result)) not in wanted:
            message = f"a {kind} field to “{target}” shows “{field.result}”, its target says “{wanted[0]}”"
            code = "OUT082" if kind == "PAGEREF" else "OUT081"
            findings.append(finding(code, message, place, span=field.result))
    return findings if tracked else findings + _references(story, located, told, place)


def _results(
    kind: str, field: Field, target: str, told: Telling, lines: Mapping[int | None, Line],
    pages: Mapping[str, int] | None,
) -> list[str]:  # fmt: skip
    """The results a field may show; nothing where the file alone cannot tell."""
    at = told.bookmarks[target]
    if kind == "PAGEREF":
        line = lines.get(at)
        page = (pages or {}).get(line.id) if line is not None else None
        return [str(page)] if page else []
    if kind == "NOTEREF":
        return [compared(unmarked(told.bookmark_text[target]))]
    switches = {word.lower() for word in field.instruction[2:]}
    if switches & {"\\r", "\\n", "\\w"}:
        return [_cited(told, at)]
    return [compared(unmarked(told.bookmark_text[target]))]


def _cited(told: Telling, at: int) -> str:
    """What Word shows of the number of a paragraph it cites: all but a closing point."""
    return compared((told.paragraphs[at].number or "").rstrip(".")) if at < len(told.paragraphs) else ""


def _references(story: Story, located: Located, told: Telling, place: PagePosition) -> list[Diagnostic]:
    """A resolved reference to a number or a note has to be a field, or Word will not follow when numbers change.

    Where Word would cite the number with signs that the words leave out (“六、” for “六”), it has to be a link to it.
    """
    shown: dict[int, list[str]] = {}
    for field in told.fields:
        if field.instruction and field.instruction[0].upper() in ("REF", "NOTEREF"):
            shown.setdefault(field.paragraph, []).append(compared(unmarked(field.result)))
    links: dict[int, list[Link]] = {}
    for link in told.links:
        links.setdefault(link.paragraph, []).append(link)
    findings = []
    at_line = {line.id: located.paragraph(index) for index, line in enumerate(located.lines)}
    for reference in story.references:
        paragraph = at_line.get(reference.line)
        if reference.shows not in ("number", "note") or paragraph is None:
            continue
        results = shown.get(paragraph, [])
        words = compared(reference.words)
        linked = links.get(paragraph, [])
        if not any(result and result in words for result in results) and not _linked(told, linked, words):
            message = f"the reference “{reference.words}” is typed text, not a field"
            findings.append(finding("OUT081", message, place, span=reference.words))
    return findings


def _linked(told: Telling, links: Iterable[Link], words: str) -> bool:
    """Say whether one of the `links` has `words` and leads to a paragraph whose number Word would cite otherwise, or not."""
    for link in links:
        if compared(link.words) == words and link.target in told.bookmarks:
            at = told.bookmarks[link.target]
            number = _cited(told, at)
            return bool(number) and (number not in words or not told.paragraphs[at].counted)
    return False
