"""Help, and what is said of a command line that is none, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from publisher.speech import DEFAULT, phrase, speaking, usage

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_REMARK = re.compile(r"(?P<example> {4}.*? {2,}# )(?P<words>.*)")  # behind an example
_TITLES = {  # of Typer's own frames and marks, by the names it gives them
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commands",
    "ERRORS_PANEL_TITLE": "Error",
    "REQUIRED_LONG_STRING": "[required]",
    "DEFAULT_STRING": "[default: {}]",
    "ABORTED_TEXT": "Aborted.",
}
_TRY = "Try [blue]'{command} {option}'[/] for help."


def asked_for(words: Sequence[str]) -> str:
    """The language that a command line asks to be answered in, wherever it says so; “” where it does not."""
    for place, word in enumerate(words):
        name, sign, value = word.partition("=")
        if name == "--speak":
            return value if sign else next(iter(words[place + 1 :]), "")
    return ""


def help_in_language(english: str | None) -> str | None:
    """A help text by paragraphs; of an example what is said of it."""
    if english is None or speaking() == DEFAULT:
        return english
    return "\n\n".join(map(_paragraph, _PARAGRAPH.split(english)))


def _paragraph(english: str) -> str:
    if not english.startswith("    "):
        return phrase(" ".join(english.split()))
    return _REMARK.sub(lambda found: found["example"] + phrase(found["words"]), english)


def paragraphs(english: str | None) -> Iterator[str]:
    """What of a help text is said in every language, a line each."""
    for one in _PARAGRAPH.split(english or ""):
        if not one.startswith("    "):
            yield " ".join(one.split())
        elif found := _REMARK.search(one):
            yield found["words"]


class Spoken:
    """What a command and the group of all have in common: they speak the reader's language."""

    _help: str | None = None
    _panel: str | None = None

    @property
    def help(self) -> str | None:
        """What the command is for."""
        return help_in_language(self._help)

    @help.setter
    def help(self, english: str | None) -> None:
        self._help = english

    @property
    def in_english(self) -> str:
        """What the command is for, as the handbook says it."""
        return self._help or ""

    @property
    def rich_help_panel(self) -> str | None:
        """The title the command stands under."""
        return self._panel and phrase(self._panel)

    @rich_help_panel.setter
    def rich_help_panel(self, english: str | None) -> None:
        self._panel = english

    def get_usage(self, ctx: Any) -> str:
        """The line that says how the command is typed."""
        said: str = super().get_usage(ctx)  # type: ignore[misc]
        return said if speaking() == DEFAULT else usage(said.replace("Usage:", phrase("Usage:"), 1))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        if speaking() != DEFAULT:
            _retitle()
            _in_language(self.get_params(ctx))  # type: ignore[attr-defined]
        super().format_help(ctx, formatter)  # type: ignore[misc]


def _in_language(parameters: Iterable[Any]) -> None:
    for one in parameters:
        words, kind = vars(one).setdefault("in_english", (getattr(one, "help", None), one.metavar))
        if words:
            one.help = phrase(words)
        if kind:
            one.metavar = usage(kind)


@contextmanager
def refusing() -> Iterator[None]:
    """Say why a command line cannot be carried out in the reader's language."""
    from typer._click.exceptions import UsageError

    try:
        yield
    except UsageError as refused:
        if speaking() != DEFAULT:
            said = usage(phrase(refused.format_message()))
            refused.format_message = lambda: said  # type: ignore[method-assign]
            _retitle()
        raise


def _retitle() -> None:
    from typer import rich_utils

    for name, english in _TITLES.items():
        setattr(rich_utils, name, phrase(english))
    rich_utils.RICH_HELP = phrase(_TRY).replace("{command}", "{command_path}").replace("{option}", "{help_option}")
