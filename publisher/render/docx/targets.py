"""What references of the page point to, and what a field can show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publisher.render.docx.elements import Element
from publisher.render.docx.list_number import is_native, list_number

_DECIMAL = re.compile(r"\d+(?!.*\d)")
_ROMAN = re.compile(r"\b[IVXLCDM]+$")
_DECISION = re.compile(r"\d+/\d+")
# The patterns of numbers of which it is certain what Word shows of them where they are cited: all but a closing point
# (ECMA-376 Part 1, 17.16.5.51). Of “六、” or “6 -” it would show the sign as well, so words that cite “六” are a link.
CITED = re.compile(r"\{\}\.?|\(?\{\}\)|\d+\.\{\}")


@dataclass(frozen=True, slots=True)
class Value:
    """The counted part of a typed label (“II” in “Annex II”).

    Text around it, its form, the sequence it runs in.
    """

    before: str
    shown: str
    after: str
    form: str
    sequence: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a bookmark stands, and what a field to it can show.

    `anchor` is the identifier of a block or note.
    """

    anchor: str
    number: str | None = None  # of a list, as Word cites it: REF \n
    value: str | None = None  # of a label: REF
    note: str | None = None  # mark of a footnote: NOTEREF

    def citation(self, words: str) -> tuple[str, str] | None:
        """The field that shows part of `words`, and that part.

        None where no field can.
        """
        if self.note and self.note in words:
            return "NOTEREF {} \\h", self.note
        if self.value and self.value in words:
            return "REF {} \\h", self.value
        if self.number and self.number in words:
            # \\n: the number of the paragraph alone; \\r would set those above it before it, “12(a)”.
            return "REF {} \\n \\h", self.number
        return None


def label_value(block: Element) -> Value | None:
    """The counted part of the label of an annex, table, figure or decision.

    None where there is none.
    """
    words = block.text or ""
    match (block.get("class") or "").split():
        case ["annex-label"]:
            number = list_number(block, "text")
            if number is None or "{}" not in number.pattern:
                return None
            before, _, after = number.pattern.partition("{}")
            return Value(before, words.removeprefix(before).removesuffix(after), after, number.form, number.sequence)
        case ["table-label"]:
            return _found(_DECIMAL, words, "decimal", "table")
        case ["figure-label"]:
            return _found(_ROMAN, words, "upper-roman", "figure") or _found(_DECIMAL, words, "decimal", "figure")
        case ["heading", "decision"]:
            return _found(_DECISION, words, "literal", "decision")
        case _:
            return None


def _found(pattern: re.Pattern[str], words: str, form: str, sequence: str) -> Value | None:
    found = pattern.search(words)
    return Value(words[: found.start()], found[0], words[found.end() :], form, sequence) if found else None


def targets_of(root: Element, notes: Mapping[str, str]) -> dict[str, Target]:
    """Everything that the page points to, by the names it uses.

    `notes` are the marks of the footnotes.
    """
    blocks = {block.get("id"): block for block in root.iterfind("body/main//*[@id]")}
    return {name: _target(name, blocks, notes) for name in _pointed_to(root)}


def _target(name: str, blocks: Mapping[str | None, Element], notes: Mapping[str, str]) -> Target:
    note = next((n for n in (name, name.removeprefix("note-"), name.removeprefix("call-")) if n in notes), None)
    block = blocks.get(name)
    if note is not None and (block is None or block.tag == "span"):
        return Target(note, note=notes[note])
    if block is not None and block.tag == "section":
        block = next(iter(block), None)
    if block is None:
        return Target(name)
    identifier = block.get("id", "")
    labelled = blocks.get(f"{identifier}-label", block)
    label = next((child for child in block if child.get("class") in ("table-label", "figure-label")), labelled)
    value = label_value(label)
    number = None if value else list_number(block, "text")
    cited = number.printed.rstrip(".") if number and CITED.fullmatch(number.pattern) and is_native(number) else None
    return Target(labelled.get("id", ""), cited, value.shown if value else None)


def _pointed_to(root: Element) -> Iterator[str]:
    """Yield the targets of links, and every note that is called a second time."""
    for link in root.iterfind("body//a[@href]"):
        yield link.get("href", "").removeprefix("#")
    for entry in root.iterfind("body//p[@data-target]"):
        yield entry.get("data-target", "")
    for call in root.iterfind("body//span[@data-note]"):
        if call.get("id") is None:
            yield call.get("data-note", "")
