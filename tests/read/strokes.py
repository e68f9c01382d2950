"""Strokes that spoil one file of a document, as hands, programs and transport do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

ODD = (
    "", "~", "null", "true", "-0", "1e999", "0x1F", ".nan", "-.inf", "9" * 400, "0.1e-400", "2025-99-99", "2025-02-30",
    "10:40", "25:61", "!!int x", "!!binary aGk=", "!x y", "!!python/object:os.system x", "*nowhere", "&a x", "[", "}",
    "[]", "{}", "[[], {}]", "{a: {b: {c: d}}}", "? x", "|", ">-", "'", '"', "'don''t'", '"\\x07"', '"\\uD800"',
    '"\\U0010FFFF"', "{{ x }}", '"{{ 1 / 0 }}"', '"{{ \'x\' * 10**9 }}"', "[^", "[^a]", "[](#", "[](#one)", "[x](#x)",
    "*", "**", "***x***", "<b>x</b>", "\u202e\u2066x", "\ufeff", "\u00ad", "\ufffd", "e\u0301\u0301\u0301", "🏴‍☠️👩‍👩‍👧",
    "𝕏", "क्षि", "ﷺ", "\u2028", "\u0085", "x" * 5000, "../../x.png", "rows.csv", "rows.xlsx", "square.png", "-1", "0",
    "1.", "+5", "1_000", "0o17", "1,234,567.8", "−5", "½", "٣", "members", "2/6", "DZA", "en", "landscape", "record.yaml",
)  # fmt: skip
KEYS = (
    "title", "subtitle", "body", "heading", "agenda", "table", "columns", "figure", "figures", "paragraph", "items",
    "item", "id", "number", "decision", "decisions", "operative", "preamble", "votes", "elections", "at", "for", "file",
    "sheet", "range", "head", "rows", "total", "notes", "source", "width", "align", "box", "annexes", "footnotes",
    "statement", "language", "unnumbered", "numbered", "appendix", "close", "words", "meetings", "attendance", "organ",
    "session", "symbol", "kind", "profile", "date", "place", "original", "members", "on", "method", "in-favour", "<<",
    "x", "''", "2/6", "1", "null",
)  # fmt: skip
CHARACTERS = (
    *"\t\r\n\0\x07:-#&*!|>'\"%@`{}[],?<=\\ ",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\u202e",
    "\u200b",
    "é",
    "🏴",
    "م",
)
Stroke = Callable[[str, Random], str]


def spoilt(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """What is done to a file, and the file after it."""
    if chance.random() < 0.06 or suffix not in (".yaml", ".csv", ".xlsx", ".svg"):
        return "bytes", _bytes(data, chance)
    if suffix == ".xlsx":
        return _package(data, chance)
    text = data.decode("utf-8", "surrogateescape")
    strokes = {".yaml": _YAML, ".csv": _SEPARATED, ".svg": _MARKUP}[suffix]
    name = chance.choice(sorted(strokes))
    return name, strokes[name](text, chance).encode("utf-8", "surrogateescape")


def _bytes(data: bytes, chance: Random) -> bytes:
    where = chance.randrange(len(data) + 1)
    stroke = chance.randrange(5)
    if stroke == 0:
        return data[:where]
    if stroke == 1:
        return b""
    made = bytearray(data)
    for _ in range(chance.choice((1, 4, 40)) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made) if stroke < 4 else data[:where] + data[where // 2 :]


def _package(data: bytes, chance: Random) -> tuple[str, bytes]:
    """A workbook whose archive is whole, and one part of it spoilt or left out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return "bytes", _bytes(data, chance)
    part = chance.choice(sorted(parts) or [""])
    stroke = chance.choice((*sorted(_MARKUP), "left out", "bytes"))
    if stroke == "left out" or not part:
        parts.pop(part, None)
    elif stroke == "bytes":
        parts[part] = _bytes(parts[part], chance)
    else:
        text = parts[part].decode("utf-8", "surrogateescape")
        parts[part] = _MARKUP[stroke](text, chance).encode("utf-8", "surrogateescape")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return f"{part}, {stroke}", made.getvalue()


def _on_lines(change: Callable[[list[str], int, Random], None]) -> Stroke:
    def stroke(text: str, chance: Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return stroke


def _gone(lines: list[str], at: int, chance: Random) -> None:
    del lines[at : at + chance.choice((1, 1, 3))]


def _twice(lines: list[str], at: int, chance: Random) -> None:
    lines.insert(chance.choice((at, chance.randrange(len(lines)))), lines[at])


def _indented(lines: list[str], at: int, chance: Random) -> None:
    for place in range(at, min(at + chance.choice((1, 1, 5)), len(lines))):
        lines[place] = chance.choice((" ", "  ", "\t", "      ")) + lines[place]


def _outdented(lines: list[str], at: int, chance: Random) -> None:
    for place in range(at, min(at + chance.choice((1, 1, 5)), len(lines))):
        lines[place] = lines[place].removeprefix(" " * chance.choice((1, 2, 4)))


def _cut(lines: list[str], at: int, chance: Random) -> None:
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]


def _swapped(lines: list[str], at: int, chance: Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _ended(lines: list[str], at: int, chance: Random) -> None:
    del lines[at:]


def _one_of(pattern: str, put: Callable[[re.Match[str], Random], str]) -> Stroke:
    """A stroke at one of the places that `pattern` finds."""

    def stroke(text: str, chance: Random) -> str:
        places = list(re.finditer(pattern, text))
        if not places:
            return text
        found = chance.choice(places)
        return text[: found.start()] + put(found, chance) + text[found.end() :]

    return stroke


def _character(text: str, chance: Random) -> str:
    where = chance.randrange(len(text) + 1)
    return text[:where] + chance.choice(CHARACTERS) + text[where + chance.choice((0, 1)) :]


def _deep(found: re.Match[str], chance: Random) -> str:
    depth, (left, right) = chance.choice((5, 60, 2000)), chance.choice((("[", "]"), ("{a: ", "}"), ("[{items: ", "}]")))
    return f"{found[1]}{left * depth}x{right * depth}"


_VALUE = r"(?m)((?:^|[{,] ?| )[\w./'-]+: +)([^\s\[{|>,}][^\n,}\]]*)"
_ENTRY = r"(?m)(^ *- +)([^\n]+)"
_KEY = r"(?m)((?:^|[{,]) *(?:- )?)([\w./'-]+)(?=:(?: |$))"
_YAML: dict[str, Stroke] = {
    "line gone": _on_lines(_gone),
    "line twice": _on_lines(_twice),
    "line indented": _on_lines(_indented),
    "line outdented": _on_lines(_outdented),
    "line cut": _on_lines(_cut),
    "lines swapped": _on_lines(_swapped),
    "end gone": _on_lines(_ended),
    "character": _character,
    "odd value": _one_of(_VALUE, lambda found, chance: found[1] + chance.choice(ODD)),
    "odd value again": _one_of(_VALUE, lambda found, chance: found[1] + chance.choice(ODD)),
    "odd words added": _one_of(_VALUE, lambda found, chance: f"{found[0]} {chance.choice(ODD)}"),
    "odd entry": _one_of(_ENTRY, lambda found, chance: found[1] + chance.choice(ODD)),
    "key of another": _one_of(_KEY, lambda found, chance: found[1] + chance.choice(KEYS)),
    "key twice": _one_of(_KEY, lambda found, chance: f"{found[1]}{found[2]}: {chance.choice(ODD)}\n{found[0]}"),
    "entry with a key": _one_of(
        _ENTRY, lambda found, chance: f"{found[1]}{{{chance.choice(KEYS)}: {chance.choice(ODD)}}}"
    ),
    "tag": _one_of(_VALUE, lambda found, chance: f"{found[1]}{chance.choice(('!!str', '!!int', '!x'))} {found[2]}"),
    "anchor": _one_of(_VALUE, lambda found, chance: f"{found[1]}&a {found[2]}"),
    "deep": _one_of(_VALUE, _deep),
    "deep entry": _one_of(_ENTRY, _deep),
    "list for a value": _one_of(_VALUE, lambda found, chance: f"{found[1]}[{found[2]}, {chance.choice(ODD)}]"),
    "entries for a value": _one_of(
        _VALUE, lambda found, chance: f"{found[1]}{{{chance.choice(KEYS)}: {chance.choice(ODD)}}}"
    ),
    "number": _one_of(r"\d+", lambda _, chance: chance.choice(("0", "-1", "9" * 30, "1.5", "x", "99999", "٣"))),
}
_CELL = r"[^,\n]+"
_SEPARATED: dict[str, Stroke] = {
    "line gone": _on_lines(_gone),
    "line twice": _on_lines(_twice),
    "line cut": _on_lines(_cut),
    "end gone": _on_lines(_ended),
    "character": _character,
    "odd cell": _one_of(_CELL, lambda _, chance: chance.choice(ODD)),
    "cell gone": _one_of(_CELL + ",?", lambda _, chance: ""),
    "quotation mark": _one_of(_CELL, lambda found, chance: chance.choice(('"', '"" "', "'")) + found[0]),
    "another separator": lambda text, chance: text.replace(",", chance.choice(";\t|: ")),
    "separator said": lambda text, chance: f"sep={chance.choice((';', ',', '', 'xx', chr(9)))}\n{text}",
    "carriage returns": lambda text, chance: text.replace("\n", chance.choice(("\r", "\r\n", "\n\n", "\v"))),
    "many cells": lambda text, chance: text + "x," * chance.choice((70, 300_000)) + "\n",
    "long cell": lambda text, chance: text + "x" * chance.choice((3000, 200_000)) + "\n",
}
_MARKUP: dict[str, Stroke] = {
    "line cut": _on_lines(_cut),
    "character": _character,
    "element gone": _one_of(r"<[^<>]*>", lambda _, chance: ""),
    "element twice": _one_of(r"<[^<>]*>", lambda found, chance: found[0] * 2),
    "odd attribute": _one_of(r'="[^"]*"', lambda _, chance: f'="{chance.choice(ODD)}"'),
    "odd number": _one_of(r"\d+", lambda _, chance: chance.choice(("-1", "0", "9" * 30, "1e400", "nan", "x", ""))),
    "odd text": _one_of(r">[^<>]*<", lambda _, chance: f">{chance.choice(ODD)}<"),
    "entity": _one_of(r">[^<>]*<", lambda _, chance: f">{chance.choice(('&x;', '&#0;', '&#xD800;', '&lt;'))}<"),
    "doctype": lambda text, chance: f'<!DOCTYPE x [<!ENTITY a "{chance.choice(ODD)}">]>{text}',
}
