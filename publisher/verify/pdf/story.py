"""Holds what a PDF tells against the expected story.

Masthead, body, contents, notes, calls, order of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publisher.catalogue import finding
from publisher.model.characters import compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.compare import Difference, Matching, match, set_aside
from publisher.verify.contents import strip_contents
from publisher.verify.expected import Line, Story
from publisher.verify.pdf.direction import settle
from publisher.verify.pdf.reading import Piece, unmirrored
from publisher.verify.pdf.telling import Block, Telling
from publisher.verify.wording import differences, named, note_lines


@dataclass(slots=True)
class Located:
    """The expected lines, the blocks that tell them, the end of the head.

    The head of page one.
    """

    lines: tuple[Line, ...]
    blocks: list[Block]
    matching: Matching
    contents_pages: dict[int, int]  # index of a contents entry → page number printed
    foot: list[Block]  # what stands at the foot of page one, wherever it comes in the reading order

    def pieces(self, index: int) -> list[Piece]:
        """What draws line `index`, in reading order."""
        return [piece for block in self.matching.blocks[index] for piece in self.blocks[block].pieces]

    def page(self, index: int) -> int:
        """The page line `index` begins on, 0 where it was not found."""
        found = self.matching.blocks[index]
        return self.blocks[found[0]].page if found else 0


def locate(story: Story, told: Telling, recycle: str, right_to_left: bool) -> Located:
    """The expected lines of `story` matched with the blocks the PDF tells."""
    foot = [Line("job", "job", text, role="job") for text in (*story.job, recycle) if text]
    blocks = [block for block in told.blocks if compared(block.text)]
    texts = [compared(block.text) for block in blocks]
    if right_to_left:
        _keep_left_to_right((*story.masthead, *foot), blocks, texts)
    settle([*story.masthead, *story.body], blocks, texts, right_to_left)
    aside = set_aside(foot, texts)
    lines = (*story.masthead, *(line for index, line in enumerate(foot) if index not in aside), *story.body)
    free = [blocks[block] for block in aside.values()]
    blocks, texts = (
        [block for place, block in enumerate(blocks) if place not in aside.values()],
        [text for place, text in enumerate(texts) if place not in aside.values()],
    )
    pages = {index: int(page) for index, page in strip_contents(lines, texts).items()}
    found = match(lines, texts)
    return Located(lines, blocks, found, pages, free)


def _keep_left_to_right(lines: Sequence[Line], blocks: Sequence[Block], texts: list[str]) -> None:
    """Symbol and job number read from left to right in every language, brackets at their end included."""
    wanted = {unmirrored(text): text for text in (compared(unmarked(line.text)) for line in lines)}
    for place, block in enumerate(blocks):
        if block.page == 1 and texts[place] not in wanted.values():
            texts[place] = wanted.get(unmirrored(compared(block.drawn)), texts[place])


def story_findings(located: Located, name: str) -> list[Diagnostic]:
    """What the body tells otherwise than expected."""

    def at(difference: Difference) -> PagePosition:
        page = located.blocks[difference.block].page if difference.block is not None else 0
        if not page and difference.line is not None:
            page = next((located.page(index) for index in range(difference.line, -1, -1) if located.page(index)), 0)
        return PagePosition(name, page)

    return differences(located.matching.differences, located.lines, at)


def sequence_findings(
    lines: Sequence[Line], found: Sequence[Difference], place: dict[int, int], name: str
) -> list[Diagnostic]:
    """Each number of a running sequence that skips or repeats.

    As the file prints them.
    """
    told = {difference.line: difference.found for difference in found if difference.kind == "number"}
    last: dict[tuple[str, int], tuple[int, int]] = {}  # as resolved, as printed
    findings = []
    for index, line in enumerate(lines):
        number = line.number
        if number is None or number.ordinal is None or line.struck:
            continue
        for deeper in [key for key in last if key[0] == number.sequence and key[1] > number.depth]:
            del last[deeper]
        printed = number.ordinal
        if index in told and number.form == "decimal" and (digits := re.search(r"\d+", told[index])):
            printed = int(digits[0])
        resolved, before = last.get((number.sequence, number.depth), (0, 0))
        # A withdrawn paragraph takes its number and prints nothing: a gap that was resolved is no fault. Nor is a number
        # that was typed, where it is printed as such: what is wrong with it is told at its line.
        is_as_typed = number.typed and printed == number.ordinal
        is_gap = printed != before + 1 and printed - before != number.ordinal - resolved
        if not is_as_typed and (printed <= before or is_gap):
            what = "repeats" if printed <= before else "skips"
            message = f"{named(line)} {what}: {printed} follows {before} in “{number.sequence}”"
            findings.append(finding("OUT012", message, PagePosition(name, place.get(index, 0))))
        last[number.sequence, number.depth] = number.ordinal, printed
    return findings


def note_findings(story: Story, told: Telling, name: str, right_to_left: bool) -> list[Diagnostic]:
    """What notes and calls tell otherwise.

    Bodies, marks, a call without note, another page.
    """
    lines = note_lines(story.notes)
    bodies = [compared(note.text) for note in told.notes]
    wanted = [Line(note.id, "paragraph", note.text) for note in story.notes]
    settle(wanted, [note.body for note in told.notes], bodies, right_to_left)
    texts = [note.mark + body for note, body in zip(told.notes, bodies, strict=True)]
    pages = [note.body.page for note in told.notes]
    found = match(lines, texts)

    def at(difference: Difference) -> PagePosition:
        return PagePosition(name, pages[difference.block] if difference.block is not None else 0)

    findings = differences(found.differences, lines, at)
    findings += _calls(story, told, name)
    drawn = {line.id: found.blocks[index][0] for index, line in enumerate(lines) if found.blocks[index]}
    under_tables = {line.id for line in story.body if line.kind == "table-note"}
    for call, identifier in zip(_first_calls(told), _called(story), strict=False):
        if identifier in under_tables:
            continue
        note = drawn.get(identifier)
        if note is None:
            message = f"the footnote mark “{call.mark}” calls note “{identifier}”, which is not in the file"
            findings.append(finding("OUT025", message, PagePosition(name, call.page)))
        elif pages[note] != call.page:
            message = f"footnote {call.mark} is called on page {call.page} and stands on page {pages[note]}"
            findings.append(finding("OUT023", message, PagePosition(name, pages[note])))
    return findings


@dataclass(frozen=True, slots=True)
class _Mark:
    mark: str
    page: int


def _first_calls(told: Telling) -> list[_Mark]:
    return [_Mark(call.mark, call.pieces[0].page) for call in told.calls if call.pieces]


def _called(story: Story) -> list[str]:
    """Identifiers of the notes in the order their marks are met: those only the symbol calls come first."""
    return [*_by_symbol(story), *(call.note for line in (*story.masthead, *story.body) for call in line.calls)]


def _by_symbol(story: Story) -> list[str]:
    """Identifiers of the notes that no words call: they belong to the symbol of a reissued document."""
    calls = {call.note for line in (*story.masthead, *story.body) for call in line.calls}
    return [note.id for note in story.notes if note.id not in calls]


def _calls(story: Story, told: Telling, name: str) -> list[Diagnostic]:
    """Compare the marks in the text, in order."""
    marks = {note.id: note.mark for note in story.notes}
    marks |= {call.note: call.mark for line in story.body for call in line.calls}
    wanted = [compared(marks[identifier]) for identifier in _called(story)]
    drawn = _first_calls(told)
    own = len(_by_symbol(story))
    if own and "".join([call.mark for call in drawn[:own]]) == wanted[own - 1]:
        # A symbol reissued twice reads “**” in all: each call draws its share, the notes are marked “*” and “**”.
        wanted[:own] = [call.mark for call in drawn[:own]]
    if wanted == [call.mark for call in drawn]:
        return []
    for place, (mark, call) in enumerate(zip(wanted, drawn, strict=False)):
        if mark != call.mark:
            message = f"footnote mark {place + 1} of the text reads “{call.mark}”, resolved “{mark}”"
            return [finding("OUT022", message, PagePosition(name, call.page), span=call.mark)]
    if len(drawn) < len(wanted):
        message = f"{len(wanted) - len(drawn)} footnote marks are missing, the first “{wanted[len(drawn)]}”"
        return [finding("OUT022", message, PagePosition(name, 0))]
    extra = drawn[len(wanted)]
    message = f"the footnote mark “{extra.mark}” stands in the file but calls no note of the document"
    return [finding("OUT025", message, PagePosition(name, extra.page), span=extra.mark)]


def contents_findings(located: Located, name: str) -> list[Diagnostic]:
    """Each contents entry whose page is not the one its heading stands on."""
    pages: dict[str, int] = {}
    for index, line in enumerate(located.lines):
        if line.kind != "contents-entry":
            identifier = line.id.removesuffix("-label") if line.kind == "label" else line.id
            pages.setdefault(identifier, located.page(index))
    findings = []
    for index, line in enumerate(located.lines):
        if line.kind != "contents-entry" or not located.page(index):
            continue
        printed, drawn = located.contents_pages.get(index), pages.get(line.id, 0)
        if printed != drawn:
            message = f"{named(line)} gives page {printed}, the heading stands on page {drawn}"
            findings.append(finding("OUT082", message, PagePosition(name, located.page(index))))
    return findings
