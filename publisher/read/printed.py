"""The author's files as far as they are printed.

What travels in a PDF, without comments, waivers and what nothing calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from publisher.model.document import Document

RECORD = "record.yaml"
# Of the record: what is no fact of the document, what a part has not got, what is printed only where it is called for.
_NEVER = frozenset(["waivers", "started-from"])
_OF_THE_WHOLE = frozenset(["job", "reissues", "contents", "footnotes-restart", "language-only"])
_CALLED_BY_NAME = ("votes", "elections", "bureaux", "facts")
_WHERE_CALLED = frozenset(["attendance", "credentials"])
_NAMES = ("persons", "agendas")
_NOT_OF_A_PART = frozenset(
    ["title", "subtitle", "session-line", "organ-lines", "summary", "symbol-notes", "body", "agendas", "agenda"]
)
_CALL = re.compile(r"\[\^([^\]\s]{1,80})\]")
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"\w+")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(slots=True)
class _Mentions:
    """What words mention: their scalars whole, the names in their expressions, the notes they call."""

    whole: set[str]
    named: set[str]
    calls: set[str]

    def __contains__(self, name: str) -> bool:
        return name in self.whole or name in self.named or name.replace("-", "_") in self.named


def printed_sources(sources: Mapping[str, str], document: Document, annex: str | None = None) -> dict[str, str]:
    """Of each of the author's files by name, what `document` prints of it.

    Tables that it shows whole stand as they are. `annex` names the annex or decision that the document is taken out
    of a whole for: then its own part travels only.
    """
    words_name = next((name for name in sources if name.endswith(f"{document.language}.yaml")), "")
    if RECORD not in sources or not words_name:
        return {}
    words, record = (yaml.compose(sources[name], _LOADER) for name in (words_name, RECORD))
    if not isinstance(words, yaml.MappingNode) or not isinstance(record, yaml.MappingNode):
        return {}
    _leave_unread(words)
    if annex is not None:
        _cut_to_part(words, document, annex)
    mentions = _keep_words(words)
    _keep_facts(record, mentions, document if annex is not None else None)
    for half in (words, record):
        _keep_names(half, mentions)
    tables = mentions.whole - _printed_in_part(words) - {RECORD, words_name}
    shown = {name: text for name, text in sources.items() if name in tables}
    return {RECORD: _written(record), words_name: _written(words), **shown}


def _leave_unread(words: yaml.MappingNode) -> None:
    """Drop what has names for its entries in the document and was written as something else: it was not read."""
    named = ("footnotes", "front-notes", "decisions", *_NAMES)
    words.value = [
        (key, value) for key, value in words.value if key.value not in named or isinstance(value, yaml.MappingNode)
    ]


def _cut_to_part(words: yaml.MappingNode, document: Document, annex: str) -> None:
    """Leave of the words of the whole document those of one annex or decision."""
    words.value = [(key, value) for key, value in words.value if key.value not in _NOT_OF_A_PART]
    made = document.words
    for key, value in words.value:
        if key.value == "annexes":
            value.value = [entry for entry in value.value if _entry(entry, "id") == annex]
        elif key.value == "decisions":
            _keep(value, set(made.decisions))
        elif key.value in ("footnotes", "front-notes"):
            _keep(value, {*made.footnotes, *made.front_notes})


def _keep_words(words: yaml.MappingNode) -> _Mentions:
    """Drop the notes that nothing calls; give back what is mentioned."""
    notes = [value for key, value in words.value if key.value == "footnotes"]
    aside = {*notes, *(value for key, value in words.value if key.value in _NAMES)}
    mentions = _mentions(value for _, value in words.value if value not in aside)
    for table in notes:
        called = mentions.calls | {key.value for key, _ in table.value if key.value in mentions.whole}
        while further := _mentions(v for k, v in table.value if k.value in called).calls - called:
            called |= further
        _keep(table, called)
    mentions.named |= _mentions(notes).named
    return mentions


def _keep_facts(record: yaml.MappingNode, mentions: _Mentions, part: Document | None) -> None:
    """Drop what nothing printed calls for; of a `part` also what belongs to the whole, and other decisions."""
    dropped = _NEVER | (_OF_THE_WHOLE if part is not None else frozenset())
    record.value = [(key, value) for key, value in record.value if key.value not in dropped]
    for key, value in record.value:
        if key.value == "adoptions" and part is not None:
            value.value = [entry for entry in value.value if _entry(entry, "number") in part.words.decisions]
    adopted = _mentions(value for key, value in record.value if key.value == "adoptions")
    for key, value in record.value:
        if not isinstance(value, yaml.MappingNode):
            continue
        if key.value in _CALLED_BY_NAME:
            value.value = [
                (name, said) for name, said in value.value
                if name.value in mentions or name.value in adopted or _entry(said, "on") in mentions
            ]  # fmt: skip
    officers = _mentions(value for key, value in record.value if key.value in ("bureaux", "adoptions"))
    mentions.whole |= officers.whole
    emptied = (*_CALLED_BY_NAME, "adoptions")
    record.value = [
        (key, value)
        for key, value in record.value
        if (value.value or key.value not in emptied) and (key.value in mentions or key.value not in _WHERE_CALLED)
    ]


def _keep_names(half: yaml.MappingNode, mentions: _Mentions) -> None:
    """Drop the persons and further agendas that nothing mentions, and what is left empty."""
    for key, value in half.value:
        if key.value in _NAMES and isinstance(value, yaml.MappingNode):
            value.value = [(name, said) for name, said in value.value if name.value in mentions]
    optional = (*_NAMES, "footnotes")
    half.value = [(key, value) for key, value in half.value if value.value or key.value not in optional]


def _mentions(nodes: Iterable[yaml.Node]) -> _Mentions:
    found = _Mentions(set(), set(), set())
    waiting = list(nodes)
    while waiting:
        match waiting.pop():
            case yaml.ScalarNode(value=str(text)):
                found.whole.add(text)
                found.calls.update(_CALL.findall(text))
                for inside in _EXPRESSION.findall(text):
                    found.named.update(_NAME.findall(inside))
                    found.named.update(re.findall(r"[\"']([^\"']+)[\"']", inside))
            case yaml.SequenceNode(value=entries):
                waiting += entries
            case yaml.MappingNode(value=pairs):
                waiting += [node for pair in pairs for node in pair]
            case _:
                pass
    return found


def _printed_in_part(words: yaml.Node) -> set[str]:
    """The files of tables of which a range is printed, and not all."""
    found, waiting = set(), [words]
    while waiting:
        node = waiting.pop()
        children = node.value if isinstance(node, yaml.SequenceNode | yaml.MappingNode) else []
        waiting += [part for child in children for part in (child if isinstance(child, tuple) else (child,))]
        if _entry(node, "range"):
            found.add(_entry(node, "name"))
    return found


def _entry(node: yaml.Node, key: str) -> str:
    """The scalar under `key` of a mapping, empty where there is none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for name, value in pairs if name.value == key), "")


def _keep(table: yaml.Node, names: Iterable[str]) -> None:
    kept = set(names)
    table.value = [(name, value) for name, value in table.value if name.value in kept]


def _written(node: yaml.Node) -> str:
    text: str = yaml.serialize(node, Dumper=_DUMPER, allow_unicode=True, width=120)
    return text
