"""The command line as a whole, and what `--help` says of it."""

from __future__ import annotations

from typing import Annotated

import typer

from publisher.cli import loudness
from publisher.cli.commands import Commands

EXIT_CODES = """
**Exit codes**: 0 all is well · 1 a finding is an error · 2 the request makes no sense · 3 something is not installed ·
4 cannot write · 5 the register cannot be used · 70 a fault of the program itself.
"""

app = typer.Typer(
    name="publisher",
    cls=Commands,
    help="Write official documents in Word, PDF and HTML from data, and prove that all three say the same.\n\n"
    "A document is a folder: `record.yaml` holds its facts, `zh.yaml`, `en.yaml` … the words of each language.\n\n"
    "    publisher build data/HSP-HA.2-16        # all languages, Word, PDF and HTML, into build/HSP-HA.2-16/\n\n"
    "    publisher check data/HSP-HA.2-16        # only look for faults: fast, writes nothing\n\n"
    "    publisher explain FN101                 # what a code means and what to do\n\n" + EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from publisher import __version__

        typer.echo(f"publisher {__version__}")
        raise typer.Exit


@app.callback()
def publisher(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
    speak: loudness.Language = None,
) -> None:
    """Take the options of no command."""
