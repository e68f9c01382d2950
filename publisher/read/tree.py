"""Reads YAML 1.2 text into plain values that know their line and column.

Every mistake in it is a finding. The text is scanned by libyaml (through PyYAML), which reads the documents of this
program some twenty times faster than ruamel's pure Python (3 ms against 82 ms for 68 kB); what a plain scalar means
is decided here by the YAML 1.2 core schema, so `10:40` is text, `no` is text and `2025-06-14` is a date. Anchors,
aliases, merge keys and tags are refused: each text stands once, at one place, and no document can be blown up by
references to itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.words import (
    LocatedDay,
    LocatedDict,
    LocatedFloat,
    LocatedInt,
    LocatedList,
    LocatedStr,
    LocatedSwitch,
)
from publisher.read.source import CONTROL
from publisher.read.syntax import syntax_finding

MOST_FIGURE = 10**15  # larger figures cannot be held exactly; they stay text, as .inf and 1e999 do
MOST_ENTRIES = 300_000  # keys and values in one file; the longest reports have some thousands
MOST_CHARACTERS = 50_000  # of one text: twelve pages without a paragraph
DEEPEST = 64  # five headings, an annex and four degrees of subparagraphs need fewer than forty

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_DOUBTFUL = frozenset({"~", "Null", "NULL"})  # in a list: nothing, or a sign or name to be printed
_BOOLEAN = frozenset({"true", "True", "TRUE", "false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,16}")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CUT = re.compile(r"(?<=[^\s#]) #[^\s#!]")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, file: str) -> tuple[Any, list[Diagnostic]]:
    """The value of a YAML text, or None, and findings on its syntax."""
    builder = _Builder(file, _cut_lines(text))
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.findings.append(syntax_finding(error, text, file))
        return None, builder.findings
    except yaml.YAMLError as error:  # a character libyaml does not take: the control characters were reported before
        builder.findings.append(finding("RD006", f"this is not YAML: {error}", Position(file, 1)))
        return None, builder.findings
    except _Stop:
        return None, builder.findings
    return builder.root, builder.findings


class _Stop(Exception):
    """Reading goes no further: the finding that says why is already recorded."""


@dataclass
class _Builder:
    """Builds the located values from the events of the scanner."""

    file: str
    cut: dict[int, int]  # by line: column of a sign # that ends the words before it
    root: Any = None
    findings: list[Diagnostic] = field(default_factory=list)
    open: list[LocatedDict | LocatedList] = field(default_factory=list)
    keys: list[LocatedStr | None] = field(default_factory=list)  # the key that waits for its value, per open collection
    entries: int = 0
    documents: int = 0

    def take(self, event: Any) -> None:
        """Take up one event of the scanner."""
        match event:
            case yaml.ScalarEvent():
                self._plain_yaml(event)
                if len(event.value) > MOST_CHARACTERS:
                    said = f"a text of {len(event.value)} characters stands here; one may have {MOST_CHARACTERS}"
                    self._stop("RD036", said, event, "Make paragraphs of it: each is an entry of its own.")
                if event.style == '"' and (control := CONTROL.search(event.value)):
                    self._stop(
                        "RD010",
                        f"the control character U+{ord(control.group()):04X} is written here",
                        event,
                        "Delete it.",
                    )
                if self.cut and not event.style:
                    self._cut_off(event)
                self._value(self._doubtful(event) or _resolve(event, self._at(event)), event)
            case yaml.MappingStartEvent():
                self._plain_yaml(event)
                self._enter(LocatedDict(self._at(event)), event)
            case yaml.SequenceStartEvent():
                self._plain_yaml(event)
                self._enter(LocatedList(self._at(event)), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.keys.pop()
            case yaml.AliasEvent():
                self._stop(
                    "RD008",
                    f"“*{event.anchor}” refers to another place of the file (alias)",
                    event,
                    'Words that begin with an asterisk stand in quotation marks: "*Recalling* …"; '
                    "references to other places are not used here: write the words out.",
                )
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._stop("RD006", "a second document begins here (---)", event, "One file holds one document.")
            case _:
                pass

    def _at(self, event: Any) -> Position:
        return Position(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _stop(self, code: str, message: str, event: Any, hint: str = "") -> None:
        self.findings.append(finding(code, message, self._at(event), hint=hint))
        raise _Stop

    def _cut_off(self, event: Any) -> None:
        """Report words that end at a # which looks like part of them: “in paragraph #3 of the note”."""
        line = event.end_mark.line
        column = self.cut.get(line, -1)
        if column >= event.end_mark.column:
            del self.cut[line]
            at = Position(self.file, line + 1, column + 1)
            hint = "Words with a # after a space stand in quotation marks; a comment has a space after its #."
            self.findings.append(
                finding("RD015", "the rest of the line is taken for a comment", at, span="#", hint=hint)
            )

    def _doubtful(self, event: Any) -> LocatedStr | None:
        """What may be an empty cell or a word, in a list, where an empty one is “null”: told, and taken for a word."""
        if event.style or event.value not in _DOUBTFUL or not self.open or not isinstance(self.open[-1], LocatedList):
            return None
        said = LocatedStr(event.value, self._at(event))
        message = f"“{said}” may be nothing, or a word to be printed"
        hint = f'Write null for nothing, "{said}" in quotation marks for the word.'
        self.findings.append(finding("RD013", message, said.at, span=said, hint=hint))
        return said

    def _plain_yaml(self, event: Any) -> None:
        self.entries += 1
        if self.entries > MOST_ENTRIES:
            self._stop(
                "RD004", f"the file has more than {MOST_ENTRIES} entries", event, "Part the document in several."
            )
        if event.anchor is not None:
            self._stop(
                "RD008",
                f"“&{event.anchor}” names a place to refer to (anchor)",
                event,
                "Words that begin with & stand in quotation marks; references are not used here.",
            )
        if event.tag is not None:
            self._stop(
                "RD008",
                f"“{event.tag}” gives a type (tag)",
                event,
                "Words that begin with ! stand in quotation marks; types are not given here.",
            )

    def _enter(self, collection: LocatedDict | LocatedList, event: Any) -> None:
        if len(self.open) >= DEEPEST:
            self._stop(
                "RD009",
                f"entries stand {DEEPEST} levels inside each other",
                event,
                "Check the brackets and the indents.",
            )
        if self.open and isinstance(self.open[-1], LocatedDict) and self.keys[-1] is None:
            self._stop(
                "RD006",
                "a key must be plain words, not brackets",
                event,
                'Words that begin with { or [ stand in quotation marks: "{{ fact }} …", "[words](#id) …".',
            )
        self._value(collection, event)
        self.open.append(collection)
        self.keys.append(None)

    def _value(self, value: Any, event: Any) -> None:
        if not self.open:
            self.root = value
            return
        match self.open[-1]:
            case LocatedList() as parent:
                parent.append(value)
                parent.values_at.append(self._at(event))
            case LocatedDict() as parent:
                self._entry(parent, value, event)

    def _entry(self, parent: LocatedDict, value: Any, event: Any) -> None:
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = self._key(parent, event)
            return
        self.keys[-1] = None
        if key not in parent:  # of a doubled key the first value counts; the second is a finding
            parent[str(key)] = value
            parent.keys_at[str(key)] = key.at
            parent.values_at[str(key)] = self._at(event)

    def _key(self, parent: LocatedDict, event: Any) -> LocatedStr:
        key = LocatedStr(event.value, self._at(event))
        if key in parent:
            self.findings.append(
                finding(
                    "RD007",
                    f"“{key}” stands here a second time",
                    key.at,
                    span=key,
                    hint=f"It stands first at line {parent.keys_at[key].line}; keep one of the two.",
                )
            )
        return key


def _cut_lines(text: str) -> dict[int, int]:
    """By line the column of a # after a space that has no space after it."""
    if not _CUT.search(text):
        return {}
    found = ((number, _CUT.search(line)) for number, line in enumerate(text.split("\n")))
    return {number: match.start() + 1 for number, match in found if match}


def _number(text: str) -> int | float | None:
    if _INTEGER.fullmatch(text) and len(text) < 20:
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    return float(text) if _DECIMAL.fullmatch(text) and len(text) < 40 else None


def _resolve(event: Any, at: Position) -> Any:
    """What a scalar means by the YAML 1.2 core schema, and a day for a date as in 2025-06-14."""
    text: str = event.value
    if event.style:  # quoted or block: always text
        return LocatedStr(text, at)
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return LocatedSwitch(text, at)
    if text[0] in "+-.0123456789":
        number = _number(text)
        if number is not None and abs(number) < MOST_FIGURE:
            located = LocatedInt if isinstance(number, int) else LocatedFloat
            return located(number, text, at)  # type: ignore[arg-type]
        if _DATE.fullmatch(text):
            try:
                return LocatedDay(text, at)
            except ValueError:  # the 30th of February: the part that expects a day reports it
                return LocatedStr(text, at)
    return LocatedStr(text, at)
