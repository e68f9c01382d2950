"""Style sheets as both writers read them.

Held to what can neither run, nor fetch, nor leave its element.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

from publisher.failures import BadRequest
from publisher.model.workspace import shipped

LARGEST_STYLE = 1_000_000  # bytes
_FETCHING = frozenset(["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "expression", "element"])
_FETCHING_RULES = frozenset(["import", "namespace", "document", "-moz-document"])
_RUNNING = frozenset(["behavior", "behaviour", "-moz-binding", "-ms-behavior"])


class BrokenStyle(BadRequest):
    """A style sheet holds what could run or reach outside.

    The message names it, its line and the words.
    """


def style_sheet(path: Path) -> str:
    """The text of a style sheet.

    BrokenStyle where one of the author's own holds an address, an import, a script or markup.
    """
    return _checked(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _checked(path: Path, changed: int) -> str:
    name = f"style/{path.name}"
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenStyle(f"{name} is not UTF-8 text") from error
    if len(data) > LARGEST_STYLE:
        raise BrokenStyle(f"{name} is larger than any style sheet")
    if "<" in text:
        line = text[: text.index("<")].count("\n") + 1
        raise BrokenStyle(f"{name}, line {line}: “<” has no place in a style sheet")
    if not path.is_relative_to(shipped("templates")):  # ours are trusted, and taken apart once more by the engine
        _check(tinycss2.parse_stylesheet(text), name)
    return text


def _check(tokens: Any, name: str) -> None:
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        said = _forbidden(token)
        if said:
            raise BrokenStyle(
                f"{name}, line {token.source_line}: {said} reads or runs something outside; "
                "put pictures into the document and name fonts that are installed"
            )
        for part in ("prelude", "content", "arguments"):
            waiting += getattr(token, part, None) or []


def _forbidden(token: Any) -> str:
    match token.type:
        case "url" | "error":
            return "“url(…)”" if token.type == "url" or token.kind == "bad-url" else ""
        case "function" if token.lower_name in _FETCHING:
            return f"“{token.lower_name}(…)”"
        case "at-rule" if token.lower_at_keyword in _FETCHING_RULES:
            return f"“@{token.lower_at_keyword}”"
        case "at-keyword" if token.lower_value in _FETCHING_RULES:
            return f"“@{token.lower_value}”"
        case "ident" if token.lower_value in _RUNNING:
            return f"“{token.lower_value}”"
    return ""
