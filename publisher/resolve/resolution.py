"""The order in which a written document is resolved.

Words, blocks, numbers, notes, references, scripts, page one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from publisher.language import Vocabulary
from publisher.model import resolved
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Document
from publisher.model.finished import finished
from publisher.model.inline import Call, Inlines, walk
from publisher.model.reading import texts, with_texts
from publisher.model.reference import Reference
from publisher.model.resolved import Block, Division, EndRule, Note
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace
from publisher.resolve.adopted import sources, titled
from publisher.resolve.drafting import DraftDivision, Drafting
from publisher.resolve.exchange import exchanged
from publisher.resolve.finish import contents, outlined, properties
from publisher.resolve.flatten import divisions
from publisher.resolve.front import cover_of_kind, subtitle_of_kind, title_of_kind
from publisher.resolve.identifiers import report_duplicates
from publisher.resolve.masthead import front_notes, masthead, notes_of_symbol, written_lines
from publisher.resolve.notes import Notes, marked
from publisher.resolve.numbers import numbered, usual_numbers
from publisher.resolve.references import References
from publisher.resolve.running_head import running, under
from publisher.resolve.scripts import with_direction, with_symbols
from publisher.resolve.tables import report_cramped
from publisher.resolve.targets import BODY, Home, targets
from publisher.wording import Wording, parse

Closing = Callable[..., Inlines]  # a line, and where it stands → the line with its last words


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resolved document and what was found on the way.

    A draft with findings is resolved all the same.
    """

    document: resolved.Document | None
    diagnostics: tuple[Diagnostic, ...]


def resolve(document: Document, workspace: Workspace, reference: Reference, vocabulary: Vocabulary) -> Resolution:
    """The document with everything filled in, and the findings.

    Number, mark, label, name and reference. What an author left out or got wrong is a finding and stands in the text
    to be seen, in square brackets.
    """
    wording = Wording(workspace, vocabulary, document.record, document.words, reference)
    drafting = Drafting(document, workspace, reference, vocabulary, wording)

    drafts = numbered(divisions(drafting), drafting)
    report_duplicates(drafts, drafting)

    notes = Notes(drafting, front_notes(drafting))
    notes.of_symbol(notes_of_symbol(drafting), len(document.record.reissues))
    lines = [replace(line, text=notes.in_line(line.text)) for line in written_lines(drafting)]
    title = [notes.in_line(line) for line in _title(drafting)]
    own, cover = _subtitle(drafting), list(cover_of_kind(drafting))
    subtitle = [notes.in_line(line) for line in (*own, *cover)]
    blocks = marked(drafts, notes)
    notes.uncalled()

    references = References(targets(drafts, notes.given, drafting), drafting)
    directed = with_direction(vocabulary.direction)
    organs = _symbol_beginnings(document, reference)

    def closed(line: Inlines, home: Home = BODY) -> Inlines:
        return directed(with_symbols(references.in_line(line, home), organs))

    parts = _divisions(drafts, blocks, closed)
    page_one = masthead(drafting, tuple(replace(line, text=closed(line.text)) for line in lines))
    printed_title = tuple(closed(line) for line in title)
    head = running(drafting)
    made = resolved.Document(
        symbol=document.record.symbol,
        kind=document.record.kind,
        profile=under(document.profile.layout, head),
        page=document.kind.page,
        plain_subtitles=len(subtitle) if document.kind.light_subtitle else len(cover),
        language=document.language,
        direction=vocabulary.direction,
        masthead=page_one,
        running=head,
        title=printed_title,
        subtitle=tuple(closed(line) for line in subtitle),
        contents_heading=vocabulary.label(document.kind.contents),
        contents_page_label=vocabulary.label("page") if document.kind.contents_pages else "",
        contents_paged=document.kind.contents_pages,
        contents_chapter_label=vocabulary.label("chapter") if document.kind.chapters else "",
        contents=contents(parts, drafting.vocabulary, _listed_degrees(document)),
        divisions=parts,
        notes=_notes(notes.given, _homes(drafts, blocks), closed),
        held=vocabulary.held,
        usual_numbers=usual_numbers(vocabulary),
        properties=properties(drafting, page_one, printed_title),
        facts=exchanged(drafting),
    )
    done = finished(made)
    report_cramped(done, drafting)
    return Resolution(done, tuple(drafting.findings))


def _listed_degrees(document: Document) -> int:
    """How many degrees of headings the contents list, none where there are no contents."""
    asked = document.record.contents
    return int(asked) if not isinstance(asked, bool) else document.kind.contents_degrees if asked else 0


def _symbol_beginnings(document: Document, reference: Reference) -> frozenset[str]:
    """The first components of the symbols that the reference data and the document itself use."""
    known = (organ.symbol_prefix for organ in reference.organs.values())
    return frozenset(Symbol(symbol).organ for symbol in (*known, document.record.symbol) if "/" in symbol)


def _title(drafting: Drafting) -> list[Inlines]:
    """The title as written; a resolution names itself from the record; a finding where there is neither."""
    words = drafting.document.words
    lines = [drafting.inlines(line) for line in words.title] or title_of_kind(drafting) or titled(drafting)
    if not lines:
        drafting.report("FA005", "the document has no title", words.at, hint="write it under title, a line each")
    return lines


def _subtitle(drafting: Drafting) -> list[Inlines]:
    """The subtitle; a corrigendum, addendum, revision or annex names itself there (CONVENTIONS §2.3, §4)."""
    record, words = drafting.document.record, drafting.document.words
    if not words.subtitle and (given := subtitle_of_kind(drafting) or list(sources(drafting))):
        return given
    if words.subtitle or record.parent is None or (record.parent.relation == "annex" and record.parent.annex is None):
        return [drafting.inlines(line) for line in words.subtitle]
    if record.parent.annex is not None:
        label = drafting.vocabulary.annex_label(record.parent.annex or 1, 2 if record.parent.annex else 1).printed
        return [parse(drafting.sentence("annex-subtitle", record.at, label=label, parent=record.parent.symbol))]
    suffix = Symbol(record.symbol).suffix
    number = (suffix.number if suffix else 0) or 1
    name = f"{record.parent.relation}-subtitle"
    return [parse(drafting.sentence(name, record.at, number=number, parent=record.parent.symbol))]


def _divisions(
    drafts: Sequence[DraftDivision], blocks: Sequence[Sequence[Block]], closed: Closing
) -> tuple[Division, ...]:
    """The body and the annexes with the last words put into them; the end rule closes the last one."""
    made = [
        Division(
            f"annex-{draft.number}" if draft.number else "body",
            "annex" if draft.number else "body",
            tuple(outlined(with_texts(block, partial(closed, home=home))) for block, home in of_division),
        )
        for draft, of_division in zip(drafts, _placed(drafts, blocks), strict=True)
    ]
    made[-1] = replace(made[-1], blocks=(*made[-1].blocks, EndRule()))
    return tuple(made)


def _placed(drafts: Sequence[DraftDivision], blocks: Sequence[Sequence[Block]]) -> Iterator[list[tuple[Block, Home]]]:
    """The blocks of each division, each with the annex and the decision it stands in."""
    for division, of_division in zip(drafts, blocks, strict=True):
        decisions = {draft.block.id: draft.decision or "" for draft in division.drafts}
        yield [(block, (division.number, decisions.get(block.id, ""))) for block in of_division]


def _homes(drafts: Sequence[DraftDivision], blocks: Sequence[Sequence[Block]]) -> dict[str, Home]:
    """Where each note is called."""
    return {
        part.note: home
        for of_division in _placed(drafts, blocks)
        for block, home in of_division
        for _, line in texts(block)
        for part in walk(line)
        if isinstance(part, Call)
    }


def _notes(given: Sequence[Note], homes: Mapping[str, Home], closed: Closing) -> tuple[Note, ...]:
    """The notes: reissues of page one first, the others in the order of their calls."""
    return tuple(replace(note, text=closed(note.text, homes.get(note.id, BODY))) for note in given)
