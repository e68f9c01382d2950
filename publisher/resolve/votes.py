"""The result of a vote, and who voted how (CONVENTIONS §2.4, §5.4).

Where that was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.model import document as written
from publisher.model.record import Vote
from publisher.model.resolved import Paragraph
from publisher.model.words import Words
from publisher.resolve.drafting import Draft, Drafting
from publisher.resolve.stated import missing, names, stated
from publisher.wording import parse
from publisher.wording.adoption import counted
from publisher.wording.facts import plain_fact
from publisher.wording.names import state_names


def vote(block: written.VoteSentence, numbered: bool, drafting: Drafting) -> Iterator[Draft]:
    """The sentence on a vote.

    After a recorded one, the States in favour, against and abstaining. In the record of a meeting they stand between
    the two sentences that say that a vote was taken, and with what result (FORMS §1).
    """
    facts = drafting.document.record.votes.get(block.vote)
    if facts is None:
        yield missing("vote", block.vote, block.at, drafting)
        return
    said = {"vote": plain_fact(facts, f"vote {block.vote}"), "what": _text_voted_on(facts, drafting), **counted(facts)}

    def sentence(name: str, words: Words | None, id: str | None, **more: Any) -> Draft:
        return stated(name, words, id, block.at, numbered, drafting, f"vote {block.vote}", **said, **more)

    if facts.lists and "meeting" in drafting.document.kind.traits:
        yield sentence("vote-taken", None, None)
        yield from _lists(facts, block, drafting)
        adopted = facts.on if facts.adopted and "/" in facts.on else ""
        yield sentence("vote-result", block.words, block.id, number=adopted)
        return
    yield sentence("vote", block.words, block.id, decision=facts.on, listed=bool(facts.lists))
    yield from _lists(facts, block, drafting)


def _text_voted_on(facts: Vote, drafting: Drafting) -> str:
    """What a wording template calls it: a “resolution” or “decision” of the session, else a “proposal”."""
    if any(text.number == facts.on and text.kind == "resolution" for text in drafting.document.record.adoptions):
        return "resolution"
    return "decision" if "/" in facts.on else "proposal"


def _lists(facts: Vote, block: written.VoteSentence, drafting: Drafting) -> Iterator[Draft]:
    """States stand listed after a recorded vote only; a show of hands has no lists (CONVENTIONS §2.4, V05)."""
    if not facts.lists:
        return
    vocabulary, reference = drafting.vocabulary, drafting.reference
    for key, _ in facts.sides:
        listed = facts.lists.get(key, [])
        given = names(listed, lambda codes: state_names(codes, vocabulary, reference), block.at, drafting)
        words = vocabulary.entries.lists.separator.join(given) if given else vocabulary.label("none")
        label = parse(vocabulary.label(key))
        yield Draft(Paragraph("", "labelled", None, parse(words), label, at=block.at), None, part="vote")
