"""Writes what was received as the files of a document folder.

It knows the line on which everything came to stand.
"""

from __future__ import annotations

import datetime
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position

_SCHEMA = "# yaml-language-server: $schema=../reference/schema/{kind}.schema.json"
_WIDEST = 150  # characters of a row or mapping that stands on one line
_APART = ("body", "annexes", "operative", "decisions", "agendas")  # keys whose longer entries have blank lines between

# What stands without quotation marks begins with a letter and holds nothing that the scanner, or a hurried reader,
# takes for anything but words; all else is quoted as JSON is, which is YAML.
_PLAIN = re.compile(
    r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[^\W\d_](?:[^\x00-\x1f#:]|:(?=\S)|(?<=\S)#)*", re.IGNORECASE
)
_IN_FLOW = re.compile(r"[,\[\]{}:]")
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be told of a place of the folder.

    A code of the catalogue, the message, words at fault, what to do.
    """

    code: str
    message: str
    span: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value of the folder with the remarks on it."""

    value: Any
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Commented:
    """An entry of a list with comments on the lines above it."""

    value: Any
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneLine:
    """A short list or mapping that stands on one line where it fits.

    A row of a table, a meeting.
    """

    value: Mapping[str, Any] | Sequence[Any]


@dataclass(slots=True)
class Written:
    """The lines of one file, and findings at the lines of their values."""

    name: str
    lines: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return "".join([f"{line}\n" for line in self.lines]).encode()


def record_file(facts: Mapping[str, Any], says: str) -> Written:
    """`record.yaml` of these `facts`; `says` is the comment at its head."""
    return _file("record.yaml", "record", facts, says)


def language_file(language: str, words: Mapping[str, Any], says: str) -> Written:
    """The language file of these `words`, its blocks set apart."""
    return _file(f"{language}.yaml", "language", words, says)


def own_organs(organs: Mapping[str, Any], says: str) -> bytes:
    """`organs.yaml` of the reference folder that goes with a document."""
    return _filled(Written("organs.yaml", [f"# {line}" for line in says.splitlines()]), organs).data


def _file(name: str, kind: str, content: Mapping[str, Any], says: str) -> Written:
    return _filled(Written(name, [_SCHEMA.format(kind=kind), *(f"# {line}" for line in says.splitlines())]), content)


def _filled(written: Written, content: Mapping[str, Any]) -> Written:
    head = list(written.lines)
    writer = _Writer(written)
    for key, value in content.items():
        if len(written.lines) == len(head) or _bare(value).__class__ in (dict, list):
            writer.blank()
        writer.entry(f"{key}:", value, 0, apart=key in _APART)
    return written


@dataclass(slots=True)
class _Writer:
    """Puts values down line by line, each remark becoming a finding at its line."""

    written: Written

    def blank(self) -> None:
        """Leave a line free, where none is."""
        if self.written.lines[-1]:
            self.written.lines.append("")

    def entry(self, head: str, value: Any, indent: int, *, apart: bool = False) -> None:
        """Write `head` (“key:” or “-”) and its value.

        `apart` sets the entries of a list apart.
        """
        value = self._told(value, indent)
        before = " " * indent + head
        if isinstance(value, Commented):
            for line in value.lines:
                self.written.lines += textwrap.wrap(
                    line, 118, initial_indent=f"{' ' * indent}# ", subsequent_indent=f"{' ' * indent}#   "
                )
            value = value.value
        if isinstance(value, OneLine):
            text = _flow(value.value)
            if len(text) <= _WIDEST and not _has_remarks(value.value):
                self.written.lines.append(f"{before} {text}")
                return
            value = value.value
            if isinstance(value, list | tuple) and all(
                isinstance(one, str) and not re.search(r"\s", one) for one in value
            ):
                self._wrapped(before, value, indent)
                return
        if not isinstance(value, Mapping | list | tuple) or not value:
            self.written.lines.append(f"{before} {_flow(value, whole=True)}")
        elif isinstance(value, Mapping) and head == "-":
            first = len(self.written.lines)
            self._mapping(value, indent + 2)
            self.written.lines[first] = before + self.written.lines[first][indent + 1 :]
        else:
            self.written.lines.append(before)
            if isinstance(value, Mapping):
                self._mapping(value, indent + 2, apart=apart)
            else:
                self._list(value, indent + 2, apart=apart)

    def _wrapped(self, before: str, value: Sequence[str], indent: int) -> None:
        """A long list of short words between brackets, as many on a line as fit."""
        inner = " " * (indent + 2)
        listed = ", ".join([scalar(one, flow=True) for one in value])
        lines = textwrap.wrap(listed, 118 - indent, break_long_words=False, break_on_hyphens=False)
        self.written.lines += [f"{before} [", *(inner + line for line in lines), f"{' ' * indent}]"]

    def _mapping(self, value: Mapping[str, Any], indent: int, *, apart: bool = False) -> None:
        for place, (key, inner) in enumerate(value.items()):
            if apart and place:
                self.blank()
            self.entry(f"{key}:", inner, indent, apart=key in _APART)

    def _list(self, value: Sequence[Any], indent: int, *, apart: bool) -> None:
        for place, inner in enumerate(value):
            if apart and place:
                self.blank()
            self.entry("-", inner, indent)

    def _told(self, value: Any, indent: int) -> Any:
        at = Position(self.written.name, len(self.written.lines) + 1, indent + 1)
        while isinstance(value, Noted):
            for one in value.remarks:
                self.written.findings.append(finding(one.code, one.message, at, span=one.span, hint=one.hint))
            value = value.value
        return value


def _bare(value: Any) -> Any:
    while isinstance(value, Noted):
        value = value.value
    return value


def _has_remarks(value: Any) -> bool:
    match value:
        case Noted():
            return True
        case OneLine():
            return _has_remarks(value.value)
        case Mapping():
            return any(map(_has_remarks, value.values()))
        case list() | tuple():
            return any(map(_has_remarks, value))
        case _:
            return False


def _flow(value: Any, *, whole: bool = False) -> str:
    """`value` on one line; `whole` where it stands alone, outside brackets."""
    match value:
        case str():
            return scalar(value, flow=not whole)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime.date():
            return value.isoformat()
        case OneLine() | Noted():
            return _flow(value.value)
        case Mapping():
            return "{" + ", ".join([f"{key}: {_flow(inner)}" for key, inner in value.items()]) + "}"
        case list() | tuple():
            return "[" + ", ".join([_flow(inner) for inner in value]) + "]"
        case _:
            raise TypeError(f"a {type(value).__name__} has no place in a document folder")


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` as a YAML scalar that is read as exactly these characters.

    Quoted only where it must be.
    """
    if (
        _PLAIN.fullmatch(text)
        and not text[-1].isspace()
        and not _UNSEEN.search(text)
        and not (flow and _IN_FLOW.search(text))
    ):
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
