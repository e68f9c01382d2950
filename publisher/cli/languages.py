"""The commands for several languages: translated, concordance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publisher.cli import choices
from publisher.failures import BadRequest
from publisher.speech import said

Document = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the document.")]


def translated(
    document: Document,
    language: choices.Languages = None,
    today: choices.Today = None,
) -> None:
    """Declare translations up to date with the original as it stands now.

    From then on `check` and `build` find every text whose original changes while its translation does not. What was
    translated from what is kept in `translated/fr.txt` beside the language files.

    Examples:

        publisher translated data/DEMO-CVW.3-15 --language fr
    """
    from publisher.batch.placing import place
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.translations import original_of_folder
    from publisher.pipeline.translations import translated as declared
    from publisher.read.translated import FOLDER

    [folder] = choices.folders([document])
    workspace = workspace_for(folder, choices.today(today))
    codes = choices.languages(folder, language)
    original = original_of_folder(workspace)
    wanted = [code for code in codes if code != original]
    if not wanted:
        raise BadRequest(f"{folder} has nothing but its original, “{original}”")
    for code in wanted:
        name, content = declared(workspace, code)
        for path in place(folder / FOLDER, {name: content}):
            typer.echo(f"{path}: {content.count(10) - 2} texts up to date with “{original}”")


def concordance(
    document: Document,
    languages: Annotated[
        str, typer.Option("--languages", "-l", metavar="CODE,CODE", help="The two languages: en,ar. Left one first.")
    ],
    output: choices.Output = None,
    today: choices.Today = None,
) -> None:
    """Set two languages of a document side by side in a PDF, paragraph by paragraph, and prove it.

    Examples:

        publisher concordance data/DEMO-CVW.3-15 --languages en,ar
    """
    from publisher.batch.placing import place, set_aside
    from publisher.cli import messages
    from publisher.cli.batching import DEFAULT_OUTPUT
    from publisher.model.workspace import workspace_for
    from publisher.succession.concordance import concordance_of

    [folder] = choices.folders([document])
    codes = choices.languages(folder, [languages])
    if len(codes) != 2:
        raise BadRequest("name two languages, such as --languages en,ar")
    stem, built = concordance_of(workspace_for(folder, choices.today(today)), *codes)
    for failure in built.failures.values():
        raise failure
    messages.tell_findings([(folder, found) for found in built.diagnostics], {}, "people")
    target = output or DEFAULT_OUTPUT / folder.resolve().name
    files = {f"{stem}.pdf": built.files["pdf"]}
    if built.rejected:
        paths = set_aside(target, files, built.diagnostics)
        messages.say("  ", (str(paths[0]), "red"), f"  {said('aside', report=paths[-1].name)}")
        raise typer.Exit(1)
    for path in place(target, files):
        messages.say("  ", (str(path), "green"), f"  {said('verified')}")
