"""The agenda as numbered lines, and its items after a heading.

CONVENTIONS §2.2, §2.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publisher.model.document import AgendaList, Section
from publisher.model.inline import Inlines, Text
from publisher.model.record import AgendaItem
from publisher.model.resolved import Paragraph
from publisher.model.words import Words
from publisher.resolve.drafting import Asked, Draft, Drafting
from publisher.wording.functions import agenda_numbers

_HEADING = "\ue010"  # stands for the words of the heading while the agenda reference is put around them


def agenda_list(block: AgendaList, drafting: Drafting) -> Iterator[Draft]:
    """The agenda as numbered lines, sub-items with letters.

    Each is a target by its identifier. It counts from one wherever it stands.
    """
    for place, line in enumerate(_lines(block, drafting)):
        yield replace(line, restarts=place == 0)


def _lines(block: AgendaList, drafting: Drafting) -> Iterator[Draft]:
    if block.agenda_list in drafting.document.words.agendas:
        for words in drafting.document.words.agendas[block.agenda_list]:
            yield _line(drafting.inlines(words), words, 0, ())
        return
    if block.agenda_list != "adopted":
        message = f"there is no agenda “{block.agenda_list}”; write “adopted” or one of those under agendas"
        drafting.report("FA003", message, block.at, span=block.agenda_list)
    for item in drafting.document.record.agenda:
        key, inner = (item.id, item.items) if isinstance(item, AgendaItem) else (item, [])
        yield _item(key, 0, block, drafting)
        for sub in inner:
            yield _item(sub, 1, block, drafting)


def _item(key: str, depth: int, block: AgendaList, drafting: Drafting) -> Draft:
    words = drafting.document.words.agenda.get(key)
    if words is None:
        message = f"the agenda item “{key}” has no words in {drafting.vocabulary.code}.yaml"
        drafting.report("FA003", message, block.at, span=key, hint="write its title there, under agenda")
        words = Words(f"\\[{key}?\\]", block.at)
    return _line(drafting.inlines(words), words, depth, (key,))


def _line(inlines: Inlines, words: Words, depth: int, aliases: tuple[str, ...]) -> Draft:
    block = Paragraph("", "agenda-entry", None, inlines, at=words.at)
    return Draft(block, Asked("agenda", depth), part="agenda", aliases=aliases)


def with_agenda(section: Section, drafting: Drafting) -> Inlines:
    """The words of a heading with its agenda items, as languages do."""
    heading = drafting.inlines(section.heading)
    pattern = drafting.vocabulary.entries.agenda.heading
    if section.agenda_words is not None:
        items = section.agenda_words.text
        around = pattern.format(heading=_HEADING, items=items)
    elif numbers := _numbers(section, drafting):
        around = drafting.vocabulary.heading_with_agenda(_HEADING, numbers)
    else:
        return heading
    before, after = around.split(_HEADING, 1)
    return tuple(part for part in (Text(before), *heading, Text(after)) if part != Text(""))


def agenda_number(section: Section, drafting: Drafting) -> str:
    """The number of the one item a heading covers, as the agenda prints it.

    “5.”, “5 (b)”; else “”.
    """
    if len(section.agenda) != 1 or section.agenda_words is not None:
        return ""
    [number] = _numbers(section, drafting) or [""]
    if not number.isdecimal():
        return number
    return drafting.vocabulary.agenda_number(int(number), 1).printed


def _numbers(section: Section, drafting: Drafting) -> list[str]:
    known = agenda_numbers(drafting.document.record, drafting.vocabulary)
    for key in section.agenda:
        if key not in known:
            drafting.report(
                "FA003", f"the heading covers “{key}”, which is not on the agenda", section.at, span=key,
                hint=drafting.nearest(key, known) or "the agenda stands in record.yaml",
            )  # fmt: skip
    return [known[key] for key in section.agenda if key in known]
