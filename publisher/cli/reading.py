"""The command that opens the handbook, and what it tells of the commands themselves."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli.commands import kind_of
from publisher.failures import BadRequest


def handbook(
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="Page or heading to open it at: waiver, own-body, vote.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there, as one HTML file.")
    ] = None,
) -> None:
    """Open the handbook in the browser: the first day, recipes, every key of every file, every command.

    It is one HTML file, which needs no network and prints well. Where the output is no terminal it is printed.

    Examples:

        publisher handbook

        publisher handbook waiver

        publisher handbook --output handbook.html
    """
    from publisher import __version__
    from publisher.batch.placing import place
    from publisher.handbook import as_html, chapters, page_of

    pages = chapters(commands_told())
    at = page_of(topic, pages) if topic else ""
    text = as_html(pages, __version__)
    if output is None and not sys.stdout.isatty():
        typer.echo(text, nl=False)
        return
    file = output or _kept()
    if not file.name or file.is_dir():
        raise BadRequest(f"{file} is a folder; name the file to write")
    place(file.parent, {file.name: text.encode()})
    typer.echo(file)
    if output is None:
        typer.launch(file.resolve().as_uri() + (f"#{at}" if at else ""))


def _kept() -> Path:
    """Where the handbook is laid for the browser."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "publisher" / "handbook.html"


def commands_told() -> str:
    """The reference of all commands, as Markdown."""
    from publisher.cli.app import app
    from publisher.cli.commands import COMMANDS

    group: Any = typer.main.get_command(app)
    with group.make_context("publisher", [], resilient_parsing=True) as context:
        return "\n".join(line for name in COMMANDS for line in _command(name, group.get_command(context, name)))


def _command(name: str, command: Any) -> Iterator[str]:
    parameters = command.get_params(command.make_context(name, [], resilient_parsing=True))
    arguments = [_called(one) for one in parameters if one.param_type_name == "argument"]
    yield f"## `{' '.join(['publisher', name, *arguments])}`\n"
    yield f"{cleandoc(command.in_english)}\n"
    rows = [_option(one) for one in parameters if getattr(one, "help", None)]
    if rows:
        yield "| what you may say | what it does |\n|---|---|"
        yield from rows
        yield ""


def _option(parameter: Any) -> str:
    """A row of the table of a command's arguments and options."""
    if parameter.param_type_name == "argument":
        named = f"`{_called(parameter)}`"
    else:
        kind = "" if parameter.is_flag else f" {parameter.metavar or kind_of(parameter)}"
        named = ", ".join(f"`{one}{kind}`" for one in (*parameter.opts, *parameter.secondary_opts))
    told = re.sub(r"([*_<|])", r"\\\1", parameter.help)
    return f"| {named} | {told} |"


def _called(argument: Any) -> str:
    """The name of an argument in capitals, in brackets where it may be left out."""
    name = argument.metavar or argument.name.upper()
    return name if argument.required else f"[{name}]"
