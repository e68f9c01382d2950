"""The files of a new document: of a kind, from its templates, or the demonstration under another symbol."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publisher.cli.wanted import Wanted, choose_from, meetings_on
from publisher.failures import BadRequest
from publisher.model.symbol import Symbol
from publisher.model.workspace import demonstration, languages_in, shipped

RECORD = "record.yaml"
_OF_ONE_DOCUMENT = ("job", "reissues", "parent", "waivers")  # entries of a record that no other document takes over
_FIRST_YEAR = 1945  # 2025 is the eightieth year of the Security Council
_RELATIONS = {"Add": "addendum", "Rev": "revision"}


def from_templates(kind: str, wanted: Wanted) -> dict[str, bytes]:
    """The files of a new document of `kind`: record and words with the wanted facts put in."""
    root = templates() / kind
    there = sorted(path.stem for path in root.glob("*.yaml") if path.stem != "record")
    require(wanted.languages, there)
    facts = _facts(wanted)
    files = {RECORD: _filled((root / RECORD).read_text(encoding="utf-8"), facts)}
    for code in wanted.languages:
        head = (templates() / "head" / f"{code}.txt").read_text(encoding="utf-8")
        files[f"{code}.yaml"] = _filled(head + (root / f"{code}.yaml").read_text(encoding="utf-8"), facts)
    return files


def _facts(wanted: Wanted) -> dict[str, str]:
    """What stands for each <<name>> of the templates."""
    return {
        "symbol": wanted.symbol,
        "organ": wanted.organ.id,
        "profile": wanted.profile,
        "place": wanted.place,
        "meetings": "\n".join(
            f"  - {{number: {one['number']}, date: {one['date']}, half: {one['half']}}}"
            for one in meetings_on(wanted.days)
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
        "supplement": _last_number(wanted.symbol),
    }


def _last_number(symbol: str) -> str:
    """The number that a symbol of the organ's main series ends with, 8 of A/74/8; 1 where it has none."""
    found = re.match(r"[A-Z]+/(?:ES-|S-)?\d+/(\d+)\b", symbol)
    return found[1] if found else "1"


def _parent(symbol: Symbol) -> str:
    """The entry of a record that names the document it belongs to, or how one would."""
    suffix = symbol.suffix
    if suffix is not None and suffix.kind in _RELATIONS:
        return f"\nparent: {{symbol: {symbol.parent}, relation: {_RELATIONS[suffix.kind]}}}\n"
    if (whole := symbol.whole) is not None:
        annex = f", annex: {_arabic(symbol.annex)}" if "(Annex" in symbol.text else ""
        return f"\nparent: {{symbol: {whole}, relation: annex{annex}}}\n"
    return "\n# parent: {symbol: HSP/HA.3/16, relation: annex, annex: 1} # which document it belongs to, which annex it is\n"


def _also(wanted: Wanted) -> str:
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


def _filled(text: str, facts: Mapping[str, str]) -> bytes:
    return re.sub(r"<<(\w+)>>", lambda found: facts[found[1]], text).encode()


def from_demonstration(wanted: Wanted) -> dict[str, bytes]:
    """The files of the demonstration report under another symbol, with a title to be written."""
    example = demonstration()
    require(wanted.languages, languages_in(example))
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


def _record(record: str, wanted: Wanted) -> str:
    for gone in _OF_ONE_DOCUMENT:
        record = _with_entry(record, gone, "")
    entries = {"organ": wanted.organ.id, "profile": wanted.profile, "original": wanted.original, "place": wanted.place}
    entries["distribution"] = wanted.distribution
    for key, value in entries.items():
        record = re.sub(rf"(?m)^{key}: *\S+", f"{key}: {value}", record)
    if wanted.session is not None:
        record = re.sub(r"(?m)^(session: *\{ *number: *)\d+", rf"\g<1>{wanted.session}", record)
    return record


def _renaming(before: str, wanted: Wanted, session: int | None) -> _Renaming:
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
    empty = (templates() / "session-report" / f"{code}.yaml").read_text(encoding="utf-8")
    begin, end = _entry(empty, "title") or (0, 0)
    return empty[begin:end].rstrip('"\n') + '[^demonstration]"'


def require(languages: Sequence[str], there: Sequence[str]) -> None:
    if not languages:
        raise BadRequest(f"name a language to start with: {', '.join(there)}")
    if unknown := [code for code in languages if code not in there]:
        raise BadRequest(f"there are no words in “{unknown[0]}” to start from; {choose_from(there)}")


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


def templates() -> Path:
    return shipped("templates") / "new"
