"""Takes an annex or a decision out of a document.

As a document of its own with the same facts and words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from publisher.language.numerals import roman
from publisher.model.document import (
    Annex,
    Block,
    Decision,
    DecisionText,
    Declaration,
    Document,
    Holder,
    Language,
    Outcomes,
    Paragraph,
    Unnumbered,
)
from publisher.model.nesting import within
from publisher.model.record import Parent, Record
from publisher.model.words import Words, words_in
from publisher.model.workspace import languages_in

FOLDER = "annexes"  # words of annexes and decisions in languages that the whole document is not written in
_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(#([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a part is made of: its kind, title, body, note, its annex (None for the body), what its symbol adds."""

    kind: str
    title: Words
    body: Sequence[Any]
    annex: Annex | None
    note: str | None
    named: str


def languages_of_parts(folder: Path) -> dict[str, str]:
    """The file with words of annexes, for each language.

    The whole document's, or `annexes/fr.yaml`.
    """
    whole = {language: f"{language}.yaml" for language in languages_in(folder)}
    return {language: f"{FOLDER}/{language}.yaml" for language in languages_in(folder / FOLDER)} | whole


def part_names(words: Language) -> tuple[str, ...]:
    """The parts that can stand alone: annexes, then decisions printed.

    By identifier, by number.
    """
    every = [*words.body, *(block for annex in words.annexes for block in annex.body)]
    printed = dict.fromkeys(number for number in _decisions(every) if number in words.decisions)
    return (*(annex.id for annex in words.annexes), *printed)


def part_of(document: Document, name: str, order: Sequence[str], elsewhere: Mapping[str, str]) -> Document | None:
    """The part `name` as a document, or None.

    `name` is an annex's identifier or a decision's number. `order` are the identifiers of the annexes of the whole
    document, which number them; `elsewhere` says what references to other places of the document print, for a part
    has no such places: “annex I (HSP/HA.2/16)”. The kind its record names is still to be read.
    """
    found = _found(document.words, name, order)
    if found is None:
        return None
    record, words = document.record, document.words
    links = _links_away(found.body, words, elsewhere, record.symbol)
    title = replace(found.title, text=f"{found.title.text}[^{found.note}]") if found.note else found.title
    made = words.model_copy(
        update={
            "title": [links(title)],
            "subtitle": [],
            "summary": [],
            "symbol_notes": [],
            "body": _changed(list(found.body), links),
            "annexes": [],
            "decisions": _changed(_texts_of(found.body, words), links),
            "front_notes": {found.note: words.footnotes[found.note]} if found.note in words.footnotes else {},
        }
    )
    called = _called(made)
    notes = {key: links(text) for key, text in words.footnotes.items() if key in called and key != found.note}
    made = made.model_copy(update={"footnotes": notes})
    return replace(document, record=_record(record, found, order), words=made)


def outside_links(document: Document, name: str, order: Sequence[str]) -> bool:
    """Say whether part `name` refers to places outside by number."""
    found = _found(document.words, name, order)
    if found is None:
        return False
    texts = [*words_in([*found.body, _texts_of(found.body, document.words)]), *document.words.footnotes.values()]
    names = _identifiers(found.body)
    return any(not words and target not in names for text in texts for words, target in _LINK.findall(text.text))


def _found(words: Language, name: str, order: Sequence[str]) -> _Found | None:
    for annex in words.annexes:
        if annex.id == name:
            body = annex.body if annex.numbered else [_without_number(block) for block in annex.body]
            label = f"Annex {roman(order.index(name) + 1).upper()}" if len(order) > 1 and name in order else "Annex"
            return _Found("annex", annex.title, body, annex, annex.note, label)
    if name in words.decisions:
        holder = next((annex for annex in words.annexes if name in _decisions(annex.body)), None)
        title = holder.title if holder else words.title[0]
        return _Found("decision", title, [DecisionText(decision=name)], holder, None, f"Decision {name}")
    return None


def _record(record: Record, found: _Found, order: Sequence[str]) -> Record:
    """The facts: those of the whole, under the parent's symbol with a qualifier (CONVENTIONS §3.2).

    No organ gives the annex of a document a symbol of its own; a qualifier in brackets is not translated.
    """
    annex = None
    if found.annex is not None:
        annex = order.index(found.annex.id) + 1 if len(order) > 1 and found.annex.id in order else 0
    return record.model_copy(
        update={
            "symbol": f"{record.symbol} ({found.named})",
            "kind": found.kind,
            "parent": Parent(symbol=record.symbol, relation="annex", annex=annex),
            "reissues": [],
            "job": None,  # a job number belongs to one document
            "contents": False,
            "footnotes_restart": "never",
        }
    )


def _without_number(block: Any) -> Any:
    """A block of an annex whose paragraphs carry no numbers; those of a declaration in it keep their own."""
    if isinstance(block, Words):
        return Unnumbered(unnumbered=block)
    if isinstance(block, Paragraph):
        return Unnumbered(unnumbered=block.paragraph, id=block.id, items=block.items)
    if isinstance(block, Holder) and not isinstance(block, Declaration):
        return block.model_copy(update={"body": [_without_number(inner) for inner in block.body]})
    return block


def _decisions(blocks: Iterable[Block]) -> Iterator[str]:
    return (block.decision for block in within(blocks) if isinstance(block, DecisionText))


def _texts_of(body: Iterable[Any], words: Language) -> dict[str, Any]:
    """The decisions that `body` prints, and of those that it only lists the titles."""
    listed = (number for part in _parts(list(body)) if isinstance(part, Outcomes) for number in part.outcomes)
    titles = {number: _title_alone(words.decisions[number]) for number in listed if number in words.decisions}
    return titles | {number: words.decisions[number] for number in _decisions(body) if number in words.decisions}


def _title_alone(decision: Decision) -> Decision:
    return Decision(title=replace(decision.title, text=_CALL.sub("", decision.title.text)))


def _called(words: Language) -> frozenset[str]:
    parts = [words.title, words.body, words.decisions]
    return frozenset(note for text in words_in(parts) for note in _CALL.findall(text.text))


def _links_away(
    body: Sequence[Any], words: Language, elsewhere: Mapping[str, str], symbol: str
) -> Callable[[Words], Words]:
    """What turns references to places outside `body` into words that name the document they stand in."""
    names = _identifiers([*body, _texts_of(body, words)])

    def printed(link: re.Match[str]) -> str:
        written, target = link.groups()
        if target in names or target not in elsewhere:
            return link[0]
        return str(written) or f"{elsewhere[target]} ({symbol})"

    return lambda text: replace(text, text=_LINK.sub(printed, text.text))


def _identifiers(value: Any) -> frozenset[str]:
    """The names that the parts of `value` carry."""
    return frozenset(name for part in _parts(value) if isinstance(name := getattr(part, "id", None), str))


def _parts(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for field in type(value).model_fields:
            yield from _parts(getattr(value, field))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _parts(inner)
    elif isinstance(value, dict):
        yield from _parts(list(value.values()))


def _changed(value: Any, change: Callable[[Words], Words]) -> Any:
    """`value` with `change` applied to every text in it."""
    if isinstance(value, Words):
        return change(value)
    if isinstance(value, BaseModel):
        fields = {field: _changed(getattr(value, field), change) for field in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, list):
        return [_changed(inner, change) for inner in value]
    if isinstance(value, dict):
        return {key: _changed(inner, change) for key, inner in value.items()}
    return value
