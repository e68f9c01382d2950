"""Words written as a YAML scalar, in the author's own way."""

from __future__ import annotations

import re

import yaml

from publisher.failures import Worded

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_OTHER_KIND = re.compile(
    r"|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|\d{4}-\d\d-\d\d"
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


class Unwritable(Worded, ValueError):
    """The words cannot be written there.

    The message says why, in an editor's words.
    """


def scalar(words: str, style: str = "", *, flow: bool = False, text: bool = True) -> str:
    """`words` as a scalar of one line in `style`.

    In quotation marks where that style cannot hold them. `flow` tells of brackets around it; `text` that the words
    are words even where they look like a figure or a date.
    """
    if found := _UNPRINTABLE.search(words):
        raise Unwritable("the control character {character} cannot be written", character=f"U+{ord(found.group()):04X}")
    if style == "'" and "\n" not in words:
        return "'" + words.replace("'", "''") + "'"
    if style != '"' and _plain(words, flow) and not (text and is_other_kind(words)):
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def is_other_kind(words: str) -> bool:
    """Tell whether YAML takes plain `words` for something else.

    A figure, a date, true, false or nothing.
    """
    return _OTHER_KIND.fullmatch(words) is not None


def _plain(words: str, flow: bool) -> bool:
    """Tell whether `words` may stand without quotation marks, and be read as they are."""
    if not words or words != words.strip() or "\n" in words or "\t" in words:
        return False
    if words[0] in _INDICATORS and not (words[0] in "-?:" and len(words) > 1 and words[1] not in " ,[]{}"):
        return False
    if ": " in words or " #" in words or words.endswith(":") or words.startswith(("---", "...")):
        return False
    if flow and (set(words) & set(",[]{}") or ":" in words or words[0] in "-?"):
        return False
    return _reads_back(words, flow)


def _reads_back(words: str, flow: bool) -> bool:
    """Ask the scanner itself, which knows corners of YAML that are not told here."""
    try:
        events = list(yaml.parse(f"[{words}]" if flow else f"- {words}"))
    except yaml.YAMLError:
        return False
    scalars = [event.value for event in events if isinstance(event, yaml.ScalarEvent)]
    return scalars == [words] and len(events) == 7
