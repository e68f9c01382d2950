"""A resolution by itself.

Its title names the organ and the day, a heading its number, its last lines the adoption. What the program would write
from the facts is left to them; all else stays as it stands in the source.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference
from publisher.model.workspace import Workspace
from publisher.receive.adoptions import AdoptionReader, proponent_of
from publisher.receive.folder import Noted, OneLine, Remark
from publisher.receive.said import Facts, facts_in
from publisher.receive.word.decisions import resolving
from publisher.receive.word.front import Front, day_in
from publisher.receive.word.labels import Labels
from publisher.receive.word.lines import Structure
from publisher.receive.word.session_lines import FIGURES
from publisher.receive.word.words import unmarked
from publisher.receive.written import Written, bare

_VOTE = "adoption"  # the name of the vote in the record
_WHY = "the title is that of a resolution by itself"
_WHY_DRAFT = "the title is that of a draft resolution"
_DRAFT = "draft"  # the number of what has none yet
_SPONSORED = re.compile(r"(?P<sponsors>.+?)\s*[:：]\s*(?P<what>[^:：]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Titled:
    """What the title says.

    The number, where it does, whether a heading above the text says it, who proposes it.
    """

    number: str
    headed: bool
    sponsors: tuple[str, ...] = ()
    meeting: str = ""  # and the day, as printed
    date: str = ""


def titled(front: Front, organ: str | None, vocabulary: Vocabulary, reference: Reference) -> Titled | None:
    """What the title says where it is that of a resolution by itself.

    None for any other document.
    """
    known = reference.organs.get(organ or str(front.facts.get("organ", "")))
    lines = [unmarked(line) for line in front.title]
    if known is None or known.resolutions is None:
        found = Labels(vocabulary).decision("\n".join(lines))
        return Titled(found[1], headed=True) if found and found[0] == "resolution" and not found[2] else None
    said = AdoptionReader.title(lines, known.resolutions, vocabulary.code)
    if said is None:
        return None
    headed, meeting, date = known.resolutions.headed, said.get("meeting", ""), said.get("date", "")
    return Titled(said.get("number", ""), headed, meeting=meeting, date=date)


def draft_titled(front: Front, facts: Facts) -> Titled | None:
    """What the title says where it is that of a draft resolution.

    “Kenya and Switzerland: draft resolution”.
    """
    said = " ".join(unmarked(line) for line in front.title)
    label = bare(facts.sentence("sponsored-draft")).casefold()
    if bare(said).casefold() == label:
        return Titled(_DRAFT, headed=False)
    found = _SPONSORED.fullmatch(said)
    if found is None or bare(found["what"]).casefold() != label:
        return None
    return Titled(_DRAFT, headed=False, sponsors=tuple(facts.states(found["sponsors"]) or ()))


@dataclass(frozen=True)
class ResolutionWriter:
    """Puts a resolution into the record and the words of a folder, which it changes."""

    vocabulary: Vocabulary
    reference: Reference
    workspace: Workspace
    running: str = ""  # what stands in the running head beside the symbol: the title

    def put(self, title: Titled, structure: Structure, record: dict[str, Any], words: dict[str, Any]) -> None:
        """Make of what was read a folder of the kind “resolution”, where it holds one."""
        if title.number == _DRAFT:
            self._put_draft(title, structure, record, words)
            return
        number = self._text(title, structure, words)
        if not number:
            return
        record["kind"] = Noted("resolution", (Remark("IM011", _WHY, " ".join(map(unmarked, words["title"]))),))
        reader = AdoptionReader(facts_in(self.vocabulary, self.reference, self.workspace))
        said = reader.under(words["decisions"][number].get("tail", []), number)
        adoption: dict[str, Any] = {"number": number, "kind": "resolution"}
        if meeting := said.meeting or self._meeting(title):
            record["meetings"] = [OneLine(meeting)]
            adoption["meeting"] = meeting["number"]
        if said.vote is not None:
            record["votes"] = {_VOTE: said.vote}
        adoption |= {"manner": said.manner or "consensus"} | ({"vote": _VOTE} if said.vote is not None else {})
        subtitle = unmarked("\n".join(words.get("subtitle", ())))
        if by := proponent_of(subtitle, self.reference, self.vocabulary):
            adoption["proponent"] = OneLine(by)
        record["adoptions"] = [adoption]
        self._leave_to_facts(self._written(record), words, number)

    def _meeting(self, title: Titled) -> dict[str, Any]:
        """The meeting that a title names with its day."""
        number, day = re.search(r"\d+", title.meeting.translate(FIGURES)), day_in(title.date, self.vocabulary)
        return {"number": int(number[0]), "date": day} if number and day else {}

    def _put_draft(self, title: Titled, structure: Structure, record: dict[str, Any], words: dict[str, Any]) -> None:
        """A draft: its sponsors are facts, its text stands under the one heading that is its title."""
        record["kind"] = Noted(
            "draft-resolution", (Remark("IM011", _WHY_DRAFT, " ".join(map(unmarked, words["title"]))),)
        )
        match structure.body.body:
            case [{"heading": str(said), "numbered": False, "body": list(inner)}] if not structure.decisions:
                text = resolving(replace(structure.body, body=inner))
                words["decisions"] = {_DRAFT: {"title": said} | text}
                words.pop("body")
            case _:
                return
        adoption = {"number": _DRAFT, "kind": "resolution"} | (
            {"sponsors": sorted(title.sponsors)} if title.sponsors else {}
        )
        record["adoptions"] = [OneLine(adoption)]
        written = self._written(record)
        self._leave_organ(written, words["decisions"][_DRAFT])
        if written.says([unmarked(line) for line in words["title"]], [written.sentence("sponsored-draft")]):
            words.pop("title")

    def _text(self, title: Titled, structure: Structure, words: dict[str, Any]) -> str:
        """The number of the resolution, its text put under it; nothing where there is not just one."""
        if title.headed:
            listed = structure.decisions
            if len(listed) == 1 and words["body"] == [{"decision": next(iter(listed))}]:
                words.pop("body")
                return next(iter(listed))
            return ""
        if not title.number or structure.decisions:
            return ""
        words["decisions"] = {title.number: {"title": self.running or "\\[--\\]"} | resolving(structure.body)}
        words.pop("body")
        return title.number

    @staticmethod
    def _leave_to_facts(written: Written, words: dict[str, Any], number: str) -> None:
        """Take out of the words the lines that the facts give."""
        if written.says([unmarked(line) for line in words["title"]], written.title(several=False)):
            words.pop("title")
        if "subtitle" in words and written.says([unmarked(line) for line in words["subtitle"]], written.source()):
            words.pop("subtitle")
        decision = words["decisions"][number]
        if written.says([unmarked(line) for line in decision.get("tail", [])], written.tail()):
            decision.pop("tail")
        ResolutionWriter._leave_organ(written, decision)

    @staticmethod
    def _leave_organ(written: Written, decision: dict[str, Any]) -> None:
        if "organ" in decision and written.says([decision["organ"]], [written.sentence("decision-organ")]):
            decision.pop("organ")

    def _written(self, record: Mapping[str, Any]) -> Written:
        return Written(record, self.reference, self.vocabulary, self.workspace)
