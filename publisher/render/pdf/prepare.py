"""Makes the semantic page ready for WeasyPrint.

What CSS alone cannot say is written into the tree.
"""

from __future__ import annotations

import re
import unicodedata
from xml.etree.ElementTree import Element, SubElement, fromstring

from publisher.render.pdf.scripts import set_scripts

WORD_JOINER, ARABIC_LETTER_MARK = "\u2060", "\u061c"
DASHES = re.compile(r"(?<=\d)–(?=\d)")  # a line may end after this dash, but not in “2020–2025”
RANGES = re.compile(r"(?<![\w.,/:\u00a0–-])(?=\d[\d.,/:\u00a0]*(?:[–-]\d|%))")  # and “70%”
LEFTWARD = ("ltr", "symbol", "symbol long")  # runs that read from left to right on a page that does not
ITEMS = re.compile(r"（[^（）]{1,20}）$")  # “（议程项目 8）” at the end of a heading
FITS_TAB = re.compile(
    r"\d{1,3}\.|\(?[a-z]\)|\((?:i{1,3}|i?[vx]|[vx]i{1,2})\)|[a-z]\."
)  # in every profile, at every size of words
CLOSING = frozenset("，。、；：！？）》」』】〉”’.,;:!?)،؛؟»")


def prepare(page: str, moment: str) -> Element:
    """The tree of `page` with dates, marks, boxes, unbroken groups.

    Marks on the notes, boxes around summaries.
    """
    root = fromstring(page)
    head = root.find("head")
    assert head is not None
    for name in ("dcterms.created", "dcterms.modified"):
        SubElement(head, "meta", {"name": name, "content": moment})
    set_scripts(root, page)
    hold_ranges(root, rightward=root.get("dir") == "rtl")
    for parent in list(root.iter()):
        _prepare_children(parent)
    return root


def _prepare_children(parent: Element) -> None:
    classes = (parent.get("class") or "").split()
    if "heading" in classes:
        hold_items(parent)
    if "division" in classes:
        wrap_runs(parent, "summary", "summary-box")
        keep_end_rule(parent)
    if "contents" in classes:
        wrap_runs(parent, "contents-entry", "contents-list")
    for child in list(parent):
        if child.get("class") == "number" and FITS_TAB.fullmatch(child.text or "") and not len(child):
            child.set("data-fits", "")  # its box need not be measured, which takes longer than to lay it out
        elif child.get("class") == "call":
            mark_note(child)
        elif child.get("data-shows") == "note":
            child.set("href", "#note-" + child.get("href", "").removeprefix("#"))
    if parent.find("span[@class='call']") is not None:
        keep_together(parent)


def hold_ranges(parent: Element, rightward: bool) -> None:
    """Let no line end inside “2020–2025”.

    Let “2028-2029” and “70%” run from right to left where all else does, as around `parent` where that is `rightward`;
    not in an address, whose parts run on. WeasyPrint forgets at the beginning of a line what stood before it, and so
    which way figures and the signs beside them run (UAX #9, W2); the mark says it.
    """
    rightward = rightward and parent.get("dir") != "ltr" and parent.get("class") not in LEFTWARD
    for holder, attribute in ((parent, "text"), *((child, "tail") for child in parent)):
        if text := getattr(holder, attribute):
            text = DASHES.sub("–" + WORD_JOINER, text)
            setattr(holder, attribute, RANGES.sub(ARABIC_LETTER_MARK, text) if rightward else text)
    for child in parent:
        hold_ranges(child, rightward)


def hold_items(heading: Element) -> None:
    """Keep the agenda items closing a Chinese heading on one line.

    It has no spaces that could hold them.
    """
    children = list(heading)
    text = (children[-1].tail if children else heading.text) or ""
    if found := ITEMS.search(text):
        span = SubElement(heading, "span", {"class": "together"})
        span.text = found[0]
        if children:
            children[-1].tail = text[: found.start()]
        else:
            heading.text = text[: found.start()]


def mark_note(call: Element) -> None:
    """Give the note the mark of its `call`, for CSS to print.

    A second call of a note prints the mark itself.
    """
    note = call.find("span")
    if note is None:
        call.set("class", "call again")
    else:
        note.set("data-mark", call.get("data-mark", ""))
        note.set("data-call", call.get("data-printed", call.get("data-mark", "")))


def wrap_runs(parent: Element, name: str, box: str) -> None:
    """Put each run of children of class `name` into a div `box`."""
    run: Element | None = None
    for child in list(parent):
        if name not in (child.get("class") or "").split():
            run = None
            continue
        if run is None:
            run = Element("div", {"class": box})
            parent.insert(list(parent).index(child), run)
        parent.remove(child)
        run.append(child)


def keep_end_rule(division: Element) -> None:
    """Move an end rule after a landscape table into its block.

    It needs no page of its own.
    """
    children = list(division)
    if len(children) > 1 and children[-1].tag == "hr" and "landscape" in (children[-2].get("class") or ""):
        division.remove(children[-1])
        children[-2].append(children[-1])


def keep_together(parent: Element) -> None:
    """Keep the sign, call and punctuation at a note's call together.

    In one unbreakable span. A line must not begin with a footnote mark, nor (JIS X 4051, GB/T 15834) with the
    punctuation that follows one.
    """
    children = list(parent)
    for place, call in enumerate(children):
        if not (call.get("class") or "").startswith("call"):
            continue
        before = children[place - 1] if place else None
        text = (before.tail if before is not None else parent.text) or ""
        head, last = _split_last(text)
        tail, rest = _split_closing(call.tail or "")
        if not last and not tail:
            continue
        span = Element("span", {"class": "together"})
        span.text, span.tail, call.tail = last, rest, tail
        parent.insert(list(parent).index(call), span)
        parent.remove(call)
        span.append(call)
        if before is not None and before in list(parent):
            before.tail = head
        elif place == 0:
            parent.text = head
        else:
            _set_tail_before(parent, span, head)
        children[place] = span


def _set_tail_before(parent: Element, span: Element, text: str) -> None:
    siblings = list(parent)
    siblings[siblings.index(span) - 1].tail = text


def _split_last(text: str) -> tuple[str, str]:
    """Split `text` before its last word sign: the sign with any closing punctuation and accents that follow it.

    A figure is one sign, “6/3” too: what is drawn in two parts turns round on an Arabic page.
    """
    end = len(text)
    while end and (text[end - 1] in CLOSING or unicodedata.combining(text[end - 1])):
        end -= 1
    if end and not text[end - 1].isspace():
        end -= 1
        while end and unicodedata.east_asian_width(text[end]) not in "WF" and _goes_before(text, end):
            end -= 1
    return text[:end], text[end:]


def _goes_before(text: str, end: int) -> bool:
    """Whether the sign before `end` is of the same word or figure as the one at it."""
    before = text[end - 1]
    within = before in "/.,:" and text[end].isdigit() and text[max(end - 2, 0)].isdigit()
    return within or (before.isalnum() and unicodedata.east_asian_width(before) not in "WF")


def _split_closing(text: str) -> tuple[str, str]:
    """Split `text` after the closing punctuation it begins with."""
    end = 0
    while end < len(text) and text[end] in CLOSING:
        end += 1
    return text[:end], text[end:]
