"""How documents, languages, formats and days are named to commands."""

from __future__ import annotations

import datetime
import difflib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from publisher import limits
from publisher.failures import BadRequest
from publisher.model.workspace import languages_in, names_in

if TYPE_CHECKING:
    from publisher.batch.cluster import Certificates
    from publisher.catalogue.known import Baseline
    from publisher.pipeline import Attached, Format, Mode
    from publisher.report import Form

Folders = Annotated[
    list[Path], typer.Argument(metavar="FOLDER", help="Folder of a document: record.yaml and its language files.")
]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", "-l", metavar="CODE", help="Language to take, such as zh or zh,en. Default: all."),
]
ModeName = Annotated[
    str, typer.Option("--mode", "-m", help="draft, review or publish: the later, the more findings are errors.")
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FOLDER", help="Where files go. Default: build/NAME-OF-THE-FOLDER."),
]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--output-format", help="How findings are told: human; for programs jsonl, sarif, github; or baseline."
    ),
]
Known = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Findings known before; only others are told and count as errors."),
]
Today = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The day to take as today. Default: the day it is.")
]
AttachName = Annotated[
    str,
    typer.Option(
        "--attach",
        metavar="WHAT",
        help="What the PDF carries: printed, what it shows of your files; source, all of them; akn, also the AKN4UN.",
    ),
]
FormatNames = Annotated[str, typer.Option("--format", "-f", help="What to write: docx, pdf, html, akn (AKN4UN XML).")]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", "-j", min=1, help="How many to build side by side. Default: as many as this machine can."
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="Dask scheduler, tls://HOST:PORT, whose workers do the work."),
]
Authority = Annotated[
    Path | None,
    typer.Option("--tls-ca", metavar="FILE", help="Certificates (PEM) of who vouches for the cluster's machines."),
]
OwnCertificate = Annotated[
    Path | None, typer.Option("--tls-cert", metavar="FILE", help="Certificate (PEM) of this machine for the cluster.")
]
OwnKey = Annotated[
    Path | None, typer.Option("--tls-key", metavar="FILE", help="Key (PEM) of that certificate, if not in its file.")
]
Anew = Annotated[bool, typer.Option("--anew", help="Build also what is up to date.")]
Watch = Annotated[bool, typer.Option("--watch", help="Stay, and build again whenever a file is saved, until Ctrl-C.")]
TimeLimit = Annotated[float, typer.Option(min=0.1, help="Seconds a document in one language may take.")]
MemoryLimit = Annotated[
    int | None,
    typer.Option(min=64, metavar="MB", help="Memory a document in one language may take. Default: 3072."),
]

FORM_OF: dict[str, Form] = {
    "human": "people", "jsonl": "jsonl", "sarif": "sarif", "github": "github", "baseline": "baseline",
}  # fmt: skip
Name = TypeVar("Name", bound=str)


def folders(given: Sequence[Path]) -> list[Path]:
    """The document folders meant: a folder, or a file in it.

    BadRequest for what is not there. Of several, as the shell makes them of `data/*`, those that hold no document are
    left out, and named.
    """
    found = list(dict.fromkeys(map(_folder, given)))
    documents = [folder for folder in found if (folder / "record.yaml").exists()]
    if strays := [path for path in found if not path.is_dir() and not documents]:
        raise BadRequest(f"{strays[0]} is no document; a document is a folder with record.yaml and language files")
    if len(found) == 1 or not documents:
        return found
    for folder in found:
        if folder not in documents:
            typer.echo(f"left out, for it holds no record.yaml: {folder}", err=True)
    return documents


def _folder(path: Path) -> Path:
    """The folder meant by `path`: itself, or that of a YAML file; any other file stays what it is."""
    if not path.exists():
        near = difflib.get_close_matches(path.name, names_in(path.parent), n=1)
        meant = f"; did you mean {path.parent / near[0]}?" if near else ""
        raise BadRequest(f"no such {'file or ' if path.suffix else ''}folder: {path}{meant}")
    folder = path.parent if path.suffix == ".yaml" and path.is_file() else path
    if not os.access(folder, os.R_OK | (os.X_OK if folder.is_dir() else 0)):
        raise BadRequest(f"cannot read {folder}")
    return folder


def text_of(record: Path) -> str:
    """The text of a record; BadRequest where there is none, or none that can be read."""
    if not record.is_file():
        raise BadRequest(f"{record.parent} has no {record.name}")
    text, entries = read_file(record)
    if not isinstance(entries, dict):
        raise _unread(record)
    return text


def read_file(path: Path) -> tuple[str, Any]:
    """The text of a file of a document and what stands in it; BadRequest where it cannot be read."""
    from publisher.read.source import load
    from publisher.read.tree import parse

    text, faults = load(path, path.name, path.parent)
    entries, further = parse(text, path.name) if text is not None else (None, [])
    if text is None or faults or further:
        raise _unread(path)
    return text, entries


def _unread(path: Path) -> BadRequest:
    return BadRequest(f"{path} cannot be read; publisher check {path.parent} says why")


def languages(folder: Path, asked: Iterable[str] | None) -> tuple[str, ...]:
    """The languages to take of the document in `folder`.

    BadRequest when it has not got one asked for.
    """
    there = languages_in(folder)
    if not there:
        raise BadRequest(
            f"{folder} holds no language file such as zh.yaml"
            + (
                ""
                if (folder / "record.yaml").exists()
                else " and no record.yaml; a document is a folder with both, as `publisher new` makes it"
            )
        )
    wanted = tuple(code for given in asked or () for code in given.split(",") if code)
    if missing := [code for code in wanted if code not in there]:
        raise BadRequest(f"{folder} has no language file {missing[0]}.yaml; it has {', '.join(there)}")
    return wanted or there


def languages_there(folder: Path, asked: Iterable[str] | None) -> tuple[str, ...]:
    """Those of the languages asked for that the document in `folder` has.

    Says so where it has no words.
    """
    there = languages_in(folder)
    if not there:
        typer.echo(f"left out, for it holds no language file such as zh.yaml: {folder}", err=True)
    wanted = tuple(code for given in asked or () for code in given.split(",") if code)
    return tuple(code for code in wanted if code in there) if wanted else there


def memory(megabytes: int | None) -> int:
    """The bytes in so many megabytes, or what a document may take."""
    return megabytes * 2**20 if megabytes is not None else limits.MEMORY


def formats(text: str) -> tuple[Format, ...]:
    """The formats in “docx,pdf,html,akn”; BadRequest for any other name."""
    from publisher.pipeline import ALL_FORMATS

    return tuple(dict.fromkeys(one_of(name.strip(), ALL_FORMATS, "format") for name in text.split(",")))


def certificates(authority: Path | None, own: Path | None, key: Path | None) -> Certificates | None:
    """The files an encrypted connection needs, None where it is plain.

    BadRequest for half of them.
    """
    if authority is None:
        if own is not None or key is not None:
            raise BadRequest("--tls-cert and --tls-key go with --tls-ca")
        return None
    from publisher.batch.cluster import Certificates

    return Certificates(authority, own, key)


def mode(text: str) -> Mode:
    """The mode called `text`."""
    from publisher.pipeline import MODES

    return one_of(text, MODES, "mode")


def attached(text: str) -> Attached:
    """What the PDF carries of the sources, as `text` says."""
    from publisher.pipeline import ATTACHED

    return one_of(text, ATTACHED, "choice of what is attached")


def form(text: str) -> Form:
    """The way of printing findings called `text`."""
    return FORM_OF[one_of(text, tuple(FORM_OF), "output format")]


def known(file: Path | None) -> Baseline:
    """The findings listed in a baseline file, none without one.

    BadRequest where it cannot be read.
    """
    from publisher.catalogue.known import read_baseline

    try:
        return read_baseline(file.read_text("utf-8")) if file else frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"cannot read the baseline {file}: {error}") from error


def today(text: str | None) -> datetime.date:
    """The day in “2025-06-14”, or the day it is."""
    try:
        return datetime.date.fromisoformat(text) if text else datetime.date.today()
    except ValueError as error:
        raise BadRequest(f"“{text}” is no date; write it as 2025-06-14") from error


def one_of(text: str, names: Sequence[Name], what: str) -> Name:
    """The one of `names` that `text` is.

    BadRequest, with all of them, where it is none.
    """
    for name in names:
        if name == text:
            return name
    near = difflib.get_close_matches(text, names, n=1)
    meant = f"; did you mean {near[0]}? There are {', '.join(names)}" if near else f"; choose from {', '.join(names)}"
    raise BadRequest(f"no such {what}: “{text}”{meant}")
