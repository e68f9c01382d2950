"""The folder of a document that follows from another one.

Its record and words files as text an editor can read.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from publisher.model.record import Record
from publisher.model.symbol import Symbol
from publisher.model.words import Words

_SCHEMA = "# yaml-language-server: $schema=../reference/schema/{kind}.schema.json\n"
_KEPT = ("profile", "organ", "session", "place", "distribution", "original")


def corrigendum_folder(
    parent: Record,
    number: int,
    dated: datetime.date,
    languages: Mapping[str, tuple[Sequence[Words], list[dict[str, Any]]]],
) -> tuple[str, dict[str, bytes]]:
    """The folder name and the files of corrigendum `number` to `parent`.

    `languages` maps a language to the title of the parent and the blocks of the corrections (none: not applicable).
    """
    following = Symbol(parent.symbol).followed_by("Corr", number)
    symbol = following.text
    record = {
        **_facts(parent, symbol, "corrigendum", dated),
        "parent": {"symbol": parent.symbol, "relation": "corrigendum"},
    }
    files = {"record.yaml": _text(record, "record", f"The facts of {symbol}, made from two versions of the data.")}
    note = f"The corrections of {symbol}, each proved on the issued text; do not edit, make it anew."
    for code, (title, blocks) in languages.items():
        words = {"title": _title(title), "body": blocks or [{"correction": "not-applicable"}]}
        files[f"{code}.yaml"] = _text(words, "language", note)
    return following.folder, files


def addendum_folder(
    parent: Record, number: int, dated: datetime.date, titles: Mapping[str, Sequence[Words]]
) -> tuple[str, dict[str, bytes]]:
    """Folder name and files of addendum `number`, words to come."""
    following = Symbol(parent.symbol).followed_by("Add", number)
    symbol = following.text
    record = {
        **_facts(parent, symbol, parent.kind, dated),
        "parent": {"symbol": parent.symbol, "relation": "addendum"},
    }
    files = {"record.yaml": _text(record, "record", f"The facts of {symbol}, an addendum to {parent.symbol}.")}
    for code, title in titles.items():
        words = {"title": _title(title), "body": []}
        files[f"{code}.yaml"] = _text(words, "language", f"The words of {symbol}: write them under body.")
    return following.folder, files


def revision_folder(
    files: Mapping[str, bytes], parent: str, number: int, dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Folder name and files of revision `number` of `parent`.

    Made from the corrected `files`. The corrections of earlier corrigenda are in the data already; asterisks of
    reissues fall away, waivers stay: one that is used no longer is a finding.
    """
    following = Symbol(parent).followed_by("Rev", number)
    symbol = following.text
    record = _with_entry(files["record.yaml"].decode(), "symbol", f"symbol: {symbol}")
    record = _with_entry(record, "date", f"date: {dated}")
    # a job number is given anew to every document: an old one on a new document would be a wrong number
    for gone in ("reissues", "job", "parent"):
        record = _with_entry(record, gone, "")
    record = _with_entry(record, "date", f"date: {dated}\nparent: {{symbol: {parent}, relation: revision}}")
    return following.folder, {**files, "record.yaml": record.encode()}


def reissued_record(record_yaml: bytes, dated: datetime.date) -> bytes:
    """`record.yaml` with one more reissue on the day `dated`.

    Every other character stands as it was.
    """
    record = record_yaml.decode()
    earlier = YAML(typ="safe", pure=True).load(record).get("reissues") or []
    lines = [f"  - {{date: {one['date']}, reason: {one.get('reason', 'technical')}}}" for one in earlier]
    lines.append(f"  - {{date: {dated}, reason: technical}}")
    return _with_entry(record, "reissues", "\n".join(["reissues:", *lines]), after="date").encode()


def _with_entry(text: str, key: str, entry: str, after: str | None = None) -> str:
    """YAML `text` with the entry of a top-level `key` replaced, or taken out where `entry` is empty.

    Where there is no such entry it is put `after` another one. The author's other lines and comments stay as they are.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    found = _entry(text, key)
    if found is not None:
        start, end = found
        return text[:start] + (f"{entry}\n" if entry else "") + text[end:]
    place = _entry(text, after) if after else None
    if place is None:
        return text
    return text[: place[1]] + f"{entry}\n" + text[place[1] :]


def _entry(text: str, key: str) -> tuple[int, int] | None:
    """From where to where the entry of a top-level `key` reaches, the blank lines after it left out."""
    # the line of the key, then indented lines, list items and closing brackets, and blank lines among these
    entry = rf"^{re.escape(key)}:.*\n(?:(?:[ \t]+\S|-|\]|\}}).*\n|[ \t]*\n(?=[ \t]+\S))*"
    found = re.search(entry, text, re.MULTILINE)
    return found.span() if found else None


def _title(title: Sequence[Words]) -> list[str]:
    """The parent's title without the calls of its notes, which stay in the parent."""
    return [re.sub(r"\[\^[^\]]*\]", "", str(line)) for line in title]


def _facts(parent: Record, symbol: str, kind: str, dated: datetime.date) -> dict[str, Any]:
    facts = parent.model_dump(mode="python", by_alias=True, exclude_none=True, exclude_defaults=True)
    kept = {key: facts[key] for key in _KEPT if key in facts}
    meetings = {"meetings": facts["meetings"]} if "meetings" in facts else {}
    return {"symbol": symbol, "kind": kind, **kept, "date": dated, **meetings}


def _text(content: Mapping[str, Any], kind: str, says: str) -> bytes:
    yaml = YAML()
    yaml.width = 4096  # a text stays on its line: the editor wraps it, and positions stay right
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_multi_representer(datetime.date, lambda made, day: made.represent_date(day))
    stream = io.StringIO()
    yaml.dump(CommentedMap(content), stream)
    return f"{_SCHEMA.format(kind=kind)}# {says}\n\n{stream.getvalue()}".encode()
