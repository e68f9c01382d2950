"""The command that starts a document: new."""

from __future__ import annotations

import datetime
import difflib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli import choices
from publisher.cli.asking import Asking, Story, officers_said, states_said, told
from publisher.failures import BadRequest
from publisher.model.symbol import Symbol
from publisher.model.workspace import demonstration, languages_in, own_reference_of, shipped
from publisher.speech import phrase

if TYPE_CHECKING:
    from publisher.model.reference import Organ

RECORD = "record.yaml"
KINDS = tuple(sorted({path.parent.name for path in (shipped("templates") / "new").glob("*/en.yaml")}))
PROFILES = tuple(sorted(path.stem for path in (shipped("templates") / "profile").glob("*.yaml")))
_OF_ONE_DOCUMENT = ("job", "reissues", "parent", "waivers")  # entries of a record that no other document takes over


_NATURES = (  # what a symbol says of the kind of its document (CONVENTIONS §3)
    (r" ?\(Annex\b", "annex"), (r"/L\.\d+(?:/Rev\.\d+)?/Add\.\d", "sponsors"),
    (r"/RES/|/Res\.\d", "resolution"), (r"/DEC/|/Dec\.\d", "decision"),
    (r"/SR\.\d", "summary-record"), (r"/PV\.\d", "verbatim-record"),
)  # fmt: skip
_RELATIONS = {"Add": "addendum", "Rev": "revision"}
_FIRST_YEAR = 1945  # 2025 is the eightieth year of the Security Council

_Said = dict[str, str | None]  # options on the story of a session


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the new document is to be."""

    symbol: str
    organ: Organ
    profile: str
    languages: tuple[str, ...]
    date: datetime.date
    place: str
    days: tuple[datetime.date, ...]
    also: tuple[Organ, ...] = ()  # the other organs of a document under several symbols
    number: int | None = None  # of the session, where it was said

    @property
    def session(self) -> int | None:
        """Number of the session that was said or that the symbol names, None where neither does."""
        return self.number or (self._sitting[0] if self._sitting else None)

    @property
    def session_entry(self) -> str:
        """The entry of a record that says which session it is of; a comment for an organ without sessions."""
        if self.organ.sessions == "none" and self.number is None:
            return "# session: # an organ that sits always has none"
        said = self._sitting is not None and self._sitting[0] == self.session
        part = self._sitting[1] if self._sitting and said else "regular"
        if not said and self.organ.sessions == "yearly":
            part = "yearly"
        return f"session: {{number: {self._counted}{f', part: {part}' if part != 'regular' else ''}}}"

    @property
    def adopted(self) -> str:
        """The number of the resolution or decision: as the symbol says, else the first of its session."""
        spoken = {"special": "S-", "emergency": "ES-"}.get(self._sitting[1] if self._sitting else "", "")
        session = f"{spoken}{self._counted}"
        first = self.organ.numbering.format(number=1, session=session, year=self.date.year)
        return Symbol(self.symbol).number or first

    @property
    def _counted(self) -> int:
        """The session, as far as it is known: the year, or the first."""
        return self.session or (self.date.year if self.organ.sessions == "yearly" else 1)

    @property
    def _sitting(self) -> tuple[int, str] | None:
        return Symbol(self.symbol).sitting(self.organ.symbol_prefix, yearly=self.organ.sessions == "yearly")

    @property
    def meeting(self) -> int:
        """Number of the meeting whose record it is, as the symbol says; 1 without one."""
        found = re.search(r"/(?:SR|PV)\.(\d{1,5})", self.symbol)
        return int(found[1]) if found else 1

    @property
    def original(self) -> str:
        """The language the others will be translations of."""
        return "en" if "en" in self.languages else self.languages[0]

    @property
    def distribution(self) -> str:
        """The distribution category that goes with the symbol (CONVENTIONS §3.1)."""
        nature = re.search(r"/(L|CRP|R)\.\d", self.symbol)
        return {"L": "limited", "CRP": "limited", "R": "restricted"}[nature[1]] if nature else "general"


def new(
    symbol: Annotated[
        str | None, typer.Argument(metavar="SYMBOL", help="Symbol of the new document, such as HSP/HA.3/1.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", "-k", help=f"What it is: {', '.join(KINDS)}. Default: as the symbol says, else session-report."
        ),
    ] = None,
    languages: Annotated[
        str | None, typer.Option("--languages", "-l", metavar="CODE,CODE", help="Languages to start with. Default: en.")
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Key of the body: see publisher organ list. Default: as the symbol says."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", help=f"{', '.join(PROFILES)}. Default: where the organ sits.")
    ] = None,
    session: Annotated[
        int | None, typer.Option("--session", min=1, help="Number of the session. Default: as the symbol says.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Key of the place, such as nairobi. Default: where the body sits.")
    ] = None,
    days: Annotated[
        str | None, typer.Option("--days", metavar="DAY,DAY", help="Days of the meetings: 2026-05-04,2026-05-08.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="The demonstration report, whole, under this symbol, to look at.")
    ] = False,
    agenda: Annotated[
        str | None, typer.Option("--agenda", metavar="ITEM;ITEM", help="Items of the agenda, of a session report.")
    ] = None,
    states: Annotated[
        str | None,
        typer.Option("--states", metavar="STATE,STATE", help="Who took part, by names or codes: KEN,France."),
    ] = None,
    officers: Annotated[
        str | None,
        typer.Option("--officers", metavar="OFFICE=STATE NAME", help="Who was elected: chair=KEN Grace Otieno; …"),
    ] = None,
    decisions: Annotated[
        str | None, typer.Option("--decisions", metavar="TITLE;TITLE", help="Titles of the decisions adopted.")
    ] = None,
    start: Annotated[
        Path | None, typer.Option("--from", metavar="FOLDER", help="Start from the document in this folder instead.")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the folder of the document goes.")
    ] = Path("data"),
    sheet: Annotated[
        bool,
        typer.Option("--sheet", help="Write an Excel form for participants and a vote beside it, to be filled in."),
    ] = False,
    today: choices.Today = None,
) -> None:
    """Make the folder of a new document, to be filled with your facts and words; it can be built at once.

    At a terminal, what you do not say is asked for; an empty answer takes what stands in brackets. Every [--] is yours
    to replace; while one is left, `issue` refuses.

    Examples:

        publisher new HSP/HA.3/16 --languages en,fr --days 2027-05-04,2027-05-08

        publisher new HSP/HA.3/16 --agenda "Budget; Work programme" --states KEN,France,Chile

        publisher new HSP/HA.3/L.2 --kind decision --languages ar,en,es,fr,ru,zh

        publisher new HSP/HA.4/16 --from data/HSP-HA.3-16 --languages en
    """
    from publisher.batch.placing import place as put

    day = choices.today(today)
    earlier = _Earlier.at(start) if start is not None else None
    asked = Asking(example)
    symbol = asked.for_symbol(symbol)
    chosen = _organ(asked, symbol, organ or _same_organ(symbol, earlier, output), output)
    usual = (earlier and earlier.said("profile")) or profile_of_organ(chosen)
    there = ",".join(earlier.languages) if earlier else "en"
    if earlier is None and not example:
        kind = choices.one_of(asked(kind, f"Kind ({', '.join(KINDS)})", _kind(symbol)), KINDS, "kind")
    elif kind is not None:
        raise BadRequest(f"--kind and --{'from' if earlier else 'example'} do not go together: that says the kind")
    wanted = _Wanted(
        symbol,
        chosen,
        choices.one_of(profile or usual, _profiles(usual, output), "profile"),
        tuple(dict.fromkeys(code for code in asked(languages, "Languages", there).split(",") if code)),
        day,
        _place(asked(place, "Place", (earlier and earlier.said("place")) or chosen.headquarters or "geneva"), output),
        _days(asked(days, "Days of the meetings", day.isoformat()), day),
        tuple(organ_of_symbol(one, None, output) for one in Symbol(symbol).each[1:]),
        session,
    )
    if (earlier.said("kind") if earlier else kind) == "session-report":  # it comes after the last meeting
        wanted = replace(wanted, date=max(day, *wanted.days))
    said: _Said = {"agenda": agenda, "states": states, "officers": officers, "decisions": decisions}
    story = _story(asked, "" if earlier or example else kind or "", said, output)
    asks = asked.asks and chosen.sessions != "none" if earlier is None else earlier.session
    if wanted.session is None and asks:
        said_number = asked(None, "Number of the session", "" if earlier else "1")
        if not said_number.isdigit() or not int(said_number):
            raise BadRequest(f"the symbol {symbol} does not say the session; name it with --session")
        wanted = replace(wanted, number=int(said_number))
    folder = output / Symbol(symbol).folder
    if folder.exists():
        raise BadRequest(f"{folder} is there already; nothing was changed")
    if earlier is not None:
        files = _from_earlier(earlier, wanted, folder)
    else:
        files = _from_demonstration(wanted) if example else _from_templates(kind or "session-report", wanted)
        if story is not None:
            files = told(files, story, wanted.original, wanted.session or 1, len(list(_meetings(wanted.days))))
    written = put(folder, files | ({FORM: _form(wanted)} if sheet else {}))
    typer.echo("\n".join(str(path) for path in written))
    _tell_next(folder, sheet)


FORM = "form.xlsx"


def _tell_next(folder: Path, sheet: bool) -> None:
    """What to do with the folder made, and with the Excel form in it."""
    typer.echo(f"\n{phrase(f'Replace every [--] and put your facts into {folder / RECORD}.')}")
    typer.echo(f"publisher check {folder}   {phrase('says what does not fit')}")
    typer.echo(f"publisher build {folder}   {phrase('writes it as it is')}")
    if sheet:
        take = f"publisher import {folder / FORM} --into {folder} --sheet"
        typer.echo(f"\n{phrase(f'Fill in {folder / FORM}, then')}")
        typer.echo(f"{take} Participants   {phrase('takes who attended')}")
        typer.echo(f"{take} Vote --vote NAME   {phrase('takes a vote')}")


def _organ(asked: Asking, symbol: str, said: str | None, output: Path) -> Organ:
    """The organ said or that the symbol names; asked for where neither is known."""
    try:
        return organ_of_symbol(symbol, said, output)
    except BadRequest as unknown:
        if not asked.asks or said is not None:
            raise
        typer.echo(str(unknown))
        return organ_of_symbol(symbol, asked(None, "Key of the organ", ""), output)


def _kind(symbol: str) -> str:
    """The kind of document that a symbol names, a session report where it names none."""
    return next((kind for form, kind in _NATURES if re.search(form, symbol)), "session-report")


def _same_organ(symbol: str, earlier: _Earlier | None, output: Path) -> str | None:
    """The organ of the earlier document, where the symbol may be one of it."""
    from publisher.model.reference import load_reference

    if earlier is None:
        return None
    organ = load_reference(shipped("reference"), own_reference_of(output)).organs.get(earlier.said("organ") or "")
    return organ.id if organ and organ.symbol_prefix and symbol.startswith(organ.symbol_prefix) else None


def _profiles(usual: str, output: Path) -> tuple[str, ...]:
    """The profiles to choose from: the shipped ones, the user's own, and that of an earlier document."""
    own = (Path(name).stem for name, _ in own_reference_of(output) if name.startswith("profile/"))
    return tuple(dict.fromkeys((*PROFILES, *own, usual)))


def _story(asked: Asking, kind: str, said: _Said, output: Path) -> Story | None:
    """What was said of the session, for a report on one; BadRequest where it was said of another document."""
    if kind != "session-report":
        if given := next((name for name, value in said.items() if value is not None), None):
            raise BadRequest(f"--{given} is for a new session report; put it into {RECORD} here")
        return None
    return Story(
        asked.several(said["agenda"], "Items of the agenda between its adoption and other matters"),
        states_said(
            [
                one
                for one in asked(said["states"], "States that took part, by names or codes", "").split(",")
                if one.strip()
            ],
            output,
        ),
        officers_said(asked.several(said["officers"], "Officers, such as chair=KEN Grace Otieno"), output),
        asked.several(said["decisions"], "Titles of the decisions"),
    )


def _place(key: str, output: Path) -> str:
    from publisher.model.reference import load_reference

    return choices.one_of(key, tuple(load_reference(shipped("reference"), own_reference_of(output)).places), "place")


def _days(said: str, day: datetime.date) -> tuple[datetime.date, ...]:
    """The days as they were said; the days between the first and the last are not concluded."""
    try:
        return tuple(sorted(datetime.date.fromisoformat(one.strip()) for one in said.split(",") if one.strip())) or (
            day,
        )
    except ValueError:
        raise BadRequest(f"“{said}” are no days; write them as 2027-05-04,2027-05-08") from None


def _form(wanted: _Wanted) -> bytes:
    """The Excel form of the document, a row a State under the names of its first language."""
    from publisher.model.reference import load_reference
    from publisher.pipeline.sheets import form

    states = load_reference(shipped("reference")).states.values()
    return form([state.names[wanted.languages[0]] for state in states])


def _from_templates(kind: str, wanted: _Wanted) -> dict[str, bytes]:
    """The files of a new document of `kind`: record and words with the wanted facts put in."""
    root = _templates() / kind
    there = sorted(path.stem for path in root.glob("*.yaml") if path.stem != "record")
    _require(wanted.languages, there)
    facts = _facts(wanted)
    files = {RECORD: _filled((root / RECORD).read_text(encoding="utf-8"), facts)}
    for code in wanted.languages:
        head = (_templates() / "head" / f"{code}.txt").read_text(encoding="utf-8")
        files[f"{code}.yaml"] = _filled(head + (root / f"{code}.yaml").read_text(encoding="utf-8"), facts)
    return files


def _facts(wanted: _Wanted) -> dict[str, str]:
    """What stands for each <<name>> of the templates."""
    return {
        "symbol": wanted.symbol,
        "organ": wanted.organ.id,
        "profile": wanted.profile,
        "place": wanted.place,
        "meetings": "\n".join(
            f"  - {{number: {one['number']}, date: {one['date']}, half: {one['half']}}}"
            for one in _meetings(wanted.days)
        ),
        "session": wanted.session_entry,
        "adopted": wanted.adopted,
        "number": str(wanted.meeting),
        "sits": "plenary" if wanted.organ.members == "universal" else "committee",
        "also": _also(wanted),
        "date": wanted.date.isoformat(),
        "original": wanted.original,
        "distribution": wanted.distribution,
        "schema": "../reference/schema",
        "parent": _parent(Symbol(wanted.symbol)),
    }


def _parent(symbol: Symbol) -> str:
    """The entry of a record that names the document it belongs to, or how one would."""
    suffix = symbol.suffix
    if suffix is not None and suffix.kind in _RELATIONS:
        return f"\nparent: {{symbol: {symbol.parent}, relation: {_RELATIONS[suffix.kind]}}}\n"
    if (whole := symbol.whole) is not None:
        annex = f", annex: {_arabic(symbol.annex)}" if "(Annex" in symbol.text else ""
        return f"\nparent: {{symbol: {whole}, relation: annex{annex}}}\n"
    return "\n# parent: {symbol: HSP/HA.3/16, relation: annex, annex: 1} # which document it belongs to, which annex it is\n"


def _also(wanted: _Wanted) -> str:
    """The entry of a record that names the other organs, or how one would."""
    if not wanted.also:
        return "# also: [{organ: security-council, year: 80}] # the other organs of a document under several symbols"
    lines = []
    for one, symbol in zip(wanted.also, Symbol(wanted.symbol).each[1:], strict=True):
        year = Symbol(symbol).sitting(one.symbol_prefix, yearly=True)
        years = (year[0] if year else wanted.date.year) - _FIRST_YEAR
        lines.append(
            f"  - {{organ: {one.id}, {f'year: {years}' if one.sessions == 'none' else 'session: {number: 1}'}}}"
        )
    return "\n".join(["also: # the other organs, with their session or year", *lines])


def _meetings(days: Sequence[datetime.date]) -> Iterator[dict[str, Any]]:
    """A meeting for each day, and at least two: a session is opened and closed."""
    several = list(days) if len(days) > 1 else [days[0], days[0]]
    for number, day in enumerate(several, 1):
        half = "afternoon" if number > 1 and day == several[number - 2] else "morning"
        yield {"number": number, "date": day, "half": half}


def _filled(text: str, facts: Mapping[str, str]) -> bytes:
    return re.sub(r"<<(\w+)>>", lambda found: facts[found[1]], text).encode()


def _from_demonstration(wanted: _Wanted) -> dict[str, bytes]:
    """The files of the demonstration report under another symbol, with a title to be written."""
    example = demonstration()
    _require(wanted.languages, languages_in(example))
    files = {
        path.name: path.read_bytes() for path in sorted(example.iterdir())
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".yaml"
    }  # fmt: skip
    record = (example / RECORD).read_text(encoding="utf-8")
    sessions = re.search(r"(?m)^session: *\{ *number: *(\d+)", record)
    before = _value(record, "symbol")
    renamed = _renaming(before, wanted, int(sessions[1]) if sessions else None)
    made = renamed(_record(record, wanted))
    files[RECORD] = re.sub("(?m)^original: ", f"started-from: {{symbol: {before}}}\noriginal: ", made).encode()
    for code in wanted.languages:
        words = renamed((example / f"{code}.yaml").read_text(encoding="utf-8"))
        files[f"{code}.yaml"] = _with_entry(words, "title", _title(code)).encode()
    return files


def _record(record: str, wanted: _Wanted) -> str:
    for gone in _OF_ONE_DOCUMENT:
        record = _with_entry(record, gone, "")
    entries = {"organ": wanted.organ.id, "profile": wanted.profile, "original": wanted.original, "place": wanted.place}
    entries["distribution"] = wanted.distribution
    for key, value in entries.items():
        record = re.sub(rf"(?m)^{key}: *\S+", f"{key}: {value}", record)
    if wanted.session is not None:
        record = re.sub(r"(?m)^(session: *\{ *number: *)\d+", rf"\g<1>{wanted.session}", record)
    return record


def _from_earlier(earlier: _Earlier, wanted: _Wanted, folder: Path) -> dict[str, bytes]:
    """The files of the next document after an earlier one: what stays, and room for what was of its session."""
    from publisher.language import vocabulary
    from publisher.model.workspace import workspace_for
    from publisher.receive.earlier import Next, next_record, next_words
    from publisher.receive.folder import language_file, record_file

    _require(wanted.languages, earlier.languages)
    facts = {
        "organ": wanted.organ.id, "profile": wanted.profile, "place": wanted.place, "original": wanted.original,
        "distribution": wanted.distribution,
    }  # fmt: skip
    where = os.path.relpath(earlier.folder.resolve(), folder.resolve())
    origin = {"symbol": str(earlier.record["symbol"]), "folder": where}
    after = Next(wanted.symbol, wanted.session, wanted.date, tuple(_meetings(wanted.days)), facts, origin)
    says = f"The facts of {wanted.symbol}, in no language. Those of {origin['symbol']} have been left out."
    made = [record_file(next_record(earlier.record, after), says)]
    workspace = workspace_for(earlier.folder, wanted.date)
    for code in wanted.languages:
        head = (_templates() / "head" / f"{code}.txt").read_text(encoding="utf-8")
        says = "".join(line[2:] for line in head.splitlines(keepends=True)[1:]).replace("<<symbol>>", wanted.symbol)
        words = next_words(earlier.yaml(f"{code}.yaml"), earlier.record, after, vocabulary(code, workspace))
        made.append(language_file(code, words, says))
    return {file.name: file.data for file in made}


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The document that a new one starts from."""

    folder: Path
    record: Mapping[str, Any]

    @classmethod
    def at(cls, folder: Path) -> _Earlier:
        """That in `folder`; BadRequest where it cannot be read, or nothing follows on it."""
        if not (folder / RECORD).is_file():
            raise BadRequest(f"{folder} holds no {RECORD} to start from")
        record = cls(folder, {}).yaml(RECORD)
        if missing := [key for key in ("symbol", "kind", "organ", "profile") if not isinstance(record.get(key), str)]:
            raise BadRequest(f"the record to start from has no {missing[0]}: {folder / RECORD}")
        if record["kind"] == "corrigendum":
            raise BadRequest(f"{folder} is a corrigendum: nothing starts from it; see publisher corrigendum")
        return cls(folder, record)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has words in."""
        return languages_in(self.folder)

    def said(self, key: str) -> str | None:
        """A fact of its record that is a word."""
        value = self.record.get(key)
        return value if isinstance(value, str) else None

    @property
    def session(self) -> bool:
        """Tell whether it is of a numbered session."""
        return isinstance(self.record.get("session"), dict)

    def yaml(self, name: str) -> dict[str, Any]:
        """The entries of one of its files."""
        from publisher.read.source import load
        from publisher.read.tree import parse

        path = self.folder / name
        text, faults = load(path, name, self.folder)
        found, further = parse(text, name) if text is not None else (None, [])
        if faults or further:
            raise BadRequest(f"{path} cannot be read; publisher check {self.folder} says why")
        if not isinstance(found, dict):
            raise BadRequest(f"{path} holds no entries; publisher check {self.folder} says why")
        return found


def _renaming(before: str, wanted: _Wanted, session: int | None) -> _Renaming:
    pairs = [(re.escape(before) + r"(?![\w.-])", wanted.symbol)]
    base = before.rpartition("/")[0]
    pairs.append(
        (rf"(?<![\w/]){re.escape(base)}/(?=[A-Z0-9])", f"{wanted.symbol.partition(' (')[0].rpartition('/')[0]}/")
    )
    if session is not None and wanted.session not in (None, session):
        pairs.append((rf"(?<![\w/.-]){session}/(?=\d{{1,2}}(?![\w/-]|\.\d))", f"{wanted.session}/"))
    return _Renaming(tuple(pairs))


@dataclass(frozen=True, slots=True)
class _Renaming:
    """Puts the new symbol, its companions and the numbers of decisions in the place of the old ones."""

    pairs: tuple[tuple[str, str], ...]

    def __call__(self, text: str) -> str:
        """`text` with everything renamed."""
        if not self.pairs:
            return text
        every = re.compile("|".join(f"(?P<p{place}>{pattern})" for place, (pattern, _) in enumerate(self.pairs)))
        return every.sub(lambda found: self.pairs[int((found.lastgroup or "p0")[1:])][1], text)


def _title(code: str) -> str:
    """The entry of the title with a placeholder that an editor has to fill."""
    empty = (_templates() / "session-report" / f"{code}.yaml").read_text(encoding="utf-8")
    begin, end = _entry(empty, "title") or (0, 0)
    return empty[begin:end].rstrip('"\n') + '[^demonstration]"'


def organ_of_symbol(symbol: str, asked: str | None, output: Path) -> Organ:
    """The organ asked for, or the one whose symbols begin like this one."""
    from publisher.model.reference import load_reference

    organs = load_reference(shipped("reference"), own_reference_of(output)).organs
    if asked is not None:
        if asked not in organs:
            near = difflib.get_close_matches(asked, organs, n=3)
            raise BadRequest(f"there is no organ “{asked}”; " + _choose(near or sorted(organs)))
        return organs[asked]
    fitting = [one for one in organs.values() if one.symbol_prefix and symbol.startswith(one.symbol_prefix)]
    if not fitting:
        hint = f"name one with --organ: {_choose(organs)}; or add yours with publisher organ new"
        raise BadRequest(f"no organ has symbols that begin like “{symbol}”; {hint}")
    return max(fitting, key=lambda one: len(one.symbol_prefix))


def profile_of_organ(organ: Organ) -> str:
    """The profile of the duty station the organ sits at.

    Geneva's for any other.
    """
    return organ.headquarters if organ.headquarters in PROFILES else "geneva"


def _require(languages: Sequence[str], there: Sequence[str]) -> None:
    if not languages:
        raise BadRequest(f"name a language to start with: {', '.join(there)}")
    if unknown := [code for code in languages if code not in there]:
        raise BadRequest(f"there are no words in “{unknown[0]}” to start from; {_choose(there)}")


def _choose(names: Iterable[str]) -> str:
    return f"choose from {', '.join(names)}"


def _arabic(roman: str) -> int:
    """The value of a Roman numeral, 0 for none."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[sign] for sign in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=False))


def _value(text: str, key: str) -> str:
    found = re.search(rf"(?m)^{key}: *(\S.*?)(?: +#.*)?$", text)
    if found is None:
        raise BadRequest(f"the record to start from has no {key}")
    return found[1].strip("\"'")


def _with_entry(text: str, key: str, entry: str) -> str:
    """YAML `text` with the entry of a top-level `key` replaced, or taken out where `entry` is empty."""
    found = _entry(text, key)
    if found is None:
        return text
    return text[: found[0]] + (f"{entry}\n" if entry else "") + text[found[1] :]


def _entry(text: str, key: str) -> tuple[int, int] | None:
    found = re.search(rf"(?m)^{key}:.*\n(?:(?:[ \t]+\S|-|[\]}}]).*\n|[ \t]*\n(?=[ \t]+\S))*", text)
    return found.span() if found else None


def _templates() -> Path:
    return shipped("templates") / "new"
