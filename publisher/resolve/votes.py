"""The result of a vote, and who voted how where that was recorded (CONVENTIONS §2.4, §5.4)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import document as written
from publisher.model.record import Vote
from publisher.model.resolved import Paragraph
from publisher.resolve.drafting import Draft, Drafting
from publisher.resolve.stated import missing, names, stated
from publisher.wording import parse
from publisher.wording.facts import plain_fact
from publisher.wording.names import state_names


def vote(block: written.VoteSentence, numbered: bool, drafting: Drafting) -> Iterator[Draft]:
    """The sentence on a vote; after a recorded one, the States in favour, against and abstaining."""
    facts = drafting.document.record.votes.get(block.vote)
    if facts is None:
        yield missing("vote", block.vote, block.at, drafting)
        return
    yield stated(
        "vote", block.words, block.id, block.at, numbered, drafting, f"vote {block.vote}",
        vote=plain_fact(facts, f"vote {block.vote}"), in_favour=_count(facts.in_favour), against=_count(facts.against),
        abstaining=_count(facts.abstaining), decision=facts.on,
    )  # fmt: skip
    yield from _lists(facts, block, drafting)


def _count(counted: int | list[str]) -> int:
    return counted if isinstance(counted, int) else len(counted)


def _lists(facts: Vote, block: written.VoteSentence, drafting: Drafting) -> Iterator[Draft]:
    """States stand listed after a recorded vote only; a show of hands has no lists (CONVENTIONS §2.4, V05)."""
    sides = (("in-favour", facts.in_favour), ("against", facts.against), ("abstaining", facts.abstaining))
    if all(isinstance(side, int) for _, side in sides):
        return
    vocabulary, reference = drafting.vocabulary, drafting.reference
    for key, side in sides:
        listed = [] if isinstance(side, int) else side
        given = names(listed, lambda codes: state_names(codes, vocabulary, reference), block.at, drafting)
        words = vocabulary.entries.lists.separator.join(given) if given else vocabulary.label("none")
        label = parse(vocabulary.label(key))
        yield Draft(Paragraph("", "labelled", None, parse(words), label, at=block.at), None, part="vote")
