"""The record of a Word file, with the words it was read from.

What page one and the body say plainly.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from publisher.language import Vocabulary
from publisher.model.reference import Organ
from publisher.receive.folder import Noted, OneLine, Remark
from publisher.receive.said import Facts
from publisher.receive.word.front import Front
from publisher.receive.word.kinds import kind_of
from publisher.receive.word.lines import Structure
from publisher.receive.word.notes import Notes

if TYPE_CHECKING:
    from publisher.receive.word.importing import Options

_LETTER = {"A": "new-york", "E": "new-york", "S": "new-york", "ECE": "geneva", "HSP": "nairobi", "UNEP": "nairobi"}
_STATIONS = ("geneva", "nairobi", "new-york")
_JOB_OF_NEW_YORK = re.compile(r"\d{2}-\d{5}")


def record_of(
    front: Front,
    structure: Structure,
    notes: Notes,
    vocabulary: Vocabulary,
    options: Options,
    name: str,
    facts_of: Facts,
) -> dict[str, Any]:
    """The entries of `record.yaml`."""
    facts = front.facts
    symbol = facts.get("symbol") or re.sub(r"[^A-Za-z0-9]+", "/", name.rpartition(".")[0]).strip("/")
    made: dict[str, Any] = {"symbol": _told(front, "symbol", symbol)}
    made["kind"] = options.kind or _kind(front, structure, facts_of)
    organ = facts_of.reference.organs.get(str(options.organ or facts.get("organ")))
    made["profile"] = options.profile or _profile(str(symbol), str(facts.get("job", "")), organ)
    made["organ"] = options.organ or _organ(front)
    if "session" in facts:
        made["session"] = OneLine(facts["session"])  # type: ignore[arg-type]
    if facts.get("also"):
        made["also"] = facts["also"]
    if "place" in facts:
        made["place"] = _told(front, "place", facts["place"])
    made["distribution"] = facts.get("distribution", "general")
    made["date"] = _told(front, "date", facts["date"]) if "date" in facts else _unknown_date()
    made["original"] = facts.get("original", vocabulary.code)
    if "language-only" in facts:
        made["language-only"] = OneLine(facts["language-only"])  # type: ignore[arg-type]
    if "agenda-item" in facts:
        made["agenda-item"] = [OneLine(one) for one in facts["agenda-item"]]  # type: ignore[attr-defined]
    if structure.contents:
        made["contents"] = True
    if "job" in facts:
        days = facts.get("job-dates")
        made["job"] = {"number": facts["job"]}
        made["job"] |= {"dates": OneLine({vocabulary.code: days})} if days else {}
    if days := facts.get("reissues"):
        made["reissues"] = [OneLine({"date": day, "reason": "technical"}) for day in days]  # type: ignore[attr-defined]
    if (restart := notes.restart()) != "never":
        made["footnotes-restart"] = restart
    if structure.agenda is not None:
        made["agenda"] = [OneLine(one) if isinstance(one, dict) else one for one in structure.agenda.named()[0]]
    made |= _said(facts_of, structure)
    if structure.adoptions:
        made["adoptions"] = [OneLine(one) for one in structure.adoptions]
    return made


def _said(facts: Facts, structure: Structure) -> dict[str, Any]:
    """Attendance and votes, as the sentences of the body say them."""
    lines = [
        line
        for division in (structure.body, *(annex.division for annex in structure.annexes))
        for line in division.lines
    ]
    made: dict[str, Any] = {}
    if (present := facts.attendance(lines)) is not None:
        members = _concluded(present.value["members"], "the States present, as the text lists them", present.words)
        made["attendance"] = {"members": Noted(OneLine(members.value), members.remarks)}
    votes = {f"vote-{place}": vote for place, vote in enumerate(facts.votes(lines), 1)}
    if votes:
        made["votes"] = {
            key: _concluded(vote.value, "a vote, as the text tells it", vote.words) for key, vote in votes.items()
        }
    return made


def _told(front: Front, key: str, value: Any) -> Any:
    words = front.evidence.get(key)
    return Noted(value, (Remark("IM011", f"{key} read from page one", words),)) if words else value


def _organ(front: Front) -> Any:
    key = front.facts.get("organ")
    if key in front.organs:
        said = "the organ is not among those known: it stands in reference/organs.yaml, as page one names it"
        hint = "complete it there, or name one that is known, a key of data/reference/organs.yaml"
        return Noted(key, (Remark("IM011", said, front.evidence["organ"], hint),))
    if key is not None:
        return _told(front, "organ", key)
    hint = "name it with --organ, a key of data/reference/organs.yaml"
    return Noted("organ", (Remark("IM012", "no organ is named in the masthead", "", hint),))


def _unknown_date() -> Any:
    return Noted(
        datetime.date(1970, 1, 1), (Remark("IM012", "the date of the masthead was not found", "", "write it here"),)
    )


def _kind(front: Front, structure: Structure, facts: Facts) -> Any:
    value, why, words = kind_of(front, structure, facts)
    return _concluded(value, why, words) if why else value


def _concluded(value: Any, why: str, words: str) -> Noted:
    return Noted(value, (Remark("IM011", why, words),))


def _profile(symbol: str, job: str, organ: Organ | None) -> str:
    """Whose layout the document has: by the job number, by where the organ sits, by the symbol."""
    first = symbol.partition("/")[0]
    if job.startswith("GE."):
        return "geneva"
    if job.startswith("K"):
        return "nairobi"
    if organ is not None and organ.headquarters in _STATIONS:
        return organ.headquarters
    if _JOB_OF_NEW_YORK.fullmatch(job):
        return "new-york"
    return _LETTER.get(first, "geneva")
