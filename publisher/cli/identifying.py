"""Tells of files from outside whether they were issued.

And what was done to those that say so and were not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from publisher.cli.issuing import beside, named_edition, nearest_register
from publisher.failures import BadRequest
from publisher.model.diagnostic import Severity

if TYPE_CHECKING:
    from publisher.register import Edition, Register
    from publisher.report import Form


def bytes_of(path: Path) -> bytes:
    """The bytes of a file from outside.

    BadRequest where it is no file, or larger than any of ours.
    """
    from publisher.model.files import Refused, read_regular

    try:
        return read_regular(path)
    except Refused as refusal:
        raise BadRequest(f"{path}: {refusal}") from refusal


def identify(path: Path, address: str | None) -> int:
    """Say which edition the file at `path` is; the exit code.

    Or that it is none, or that it was altered.
    """
    from publisher.issue import identify as identity_of
    from publisher.register import open_register

    book, data = open_register(address or nearest_register(), make=False), bytes_of(path)
    found = identity_of(book, data)
    match found.verdict:
        case "issued":
            for edition in found.editions:
                typer.echo(
                    f"{path}: {named_edition(edition)}, {edition.relation}, issued on {edition.issued_on}, unaltered"
                )
            return 0
        case "altered":
            typer.echo(f"{path}: altered; it says it is {found.symbol}, but no registered edition has these bytes")
            _tell_alterations(path, data, book, found.editions)
            return 1
        case _:
            said = f" (it says it is {found.symbol})" if found.symbol else ""
            typer.echo(f"{path}: not an issued document{said}")
            return 1


def tell_accessibility(paths: Sequence[Path], form: Form) -> int:
    """Tell what keeps people from using these Word files; the exit code.

    They may be anybody's: what is told are warnings, each with the clause of EN 301 549.
    """
    from publisher.cli import messages
    from publisher.verify import verify_accessibility

    told = [(path.parent, one) for path in paths for one in verify_accessibility(bytes_of(path), path.name)]
    messages.tell_findings(told, {}, form)
    return int(any(one.severity is Severity.ERROR for _, one in told))


def is_issued(data: bytes, folder: Path, address: str | None) -> bool:
    """Say whether these bytes are an issued file of the document.

    By the register of the document in `folder`.
    """
    from publisher.register import open_register

    where = address or beside(folder)
    if "://" not in where and not Path(where).is_file():
        return False
    return bool(open_register(where, make=False).editions_of_file(data))


def _tell_alterations(path: Path, data: bytes, book: Register, editions: Sequence[Edition]) -> None:
    """Say what tells the file from the issued one of its kind, where its name says the language."""
    from publisher.cli import messages
    from publisher.verify import unlike

    likely = [edition for edition in editions if f".{edition.language}." in path.name] or list(editions)
    edition = book.edition(likely[-1].id)
    for file in edition.files:
        if file.role == "output" and Path(file.name).suffix == path.suffix.lower():
            found = unlike(
                data, book.content(edition, "output", file.name), str(path), f"{named_edition(edition)} as issued"
            )
            messages.tell_findings([(path.parent, one) for one in found], {}, "people")
