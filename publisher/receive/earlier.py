"""An earlier document as the start of the next one.

What stays from session to session is kept, and what was that session's is emptied.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publisher.language import Vocabulary
from publisher.receive.folder import Commented, OneLine

EMPTY = "[--]"  # words that are still to be given, which `issue` refuses
_STAYS = ("profile", "organ", "place", "distribution", "original")
_STAYS_AS_IT_IS = ("contents", "footnotes-restart", "subjects", "agenda", "agenda-item")
_OF_DECISIONS = ("decision", "resolution")  # kinds that are nothing without one
_WRITTEN_FROM_FACTS = ("attendance", "credentials", "vote", "election", "officers", "outcomes", "decision")
_OF_THE_SESSION = re.compile(
    r"\d|\{\{[^}]*\b(?:facts|votes?|meetings?|person|elections?|bureaux|officers|credentials|attendance|session|date"
    r"|provisional_agenda|symbol)\b"
)
_CALL = re.compile(r"\[\^[^\]\s]{1,80}\]")
_COUNTED = re.compile(r"(?:[A-Z]-)?\d{1,4}/\d{1,4}")  # a decision that is numbered within its session
_LONGEST = 1000  # characters of a paragraph that are kept as a reminder
_ORDINALS = ("session", "session-object", "session-of", "session-at")


@dataclass(frozen=True, slots=True)
class Next:
    """What is known of the next document.

    Its symbol, session, day, the days of its meetings, and what is said of it otherwise than of the earlier one.
    """

    symbol: str
    session: int | None
    date: datetime.date
    meetings: Sequence[Mapping[str, Any]]
    facts: Mapping[str, str]  # profile, organ, place … of the record
    origin: Mapping[str, str]  # the earlier document: symbol, folder


def next_record(record: Mapping[str, Any], wanted: Next) -> dict[str, Any]:
    """The facts of the next document, as far as they are known or stay."""
    session = {"session": OneLine({"number": wanted.session})} if wanted.session is not None else {}
    made: dict[str, Any] = {"symbol": wanted.symbol, "kind": record["kind"]}
    made |= {key: wanted.facts.get(key, record.get(key)) for key in _STAYS[:2]} | session
    made |= {key: wanted.facts.get(key, record.get(key)) for key in _STAYS[2:]} | {"date": wanted.date}
    made = {key: value for key, value in made.items() if value is not None}
    made["started-from"] = OneLine(dict(wanted.origin))
    if record.get("meetings"):
        made["meetings"] = [OneLine(meeting) for meeting in wanted.meetings]
    made |= {key: _in_short(record[key]) for key in _STAYS_AS_IT_IS if key in record}
    if numbers := _numbers(record, wanted):
        kinds = {str(one["number"]): one.get("kind", "decision") for one in record["adoptions"]}
        made["adoptions"] = [OneLine({"number": new, "kind": kinds[old]}) for old, new in numbers.items()]
    return made


def _in_short(value: Any) -> Any:
    """A list with each of its mappings on a line."""
    return [OneLine(one) if isinstance(one, dict) else one for one in value] if isinstance(value, list) else value


def next_words(
    words: Mapping[str, Any], record: Mapping[str, Any], wanted: Next, vocabulary: Vocabulary
) -> dict[str, Any]:
    """The words of the next document in one language.

    Headings and agenda stay where they speak of no session; of each other paragraph a reminder stays as a comment.
    """
    emptying = _Emptying(_counted(record, wanted.session, vocabulary), _numbers(record, wanted))
    made: dict[str, Any] = {"title": [Commented(EMPTY, _last_time(_lines(words.get("title"))))]}
    if words.get("summary"):
        made["summary"] = [Commented(EMPTY, _last_time(line)) for line in _each(words["summary"])]
    if words.get("agenda"):
        made["agenda"] = {item: emptying.kept(title) or _ended(title) for item, title in words["agenda"].items()}
    if words.get("body"):
        made["body"] = emptying.blocks(words["body"])
    if words.get("annexes"):
        made["annexes"] = [emptying.annex(annex) for annex in words["annexes"]]
    if emptying.numbers and words.get("decisions"):
        made["decisions"] = {
            emptying.numbers[str(number)]: emptying.decision(decision)
            for number, decision in words["decisions"].items()
            if str(number) in emptying.numbers
        }
    return made


def _numbers(record: Mapping[str, Any], wanted: Next) -> dict[str, str]:
    """Of a document that is a decision or several: their numbers, and those in the next session."""
    if record.get("kind") not in _OF_DECISIONS:
        return {}
    numbers = [str(one["number"]) for one in record.get("adoptions") or ()]
    counted = wanted.session is not None and all(map(_COUNTED.fullmatch, numbers))
    return {
        old: f"{wanted.session}/{place}" if counted else f"draft-{place}" for place, old in enumerate(numbers, start=1)
    }


def _counted(record: Mapping[str, Any], session: int | None, vocabulary: Vocabulary) -> Callable[[str], bool]:
    """Tell whether words name the last session or the next by their number."""
    last = (record.get("session") or {}).get("number")
    numbers = [number for number in (last, last and last + 1, session) if number]
    names = {vocabulary.ordinal(number, use).casefold() for number in numbers for use in _ORDINALS}
    found = re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in sorted(names)) or r"(?!)")
    return lambda text: bool(found.search(text.casefold()))


@dataclass(frozen=True, slots=True)
class _Emptying:
    """Takes last session's words out of a text and keeps its outline."""

    counted: Callable[[str], bool]
    numbers: Mapping[str, str]

    def kept(self, words: object) -> str:
        """`words` without note calls; nothing where they tell of one session."""
        text = _CALL.sub("", words) if isinstance(words, str) else ""
        return "" if _OF_THE_SESSION.search(text) or self.counted(text) else text

    def blocks(self, body: object) -> list[Any]:
        """The blocks of a body.

        Headings, sentences that any session has, and room for everything else.
        """
        made: list[Any] = []
        facts: list[str] = []
        for block in [*_each(body), None]:
            key = next((key for key in _WRITTEN_FROM_FACTS if isinstance(block, dict) and key in block), None)
            if key == "decision" and isinstance(block, dict) and str(block[key]) in self.numbers:
                made.append({"decision": self.numbers[str(block[key])]})
            elif key is not None and isinstance(block, dict):
                value = block[key] if isinstance(block[key], str) else "…"
                facts.append(f"- {key}: {value}")
            else:
                if facts:  # a run of sentences that the record has no facts for yet
                    made.append(Commented(EMPTY, ("once the record has the facts again:", *facts)))
                    facts = []
                if block is not None:
                    made += self._block(block)
        return made or [EMPTY]

    def _block(self, block: Any) -> Iterator[Any]:
        match block:
            case {"heading": words}:
                yield self._section(block, words)
            case {"session": which}:
                yield {"session": which}
            case {"agenda-list": "adopted"}:
                yield {"agenda-list": "adopted"}
            case {"unnumbered": words}:
                yield Commented({"unnumbered": EMPTY}, _last_time(words))
            case {"appendix": title, **rest}:
                kept = {"appendix": EMPTY, "body": self.blocks(rest.get("body"))}
                yield Commented(kept, _last_time(title))
            case _:
                yield Commented(EMPTY, _last_time(_said(block)))

    def _section(self, section: Mapping[str, Any], words: object) -> Any:
        kept = self.kept(words)
        made: dict[str, Any] = {"heading": kept or EMPTY}
        made |= {key: section[key] for key in ("id", "numbered", "look", "agenda") if key in section}
        if "agenda" in made:
            made["agenda"] = OneLine(made["agenda"])
        if "body" in section:
            made["body"] = self.blocks(section["body"])
        return made if kept else Commented(made, _last_time(words))

    def annex(self, annex: Mapping[str, Any]) -> Any:
        """An annex with its outline."""
        title = self.kept(annex.get("title"))
        made = {"id": annex.get("id", "annex"), "title": title or EMPTY}
        made |= {key: annex[key] for key in ("numbered",) if key in annex}
        made["body"] = self.blocks(annex.get("body"))
        return made if title else Commented(made, _last_time(annex.get("title")))

    def decision(self, decision: Mapping[str, Any]) -> dict[str, Any]:
        """A decision with as many paragraphs as it had."""
        made: dict[str, Any] = {"title": EMPTY}
        for part in ("preamble", "operative"):
            if decision.get(part):
                made[part] = [Commented(EMPTY, _last_time(_said(block))) for block in _each(decision[part])]
        return made


def _ended(title: object) -> str:
    """An emptied title with the sign its words ended with."""
    end = str(title).rstrip()[-1:]
    return EMPTY + (end if end and not end.isalnum() and end not in "]})”" else "")


def _each(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else () if value is None else (value,)


def _lines(value: object) -> str:
    return " ".join(str(line) for line in _each(value))


def _said(block: object) -> str:
    """What a block said, in a line: its words, or what it was and its title."""
    if not isinstance(block, dict):
        return str(block)
    key, value = next(iter(block.items()))
    if isinstance(value, str) and key in ("paragraph", "correction"):
        return value
    if isinstance(value, list) and key in ("statement", "quotation", "bullets", "dashes", "signature"):
        return f"{key}: {_lines(value[:1])}"
    return f"{key}: {block.get('title') or (value if isinstance(value, str) else '…')}"


def _last_time(words: object) -> tuple[str, ...]:
    text = " ".join(str(words or "").split())
    return (f"last time: {text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}",) if text and EMPTY not in text else ()
