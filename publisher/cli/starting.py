"""The command that starts a document: new."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.asking import Asking, Story, officers_said, states_said, told
from publisher.cli.earlier import Earlier, from_earlier
from publisher.cli.skeleton import RECORD, from_demonstration, from_templates
from publisher.cli.wanted import (
    PROFILES,
    Wanted,
    kind_of_symbol,
    meetings_on,
    organ_of_symbol,
    profile_of_organ,
)
from publisher.failures import BadRequest
from publisher.model.symbol import Symbol
from publisher.model.workspace import own_reference_of, shipped
from publisher.speech import phrase

if TYPE_CHECKING:
    from publisher.model.reference import Organ

KINDS = tuple(sorted({path.parent.name for path in (shipped("templates") / "new").glob("*/en.yaml")}))
_Said = dict[str, str | None]  # options on the story of a session


def new(
    symbol: Annotated[
        str | None, typer.Argument(metavar="SYMBOL", help="Symbol of the new document, such as HSP/HA.3/1.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind", "-k", help=f"What it is: {', '.join(KINDS)}. Default: as the symbol says, else session-report."
        ),
    ] = None,
    languages: Annotated[
        str | None, typer.Option("--languages", "-l", metavar="CODE,CODE", help="Languages to start with. Default: en.")
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option("--organ", help="Key of the body: see publisher organ list. Default: as the symbol says."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", help=f"{', '.join(PROFILES)}. Default: where the organ sits.")
    ] = None,
    session: Annotated[
        int | None, typer.Option("--session", min=1, help="Number of the session. Default: as the symbol says.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Key of the place, such as nairobi. Default: where the body sits.")
    ] = None,
    days: Annotated[
        str | None, typer.Option("--days", metavar="DAY,DAY", help="Days of the meetings: 2026-05-04,2026-05-08.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="The demonstration report, whole, under this symbol, to look at.")
    ] = False,
    agenda: Annotated[
        str | None, typer.Option("--agenda", metavar="ITEM;ITEM", help="Items of the agenda, of a session report.")
    ] = None,
    states: Annotated[
        str | None,
        typer.Option("--states", metavar="STATE,STATE", help="Who took part, by names or codes: KEN,France."),
    ] = None,
    officers: Annotated[
        str | None,
        typer.Option("--officers", metavar="OFFICE=STATE NAME", help="Who was elected: chair=KEN Grace Otieno; …"),
    ] = None,
    decisions: Annotated[
        str | None, typer.Option("--decisions", metavar="TITLE;TITLE", help="Titles of the decisions adopted.")
    ] = None,
    start: Annotated[
        Path | None, typer.Option("--from", metavar="FOLDER", help="Start from the document in this folder instead.")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the folder of the document goes.")
    ] = Path("data"),
    sheet: Annotated[
        bool,
        typer.Option("--sheet", help="Write an Excel form for participants and a vote beside it, to be filled in."),
    ] = False,
    today: choices.Today = None,
) -> None:
    """Make the folder of a new document, to be filled with your facts and words; it can be built at once.

    At a terminal, what you do not say is asked for; an empty answer takes what stands in brackets. Every [--] is yours
    to replace; while one is left, `issue` refuses.

    Examples:

        publisher new HSP/HA.3/16 --languages en,fr --days 2027-05-04,2027-05-08

        publisher new HSP/HA.3/16 --agenda "Budget; Work programme" --states KEN,France,Chile

        publisher new HSP/HA.3/L.2 --kind decision --languages ar,en,es,fr,ru,zh

        publisher new HSP/HA.4/16 --from data/HSP-HA.3-16 --languages en
    """
    from publisher.batch.placing import place as put

    day = choices.today(today)
    earlier = Earlier.at(start) if start is not None else None
    asked = Asking(example)
    symbol = asked.for_symbol(symbol)
    chosen = _organ(asked, symbol, organ or _same_organ(symbol, earlier, output), output)
    usual = (earlier and earlier.said("profile")) or profile_of_organ(chosen)
    there = ",".join(earlier.languages) if earlier else "en"
    if earlier is None and not example:
        kind = choices.one_of(asked(kind, f"Kind ({', '.join(KINDS)})", kind_of_symbol(symbol)), KINDS, "kind")
    elif kind is not None:
        raise BadRequest(f"--kind and --{'from' if earlier else 'example'} do not go together: that says the kind")
    wanted = Wanted(
        symbol,
        chosen,
        choices.one_of(profile or usual, _profiles(usual, output), "profile"),
        tuple(dict.fromkeys(code for code in asked(languages, "Languages", there).split(",") if code)),
        day,
        _place(asked(place, "Place", (earlier and earlier.said("place")) or chosen.headquarters or "geneva"), output),
        _days(asked(days, "Days of the meetings", day.isoformat()), day),
        tuple(organ_of_symbol(one, None, output) for one in Symbol(symbol).each[1:]),
        session,
    )
    if (earlier.said("kind") if earlier else kind) == "session-report":  # it comes after the last meeting
        wanted = replace(wanted, date=max(day, *wanted.days))
    said: _Said = {"agenda": agenda, "states": states, "officers": officers, "decisions": decisions}
    story = _story(asked, "" if earlier or example else kind or "", said, output)
    asks = asked.asks and chosen.sessions != "none" if earlier is None else earlier.session
    if wanted.session is None and asks:
        said_number = asked(None, "Number of the session", "" if earlier else "1")
        if not said_number.isdigit() or not int(said_number):
            raise BadRequest(f"the symbol {symbol} does not say the session; name it with --session")
        wanted = replace(wanted, number=int(said_number))
    folder = output / Symbol(symbol).folder
    if folder.exists():
        raise BadRequest(f"{folder} is there already; nothing was changed")
    if earlier is not None:
        files = from_earlier(earlier, wanted, folder)
    else:
        files = from_demonstration(wanted) if example else from_templates(kind or "session-report", wanted)
        if story is not None:
            files = told(files, story, wanted.original, wanted.session or 1, len(list(meetings_on(wanted.days))))
    written = put(folder, files | ({FORM: _form(wanted)} if sheet else {}))
    typer.echo("\n".join(str(path) for path in written))
    _tell_next(folder, sheet)


FORM = "form.xlsx"


def _tell_next(folder: Path, sheet: bool) -> None:
    """What to do with the folder made, and with the Excel form in it."""
    typer.echo(f"\n{phrase(f'Replace every [--] and put your facts into {folder / RECORD}.')}")
    typer.echo(f"publisher check {folder}   {phrase('says what does not fit')}")
    typer.echo(f"publisher build {folder}   {phrase('writes it as it is')}")
    if sheet:
        take = f"publisher import {folder / FORM} --into {folder} --sheet"
        typer.echo(f"\n{phrase(f'Fill in {folder / FORM}, then')}")
        typer.echo(f"{take} Participants   {phrase('takes who attended')}")
        typer.echo(f"{take} Vote --vote NAME   {phrase('takes a vote')}")


def _organ(asked: Asking, symbol: str, said: str | None, output: Path) -> Organ:
    """The organ said or that the symbol names; asked for where neither is known."""
    try:
        return organ_of_symbol(symbol, said, output)
    except BadRequest as unknown:
        if not asked.asks or said is not None:
            raise
        typer.echo(str(unknown))
        return organ_of_symbol(symbol, asked(None, "Key of the organ", ""), output)


def _same_organ(symbol: str, earlier: Earlier | None, output: Path) -> str | None:
    """The organ of the earlier document, where the symbol may be one of it."""
    from publisher.model.reference import load_reference

    if earlier is None:
        return None
    organ = load_reference(shipped("reference"), own_reference_of(output)).organs.get(earlier.said("organ") or "")
    return organ.id if organ and organ.symbol_prefix and symbol.startswith(organ.symbol_prefix) else None


def _profiles(usual: str, output: Path) -> tuple[str, ...]:
    """The profiles to choose from: the shipped ones, the user's own, and that of an earlier document."""
    own = (Path(name).stem for name, _ in own_reference_of(output) if name.startswith("profile/"))
    return tuple(dict.fromkeys((*PROFILES, *own, usual)))


def _story(asked: Asking, kind: str, said: _Said, output: Path) -> Story | None:
    """What was said of the session, for a report on one; BadRequest where it was said of another document."""
    if kind != "session-report":
        if given := next((name for name, value in said.items() if value is not None), None):
            raise BadRequest(f"--{given} is for a new session report; put it into {RECORD} here")
        return None
    return Story(
        asked.several(said["agenda"], "Items of the agenda between its adoption and other matters"),
        states_said(
            [
                one
                for one in asked(said["states"], "States that took part, by names or codes", "").split(",")
                if one.strip()
            ],
            output,
        ),
        officers_said(asked.several(said["officers"], "Officers, such as chair=KEN Grace Otieno"), output),
        asked.several(said["decisions"], "Titles of the decisions"),
    )


def _place(key: str, output: Path) -> str:
    from publisher.model.reference import load_reference

    return choices.one_of(key, tuple(load_reference(shipped("reference"), own_reference_of(output)).places), "place")


def _days(said: str, day: datetime.date) -> tuple[datetime.date, ...]:
    """The days as they were said; the days between the first and the last are not concluded."""
    try:
        return tuple(sorted(datetime.date.fromisoformat(one.strip()) for one in said.split(",") if one.strip())) or (
            day,
        )
    except ValueError:
        raise BadRequest(f"“{said}” are no days; write them as 2027-05-04,2027-05-08") from None


def _form(wanted: Wanted) -> bytes:
    """The Excel form of the document, a row a State under the names of its first language."""
    from publisher.model.reference import load_reference
    from publisher.pipeline.sheets import form

    states = load_reference(shipped("reference")).states.values()
    return form([state.names[wanted.languages[0]] for state in states])
