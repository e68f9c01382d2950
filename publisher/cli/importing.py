"""The command that brings in what others wrote: import."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.failures import BadRequest
from publisher.speech import said, speaking

if TYPE_CHECKING:
    from publisher.receive.received import Received
    from publisher.report import Form

Sources = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Word files, AKN4UN records (.xml), sheets (.xlsx, .csv), or their folder."),
]


def import_(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the folders go.")] = Path(
        "data"
    ),
    kind: Annotated[str | None, typer.Option("--kind", "-k", help="What it is. Default: as the text says.")] = None,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Key of the body: see publisher organ list. Default: as symbol and masthead say."),
    ] = None,
    profile: Annotated[str | None, typer.Option("--profile", help="nairobi, geneva or new-york.")] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", metavar="CODE", help="Language it is in. Default: as its words say."),
    ] = None,
    changes: Annotated[
        str, typer.Option("--changes", help="Tracked changes: accept, reject, or refuse the file with a list of them.")
    ] = "refuse",
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FOLDER", help="Sheets: put attendance or votes into its record.")
    ] = None,
    symbol: Annotated[
        str | None, typer.Option("--symbol", help="Sheets: symbol of the list of participants to make.")
    ] = None,
    vote: Annotated[str, typer.Option("--vote", metavar="KEY", help="Sheets: name of the vote in the record.")] = "",
    sheet: Annotated[
        str | None, typer.Option("--sheet", help="Which sheet of a workbook. Default: the open one.")
    ] = None,
    output_format: choices.OutputFormat = "human",
    today: choices.Today = None,
) -> None:
    """Make folders that can be built of Word files or of the Secretariat's records, and prove that nothing was lost on the way.

    Every paragraph, run, cell, note and picture of the source is in the folder, or stands in its import.md among what
    was left out, with the reason. What was concluded is told with its evidence, at its line. Nothing is overwritten.

    Examples:

        publisher import report.docx

        publisher import report.docx attendance.xlsx    # or the folder they are in

        publisher import A_RES_80_10-*.xml

        publisher import participants.xlsx --symbol HSP/HA.3/INF.1

        publisher import attendance.csv --into data/HSP-HA.3-16

        publisher import A_80_605.docx --organ general-assembly --output data
    """
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.importing import Wanted, bring_in, bring_in_records
    from publisher.pipeline.sheets import SHEETS
    from publisher.receive.word import CHANGES, Options

    wanted = Wanted(Options(choices.one_of(changes, CHANGES, "way with changes"), kind, organ, profile), language)
    form, day = choices.form(output_format), choices.today(today)
    files = list(_files(sources))
    sheets = [file for file in files if file.suffix.lower() in SHEETS]
    records = [file for file in files if file.suffix.lower() == ".xml"]
    others = [file for file in files if file not in sheets and file not in records]
    if into is not None and (records or others):
        raise BadRequest(f"--into is for sheets; {(*others, *records)[0]} makes a folder of its own")
    if into is not None and symbol is not None:
        raise BadRequest("--symbol makes a list of participants, --into fills a record there is: one or the other")
    if sheets and into is None and symbol is None:
        _refuse_homeless(sheets[0], len(others) + bool(records))

    def brought_in() -> Iterator[tuple[str, Received]]:
        for source in others:
            yield str(source), bring_in(source, wanted, workspace_for(source.parent, day))
        for received in bring_in_records(records, organ, workspace_for(Path(), day)) if records else ():
            yield ", ".join(received.sources.values()) or "record", received
        if symbol is not None:
            for source in sheets:
                yield str(source), _list_of_participants(source, symbol, organ, profile, language, sheet, day)

    made = [_put_down(source, received, output, form) for source, received in brought_in()]
    done = all(folder is not None for folder in made)
    if sheets and symbol is None:
        folders = [into] if into is not None else [folder for folder in made if folder is not None]
        if folders or done:
            _refuse_homeless(sheets[0], len(folders))
            told = language or ("en" if into is not None else choices.languages(folders[0], None)[0])
            each = [_put_into(source, folders[0], told, vote, sheet, day, form) for source in sheets]
            done &= all(each)
    raise typer.Exit(int(not done))


def _files(sources: list[Path]) -> Iterator[Path]:
    """The files meant: of a folder, those an import can read, in the order of their names."""
    from publisher.cli.messages import say
    from publisher.pipeline.sheets import SHEETS

    for source in sources:
        if not source.is_dir():
            yield source
            continue
        inside = sorted(file for file in source.iterdir() if file.is_file() and not file.name.startswith((".", "~$")))
        read = [file for file in inside if file.suffix.lower() in (".docx", ".xml", *SHEETS)]
        if not read:
            raise BadRequest(f"no Word file, record or sheet is in {source}")
        if left := [file.name for file in inside if file not in read]:
            say(f"{source}: {said('left', files=', '.join(left))}")
        yield from read


def _refuse_homeless(sheet: Path, folders: int) -> None:
    """BadRequest where it is not plain which record the facts of a sheet go into."""
    if folders != 1:
        hint = "--symbol HSP/HA.3/INF.1 makes a list of participants, --into FOLDER puts its facts into a record"
        raise BadRequest(f"{sheet} is a sheet: {hint}")


def _put_down(source: str, received: Received, output: Path, form: Form) -> Path | None:
    """The folder of what was brought in, written; None, and why, where it is not whole."""
    from publisher.batch.placing import place
    from publisher.cli.messages import say
    from publisher.report import report

    folder = output / received.folder
    texts = {name: data.decode() for name, data in received.files.items() if name.endswith(".yaml")}
    if text := report(received.findings, texts, form, language=speaking()):
        typer.echo(text)
    if not received.is_whole:
        say(f"{source}: {said('not-brought-in')}")
        return None
    if folder.exists():
        raise BadRequest(f"{folder} is there already; nothing was changed")
    place(folder, received.files)
    say(f"{source} → {folder}: {said('brought-in', report=folder / 'import.md', folder=folder)}")
    return folder


def _list_of_participants(
    source: Path, symbol: str | None, organ: str | None, profile: str | None, language: str | None, sheet: str | None,
    day: datetime.date,
) -> Received:  # fmt: skip
    """A list of participants made of a sheet; BadRequest where its symbol is not given."""
    from publisher.cli.wanted import organ_of_symbol, profile_of_organ
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.sheets import participants

    if symbol is None:
        hint = "--symbol HSP/HA.3/INF.1 makes a list of participants, --into FOLDER puts its facts into a record"
        raise BadRequest(f"{source} is a sheet: {hint}")
    chosen = organ_of_symbol(symbol, organ, source.parent)
    station = profile or profile_of_organ(chosen)
    return participants(source, symbol, chosen.id, station, language or "en", workspace_for(source.parent, day), sheet)


def _put_into(
    source: Path, folder: Path, language: str, vote: str, sheet: str | None, day: datetime.date, form: Form
) -> bool:
    """Whether what a sheet says went into the record of `folder`; what stands there is never written over."""
    from publisher.batch.placing import place
    from publisher.cli.messages import say
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.sheets import into_record
    from publisher.report import report

    record = choices.folders([folder])[0] / "record.yaml"
    text = choices.text_of(record)
    merged = into_record(source, text, language, workspace_for(folder, day), vote, sheet)
    if told := report(merged.findings, {}, form, language=speaking()):
        typer.echo(told)
    if merged.text is None:
        say(f"{source}: {said('nothing-put', record=record)}")
        return False
    place(folder, {"record.yaml": merged.text.encode()})
    say(f"{source} → {record}")
    return True
