"""The words editors own, read from data/reference/words.

Patterns, terms, names and characters of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from publisher.check.sought import Sought
from publisher.failures import BadRequest
from publisher.model.entries import TermsEntry

QUOTES = "quotes"
TERMS, KNOWN, ABBREVIATIONS = "terminology", "known", "known-abbreviations"
FILES = ("patterns", "terms", "names", "characters", "openings")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A form that is not used: what finds it, what to write instead.

    And where it is right after all.
    """

    pattern: Sought
    use: str
    why: str = ""
    always: bool = False  # also where what is used stands nowhere beside it
    unless: Sought | None = None  # a passage that matches is left alone
    mend: str | tuple[tuple[re.Pattern[str], str], ...] | None = None  # what a machine writes instead, see `instead_of`

    def instead_of(self, hit: re.Match[str], quotes: str) -> str | None:
        """What mends a `hit`, None where it takes an editor.

        “quotes” is the opening or closing one of the pair `quotes`; other words stand as they are; of a mapping,
        expressions are replaced in the words of the hit.
        """
        if self.mend == QUOTES:
            before = hit.string[: hit.start()][-1:]
            return quotes[0] if not before or before.isspace() or before in "([{“‘«—–" else quotes[1]
        if self.mend is None or isinstance(self.mend, str):
            return self.mend
        mended = hit.group()
        for pattern, words in self.mend:
            mended = pattern.sub(words, mended)
        return mended if mended != hit.group() else None


@dataclass(frozen=True)
class WordLists:
    """The words of one language.

    `entry` gives raw data, `pattern` a compiled expression with its lists filled in.
    """

    language: str
    data: Mapping[str, Any]
    _compiled: dict[str, Sought | None] = field(default_factory=dict)
    _wrong: dict[str, tuple[Wrong, ...]] = field(default_factory=dict)

    @property
    def sentence_ends(self) -> str:
        """The characters that close a sentence."""
        return str(self.data["sentence-ends"])

    @cached_property
    def shortened(self) -> re.Pattern[str] | None:
        """Abbreviations that end with a full stop, which closes no sentence."""
        listed = self.data.get("shortened") or ()
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})$") if listed else None

    def entry(self, name: str, default: Any = None) -> Any:
        """The entry `name` of any of the files, or else `default`."""
        return self.data.get(name, default)

    def pattern(self, name: str) -> Sought | None:
        """The expression `name`, None where the language has none.

        `@list@` stands for any word of a list.
        """
        if name not in self._compiled:
            source = self.data["patterns"].get(name)
            self._compiled[name] = self._compile(source) if source else None
        return self._compiled[name]

    @cached_property
    def groups(self) -> tuple[tuple[str, Sought], ...]:
        """Names of the regional groups as expressions, with identifiers."""
        listed = self.data["lists"].get("group", {})
        return tuple((group, Sought(name)) for group, names in listed.items() for name in names)

    @cached_property
    def simplified(self) -> dict[str, str]:
        """The simplified form of each traditional character of the list."""
        return {pair[0]: pair[1] for pair in str(self.data.get("traditional", "")).split()}

    def value(self, name: str, text: str) -> int | None:
        """The place from 1 of the word of list `name` that `text` is.

        The number itself for figures.
        """
        figures = re.match(r"\d+", text)
        if figures:
            return int(figures.group())
        for place, word in enumerate(self.data["lists"][name], 1):
            if re.fullmatch(word, text, re.IGNORECASE):
                return place
        return None

    def wrong(self, name: str) -> tuple[Wrong, ...]:
        """The forms of list `name` that are not used."""
        if name not in self._wrong:
            self._wrong[name] = tuple(self._one(entry) for entry in self.data.get(name) or ())
        return self._wrong[name]

    def _one(self, entry: Mapping[str, Any]) -> Wrong:
        unless = entry.get("unless")
        return Wrong(
            self._compile(entry["wrong"], entry.get("case", "exact") == "any"), entry.get("use", ""),
            entry.get("why", ""), entry.get("always", False), self._compile(unless) if unless else None,
            _mending(entry.get("mend")),
        )  # fmt: skip

    def _compile(self, source: str, ignore_case: bool = False) -> Sought:
        filled = re.sub(r"@([a-z-]+)@", lambda hit: self._alternatives(hit.group(1)), source)
        try:
            return Sought(filled, re.IGNORECASE if ignore_case else 0)
        except re.error as error:
            raise BadRequest(
                f"the editors’ words of “{self.language}” hold a broken expression, {source}: {error}"
            ) from error

    def _alternatives(self, name: str) -> str:
        words = self.data["lists"][name]
        listed = [word for entry in words.values() for word in entry] if isinstance(words, dict) else words
        return "(?:" + "|".join(sorted(listed, key=len, reverse=True)) + ")"


def _mending(given: Any) -> str | tuple[tuple[re.Pattern[str], str], ...] | None:
    if isinstance(given, Mapping):
        return tuple((re.compile(str(wrong)), str(right)) for wrong, right in given.items())
    return None if given is None else str(given)


def load_words(folder: Path, language: str, own: TermsEntry | None = None) -> WordLists:
    """The words of `language` in `folder`, with those of the author's `own` terminology.

    A language without a folder of its own has none.
    """
    files = [folder / language / f"{name}.yaml" for name in FILES]
    lists = _load(folder, language, tuple(path.stat().st_mtime_ns for path in files if path.is_file()))
    return lists if own is None else _with_own(lists, own)


def _with_own(lists: WordLists, own: TermsEntry) -> WordLists:
    terms = [{"use": term.use, "wrong": _any_of(term.wrong), "why": term.why, "always": True} for term in own.terms]
    return WordLists(lists.language, {
        **lists.data,
        TERMS: [*(lists.entry(TERMS) or ()), *terms],
        KNOWN: frozenset(word.casefold() for word in own.known),
        ABBREVIATIONS: [*(lists.entry(ABBREVIATIONS) or ()), *own.abbreviations],
    })  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of the `words` as typed, whole words where they begin and end with letters."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return rf"(?<![A-Za-zÀ-ÿА-яё])(?:{listed})(?![A-Za-zÀ-ÿА-яё])"


@lru_cache(maxsize=16)
def _load(folder: Path, language: str, changed: tuple[int, ...]) -> WordLists:
    data: dict[str, Any] = {"lists": {}, "patterns": {}, "sentence-ends": ".!?"}
    for name in FILES:
        path = folder / language / f"{name}.yaml"
        if path.is_file():
            data.update(_read(path))
    return WordLists(language, data)


def _read(path: Path) -> dict[str, Any]:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}
    except yaml.YAMLError as error:
        raise BadRequest(f"{path.name} of the editors' words cannot be read: {error}") from error
