"""Enters every position of a Word package into the accounts.

Found by a walk of its own over the XML.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from publisher.openxml.content import Content, paragraphs_in
from publisher.openxml.formulas import FORMULAS, linear
from publisher.openxml.package import TEXTPATH, A, Element, Package, W, diagram_lines, is_passed_over
from publisher.openxml.reading import HIDDEN, View, in_run, is_struck, reads_on
from publisher.receive.accounts import Accounts, Position

_DRAWN = ("drawing", "pict", "object")
_TEXTS = (f"{W}t", f"{W}delText", f"{W}sym", f"{W}noBreakHyphen", f"{W}tab", f"{W}br")
_BLANKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}


def enter_all(accounts: Accounts, package: Package, content: Content, view: View = "accepted") -> None:
    """Enter what `package` holds under one view of its tracked changes.

    Runs, paragraphs and cells with words, notes, pictures, heads, changes, comments.
    """
    hidden = HIDDEN[view]
    numbers = {paragraph.element: paragraph.number for paragraph in paragraphs_in(content.body) if paragraph.number}
    for name, root in _stories(package, content):
        _enter_story(accounts, name, root, numbers, hidden)
    for kind, root in (("footnote", package.footnotes), ("endnote", package.endnotes)):
        for rule in root.iterchildren(f"{W}{kind}") if root is not None else ():
            if rule.get(f"{W}type") not in (None, "normal"):
                accounts.leave_out("the rule above the notes", *(one for one in rule.iter() if one in accounts.entered))
    for line in diagram_lines(package):
        if (text := "".join(line.itertext())).strip():
            accounts.enter(line, Position("element", "a diagram of the body", text))
    for note in content.notes.values():
        accounts.enter(note.element, Position("note", f"{note.kind} {note.id}", _words(note.element, hidden)))
    for comment in content.comments:
        accounts.enter(comment.element, Position("comment", f"comment by {comment.author}", comment.text))
    for change in content.changes:
        accounts.enter(change.element, Position("change", f"{change.kind} by {change.author}", change.text))


def _stories(package: Package, content: Content) -> Iterator[tuple[str, Element]]:
    yield "body", package.body
    for kind, root in (("footnotes", package.footnotes), ("endnotes", package.endnotes)):
        if root is not None:
            yield kind, root
    seen = set()
    for (section, place, page), blocks in content.heads.items():
        for block in blocks[:1]:
            root = block.element.getroottree().getroot()
            if root not in seen:
                seen.add(root)
                yield f"{page} {place} of section {section + 1}", root


def _enter_story(
    accounts: Accounts, name: str, root: Element, numbers: Mapping[Element, str], hidden: Collection[str]
) -> None:
    paragraph = 0
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tc", *(W + one for one in _DRAWN), *FORMULAS, TEXTPATH, f"{A}p"):
        if element.tag == f"{W}p":
            paragraph += 1
        if _elsewhere(element, hidden):
            continue
        place = f"{name}, paragraph {paragraph}"
        if element.tag in FORMULAS:
            if text := linear(element, hidden):
                accounts.enter(element, Position("element", f"{place}, formula", text))
        elif element.tag in (TEXTPATH, f"{A}p"):
            if (text := element.get("string", "") or "".join(element.itertext(f"{A}t"))).strip():
                accounts.enter(element, Position("element", place, text))
        elif element.tag == f"{W}r":
            if (text := _own_words(element)).strip():
                accounts.enter(element, Position("run", place, text))
        elif element.tag == f"{W}p":
            number, text = numbers.get(element, ""), _words(element, hidden)
            if (text.strip() or any(map(str.isalnum, number))) and not reads_on(element, hidden):
                accounts.enter(element, Position("paragraph", place, f"{number} {text}".strip()))
        elif element.tag == f"{W}tc":
            if (text := _words(element, hidden)).strip():
                accounts.enter(element, Position("cell", place, text))
        else:
            accounts.enter(element, Position("picture", place))


def _elsewhere(element: Element, hidden: Collection[str]) -> bool:
    """Whether an element is another form of one that is entered, part of a formula, or of a change that is not there."""
    return any(
        is_passed_over(above)
        or above.tag in (*FORMULAS, *hidden)
        or (above.tag == f"{W}tr" and is_struck(above, hidden))
        for above in element.iterancestors()
    )


def _own_words(run: Element) -> str:
    return "".join([_text(child) for child in in_run(run) if child.tag in _TEXTS])


def _words(element: Element, hidden: Collection[str]) -> str:
    """The words in an element as a view shows them, those of its text boxes left out: they are entered as their own."""
    apart = (f"{W}txbxContent", *hidden)
    return "".join([
        _text(found) for found in element.iter(*_TEXTS)
        if not any(above.tag in apart or is_passed_over(above) for above in _between(found, element))
    ])  # fmt: skip


def _between(element: Element, outer: Element) -> Iterator[Element]:
    for above in element.iterancestors():
        if above is outer:
            return
        yield above


def _text(element: Element) -> str:
    return element.text or "" if element.tag in (f"{W}t", f"{W}delText") else _BLANKS.get(element.tag, "?")
