"""The folder of a document that follows from another one: its record and words files as text an editor can read."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from publisher.model.record import Record
from publisher.model.words import Words

_SCHEMA = "# yaml-language-server: $schema=../reference/schema/{kind}.json\n"
_KEPT = ("profile", "organ", "session", "place", "distribution", "original")


def corrigendum_folder(
    parent: Record, number: int, dated: datetime.date,
    languages: Mapping[str, tuple[Sequence[Words], list[dict[str, Any]]]],
) -> tuple[str, dict[str, bytes]]:
    """Give back the folder name and the files of corrigendum `number` to `parent`.

    `languages` maps a language to the title of the parent and the blocks of the corrections (none: not applicable).
    """
    symbol = f"{parent.symbol}/Corr.{number}"
    record = {
        **_facts(parent, symbol, "corrigendum", dated),
        "parent": {"symbol": parent.symbol, "relation": "corrigendum"},
    }
    files = {"record.yaml": _text(record, "record", f"The facts of {symbol}, made from two versions of the data.")}
    note = f"The corrections of {symbol}, each proved on the issued text; do not edit, make it anew."
    for code, (title, blocks) in languages.items():
        words = {"title": [str(line) for line in title], "body": blocks or [{"correction": "not-applicable"}]}
        files[f"{code}.yaml"] = _text(words, "language", note)
    return folder_name(symbol), files


def addendum_folder(
    parent: Record, number: int, dated: datetime.date, titles: Mapping[str, Sequence[Words]]
) -> tuple[str, dict[str, bytes]]:
    """Give back the folder name and the files of addendum `number`, its body waiting for the editor's words."""
    symbol = f"{parent.symbol}/Add.{number}"
    record = {
        **_facts(parent, symbol, parent.kind, dated),
        "parent": {"symbol": parent.symbol, "relation": "addendum"},
    }
    files = {"record.yaml": _text(record, "record", f"The facts of {symbol}, an addendum to {parent.symbol}.")}
    for code, title in titles.items():
        words = {"title": [str(line) for line in title], "body": []}
        files[f"{code}.yaml"] = _text(words, "language", f"The words of {symbol}: write them under body.")
    return folder_name(symbol), files


def revision_folder(
    files: Mapping[str, bytes], parent: str, number: int, dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Give back the folder name and the files of revision `number` of `parent`, made from the corrected `files`.

    The corrections of earlier corrigenda are in the data already; asterisks of reissues fall away, waivers stay: one
    that is used no longer is a finding.
    """
    symbol = f"{parent}/Rev.{number}"
    yaml, record = _open(files["record.yaml"])
    record["symbol"], record["date"] = symbol, dated
    record["parent"] = {"symbol": parent, "relation": "revision"}
    # a job number is given anew to every document: an old one on a new document would be a wrong number
    for gone in ("reissues", "job"):
        record.pop(gone, None)
    return folder_name(symbol), {**files, "record.yaml": _close(yaml, record)}


def reissued_record(record_yaml: bytes, dated: datetime.date) -> bytes:
    """Give back `record.yaml` with one more reissue on the day `dated`; everything else stands as it was written."""
    yaml, record = _open(record_yaml)
    record.setdefault("reissues", []).append({"date": dated, "reason": "technical"})
    return _close(yaml, record)


def _open(text: bytes) -> tuple[YAML, CommentedMap]:
    yaml = YAML()
    yaml.width = 4096
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml, yaml.load(text.decode())


def _close(yaml: YAML, record: CommentedMap) -> bytes:
    stream = io.StringIO()
    yaml.dump(record, stream)
    return stream.getvalue().encode()


def folder_name(symbol: str) -> str:
    """Give back the usual name of a document's folder: HSP/HA.2/16/Corr.1 is HSP-HA.2-16-Corr.1."""
    return symbol.replace("/", "-").replace(" ", "_").rstrip("*")


def _facts(parent: Record, symbol: str, kind: str, dated: datetime.date) -> dict[str, Any]:
    facts = parent.model_dump(mode="python", by_alias=True, exclude_none=True, exclude_defaults=True)
    kept = {key: facts[key] for key in _KEPT if key in facts}
    meetings = {"meetings": facts["meetings"]} if "meetings" in facts else {}
    return {"symbol": symbol, "kind": kind, **kept, "date": dated, **meetings}


def _text(content: Mapping[str, Any], kind: str, says: str) -> bytes:
    yaml = YAML()
    yaml.width = 4096  # a text stays on its line: the editor wraps it, and positions stay right
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(CommentedMap(content), stream)
    return f"{_SCHEMA.format(kind=kind)}# {says}\n\n{stream.getvalue()}".encode()
