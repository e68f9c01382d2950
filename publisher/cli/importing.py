"""The command that brings in what others wrote: import."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from publisher.cli import choices
from publisher.failures import BadRequest

if TYPE_CHECKING:
    from publisher.receive.received import Received

Sources = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Word files, AKN4UN records (.xml), sheets (.xlsx, .csv)."),
]


def import_(
    sources: Sources,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the folders go.")] = Path(
        "data"
    ),
    kind: Annotated[str | None, typer.Option("--kind", "-k", help="What it is. Default: as the text says.")] = None,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Key in data/reference/organs.yaml. Default: as symbol and masthead say."),
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

        publisher import A_RES_80_10-*.xml

        publisher import participants.xlsx --symbol HSP/HA.3/INF.1

        publisher import attendance.csv --into data/HSP-HA.3-16

        publisher import A_80_605.docx --organ general-assembly --output data
    """
    from publisher.batch.placing import place
    from publisher.cli.messages import say
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.importing import Wanted, bring_in, bring_in_records
    from publisher.pipeline.sheets import SHEETS
    from publisher.receive.word import CHANGES, Options
    from publisher.report import report

    wanted = Wanted(Options(choices.one_of(changes, CHANGES, "way with changes"), kind, organ, profile), language)
    form = choices.form(output_format)
    failed = False
    if into is not None:
        _into(sources, into, language, vote, sheet, choices.today(today), form)
    records = [source for source in sources if source.suffix.lower() == ".xml"]
    day = choices.today(today)

    def brought_in() -> Iterator[tuple[str, Received]]:
        for source in sources:
            if source.suffix.lower() in SHEETS:
                yield str(source), _list_of_participants(source, symbol, organ, profile, language, sheet, day)
            elif source not in records:
                yield str(source), bring_in(source, wanted, workspace_for(source.parent, day))
        for received in bring_in_records(records, organ, workspace_for(Path(), day)) if records else ():
            yield ", ".join(received.sources.values()) or "record", received

    for source, received in brought_in():
        folder = output / received.folder
        texts = {name: data.decode() for name, data in received.files.items() if name.endswith(".yaml")}
        if text := report(received.findings, texts, form):
            typer.echo(text)
        if not received.is_whole:
            failed = True
            say(f"{source}: not brought in, because of an error above")
            continue
        if folder.exists():
            raise BadRequest(f"{folder} is there already; nothing was changed")
        place(folder, received.files)
        say(f"{source} → {folder}: read {folder / 'import.md'}, then publisher build {folder}")
    raise typer.Exit(1 if failed else 0)


def _list_of_participants(
    source: Path, symbol: str | None, organ: str | None, profile: str | None, language: str | None, sheet: str | None,
    day: datetime.date,
) -> Received:  # fmt: skip
    """A list of participants made of a sheet; BadRequest where its symbol is not given."""
    from publisher.cli.starting import organ_of_symbol, profile_of_organ
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.sheets import participants

    if symbol is None:
        hint = "--symbol HSP/HA.3/INF.1 makes a list of participants, --into FOLDER puts its facts into a record"
        raise BadRequest(f"{source} is a sheet: {hint}")
    chosen = organ_of_symbol(symbol, organ, source.parent)
    station = profile or profile_of_organ(chosen)
    return participants(source, symbol, chosen.id, station, language or "en", workspace_for(source.parent, day), sheet)


def _into(
    sources: list[Path], folder: Path, language: str | None, vote: str, sheet: str | None, day: datetime.date,
    form: Literal["people", "jsonl", "sarif", "github", "baseline"],
) -> NoReturn:  # fmt: skip
    """Put what sheets say into the record of `folder`; what stands there already is never written over."""
    from publisher.batch.placing import place
    from publisher.cli.messages import say
    from publisher.model.workspace import workspace_for
    from publisher.pipeline.sheets import into_record
    from publisher.report import report

    failed = False
    for source in sources:
        record = choices.folders([folder])[0] / "record.yaml"
        text = record.read_text(encoding="utf-8")
        merged = into_record(source, text, language or "en", workspace_for(folder, day), vote, sheet)
        if told := report(merged.findings, {}, form):
            typer.echo(told)
        if merged.text is None:
            failed = True
            say(f"{source}: nothing was put into {record}")
            continue
        place(folder, {"record.yaml": merged.text.encode()})
        say(f"{source} → {record}")
    raise typer.Exit(int(failed))
