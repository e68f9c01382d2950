"""The words of the page's own buttons and messages, one file a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import yaml

from publisher.failures import Worded
from publisher.speech import phrase

FOLDER = Path(__file__).parent
DEFAULT = "en"
COOKIE = "publisher-interface"  # keeps what was chosen on the page, whatever port the next preview has


@lru_cache(maxsize=1)
def spoken() -> dict[str, str]:
    """The languages the page speaks, each with its own name for itself."""
    return {path.stem: interface_of(path.stem)["name"] for path in sorted(FOLDER.glob("*.yaml"))}


@lru_cache
def interface_of(language: str) -> dict[str, Any]:
    """All the page says in a language that it speaks."""
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return {"language": language, "refusals": {}, **loaded}


def first_spoken(wanted: Iterable[str]) -> str:
    """The first of the `wanted` languages that the page speaks; English where it speaks none."""
    known = spoken()
    return next((code for one in wanted if (code := one.partition("-")[0].lower()) in known), DEFAULT)


def accepted(header: str) -> list[str]:
    """The languages of an Accept-Language header, the most wanted first."""
    wanted = []
    for one in header.split(","):
        code, _, weight = one.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), code))
        except ValueError:
            continue
    return [code for _, code in sorted(wanted, key=lambda one: one[0])]


def refusal_in(language: str, refused: Exception) -> str:
    """What `refused` says, in a language; in its own English where it has no other words."""
    if not isinstance(refused, Worded):
        return phrase(str(refused), language)
    return sentence_in(language, refused.sentence, refused.values)


def sentence_in(language: str, sentence: str, values: Mapping[str, str]) -> str:
    """An English `sentence` with its `values`, in a language."""
    said = str(interface_of(language)["refusals"].get(sentence, sentence))
    return said.format(**values) if values else said


def page_in(page: str, language: str, chosen: bool, nonce: str) -> str:
    """The HTML of the page with its words in a language.

    `chosen` tells that somebody wanted it, so that it stays whatever words are shown.
    """
    told = interface_of(language)
    data = {name: told[name] for name in ("language", "direction", "words", "editor")}
    values = {
        "nonce": nonce,
        "interface-language": language,
        "direction": told["direction"],
        "chosen": "true" if chosen else "",
        "languages": "".join(_option(code, name, code == language) for code, name in spoken().items()),
        **{key: escape(said) for key, said in told["words"].items() if isinstance(said, str)},
    }
    filled = re.sub(r"\{\{([\w-]+)\}\}", lambda found: values[found[1]], page)
    return filled.replace("[[interface]]", json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))


def _option(code: str, name: str, selected: bool) -> str:
    return f'<option value="{code}" lang="{code}"{" selected" if selected else ""}>{escape(name)}</option>'
