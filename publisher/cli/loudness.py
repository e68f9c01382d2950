"""How much commands say, and in which language: what went wrong, what is usual, or everything."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from publisher.speech import speak, spoken

_said = {"less": False, "more": False}


def is_quiet() -> bool:
    """Tell whether only what went wrong is to be said."""
    return _said["less"]


def is_verbose() -> bool:
    """Tell whether everything is to be said."""
    return _said["more"] and not _said["less"]


def _less(asked: bool) -> None:
    _said["less"] = asked


def _more(asked: bool) -> None:
    _said["more"] = asked


def _in_language(code: str | None) -> None:
    if code and code not in spoken():
        raise typer.BadParameter(f"commands speak {', '.join(spoken())}")
    if code:
        speak(code)


Language = Annotated[
    str | None,
    typer.Option(
        "--speak",
        metavar="CODE",
        callback=_in_language,
        expose_value=False,
        help="Language to say it in: ar, en, es, fr, ru or zh. Default: that of this machine.",
    ),
]


def _loudness(
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", callback=_less, expose_value=False, help="Say only what went wrong.")
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", callback=_more, expose_value=False, help="Say everything: each finding, times."
        ),
    ] = False,
    speak_: Language = None,
) -> None:
    """Take the options that every command has."""


def options() -> list[Any]:
    """The options that say how loud a command is, as it takes them."""
    alone = typer.Typer(add_completion=False)
    alone.command()(_loudness)
    return list(typer.main.get_command(alone).params)
