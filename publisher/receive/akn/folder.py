"""The language versions of a resolution as one folder.

Facts once, words for each language.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from publisher.catalogue import finding
from publisher.language import vocabulary
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.reference import Reference
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace
from publisher.receive.accounts import Accounts
from publisher.receive.adoptions import AdoptionReader, day_in, proponent_of
from publisher.receive.akn import facts
from publisher.receive.akn.agreement import agree
from publisher.receive.akn.source import AKN, Refused, Source, plain, read
from publisher.receive.akn.text import words_of
from publisher.receive.folder import Noted, OneLine, Remark, language_file, record_file
from publisher.receive.received import REPORT, Received, balance, report
from publisher.receive.said import facts_in
from publisher.receive.sheets.heads import SIDES
from publisher.receive.written import Written

_SAYS = "Imported from the Secretariat's machine-readable record of {symbol} ({names})."


def receive_akn(
    files: Sequence[tuple[str, bytes]],
    workspace: Workspace,
    reference: Reference,
    *,
    organ: str | None = None,
) -> Iterator[Received]:
    """The folder of each work among `files` (name, bytes).

    Its language versions are brought together by their symbol.
    """
    works: dict[str, list[Source]] = defaultdict(list)
    for name, data in files:
        accounts = Accounts()
        try:
            source = read(name, data, accounts)
        except Refused as refused:
            yield Received("", {}, (refused.why,), accounts)
            continue
        works["".join(source.symbol.split())].append(source)
    for sources in works.values():
        yield _received(_one_a_language(sources), workspace, reference, organ)


def _one_a_language(sources: Sequence[Source]) -> list[Source]:
    """The sources in the order of preference for facts; a second file of one language is told, and left alone."""
    kept: dict[str, Source] = {}
    for source in sorted(sources, key=lambda one: (one.language != "en", one.language, one.name)):
        if source.language in kept:
            kept[source.language].slip(f"{source.name} holds the same language; it was left alone")
        else:
            kept[source.language] = source
    return list(kept.values())


def _received(sources: Sequence[Source], workspace: Workspace, reference: Reference, organ: str | None) -> Received:
    record, guesses = _record(sources, reference, organ, workspace)
    agree(sources)
    made = {
        one.language: words_of(one, Written(record, reference, vocabulary(one.language, workspace), workspace))
        for one in sources
    }
    if record["kind"] == "note":  # nothing was adopted
        record = {key: value for key, value in record.items() if key not in ("adoptions", "meetings", "votes")}
    symbol = str(record["symbol"])
    parsed = Symbol.parse(symbol)
    names = ", ".join(one.name for one in sources)
    says = _SAYS.format(symbol=symbol, names=names)
    written = [record_file(record, says)]
    written += [language_file(code, words, says) for code, words in sorted(made.items())]
    balances = [found for one in sources for found in balance(one.accounts, one.name)]
    findings: list[Diagnostic] = [
        *guesses,
        *(found for one in sources for found in one.findings),
        *_tolerated(sources),
        *(found for file in written for found in file.findings),
        *balances,
    ]
    accounts = Accounts()
    for one in sources:
        accounts.entered |= one.accounts.entered
        accounts.uses += one.accounts.uses
        accounts.reasons |= one.accounts.reasons
        accounts.instead |= one.accounts.instead
    origins = {one.language: one.name for one in sources}
    files = {file.name: file.data for file in written}
    files[REPORT] = report(names, accounts, findings)
    name = parsed.folder if parsed else re.sub(r"[^\w.–-]+", "-", symbol).strip("-.")
    return Received(name or "record", files, tuple(findings), accounts, origins)


def _record(
    sources: Sequence[Source], reference: Reference, wanted: str | None, workspace: Workspace
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The facts as `record.yaml` holds them, and what was concluded on which evidence."""
    first = sources[0]
    organ = facts.organ_of(sources, reference, wanted)
    number = facts.number_of(first)
    meeting = facts.meeting_of(first)
    for one in sources:
        facts.faults_of_references(one)
    record: dict[str, Any] = {"symbol": first.symbol, "kind": _kind(first)}
    record["profile"] = "geneva" if organ == "human-rights-council" else "new-york"
    record["organ"] = organ
    if session := facts.session_of(first):
        record["session"] = OneLine(session)
    record["date"] = facts.adopted_on(first) or (meeting[1] if meeting else _day_said(sources, workspace))
    original = facts.original_of(sources)
    record["original"] = original or ("en" if any(one.language == "en" for one in sources) else first.language)
    if job := facts.job_of(first):
        record["job"] = OneLine({"number": job})
    items = facts.items_of(first, vocabulary(first.language, workspace))
    if items and items[0][0]:
        record["agenda-item"] = [OneLine({"number": n, "id": f"item-{k}"}) for k, (n, _) in enumerate(items, 1)]
    if meeting:
        facts_of_meeting: dict[str, Any] = {"number": meeting[0], "date": meeting[1]}
        if organ == "human-rights-council":
            facts_of_meeting["kind"] = "committee"
        record["meetings"] = [OneLine({**facts_of_meeting, **({"resumed": True} if meeting[2] else {})})]
    vote, read = _voted(sources, number, reference, workspace)
    if vote:
        record["votes"] = {"adoption": vote.written()}
    record["adoptions"] = [_adoption(first, number, meeting, vote, reference)]
    if proponent := _proponent(sources, reference, workspace):
        record["adoptions"][0]["proponent"] = OneLine(proponent)
    if subjects := facts.subjects_of(first):
        record["subjects"] = subjects
    at = PagePosition(first.name)
    said = f"the original language is taken to be “{record['original']}”: the record does not say"
    return record, read if original else [finding("IM011", said, at), *read]


def _day_said(sources: Sequence[Source], workspace: Workspace) -> Any:
    """The day that page one names in words, where the record gives none that is one."""
    for source in sources:
        words = plain(source.root.find(f".//{AKN}coverPage//{AKN}docDate"))
        for code in (source.language, "en"):  # which some languages leave the date in
            if day := day_in(words, vocabulary(code, workspace)):
                return Noted(day, (Remark("IM011", "the date is read from the words of page one", words),))
    return Noted(datetime.date(1970, 1, 1), (Remark("IM012", "the record gives no date", "", "write it here"),))


def _kind(source: Source) -> str:
    if not facts.is_resolving(source):
        return "note"
    return "draft-resolution" if facts.is_draft(source) else "resolution"


def _voted(
    sources: Sequence[Source], number: str, reference: Reference, workspace: Workspace
) -> tuple[facts.Vote | None, list[Diagnostic]]:
    """The vote as the record marks it, or as the words under the text list the States, in the first language that does.

    What is printed counts: where the marks say otherwise, it is told.
    """
    first = sources[0]
    marked = facts.vote_of(first, number, reference)
    if facts.is_without_vote(first) or (marked is not None and not facts.is_voted_under(first)):
        return marked, []
    said = None
    for source in sources:
        reader = AdoptionReader(facts_in(vocabulary(source.language, workspace), reference, workspace))
        places = (facts.lines_under(source), *facts.notes_on_votes(source))
        vote = next(filter(None, (reader.vote_under(lines, number) for lines in places)), None)
        if vote is not None and (said is None or isinstance(vote["in-favour"], list)):
            said, at = vote, PagePosition(source.name)
        if said is not None and isinstance(said["in-favour"], list):
            break
    if said is None or (marked is not None and not isinstance(said["in-favour"], list)):
        if marked is not None:
            first.slip(
                "the words under the text do not say so plainly how States voted as they are marked: compare them"
            )
        elif facts.is_voted(first):
            first.slip("a recorded vote that is not counted plainly; what is said of it is kept as words")
        return marked, []
    told = facts.counted(said)
    if marked is None:
        return facts.Vote(said), [finding("IM011", "the vote is read from the words under the text", at, span=told)]
    if any(said[side] != marked.values[side] for side in SIDES):
        first.slip(f"the votes are marked as {facts.counted(marked.values)}; the words under the text are kept", told)
    return facts.Vote(said), []


def _adoption(
    source: Source, number: str, meeting: tuple[int, str, bool] | None, vote: facts.Vote | None, reference: Reference
) -> dict[str, Any]:
    made: dict[str, Any] = {"number": number, "kind": "resolution"}
    if meeting:
        made["meeting"] = meeting[0]
    made["manner"] = "vote" if vote or facts.is_voted(source) else "without-vote"
    if vote:
        made["vote"] = "adoption"
    if sponsors := facts.sponsors_of(source, reference):
        made["sponsors"] = OneLine(sponsors)
    return made


def _proponent(sources: Sequence[Source], reference: Reference, workspace: Workspace) -> dict[str, str] | None:
    """On whose report or proposal the text was adopted, where every language names the same one."""
    said = [
        proponent_of(plain(line), reference, vocabulary(one.language, workspace))
        for one in sources
        if (line := one.root.find(f".//{AKN}coverPage//{AKN}docProponent")) is not None
    ]
    return said[0] if len(said) == len(sources) and all(one == said[0] for one in said) else None


def _tolerated(sources: Sequence[Source]) -> Iterator[Diagnostic]:
    """What was read over in the files, counted by kind: nothing that an editor has to see to."""
    counts: Counter[str] = sum((one.tolerated for one in sources), Counter())
    for kind, count in counts.items():
        files = [one.name for one in sources if one.tolerated[kind]]
        times = (f"{count} times" if count > 1 else "") + (f" in {len(files)} files" if len(files) > 1 else "")
        said = f"tolerated, nothing to be done: {kind}" + (f" ({times.strip()})" if times else "")
        yield finding("IM013", said, PagePosition(files[0]))
