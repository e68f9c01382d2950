"""An election: a lead-in, a subparagraph for each group.

It names the States elected (CONVENTIONS §9.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import document as written
from publisher.model.record import Election
from publisher.model.reference import GROUPS
from publisher.model.resolved import Paragraph
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.phrases import with_call
from publisher.resolve.stated import missing, names, stated
from publisher.wording import parse
from publisher.wording.facts import group, plain_fact
from publisher.wording.names import NoName, body_name, state_names


def election(block: written.ElectionParagraph, numbered: bool, drafting: Drafting) -> Iterator[Draft]:
    """The lead-in and the groups in the order elections print them."""
    facts = drafting.document.record.elections.get(block.election)
    if facts is None:
        yield missing("election", block.election, block.at, drafting)
        return
    groups = _groups(facts, block, drafting)
    yield stated(
        "election", block.words, block.id, block.at, numbered, drafting, f"election {block.election}",
        election=plain_fact(facts, f"election {block.election}"), body=_body(facts, block, drafting),
        total=sum(facts.seats.values()), groups=groups,
    )  # fmt: skip
    for place, facts_of_group in enumerate(groups):
        yield _item(facts_of_group, len(groups) - place - 1, block, drafting)


def _body(facts: Election, block: written.ElectionParagraph, drafting: Drafting) -> str:
    try:
        return body_name(facts.body, drafting.vocabulary.code, drafting.reference)
    except NoName as fault:
        drafting.report("FA004", str(fault), block.at, span=facts.body)
        return f"\\[{facts.body}?\\]"


def _groups(facts: Election, block: written.ElectionParagraph, drafting: Drafting) -> list[dict[str, object]]:
    vocabulary, reference = drafting.vocabulary, drafting.reference

    def listed(codes: list[str]) -> list[str]:
        return state_names(codes, vocabulary, reference)

    return [
        group(
            key,
            {
                "group": key,
                "name": vocabulary.group(key),
                "seats": facts.seats.get(key, 0) if block.vacancies else len(facts.elected[key]),
                "states": names(facts.elected[key], listed, block.at, drafting),
            },
        )
        for key in GROUPS
        if key in facts.elected
    ]


def _item(facts: dict[str, object], to_come: int, block: written.ElectionParagraph, drafting: Drafting) -> Draft:
    """End a group as the items of a list end (CONVENTIONS §2.1), the footnote call where the language sets it."""
    marks = drafting.vocabulary.entries.punctuation
    end = marks.item_end if to_come > 1 else marks.item_before_last if to_come == 1 else marks.item_last
    inlines = parse(drafting.sentence("election-group", block.at, **facts))
    note = block.notes.get(str(facts["group"]))
    if note is None:
        inlines = (*inlines, *text(end))
    else:
        inlines = with_call(inlines, end, note, before=drafting.vocabulary.note_call == "before")
    fact = f"election {block.election} {facts['group']}"
    return Draft(Paragraph("", "item", None, inlines, at=block.at, fact=fact), Asked("item"), part="item")
