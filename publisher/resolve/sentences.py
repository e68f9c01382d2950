"""Paragraphs that state facts of the record.

By a wording template, or in the author's own words beside it. Where an author gives `words`, they are printed, and
what the template would have said is kept in `expected` so that the check can hold the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from publisher.model import document as written
from publisher.resolve.drafting import Draft, Drafting
from publisher.resolve.elections import election
from publisher.resolve.officers import officers
from publisher.resolve.stated import missing, names, stated
from publisher.resolve.votes import vote
from publisher.wording.facts import plain_fact
from publisher.wording.names import body_name, observer_names, state_names

OF_A_MEETING = ("called-to-order", "rose")  # lines of a record of a meeting, which carry no number

FactBlock = (
    written.AttendanceSentence
    | written.MeetingSentence
    | written.CredentialsSentence
    | written.VoteSentence
    | written.ElectionParagraph
    | written.OfficersList
)


def fact_block(block: FactBlock, numbered: bool, drafting: Drafting) -> Iterator[Draft]:
    """The paragraphs that a block of facts stands for."""
    match block:
        case written.AttendanceSentence():
            yield attendance(block, numbered, drafting)
        case written.MeetingSentence():
            yield session(block, numbered, drafting)
        case written.CredentialsSentence():
            yield credentials(block, numbered, drafting)
        case written.VoteSentence():
            yield from vote(block, numbered, drafting)
        case written.ElectionParagraph():
            yield from election(block, numbered, drafting)
        case written.OfficersList():
            yield from officers(block, drafting)
        case _:
            assert_never(block)


def attendance(block: written.AttendanceSentence, numbered: bool, drafting: Drafting) -> Draft:
    """Who attended, by category (V16).

    States in the language's order, bodies in that of the record.
    """
    listed = drafting.document.record.attendance
    vocabulary, reference = drafting.vocabulary, drafting.reference

    def of_states(codes: list[str]) -> list[str]:
        return state_names(codes, vocabulary, reference)

    def of_observers(keys: list[str]) -> list[str]:
        return observer_names(keys, vocabulary, reference)

    def of_bodies(keys: list[str]) -> list[str]:
        return [body_name(key, vocabulary.code, reference, short=key in block.short) for key in keys]

    match block.attendance:
        case "members":
            given = names(listed.members, of_states, block.at, drafting)
        case "observers":
            given = names([*listed.observer_states, *listed.observers], of_observers, block.at, drafting)
        case "un-bodies":
            given = names(listed.un_bodies, of_bodies, block.at, drafting)
        case "intergovernmental":
            given = names(listed.intergovernmental, of_bodies, block.at, drafting)
        case "non-governmental":
            given = names(listed.non_governmental, of_bodies, block.at, drafting)
        case _:
            assert_never(block.attendance)
    if not given:
        return missing("attendance", block.attendance, block.at, drafting)
    return stated(
        f"attendance-{block.attendance}", block.words, block.id, block.at, numbered, drafting,
        f"attendance {block.attendance}", names=given, count=len(given),
    )  # fmt: skip


def session(block: written.MeetingSentence, numbered: bool, drafting: Drafting) -> Draft:
    """The sentence on the session held, opened or closed.

    With its first or last meeting.
    """
    meetings = sorted(drafting.document.record.meetings, key=lambda meeting: meeting.number)
    if not meetings:
        return missing("meetings", "", block.at, drafting)
    meeting = plain_fact(meetings[-1] if block.session in ("closing", "rose") else meetings[0], "meeting")
    counted = numbered and block.session not in OF_A_MEETING
    return stated(
        f"session-{block.session}", block.words, block.id, block.at, counted, drafting, f"session {block.session}",
        meeting=meeting, days=[entry.date for entry in meetings],
    )  # fmt: skip


def credentials(block: written.CredentialsSentence, numbered: bool, drafting: Drafting) -> Draft:
    """The sentence on what the credentials report says.

    Counts, recommends, or was accepted.
    """
    facts = drafting.document.record.credentials
    if facts is None:
        return missing("credentials", "", block.at, drafting)
    return stated(
        f"credentials-{block.credentials}", block.words, block.id, block.at, numbered, drafting,
        f"credentials {block.credentials}", credentials=plain_fact(facts, "credentials"),
    )  # fmt: skip
