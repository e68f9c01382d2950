"""Which language commands speak, and the words of it.

One file a language, the same keys in all.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
DEFAULT = "en"
ASKED = "PUBLISHER_LANGUAGE"
_SYSTEMS = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says anything decides
_now = {"language": ""}


def spoken() -> tuple[str, ...]:
    """The languages commands speak, by code."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def speaking() -> str:
    """The language commands speak now.

    The one asked for, else the reader's own.
    """
    if not _now["language"]:
        _now["language"] = fitting(chosen(os.environ), (sys.stdout.encoding, sys.stderr.encoding))
    return _now["language"]


def speak(language: str) -> None:
    """Speak `language` from now on; the reader's own where it is empty."""
    _now["language"] = language


def chosen(environment: Mapping[str, str]) -> str:
    """The language that an environment asks for, English where it is none of ours.

    On Windows, which says it elsewhere, that of the user's windows.
    """
    wanted = environment.get(ASKED) or next((environment[name] for name in _SYSTEMS if environment.get(name)), "")
    code = (wanted or _of_windows()).replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if code in spoken() else DEFAULT


def _of_windows() -> str:
    import ctypes
    import locale

    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    return locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), "") if kernel is not None else ""


def fitting(language: str, encodings: Iterable[str | None]) -> str:
    """`language`, or English where a terminal of one of the `encodings` could not show it."""
    name = str(_words(language)["name"])
    try:
        for encoding in encodings:
            name.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return DEFAULT
    return language


def said(key: str, /, *, language: str = "", **values: object) -> str:
    """The words of `key` with their values.

    `count` chooses the form by number. In the language spoken where no other is given.
    """
    spoken_in = language or speaking()
    words = _words(spoken_in)["words"][key]
    if isinstance(words, dict):
        words = words[_form(spoken_in, values["count"])] if len(words) > 1 else words["other"]
    return str(words).format(**values)


def gist(code: str, language: str = "") -> str:
    """What a code is about, in a few words of `language`.

    Of the language spoken where none is given.
    """
    from publisher.catalogue import CATALOGUE

    spoken_in = language or speaking()
    return CATALOGUE[code].summary if spoken_in == DEFAULT else _gists(spoken_in)[code]


def _form(language: str, count: Any) -> str:
    if language == DEFAULT:
        return "one" if count == 1 else "other"
    from babel import Locale

    return str(Locale.parse(language).plural_form(count))


@lru_cache
def _words(language: str) -> dict[str, Any]:
    return loaded(FOLDER / f"{language}.toml")


@lru_cache
def _gists(language: str) -> dict[str, str]:
    return loaded(FOLDER / "gists" / f"{language}.toml")


def loaded(path: Path) -> dict[str, Any]:
    """What a file of words says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
