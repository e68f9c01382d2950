"""The command that says a document's own templates are trusted: trust."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from publisher.cli import choices
from publisher.cli.issuing import RegisterAddress, nearest_register
from publisher.failures import BadRequest


def trust(
    what: Annotated[
        str, typer.Argument(metavar="FOLDER|SYMBOL", help="Folder of a document, or the symbol of an issued one.")
    ],
    register: RegisterAddress = None,
) -> None:
    """Say that you trust the templates a document brings along, as they are now.

    Templates and style sheets decide what is printed. Those of a document's own folder, or of an edition out of a
    register, are used only after you have looked at them and said so, once; changed, they are to be trusted anew. It is
    kept for you alone, in ~/.config/publisher (or $XDG_CONFIG_HOME).

    Examples:

        publisher trust data/HSP-HA.2-16
    """
    from publisher.trust import own_templates, trust

    if Path(what).is_dir():
        [folder] = choices.folders([Path(what)])
        files = {name: path.read_bytes() for name, path in own_templates(folder).items()}
        if not files:
            raise BadRequest(f"{folder} has no templates of its own: there is nothing to trust")
    else:
        files = _of_editions(what, register)
    new = trust(files, what, datetime.date.today())
    for name in sorted(files):
        typer.echo(f"    templates/{name}")
    typer.echo(f"trusted from now on: {new} template{'' if new == 1 else 's'} of {what}" if new else "trusted already")


def _of_editions(symbol: str, address: str | None) -> dict[str, bytes]:
    from publisher import succession
    from publisher.register import open_register

    book = open_register(address or nearest_register(), make=False)
    editions = book.editions(symbol=symbol.rstrip("*"))
    if not editions:
        raise BadRequest(f"{symbol} is neither a folder nor a symbol in the register")
    files: dict[str, bytes] = {}
    for edition in editions:
        files |= succession.templates_not_ours(book, book.edition(edition.id))
    if not files:
        raise BadRequest(f"{symbol} was issued with templates of this program: there is nothing to trust")
    return files
