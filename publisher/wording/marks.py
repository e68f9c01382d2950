"""Reads the marks in authors' text; all else stands as written.

Looks, footnote call, cross-reference, link, backslash. CommonMark's emphasis rule fails beside Chinese punctuation
(ENGINE_NOTES §6), so emphasis and bold are plain pairs: one asterisk, or two, opens before a character that is no
space, the next as many after a character that is no space close. Asterisks inside a figure or word (“5*3 metres”),
beside the signs of addresses and file names (“/a/*.txt”), without a partner, three in a row, and those of a reissued
symbol (“HSP/HA.2/16*”) stand as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from publisher.model.inline import (
    Bold,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Subscript,
    Superscript,
    Text,
    WrittenCall,
    WrittenLink,
)  # fmt: skip
from publisher.model.symbol import Symbol, symbol_spans

_ADDRESS = r"(?:https?://|mailto:)(?:[^()<>\s\\]|\([^()<>\s]*\)){1,2000}"
_MARK = re.compile(
    r"\\(?P<escaped>[\\*\[\](){}^#_<])"
    r"|\[\^(?P<call>[^\[\]\s]{1,80})\]"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.)*)\]"
    rf"\((?:#(?P<target>[^()\s]{{1,120}})|(?P<address>{_ADDRESS})|(?P<symbol>[A-Z](?:[^()\n]|\([^()\n]*\)){{1,120}}))\)"
    rf"|<(?P<bare>{_ADDRESS})>"
    r"|\^\{(?P<raised>[^{}\n]{1,200})\}"
    r"|_\{(?P<lowered>[^{}\n]{1,200})\}"
    r"|(?P<stars>\*+)"
    r"|(?P<line>[ \t]*\n[ \t]*)"
)


def parse(text: str) -> Inlines:
    """The inline parts of author's text; never fails: what is no mark is text."""
    return _paired(_tokens(text.strip("\n")))


def escape(text: str) -> str:
    """`text` so written that `parse` gives it again, without marks."""
    return re.sub(r"([\\*\[\]]|[\^_](?=\{)|<(?=https?:|mailto:))", r"\\\1", text)


class _Star:
    """An asterisk, or two, that may open or close an emphasis or bold words."""

    __slots__ = ("closes", "opens", "sign")

    def __init__(self, sign: str, opens: bool, closes: bool) -> None:
        self.sign, self.opens, self.closes = sign, opens, closes


def _tokens(text: str) -> list[Inline | _Star]:
    """Cut `text` at its marks."""
    symbols = {place for start, end in symbol_spans(text) for place in range(start, end)} if "*" in text else set()
    tokens: list[Inline | _Star] = []
    done = 0
    for mark in _MARK.finditer(text):
        start, end = mark.span()
        if start > done:
            tokens.append(Text(text[done:start]))
        done = end
        match mark.lastgroup:
            case "escaped":
                tokens.append(Text(mark["escaped"]))
            case "call":
                tokens.append(WrittenCall(mark["call"]))
            case "target":
                tokens.append(WrittenLink(mark["target"], parse(mark["words"])))
            case "address":
                tokens.append(Link(mark["address"], parse(mark["words"]) or (Text(mark["address"]),)))
            case "symbol" if (symbol := Symbol.parse(mark["symbol"])) is not None:
                tokens.append(Link(symbol.address, parse(mark["words"]) or (Text(str(symbol)),)))
            case "bare":
                tokens.append(Link(mark["bare"], (Text(mark["bare"].removeprefix("mailto:")),)))
            case "raised":
                tokens.append(Superscript(parse(mark["raised"])))
            case "lowered":
                tokens.append(Subscript(parse(mark["lowered"])))
            case "stars" if end - start <= 2:
                tokens.append(_star(text, start, end, start in symbols))
            case "line":
                tokens.append(LineBreak())
            case _:
                tokens.append(Text(mark.group()))
    if done < len(text):
        tokens.append(Text(text[done:]))
    return tokens


def _star(text: str, start: int, end: int, in_symbol: bool) -> _Star:
    """The asterisks between `start` and `end`, and what they may do there."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if after == "\\" and text[end + 1 : end + 2] in _BRACKETS:  # a sign that is escaped, no path
        after = text[end + 1]
    sign = text[start:end]
    if _parted(before) and _parted(after):
        return _Star(sign, False, False)
    file_name = after == "." and text[end + 1 : end + 2].isalnum()
    opens = bool(after.strip()) and after not in _NEVER_FIRST and before not in _PATH and not in_symbol
    closes = bool(before.strip()) and before not in _PATH and after not in _PATH and not file_name
    return _Star(sign, opens, closes)


_BRACKETS = tuple("[](){}<")
_PATH = frozenset("/\\=@_&")  # beside an asterisk: an address or the name of a file
_NEVER_FIRST = _PATH | frozenset(".,;:!?)]}%")  # no emphasised words begin with one


def _parted(sign: str) -> bool:
    """A letter or figure of a script that parts its words by spaces."""
    return sign.isalnum() and unicodedata.east_asian_width(sign) not in ("W", "F")


def _paired(tokens: Sequence[Inline | _Star]) -> Inlines:
    """Turn pairs of asterisks into their look and the others into text, each token looked at a fixed number of times.

    Within a pair there is no closing sign of the same kind left, so pairs nest two deep at most.
    """
    closers: dict[str, list[int | None]] = {sign: [None] * (len(tokens) + 1) for sign in ("*", "**")}
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        for sign, closer in closers.items():
            closes = isinstance(token, _Star) and token.sign == sign and token.closes
            closer[place] = place if closes else closer[place + 1]
    parts: list[Inline] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not isinstance(token, _Star):
            parts.append(token)
        elif token.opens and (end := closers[token.sign][place + 1]) is not None:
            inner = _paired(tokens[place + 1 : end])
            parts.append(Emphasis(inner) if token.sign == "*" else Bold(inner))
            place = end
        else:
            parts.append(Text(token.sign))
        place += 1
    return joined(parts)


def joined(parts: Sequence[Inline]) -> Inlines:
    """`parts` with neighbouring texts made one."""
    result: list[Inline] = []
    letters: list[str] = []
    for part in (*parts, None):
        if isinstance(part, Text):
            letters.append(part.text)
            continue
        if letters and (text := "".join(letters)):
            result.append(Text(text))
        letters.clear()
        if part is not None:
            result.append(part)
    return tuple(result)
