"""The commands that tell: schema, explain, doctor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Write them to NAME.schema.json there.")
    ] = None,
) -> None:
    """Write what a text editor needs to complete and check record and language files while you type.

    These are JSON Schemas; the first line of a file made by `publisher new` says where they are.

    Examples:

        publisher schema --output .cache/schema
    """
    from publisher.batch.placing import place
    from publisher.read import schema as schemas

    texts = {name: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for name, content in schemas().items()}
    if output is not None:
        for path in place(output, {f"{name}.schema.json": text.encode() for name, text in texts.items()}):
            typer.echo(path)
    else:
        typer.echo(json.dumps(schemas(), ensure_ascii=False, indent=2))


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code such as FN101, or its name. Default: lists all.")
    ] = None,
) -> None:
    """Say what a code means: why it matters, on whose authority, a bad and a good example.

    Examples:

        publisher explain FN101
    """
    from publisher.catalogue import CATALOGUE
    from publisher.check import explain as explanation
    from publisher.speech import DEFAULT, gist, said, speaking

    if code is not None:
        head, _, text = explanation(code).partition("\n")
        about = "" if speaking() == DEFAULT else f"\n\n{gist(head.split()[0])}"
        typer.echo(f"{head}{about}\n{text}", nl=False)
        return
    for row in CATALOGUE.values():
        typer.echo(f"{row.code}  {said(row.severity):8} {row.name:30} {gist(row.code)}")


def doctor() -> None:
    """Look whether libraries and fonts are there, and say the command that installs what is missing.

    Works also where nothing can be drawn yet. Exit code 3 when something needed is missing.

    Examples:

        publisher doctor
    """
    from publisher.doctor import examine_machine, install_command, look_at_own_reference

    looks = (*examine_machine(), look_at_own_reference(Path.cwd()))
    for look in looks:
        sign = "ok" if look.there else "MISSING" if look.needed else "-"
        typer.echo(f"{sign:8} {look.what:42} {look.detail}")
    missing = [look for look in looks if look.needed and not look.there]
    if command := install_command(looks):
        typer.echo(f"\nTo install what is missing: {command}")
    if missing:
        raise typer.Exit(3)
    typer.echo("\nEverything needed is there.")
