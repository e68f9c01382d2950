"""A record of a meeting does not say when the meeting began and ended.

Why: the first and the last line are those every record has, and the hours in them are facts.
Authority: UN Editorial Manual, meeting records (V17): “The meeting was called to order at …”, “The meeting rose at …”.
Bad: a body that begins with the first item of the agenda
Good: `- session: called-to-order` before it, `- session: rose` at the end, `opened:` and `closed:` of the meeting
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("meeting",)
_ENDS = (("called-to-order", "opened", "first"), ("rose", "closed", "last"))


def find(evidence: Evidence) -> Iterator[Fault]:
    """The kind of document, where a line is missing; the meeting, where its hour is."""
    record = evidence.record
    for block, hour, place in _ENDS:
        if not any(evidence.stating(f"session {block}")):
            at = evidence.sources.word(evidence.record_file, "kind", record.kind)
            hint = f"write “- session: {block}” as the {place} line of the body"
            yield Fault(f"the record of the meeting has no {place} line, “{block}”", at, record.kind, hint)
        elif record.meetings and not getattr(record.meetings[0 if hour == "opened" else -1], hour):
            meeting = record.meetings[0 if hour == "opened" else -1]
            at = evidence.sources.word(meeting.at, "number", str(meeting.number))
            message = f"the hour is not known at which meeting {meeting.number} was {hour}"
            yield Fault(message, at, str(meeting.number), f'add {hour}: "10:05"')
