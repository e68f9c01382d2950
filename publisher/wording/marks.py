"""Reads the marks in authors' text: emphasis, footnote call, cross-reference, backslash; all else stands as written.

CommonMark's emphasis rule fails beside Chinese punctuation (ENGINE_NOTES §6), so emphasis is a plain pair: an asterisk
opens before a character that is no space, the next asterisk after a character that is no space closes. An asterisk
without a partner, several in a row, and the asterisk of a reissued symbol (“HSP/HA.2/16*”) stand as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.model.inline import Emphasis, Inline, Inlines, LineBreak, Text, WrittenCall, WrittenLink
from publisher.model.symbol import symbol_spans

_MARK = re.compile(
    r"\\(?P<escaped>[\\*\[\](){}^#])"
    r"|\[\^(?P<call>[^\[\]\s]{1,80})\]"
    r"|\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(#(?P<target>[^()\s]{1,120})\)"
    r"|(?P<stars>\*+)"
    r"|(?P<line>[ \t]*\n[ \t]*)"
)


def parse(text: str) -> Inlines:
    """The inline parts of author's text; never fails: what is no mark is text."""
    return _paired(_tokens(text.strip("\n")))


def escape(text: str) -> str:
    """`text` so written that `parse` gives the same characters, none of them a mark."""
    return re.sub(r"([\\*\[\]])", r"\\\1", text)


class _Star:
    """An asterisk that may open or close an emphasis."""

    __slots__ = ("closes", "opens")

    def __init__(self, opens: bool, closes: bool) -> None:
        self.opens, self.closes = opens, closes


def _tokens(text: str) -> list[Inline | _Star]:
    """Cut `text` at its marks."""
    ends = {end - 1 for _, end in symbol_spans(text)} if "*" in text else set()
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
            case "stars" if end - start == 1:
                opens = start not in ends and end < len(text) and not text[end].isspace()
                tokens.append(_Star(opens, start > 0 and not text[start - 1].isspace()))
            case "line":
                tokens.append(LineBreak())
            case _:
                tokens.append(Text(mark.group()))
    if done < len(text):
        tokens.append(Text(text[done:]))
    return tokens


def _paired(tokens: Sequence[Inline | _Star]) -> Inlines:
    """Turn pairs of asterisks into emphasis and the others into text, each token looked at a fixed number of times."""
    closer: list[int | None] = [None] * (len(tokens) + 1)
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        closer[place] = place if isinstance(token, _Star) and token.closes else closer[place + 1]
    parts: list[Inline] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not isinstance(token, _Star):
            parts.append(token)
        elif token.opens and (end := closer[place + 1]) is not None:
            parts.append(Emphasis(joined([Text("*") if isinstance(t, _Star) else t for t in tokens[place + 1 : end]])))
            place = end
        else:
            parts.append(Text("*"))
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
