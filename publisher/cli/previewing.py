"""The command that opens a document in the browser: preview."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli import choices
from publisher.cli.issuing import RegisterAddress, beside
from publisher.speech import said


def preview(
    document: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the document.")],
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = True,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to answer on. Default: any that is free.")] = 0,
    at: Annotated[str, typer.Option(metavar="PLACE", help="Where to open it: para-47, a name, a note.")] = "",
    language: Annotated[
        str, typer.Option("--language", "-l", metavar="CODE", help="Words to open with; the buttons speak it as well.")
    ] = "",
    register: RegisterAddress = None,
    today: choices.Today = None,
) -> None:
    """Show a document in the browser as it will be printed, and let it be written there.

    The page follows every save within half a second, whoever saves. It is for this machine only: the address holds a
    token that is new each time. Ctrl-C ends it.

    Examples:

        publisher preview data/HSP-HA.2-16

        publisher preview data/HSP-HA.2-16 --no-open --port 8030

        publisher preview data/HSP-HA.2-16 --at para-47

        publisher preview data/DEMO-CVW.3-15 --language ar
    """
    from publisher.cli import messages
    from publisher.failures import BadRequest
    from publisher.model.workspace import languages_in
    from publisher.preview import Address, serve, spoken

    [folder] = choices.folders([document])
    if not languages_in(folder):
        raise BadRequest(f"{folder} has words in no language yet")
    if language and language not in {*languages_in(folder), *spoken()}:
        raise BadRequest(f"there are no words in “{language}”, and the page speaks {', '.join(spoken())} only")

    def ready(address: Address) -> None:
        where = f"{address}?at={at}" if at else str(address)
        print(where, flush=True)
        messages.say((said("preview-open"), "dim"))
        if open_browser:
            typer.launch(where)

    serve(folder, choices.today(today), port, register or beside(folder), ready, language)
