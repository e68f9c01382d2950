"""The command that starts a document: new."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from publisher.failures import BadRequest

DEMONSTRATION = "DEMO-CVW.3-15"
SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.]*(/[A-Za-z0-9.]+)+")


def new(
    symbol: Annotated[str, typer.Argument(help="Symbol of the new document, such as HSP/HA.3/1.")],
    languages: Annotated[
        str, typer.Option("--languages", "-l", metavar="CODE,CODE", help="Languages to start with.")
    ] = "en",
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the folder of the document goes.")
    ] = Path("data"),
) -> None:
    """Make the folder of a new document: the demonstration report, under your symbol, to be filled with your facts.

    Examples:

        publisher new HSP/HA.3/1 --languages en,fr
    """
    from publisher.batch.placing import place

    if not SYMBOL.fullmatch(symbol):
        raise BadRequest(f"“{symbol}” is no symbol; symbols look like HSP/HA.3/1")
    example = _demonstration()
    there = sorted(path.stem for path in example.glob("*.yaml") if path.stem != "record")
    wanted = [code for code in languages.split(",") if code]
    if unknown := [code for code in wanted if code not in there]:
        raise BadRequest(f"there is no “{unknown[0]}” to start from; choose from {', '.join(there)}")
    folder = output / symbol.replace("/", "-")
    if folder.exists():
        raise BadRequest(f"{folder} is there already")
    written = place(folder, _files(example, symbol, wanted))
    typer.echo("\n".join(str(path) for path in written))
    typer.echo(f"\nNow put your facts into {folder / 'record.yaml'}, then: publisher check {folder}")


def _demonstration() -> Path:
    """Give back the folder of the demonstration report, in a checkout as in an installed wheel."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_example"
    return installed if installed.is_dir() else package.parent / "data" / DEMONSTRATION


def _files(example: Path, symbol: str, languages: list[str]) -> dict[str, bytes]:
    """Give back the files of the new document: its record under the new symbol, its languages, its pictures."""
    left_out = {path.name for path in example.glob("*.yaml")} - {f"{code}.yaml" for code in languages}
    files = {
        path.name: path.read_bytes() for path in sorted(example.iterdir())
        if path.is_file() and path.name not in left_out
    }  # fmt: skip
    record = (example / "record.yaml").read_text(encoding="utf-8")
    return {**files, "record.yaml": re.sub(r"(?m)^symbol: .*$", f"symbol: {symbol}", record).encode()}
