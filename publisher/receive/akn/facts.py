"""The facts of a resolution from its files, with their evidence.

Organ, session, item, adoption, votes.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference, organs_of_symbol
from publisher.receive.akn.shape import tag
from publisher.receive.akn.source import AKN, Element, Source, plain
from publisher.receive.folder import OneLine
from publisher.receive.names import bare, states_by_name

_COUNTS = {"inFavour": "in-favour", "against": "against", "abstaining": "abstaining"}
_NAMED = {"arabic": "ar", "chinese": "zh", "english": "en", "french": "fr", "russian": "ru", "spanish": "es"}
# Lines of the cover on the language, and why they may be left out.
LANGUAGE_LINES = {
    "languageOfExpression": "the program names the language where the document is not in its original one",
    "originalLanguage": "the program names the original language from the record",
}
_FIRST_YEAR = 1945  # of the United Nations
_NO_DAY = "0001-01-01"  # what the Secretariat's files carry where nobody filled in a day


def organ_of(sources: Sequence[Source], reference: Reference, wanted: str | None) -> str:
    """The key of the organ: as asked, by the symbol, by the cover.

    The longest beginning of a symbol wins.
    """
    if wanted:
        return wanted
    symbol = sources[0].symbol.replace("/RES/", "/", 1).replace("/PRST/", "/", 1)
    fitting = [organ for organ in organs_of_symbol(symbol, reference.organs.values()) if not organ.fictional]
    if fitting:
        return fitting[0].id
    names = {plain(name) for name in sources[0].root.iterfind(f".//{AKN}coverPage//{AKN}docAuthority")}
    named = (key for key, organ in reference.organs.items() if organ.names.get(sources[0].language) in names)
    return next(named, "general-assembly")


def number_of(source: Source) -> str:
    """The number of the resolution, “draft” without one.

    As its heading says, or as its symbol does.
    """
    printed = plain(source.root.find(f".//{AKN}preface//{AKN}docNumber")).rstrip(". ")
    if re.fullmatch(r"(?:[A-Z]{1,3}-)?\d{1,4}/\d{1,4}(?: [A-Z])?", printed):
        return printed
    found = re.fullmatch(
        r"[A-Z/]+/RES/((?:[A-Z]{1,3}-)?\d+/\d+|\d+ \(\d{4}\))(?: ?[A-Z](?:[-–][A-Z]|&?[A-Z])*)?", source.symbol
    )
    return found[1] if found else "draft"


def is_draft(source: Source) -> bool:
    """True of a draft, which nobody has adopted."""
    statement = source.root.find(f"{AKN}statement")
    return statement is not None and statement.get("name") == "draftResolution"


def is_resolving(source: Source) -> bool:
    """True of a text that resolves: with an enacting formula, or a number of its own.

    A statement by a president has neither.
    """
    return source.root.find(f".//{AKN}preamble/{AKN}formula") is not None or number_of(source) != "draft"


def session_of(source: Source) -> dict[str, Any] | None:
    """The session as the record says it: number, or year of a yearly one."""
    found = source.root.find(f".//{AKN}coverPage//{AKN}session")
    if found is None:
        return None
    given = re.search(r"\d{1,4}", found.get("value", ""))
    named = re.search(r"/RES/(?:S-|ES-)?(\d{1,4})/", source.symbol)
    if given is None and named is None:
        return None
    count = int(named[1] if named else given[0] if given else 0)
    if given is not None and int(given[0]) != count and "S-" not in source.symbol:
        source.tolerate("session that contradicts the symbol")
    event = session_event(source)
    days = {"days": _days(event)} if event is not None else {}
    special = re.match(r"[A-Z/]+/RES/(ES|S)-(\d+)/", source.symbol)
    if special:
        return {"number": int(special[2]), "part": "special" if special[1] == "S" else "emergency"} | days
    return ({"number": count, "part": "yearly"} if count > 1900 else {"number": count}) | days


def session_event(source: Source) -> Element | None:
    """The element on the cover that tells the days of the session; None where none does."""
    found = source.root.find(f".//{AKN}coverPage//{AKN}event[@refersTo='#session']")
    return found if found is not None and len(_days(found)) == 2 else None


def _days(event: Element) -> list[datetime.date]:
    """The first and the last day of a session, as far as they are days."""
    given = map(_day, event.iterfind(f"{AKN}date"))
    return [datetime.date.fromisoformat(day) for day in given if day]


def original_of(sources: Sequence[Source]) -> str | None:
    """The original language, where the cover names it; None where it does not."""
    for source in sources:
        found = source.root.find(f'.//{AKN}coverPage//{AKN}inline[@name="originalLanguage"]')
        said = found.get("refersTo", "").lstrip("#").lower() if found is not None else ""
        if said in _NAMED:
            return _NAMED[said]
    return None


def items_of(source: Source, spoken: Vocabulary) -> list[tuple[str, list[Element]]]:
    """The agenda items on the cover, with the elements of their titles.

    A title on more lines than there are items belongs to the last.
    """
    cover = source.root.find(f".//{AKN}coverPage")
    titles = list(cover.iterfind(f'.//{AKN}inline[@name="agenda item name"]'))
    letters = _letters(spoken)
    numbers: list[str] = []
    for found in cover.iterfind(f'.//{AKN}inline[@name="agenda item"]'):
        said = list(_item_numbers((found.get("title", "") or plain(found)).translate(letters)))
        if not said and not titles and plain(found):  # the title stands where the number does in other languages
            return [("", [found])]
        numbers += said
    last = len(numbers) - 1
    return [
        (number, titles[place:] if place == last else titles[place : place + 1]) for place, number in enumerate(numbers)
    ]


def _letters(spoken: Vocabulary) -> dict[int, str]:
    """The letters by which the language names subitems, as those that a record has."""
    made = {ord("\u0640"): ""}  # which only lengthens a letter
    for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1):
        own = [sign for sign in spoken.item_number(1, place).printed if sign.isalpha()]
        made |= {ord(own[0]): letter} if len(own) == 1 else {}
    return made


def _item_numbers(text: str) -> Iterator[str]:
    for found in re.finditer(r"(\d{1,3})(?:\s*\(?([a-z](?: ?[a-z])?)\))?(?:\s*\(([ivx]+)\))?", text):
        letters = ["".join(part.split()) for part in found.groups()[1:] if part]
        yield " ".join([found[1], *(f"({part})" for part in letters)])


def meeting_of(source: Source) -> tuple[int, str, bool] | None:
    """The meeting that adopted the text: number, day, resumed or not.

    None where none is named.
    """
    event = source.root.find(f".//{AKN}conclusions//{AKN}event")
    place = event.find(f"{AKN}location") if event is not None else None
    words = plain(place) if event is not None else plain(source.root.find(f".//{AKN}coverPage"))
    title = place.get("title", "") if place is not None else ""
    said = re.search(r"\d+", title) or re.search(r"\d+", words) if event is not None else _council_meeting(words)
    if said is None:
        return None
    day = (_day(event.find(f"{AKN}docDate")) if event is not None else None) or adopted_on(source)
    steps = source.root.iterfind(f".//{AKN}workflow/{AKN}step")
    resumed = any("Resumption" in step.get("as", "") for step in steps if step.get("outcome") == "adopted")
    return (int(said[0][:6]), day, resumed) if day else None


def _council_meeting(words: str) -> re.Match[str] | None:
    return re.search(r"\d{4,5}(?=(?:th|st|nd|rd) meeting)", words)


def adopted_on(source: Source) -> str | None:
    """The day the record says the text was adopted or issued on.

    Days nobody filled in do not count.
    """
    days = [source.root.find(f".//{AKN}coverPage//{AKN}docDate"), source.root.find(f".//{AKN}FRBRWork/{AKN}FRBRdate")]
    given = [day for day in days if day is not None]
    steps = source.root.iterfind(f".//{AKN}step")
    if any(one.get("date") == _NO_DAY for one in (*given, *steps)):
        source.tolerate("day 0001-01-01")
    return next(filter(None, map(_day, given)), None)


def _day(element: Element | None) -> str | None:
    """The day that an element gives; None where it is none, or nobody filled it in."""
    given = element.get("date", "") if element is not None else ""
    try:
        return given if datetime.date.fromisoformat(given).year > _FIRST_YEAR else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as the record holds it."""

    values: Mapping[str, Any]

    def written(self) -> dict[str, Any]:
        """The entries of it in `record.yaml`."""
        return {key: OneLine(value) if isinstance(value, list) else value for key, value in self.values.items()}


def vote_of(source: Source, number: str, reference: Reference) -> Vote | None:
    """The vote as the record marks it: the States on each side, or how many where it lists none."""
    voting = source.root.find(f".//{AKN}analysis//{AKN}voting")
    if voting is None or voting.find(f"{AKN}count") is None or is_without_vote(source):
        return None
    listed: dict[str, set[str]] = {side: set() for side in _COUNTS.values()}
    counts = dict.fromkeys(listed, 0)
    for count in voting.iterfind(f"{AKN}count"):
        side = _COUNTS.get(count.get("refersTo", "").lstrip("#"))
        if side is None:
            source.tolerate("votes on a side that is none")
            continue
        names = list(count.iter(f"{AKN}organization"))
        listed[side] |= {code for name in names if (code := _state(name, source, reference))}
        given = count.get("value", "").strip()
        counts[side] = int(given) if given.isdecimal() else len(names)
        if not given.isdecimal() or (names and counts[side] != len(listed[side])):
            source.tolerate("votes counted otherwise than listed")
            source.slip(f"{given or 'no'} votes are counted “{side}”, {len(listed[side])} States are listed")
    sides: dict[str, Any] = dict(counts)
    if any(listed.values()) and _each_on_one_side(listed, counts, source):
        sides = {side: sorted(codes) for side, codes in listed.items()}
    rejected = {"adopted": False} if is_draft(source) else {}
    return Vote({"on": number, "method": "recorded", **sides, **rejected})


def _each_on_one_side(listed: dict[str, set[str]], counts: Mapping[str, int], source: Source) -> bool:
    """Take a State that is listed on two sides off the one that counts fewer; False where neither does."""
    for code in sorted({code for codes in listed.values() for code in codes}):
        on = [side for side, codes in listed.items() if code in codes]
        if len(on) > 1:
            over = [side for side in on if len(listed[side]) > counts[side]]
            source.slip(f"{code} is listed on two sides: {', '.join(on)}", code)
            if len(over) != len(on) - 1:
                return False
            for side in over:
                listed[side].remove(code)
    return True


def is_voted(source: Source) -> bool:
    """True where the record says that a vote was recorded, whether it tells of it or not."""
    return _outcome(source) == "adoptedRecordedVote"


def is_voted_under(source: Source) -> bool:
    """True where the lines under the text tell of a vote."""
    return source.root.find(f".//{AKN}conclusions//{AKN}outcome/{AKN}outcome") is not None


def notes_on_votes(source: Source) -> Iterator[list[str]]:
    """The lines of each note to a title or to the last lines, where older records tell of a vote."""
    for place in ("coverPage", "preface", "conclusions"):
        for note in source.root.iterfind(f".//{AKN}{place}//{AKN}authorialNote"):
            yield [plain(line) for line in note]


def is_without_vote(source: Source) -> bool:
    """True where the record says that there was no vote."""
    return _outcome(source) == "adoptedWithoutVote"


def _outcome(source: Source) -> str:
    voting = source.root.find(f".//{AKN}analysis//{AKN}voting")
    return voting.get("outcome", "").lstrip("#") if voting is not None else ""


def counted(vote: Mapping[str, Any]) -> str:
    """The counts of a vote, to be told by: “29 – 12 – 6”."""
    return " – ".join(str(len(cast) if isinstance(cast, list) else cast) for cast in map(vote.get, _COUNTS.values()))


def lines_under(source: Source) -> list[str]:
    """The lines under the text, as a reader sees them: meeting, day, how it was adopted, who voted how."""
    pieces: list[str] = []
    for conclusions in source.root.iterfind(f".//{AKN}conclusions"):
        for element in conclusions.iter():
            if tag(element) in ("p", "eol", "outcome", "docDate", "organization"):
                pieces.append("\n")
            pieces += [element.text or "" if isinstance(element.tag, str) else "", element.tail or ""]
    return [line for line in (" ".join(line.split()) for line in "".join(pieces).split("\n")) if line]


def _state(name: Element, source: Source, reference: Reference) -> str | None:
    """The code of a State by its UNTERM identifier, else by its name."""
    identifier = name.get("GUID", "").rpartition("/")[2]
    if code := reference.unterm.get(identifier):
        return code
    code = states_by_name(reference).get(bare(plain(name)))
    if code is None:
        source.slip(f"no State is called “{plain(name)}”", plain(name))
    else:
        source.tolerate("State without its UNTERM identifier")
    return code


def subjects_of(source: Source) -> list[str]:
    """The subjects that the record was classified under, agenda apart."""
    keywords = source.root.iterfind(f".//{AKN}classification/{AKN}keyword")
    given = [word.get("showAs", "") for word in keywords if word.get("refersTo") != "agenda"]
    return list(dict.fromkeys(word for word in given if word))


def sponsors_of(source: Source, reference: Reference) -> list[str]:
    """The States that submitted the draft, and those that joined.

    Where the record names them plainly.
    """
    codes: list[str] = []
    known = states_by_name(reference)
    for step in source.root.iterfind(f".//{AKN}workflow/{AKN}step"):
        if step.get("outcome", "").startswith("draftResolution"):
            codes += [
                known[name] for said in re.split(r", | and ", step.get("by", "")) if (name := bare(said)) in known
            ]
    return list(dict.fromkeys(codes))


def job_of(source: Source) -> str | None:
    """The job number without its language letter."""
    found = re.match(r"(?:GE\.)?\d{2}-\d{5}", plain(source.root.find(f".//{AKN}docketNumber")))
    return found[0] if found else None


def faults_of_references(source: Source) -> None:
    """Count identifiers and references that are wrong, as tolerated.

    Those that contradict their number, or point to nothing.
    """
    known = {element.get("eId") for element in source.root.iter() if isinstance(element.tag, str)}
    declared = {element.get("eId") for element in source.root.iterfind(f".//{AKN}references/*")} | known
    for element in source.root.iter():
        if not isinstance(element.tag, str):
            continue
        said = element.get("refersTo", "")
        if said.startswith("#") and said[1:] not in declared:
            source.tolerate("reference to nothing")
        if tag(element) == "paragraph":
            number = re.match(r"\d+", plain(element.find(f"{AKN}num")))
            if number and element.get("eId", "").rpartition("_")[2] not in ("", number[0]):
                source.tolerate("identifier that contradicts its number")
