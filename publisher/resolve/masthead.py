"""Page one above and below the title, every line as printed.

CONVENTIONS §1.1, §1.4, §5.1; LAYOUT_FACTS §5, §7.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from publisher.model.inline import Inlines, Text, WrittenCall
from publisher.model.record import FurtherOrgan, NumberedItem, Record
from publisher.model.reference import Organ
from publisher.model.resolved import JobLine, Masthead, MastheadLine
from publisher.model.symbol import Symbol
from publisher.model.words import Words
from publisher.model.workspace import Workspace, file_below
from publisher.resolve.drafting import Drafting, text
from publisher.resolve.front import said
from publisher.wording import parse
from publisher.wording.functions import agenda_numbers

EMBLEM_SUFFIXES = (".svg", ".png")
PROVISIONAL = "provisional-agenda"  # the note that gives the symbol of the provisional agenda


def masthead(drafting: Drafting, lines: tuple[MastheadLine, ...]) -> Masthead:
    """The masthead; `lines` are those under its rule, calls marked."""
    record, vocabulary = drafting.document.record, drafting.vocabulary
    organ, language = drafting.reference.organs.get(record.organ), drafting.document.language
    symbol = Symbol(record.symbol)
    bare = drafting.document.profile.bare_resolutions and drafting.document.kind.is_adopted
    return Masthead(
        organization=(organ.organization.get(language, "") if organ else "")
        or vocabulary.entries.masthead.united_nations,
        symbol_organ=symbol.organ,
        symbol_rest=symbol.rest,
        asterisks="*" * (len(record.reissues) + len(drafting.document.words.symbol_notes)),
        emblem=emblem_address(organ.emblem if organ else "neutral", drafting.workspace),
        emblem_words=organ.emblem_words.get(language, "") if organ else "",
        programme="\n".join(_programme(key, drafting) for key in (record.organ, *(one.organ for one in record.also))),
        distribution=vocabulary.distribution(record.distribution),
        date=vocabulary.masthead_date(record.date),
        language="" if bare else _language_line(drafting),
        original="" if bare else vocabulary.original_line(record.original),
        lines=lines,
        job=job_line(drafting),
    )


def emblem_address(name: str, workspace: Workspace) -> str:
    """Where the emblem `name` is: in the folder, else among emblems.

    Nothing where there is none.
    """
    for candidate in [name] if Path(name).suffix else [name + suffix for suffix in EMBLEM_SUFFIXES]:
        for place in (candidate, f"templates/emblems/{candidate}"):
            if name and file_below((workspace.folder,), place) is not None:
                return place
        with suppress(FileNotFoundError):
            workspace.template(f"emblems/{candidate}")
            return f"emblems/{candidate}"
    return ""


def _language_line(drafting: Drafting) -> str:
    """The language, where the document is not in its original one or is in some languages only (FORMS)."""
    record, language = drafting.document.record, drafting.document.language
    originals = [record.original] if isinstance(record.original, str) else record.original
    said = record.language_only or language not in originals
    return drafting.vocabulary.language_line(record.language_only) if said else ""


def _programme(key: str, drafting: Drafting) -> str:
    organ = drafting.reference.organs.get(key)
    if organ is None:
        drafting.report("FA004", f"reference data has no organ “{key}”", drafting.document.record.at, span=key)
        return f"[{key}?]"
    name = organ.programme.get(drafting.document.language, "")
    if not name:
        drafting.report(
            "FA004",
            f"reference data has no name of “{key}” in “{drafting.vocabulary.code}”",
            drafting.document.record.at,
            span=key,
        )
    return name or f"[{key}?]"


def written_lines(drafting: Drafting) -> Iterator[MastheadLine]:
    """The lines under the masthead rule that the profile prints (§1.1).

    In its order.
    """
    printed = drafting.document.profile.masthead
    record = drafting.document.record
    if record.also and not _has_lines(record.organ, drafting):
        yield replace(_organ_line(record.organ, drafting), side=1)
    lines = [line for line in _lines(drafting) if line.role in printed]
    first = int(bool(record.also))
    yield from (replace(line, side=first) for line in sorted(lines, key=lambda line: printed.index(line.role)))
    for side, one in enumerate(record.also, 2):
        yield from (replace(line, side=side) for line in _of_further(one, drafting) if line.role in printed)


def _of_further(one: FurtherOrgan, drafting: Drafting) -> Iterator[MastheadLine]:
    """The lines of another organ of the same document: its name, its session or year, its items."""
    yield _organ_line(one.organ, drafting)
    if one.session is not None:
        line = drafting.vocabulary.session_line(one.session.number, one.session.part)
        yield MastheadLine("session", text(line))
    if one.year is not None:
        yield MastheadLine("session", parse(drafting.sentence("organ-year", one.at, year=one.year)))
    if one.agenda_item:
        yield from _items(one.agenda_item, drafting)


def _has_lines(key: str, drafting: Drafting) -> bool:
    organ = drafting.reference.organs.get(key)
    return bool(organ and organ.lines.get(drafting.document.language))


def _organ_line(key: str, drafting: Drafting) -> MastheadLine:
    organ = drafting.reference.organs.get(key)
    return MastheadLine("sub-organ", text(organ.names.get(drafting.document.language, "") if organ else f"[{key}?]"))


def _lines(drafting: Drafting) -> Iterator[MastheadLine]:
    """Every line there is: organ, session, place and dates, agenda item, its title."""
    record, words = drafting.document.record, drafting.document.words
    organ = drafting.reference.organs.get(record.organ)
    named = _organ_lines(organ, drafting)
    below = organ is not None and organ.lines_under_session
    if not below:
        for row, line in enumerate(named, 1):
            light = organ is not None and row in organ.light_lines
            yield MastheadLine("sub-organ" if row > 1 else "organ", line, light)
    if words.session_line:
        for place, given in enumerate(words.session_line):
            yield MastheadLine("place" if place else "session", drafting.inlines(given))
    else:
        yield from _session(record, drafting)
    if below:
        yield from (MastheadLine("session", line) for line in named)
    for sentence in said(drafting.document.kind.lines, drafting):
        yield MastheadLine("place", sentence)
    if record.agenda_item:
        yield from _items(record.agenda_item, drafting)


def _organ_lines(organ: Organ | None, drafting: Drafting) -> list[Inlines]:
    """What stands under the masthead rule of the organ: as the author says it, else as organs.yaml does."""
    if (own := drafting.document.words.organ_lines) is not None:
        return [drafting.inlines(line) for line in own]
    return [text(line) for line in organ.lines.get(drafting.document.language, ())] if organ else []


def _session(record: Record, drafting: Drafting) -> Iterator[MastheadLine]:
    vocabulary = drafting.vocabulary
    if record.session is not None:
        yield MastheadLine("session", text(vocabulary.session_line(record.session.number, record.session.part)))
    if not drafting.document.kind.place_line:
        return
    days = [meeting.date for meeting in record.meetings] or list(record.session.days or () if record.session else ())
    if record.session is not None and record.session.days and not record.place:
        yield MastheadLine("place", text(vocabulary.period(record.session.days, "line")))
    place = drafting.reference.places.get(record.place or "")
    if place is not None and days:
        name = place.names.get(drafting.document.language, f"[{place.id}?]")
        yield MastheadLine("place", text(vocabulary.place_line(name, days)))


def _items(items: Sequence[str | NumberedItem], drafting: Drafting) -> Iterator[MastheadLine]:
    """The items of an agenda that a document is issued under; a provisional agenda carries a note with its symbol."""
    record, vocabulary, words = drafting.document.record, drafting.vocabulary, drafting.document.words
    known = agenda_numbers(record, vocabulary)
    numbers = [_item_number(item, known, drafting) for item in items]
    provisional = record.provisional_agenda is not None
    line: Inlines = text(vocabulary.masthead_items(numbers, provisional=provisional))
    yield MastheadLine("item", (*line, WrittenCall(PROVISIONAL)) if provisional else line)
    for item in items:
        key = item.id if isinstance(item, NumberedItem) else item
        if key not in words.agenda:
            message = f"the agenda item “{key}” has no words in {drafting.vocabulary.code}.yaml"
            drafting.report("FA003", message, record.at, span=key, hint="write its title there, under agenda")
            continue
        title = drafting.inlines(words.agenda[key])
        yield MastheadLine("item-title", _without_stop(title, vocabulary.entries.punctuation.stop))


def _item_number(item: str | NumberedItem, known: dict[str, str], drafting: Drafting) -> str:
    """The number of an item as the language prints it: of the agenda, or as the record gives it by itself."""
    if isinstance(item, str):
        return known.get(item, f"[{item}?]")
    return drafting.vocabulary.item_as_printed(item.number)


def _without_stop(inlines: Inlines, stop: str) -> Inlines:
    """An item's title ends with a full stop in the agenda and without one in the masthead (CONVENTIONS §1.6, §2.6)."""
    if not inlines or not isinstance(last := inlines[-1], Text):
        return inlines
    return (*inlines[:-1], Text(last.text.rstrip().removesuffix(stop)))


def front_notes(drafting: Drafting) -> dict[str, Words]:
    """The notes of page one by identifier (§1.1).

    Those written, and the symbol of the provisional agenda.
    """
    record, words = drafting.document.record, drafting.document.words
    notes = dict(words.front_notes)
    if record.agenda_item and record.provisional_agenda is not None:
        sentence = drafting.sentence("provisional-agenda-note", record.at, symbol=record.provisional_agenda)
        notes.setdefault(PROVISIONAL, Words(sentence, record.at))
    return notes


def notes_of_symbol(drafting: Drafting) -> list[Inlines]:
    """The notes that the asterisks of the symbol call, in their order.

    The note of each reissue, by day and reason (CONVENTIONS §4.1), and what else is said of the symbol.
    """
    reissues = [
        parse(drafting.sentence("reissue", drafting.document.record.at, date=reissue.date, reason=reissue.reason))
        for reissue in drafting.document.record.reissues
    ]
    return [*reissues, *map(drafting.inlines, drafting.document.words.symbol_notes)]


def job_line(drafting: Drafting) -> JobLine | None:
    """The foot of page one: number, letter, dates (CONVENTIONS §1.4).

    As the duty station prints it.
    """
    record, vocabulary = drafting.document.record, drafting.vocabulary
    if record.job is None:
        return None
    number = record.job.number + ("*" if record.reissues else "")
    dates = [vocabulary.date(day, "code") for day in record.job.dates.get(drafting.document.language, ())]
    if not dates:
        dates = [vocabulary.date(record.reissues[-1].date if record.reissues else record.date, "code")]
    form = drafting.document.profile.job
    mirrored = form.mirrored and vocabulary.direction == "rtl"  # “170720 140720 20-09399 (A)”
    facts = {"number": number, "letter": vocabulary.letter, "dates": " ".join(reversed(dates) if mirrored else dates)}
    parts = [part.format(**facts) for part in (reversed(form.line) if mirrored else form.line)]
    return JobLine(
        printed="    ".join(parts),
        bar_code="".join(figure for figure in record.job.number if figure.isascii() and figure.isdigit()),
        address=f"https://undocs.org/{drafting.document.language}/{Symbol(record.symbol).each[0]}",
        recycle=vocabulary.entries.masthead.recycle,
    )
