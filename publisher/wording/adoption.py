"""What page one and the end of a resolution say of its adoption, written from the facts.

One place for the page that is drawn and for an import that asks whether a line says just that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from publisher.language import Vocabulary
from publisher.model.record import Adoption, Meeting, Record, Vote
from publisher.model.reference import Reference, Resolutions
from publisher.wording.facts import plain_fact
from publisher.wording.marks import escape
from publisher.wording.names import state_names

Sentence = Callable[..., str]


@dataclass(frozen=True, slots=True)
class TailLine:
    """A line under the text, as author's text.

    The meeting and its day, how it was adopted, or the States of one side after their label.
    """

    kind: Literal["meeting", "adoption", "side"]
    words: str
    label: str = ""


def title_lines(
    form: Resolutions, record: Record, adoption: Adoption, vocabulary: Vocabulary, *, several: bool
) -> list[str]:
    """The lines of the title: by which organ and when it was adopted."""
    meeting = meeting_of(adoption, record)
    facts = {
        "number": adoption.number,
        "date": vocabulary.date(meeting.date if meeting else record.date),
        "meeting": vocabulary.ordinal_in_figures(meeting.number, "meeting-at").strip() if meeting else "[?]",
    }
    return [line.format(**facts) for line in form.lines(vocabulary.code, several=several)]


def tail_lines(
    form: Resolutions | None,
    record: Record,
    adoption: Adoption,
    vocabulary: Vocabulary,
    reference: Reference,
    sentence: Sentence,
) -> Iterator[TailLine]:
    """The lines under the text of a resolution.

    Meeting, day, adoption, who voted how.
    """
    meeting = meeting_of(adoption, record)
    if form is not None and not form.headed:
        return
    if meeting is not None:
        number = vocabulary.ordinal_in_figures(meeting.number, "meeting").strip()
        yield TailLine("meeting", sentence("resolution-meeting", meeting=plain_fact(meeting), number=number))
        yield TailLine("meeting", escape(vocabulary.date(meeting.date)))
    if form is None or not form.votes:
        return
    vote = record.votes.get(adoption.vote or "")
    if adoption.manner == "vote" and vote is not None:
        yield from _voted(vote, vocabulary, reference, sentence)
    elif adoption.manner == "without-vote":
        yield TailLine("adoption", sentence("resolution-without-vote"))


def _voted(vote: Vote, vocabulary: Vocabulary, reference: Reference, sentence: Sentence) -> Iterator[TailLine]:
    """“[Adopted by a recorded vote of 29 to 12 …]” and the States on each side, in the order of the language."""
    listed = bool(vote.lists)
    yield TailLine("adoption", sentence("resolution-vote", method=vote.method, listed=listed, **counted(vote)))
    shown = [(key, side) for key, side in vote.lists.items() if side]
    for place, (key, side) in enumerate(shown, 1):
        names = vocabulary.entries.lists.separator.join(map(escape, state_names(side, vocabulary, reference)))
        yield TailLine("side", names + ("]" if place == len(shown) else ""), vocabulary.label(key))


def counted(vote: Vote) -> dict[str, int]:
    """The votes of each side: in_favour, against, abstaining.

    As a wording template asks for them.
    """
    return {side.replace("-", "_"): count for side, count in vote.counts.items()}


def meeting_of(adoption: Adoption | None, record: Record) -> Meeting | None:
    """The meeting that adopted the text; None where none is named."""
    wanted = adoption.meeting if adoption else None
    return next((entry for entry in record.meetings if entry.number == wanted), None)
