"""The sentences that facts write: the seed's own where its facts allow, and a page of them for a reviser to read.

PUBLISHER_GOLDEN=write writes golden/<language>.txt anew; read the difference before you commit it.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publisher.model.record import Record
from publisher.model.reference import load_reference
from publisher.read import read
from publisher.wording.facts import address, group, plain_fact
from publisher.wording.names import body_name, state_names
from tests.conftest import ROOT
from tests.language.conftest import LANGUAGES, speak, wording_of, workspace

GOLDEN = Path(__file__).parent / "golden"
Sentence = Callable[..., str]


def the_record() -> Record:
    document = read(workspace(), "zh").document
    assert document is not None
    return document.record


RECORD = the_record()
REFERENCE = load_reference(workspace().reference)
FIRST, LAST = plain_fact(RECORD.meetings[0]), plain_fact(RECORD.meetings[-1])
DAYS = [meeting.date for meeting in RECORD.meetings]


def states(code: str, count: int) -> list[str]:
    return state_names(RECORD.attendance.members[:count], speak(code), REFERENCE)


def test_the_seed_is_written_from_its_facts(sentence: Sentence) -> None:
    """Paragraphs 1, 20, 23, 34, 35, 62, 70 and the reissue note stand in the seed as the facts write them."""
    seed = "".join((ROOT / "seeds" / "HSP-HA.2-16.zh.txt").read_text(encoding="utf-8").split())
    bodies = [body_name(key, "zh", REFERENCE) for key in RECORD.attendance.intergovernmental]
    vote = RECORD.votes["strategic-plan"]
    said = [
        sentence("zh", "session-held", meeting=FIRST, days=DAYS),
        sentence("zh", "attendance-members", names=states("zh", 116), count=116),
        sentence("zh", "attendance-intergovernmental", names=bodies, count=len(bodies)),
        sentence("zh", "credentials-recommendation", credentials=None),
        sentence("zh", "credentials-acceptance", credentials=None),
        sentence(
            "zh", "vote", vote=plain_fact(vote), in_favour=105, against=2, abstaining=1, what="decision", listed=False
        ),
        sentence("zh", "report-adopted", meeting=LAST),
        sentence("zh", "session-closing", meeting=LAST, days=DAYS),
        sentence("zh", "reissue", date=RECORD.reissues[0].date, reason="technical"),
        *(
            sentence(
                "zh",
                "election-group",
                group=key,
                name=speak("zh").group(key),
                seats=len(elected),
                states=state_names(elected, speak("zh"), REFERENCE),
            )
            for key, elected in RECORD.elections["executive-board"].elected.items()
        ),
    ]
    assert [text for text in said if "".join(text.split()) not in seed] == []


def test_nothing_but_the_numbers_changes_between_recorded_and_counted(sentence: Sentence) -> None:
    """Where States are listed the sentence leads over to them; the result is the same."""
    vote = group("vote", {"method": "recorded", "adopted": True})
    facts = {"vote": vote, "in_favour": 2, "against": 1, "abstaining": 0, "what": "decision"}
    for code in LANGUAGES:
        plain, leading = (sentence(code, "vote", **facts, listed=listed) for listed in (False, True))
        assert leading.endswith((":", "：")) and not plain.endswith((":", "："))
        assert leading.startswith(plain[:-1])


def of_kinds(say: Sentence) -> Iterator[str]:
    """Write what kinds of documents say of themselves on page one and at the ends of a meeting."""
    for symbol in ("A/80/L.11", "A/80/L.11/Rev.1"):
        sponsors = group("draft", {"sponsors": ["CHE", "KEN", "DZA"]})
        yield say("sponsored-draft", symbol=symbol, adoptions=[sponsors])
        yield say("sponsored-draft", symbol=symbol, adoptions=[])
    yield say("sponsors-title", parent=group("parent", {"symbol": "A/80/L.11"}))
    yield say("sponsors-added")
    yield say("sponsors-listed", adoptions=[group("draft", {"sponsors": ["CHE", "KEN", "DZA"]})])
    for kind, number in (("plenary", 20), ("committee", 2830)):
        told = {**FIRST, "kind": kind, "number": number, "convened": "15:00"}
        for name in ("summary-record", "verbatim-record", "meeting-held", "meeting-convened", "meeting-place"):
            yield say(name, meetings=[group("meeting", told)])
    for name in ("session-called-to-order", "session-rose"):
        yield say(name, meeting=LAST)
        yield say(name, meeting=group("meeting", {**LAST, "opened": None, "closed": None}))
    for year in (1, 80, 81, 92):
        yield say("organ-year", year=year)
    told = group("facts", {"supplement": 8, "issn": "0082-8173"})
    for name in ("supplement-number", "serial-number"):
        yield say(name, facts=told)
    for name in ("official-records", "symbols-note", "subject-to-correction", "original-languages"):
        yield say(name)


def page(code: str) -> Iterator[str]:
    """Write every template of a language with facts of every size."""
    voice = speak(code)

    def say(name: str, /, **facts: Any) -> str:
        return f"{name}: {wording_of(code).sentence(name, **facts)}"

    yield say("session-held", meeting=FIRST, days=DAYS)
    yield from of_kinds(say)
    for name, meeting in (("session-opening", FIRST), ("session-closing", LAST)):
        yield say(name, meeting=meeting, days=DAYS)
        yield say(name, meeting=group("meeting", {**meeting, "opened": None, "closed": None}), days=DAYS)
    for category in ("members", "observers", "un-bodies", "intergovernmental", "non-governmental"):
        for count in (0, 1, 2, 3):
            yield say(f"attendance-{category}", names=states(code, count), count=count)
    yield say("attendance-members", names=["…", "…"], count=11)
    yield say("attendance-members", names=["…", "…"], count=21)
    yield say("attendance-members", names=["…", "…"], count=100)
    for formal, informal, none in ((37, 78, 78), (0, 0, 0), (1, 1, 1), (2, 3, 21)):
        counts = {"as_of": datetime.date(2025, 5, 29), "formal": formal, "informal": informal, "none": none}
        yield say("credentials-report", credentials=group("credentials", counts))
    yield say("credentials-recommendation", credentials=None)
    yield say("credentials-acceptance", credentials=None)
    yield from votes(say)
    election = plain_fact(RECORD.elections["executive-board"], "election")
    yield say("election", election=election, body=body_name(election["body"], code, REFERENCE), total=36, groups=[])
    for seats, count in ((3, 3), (3, 1), (1, 0), (0, 0)):
        name = voice.group("african")
        yield say("election-group", group="african", name=name, seats=seats, states=states(code, count))
    yield say("officers-elected", bureau=group("bureau", {"term": [2025, 2029]}))
    yield say("officers-elected", bureau=group("bureau", {"term": None}))
    yield say("agenda-adopted", meeting=FIRST, symbol="HSP/HA.2/12")
    yield say("report-adopted", meeting=LAST)
    for count in (0, 1, 2, 5):
        yield say("outcomes", count=count, annex=voice.reference("annex", voice.annex_label(2, 4).printed.split()[-1]))
    yield say("decision-organ")
    yield say("decision-tail", meeting=LAST)
    for number, kind, resumed in ((51, "plenary", False), (69, "plenary", True), (56, "committee", False)):
        meeting = group("meeting", {"kind": kind, "resumed": resumed})
        yield say("resolution-meeting", meeting=meeting, number=voice.ordinal_in_figures(number, "meeting").strip())
    for by, paragraph in (("third-committee", "23"), ("no-committee", None)):
        yield say("resolution-source", by=REFERENCE.proponents[by][code], symbol="A/80/545", paragraph=paragraph)
    yield say("resolution-without-vote")
    for method, listed in (("recorded", True), ("recorded", False), ("roll-call", True)):
        yield say("resolution-vote", method=method, listed=listed, in_favour=29, against=12, abstaining=6)
    yield say("reissue", date=datetime.date(2025, 8, 6), reason="technical")
    yield say("provisional-agenda-note", symbol="HSP/HA.2/12")
    yield say("annex-note")
    yield say("annex-reference", annex="…")
    yield say("working-translation")
    for kind in ("corrigendum", "addendum", "revision"):
        yield say(f"{kind}-subtitle", number=1, parent="HSP/HA.2/16")
    yield say("concordance-subtitle", names="English – Français")
    yield say("redline-notice", old="HSP/HA.2/16*", new="HSP/HA.2/16/Rev.1")
    yield say("annex-subtitle", label=voice.annex_label(2, 4).printed, parent="HSP/HA.2/16")
    yield from corrections(code, say)


def votes(say: Callable[..., str]) -> Iterator[str]:
    for method in ("show-of-hands", "recorded", "roll-call", "secret-ballot", "machine"):
        for adopted in (True, False):
            vote = group("vote", {"method": method, "adopted": adopted})
            for what in ("decision", "proposal", "resolution") if method == "show-of-hands" else ("decision",):
                yield say("vote", vote=vote, in_favour=105, against=2, abstaining=1, what=what, listed=False)
        yield say("adopted-vote", in_favour=105, against=2, abstaining=1, method=method)
    for counts in ((1, 0, 0), (2, 1, 2), (21, 11, 3)):
        for adopted in (True, False):
            vote = group("vote", {"method": "recorded", "adopted": adopted})
            numbers = dict(zip(("in_favour", "against", "abstaining"), counts, strict=True))
            yield say("vote", vote=vote, **numbers, what="decision", listed=True)
            for what, number in (("resolution", "80/10"), ("decision", "80/510"), ("proposal", "")):
                yield say("vote-result", vote=vote, **numbers, what=what, number=number)
    for method in ("recorded", "roll-call"):
        yield say("vote-taken", vote=group("vote", {"method": method, "adopted": True}))


EMPTY: dict[str, Any] = {
    **{"kind": "paragraph", "annex": "", "decision": "", "path": []},
    **dict.fromkeys(("ordinal", "row", "column", "sentence", "page"), 0),
}


def corrections(code: str, say: Callable[..., str]) -> Iterator[str]:
    voice = speak(code)
    letter = voice.item_number(1, 2).printed
    decision = voice.capital(voice.reference("decision", "2/6")) + voice.entries.punctuation.colon
    table, annex = voice.table_label(3), voice.annex_label(2, 4).printed
    changes: list[dict[str, Any]] = [
        {"path": ["37", letter], "sentence": 1, "page": 5},
        {"kind": "heading", "path": [voice.heading_number(depth, 1).printed.strip(" -.、") for depth in (1, 2)]},
        {"kind": "heading", "path": ["I", "#2"]},
        {"kind": "heading", "path": ["#1"]},
        {"kind": "preambular", "ordinal": 3, "decision": decision, "annex": annex},
        {"kind": "unnumbered", "path": ["4"], "ordinal": 2},
        {"kind": "unnumbered", "ordinal": 1001},
        {"kind": "agenda", "path": ["24", "5"]},
        {"kind": "head", "path": ["61", table], "row": 1, "column": 2},
        {"kind": "cell", "path": ["61", table], "row": 2, "column": 1},
        {"kind": "total", "path": ["61", table], "row": 1, "column": 2},
        {"kind": "table-note", "path": ["61", table, voice.table_note_mark(1).printed]},
        {"kind": "source", "path": ["61", table]},
        {"kind": "table-title", "path": ["61", table]},
        *({"kind": kind, "path": ["61", voice.figure_label(1)]} for kind in ("caption", "figure-source")),
        *({"kind": kind, "path": ["2"]} for kind in ("note", "front-note")),
        *({"kind": kind, "ordinal": 1} for kind in ("title", "subtitle", "label", "caption", "masthead")),
    ]
    facts: dict[str, Any] = {"after": None, "old": "AAA", "new": "BBB", "role": "", "marks": {}, "sentence": 0}
    for change in changes:
        yield say("correction-location", **{**facts, "where": address("where", {**EMPTY, **change}, voice)})
    for kind, path in (("paragraph", ["12 " + voice.insertion("bis")]), ("note", ["2"]), ("heading", ["II"])):
        where, after = (
            address("where", {**EMPTY, "kind": kind, "path": path}, voice),
            address("after", {**EMPTY, "kind": kind, "path": ["1"]}, voice),
        )
        for name in ("swap", "replace", "delete", "insert"):
            yield say(f"correction-{name}", **{**facts, "where": where, "after": after})
    place = address("where", {**EMPTY, "kind": "paragraph", "path": ["4"]}, voice)
    for name in ("swap", "delete", "throughout"):
        yield say(f"correction-{name}", **{**facts, "where": place, "sentence": 2})
    where = address("where", {**EMPTY, "kind": "table-title", "path": [table]}, voice)
    for name in ("replace-table", "insert-table", "delete-table"):
        yield say(f"correction-{name}", **{**facts, "where": where})
    yield say("correction-not-applicable", **{**facts, "where": None})


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence(code: str) -> None:
    shown, kept = "\n".join(page(code)) + "\n", GOLDEN / f"{code}.txt"
    if os.environ.get("PUBLISHER_GOLDEN") == "write":
        kept.write_text(shown, encoding="utf-8")
    assert shown.splitlines() == kept.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_has_loose_ends(code: str) -> None:
    """No doubled or stray space, no unfilled field, no doubled stop, no space before a comma."""
    for line in page(code):
        said = re.sub(r"\^\{(\w+)\}", r"\1", line.partition(": ")[2])  # letters above the line
        faults = [
            mark for mark in ("  ", " ,", " .", "..", "{", "}", " ،", "。。", "None", "Undefined") if mark in said
        ]
        assert said and said == said.strip() and not faults, line


def test_arabic_stands_without_vowel_signs() -> None:
    """Real documents do without but for a few words; what reads a PDF aloud or back loses them."""
    assert not [line for line in page("ar") if re.search("[\u064b-\u0652]", line)]


def test_every_template_is_on_the_page() -> None:
    shown = {line.partition(":")[0] for line in page("en")}
    files = {path.stem for path in workspace().template("wording/en/vocabulary.yaml").parent.glob("*.j2")}
    assert files - shown == set()
