"""The command of the register: what was issued, and is it as it was.

And what an interrupted issue left undone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from publisher.cli.issuing import RegisterAddress, named_edition, nearest_register, remember_end
from publisher.cli.loudness import is_verbose
from publisher.cli.messages import kilobytes
from publisher.failures import BadRequest

if TYPE_CHECKING:
    from publisher.register import Edition, Register


def register(
    symbol: Annotated[
        str | None,
        typer.Argument(
            metavar="[SYMBOL|verify|repair|accept]",
            help="Tells the history of this document; looks for faults; lays out what is missing. Default: lists all.",
        ),
    ] = None,
    language: Annotated[str | None, typer.Option("--language", "-l", metavar="CODE", help="Default: all.")] = None,
    relation: Annotated[
        str | None, typer.Option("--relation", help="original, reissue, corrigendum, revision, addendum or annex.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Year of issue.")] = None,
    shelf: Annotated[
        Path, typer.Option("--shelf", metavar="FOLDER", help="Where issued files are laid out for people.")
    ] = Path("issued"),
    address: RegisterAddress = None,
) -> None:
    """List what was issued, or tell the history of one document in every language.

    `verify` looks for files exchanged, dates or waivers changed, editions taken out, a register emptied or another put in
    its place, and for files on the shelf that are not what was issued. `repair` lays out what an interrupted issue left
    undone and takes away what it had begun. `accept` says that a register put in the place of another is meant to be there.
    With --verbose a history tells the digest of each file and what it was made with.

    Examples:

        publisher register --year 2025 --relation corrigendum

        publisher register HSP/HA.2/16

        publisher register verify
    """
    from publisher.register import open_register, remember

    known: Any = relation
    if relation not in (None, "original", "reissue", "corrigendum", "revision", "addendum", "annex"):
        raise BadRequest(f"no such relation: “{relation}”")
    book = open_register(address or nearest_register(), make=False)
    if symbol == "verify":
        raise typer.Exit(_tell_faults(book, shelf))
    if symbol == "accept":
        remember(book, anew=True)
        typer.echo("taken as it stands from now on")
        raise typer.Exit(0)
    if symbol == "repair":
        raise typer.Exit(_repair(book, shelf))
    if symbol is None:
        for edition in book.editions(language=language, relation=known, year=year):
            typer.echo(f"{edition.issued_on}  {named_edition(edition):40} {edition.relation:12} {edition.title}")
        return
    history = [edition for edition in book.family(symbol.rstrip("*")) if language in (None, edition.language)]
    if not history:
        raise BadRequest(f"{symbol} is not in the register")
    for edition in history:
        _tell_history(book.edition(edition.id))


def _tell_faults(book: Register, shelf: Path) -> int:
    """Tell what is wrong with the register and on the shelf; give back the exit code."""
    from publisher.issue import faults_on_shelf
    from publisher.register import contradictions

    found = [*contradictions(book), *book.faults(), *(faults_on_shelf(book, shelf) if shelf.is_dir() else ())]
    for fault in found:
        typer.echo(fault)
    end = book.end()
    if not found:
        remember_end(book)
    typer.echo(f"{end.count} edition(s) looked through, {len(found)} fault(s); the register ends with {end.chain}")
    return int(bool(found))


def _repair(book: Register, shelf: Path) -> int:
    """Lay out every edition that is not on the shelf and take away what was begun; give back the exit code."""
    from publisher.batch.placing import prepare
    from publisher.issue import clear_begun, faults_on_shelf, lay_out_missing

    prepare(shelf)
    for folder in clear_begun(shelf):
        typer.echo(f"taken away: {folder}")
    for edition, place in lay_out_missing(book, book.editions(), shelf):
        typer.echo(f"laid out: {named_edition(edition)}, issued on {edition.issued_on}: {place}")
    left = list(faults_on_shelf(book, shelf))
    for fault in left:
        typer.echo(fault)
    return int(bool(left))


def _tell_history(edition: Edition) -> None:
    typer.echo(f"{edition.issued_on}  {named_edition(edition)}  {edition.relation}: {edition.title}")
    if edition.parent:
        typer.echo(f"    {edition.relation} {edition.number} of {edition.parent}")
    if edition.reason:
        typer.echo(f"    reason: {edition.reason}")
    for waiver in edition.waivers:
        typer.echo(f"    waived: {waiver.get('code')} — {waiver.get('reason')}")
    for file in edition.files:
        if file.role == "output":
            digest = f"  sha256 {file.sha256}" if is_verbose() else ""
            typer.echo(f"    {file.name}  {kilobytes(file.size)} kB{digest}")
    if not is_verbose():
        return
    engines = ", ".join(f"{name} {version}" for name, version in edition.engines.items() if not name.startswith("Font"))
    typer.echo(f"    made with: {engines}")
