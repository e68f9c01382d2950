"""The command that builds annexes and decisions one by one: annexes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.batching import DEFAULT_OUTPUT, Manner, carry_out
from publisher.failures import BadRequest

if TYPE_CHECKING:
    from publisher.batch import Job


def annexes(
    documents: choices.Folders,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="NAME,NAME", help="Identifiers of annexes, numbers of decisions. Default: all."),
    ] = None,
    language: choices.Languages = None,
    formats: choices.FormatNames = "docx,pdf,html",
    mode: choices.ModeName = "draft",
    output: choices.Output = None,
    output_format: choices.OutputFormat = "human",
    processes: choices.Processes = None,
    anew: choices.Anew = False,
    time_limit: choices.TimeLimit = 600.0,
    memory_limit: choices.MemoryLimit = None,
    attach: choices.AttachName = "printed",
    today: choices.Today = None,
) -> None:
    """Write every annex and every decision of documents as a document of its own, in every language, and prove it.

    Each has a masthead, its own numbers and its parent's symbol: HSP/HA.2/16 (Annex II), HSP/HA.2/16 (Decision 2/6).
    Facts and words are those of the whole document. Words in further languages stand in its folder `annexes/`:
    `annexes/fr.yaml` needs to hold only the annexes and decisions there are in French.

    Examples:

        publisher annexes data/HSP-HA.2-16 --only 2/6,2/7

        publisher annexes data/* --language ar,zh --format pdf
    """
    from publisher.batch import Job

    wanted, severity = choices.formats(formats), choices.mode(mode)
    day, most = choices.today(today), choices.memory(memory_limit)
    carried = choices.attached(attach)
    found_folders = choices.folders(documents)

    def jobs() -> list[Job]:
        from publisher.model.workspace import workspace_for
        from publisher.pipeline.annexes import annexes_of

        made: list[Job] = []
        for folder in found_folders:
            target = output or DEFAULT_OUTPUT / folder.resolve().name / "annexes"
            named = _chosen(folder, annexes_of(workspace_for(folder, day)), only, language)
            made += [
                Job(folder, code, wanted, severity, day, target, time_limit, annex, most, carried)
                for code, names in named.items() for annex in names
            ]  # fmt: skip
        if not made:
            raise BadRequest(
                "there is no annex and no decision in " + ", ".join(str(folder) for folder in found_folders)
            )
        return made

    manner = Manner(processes, choices.form(output_format), anew)
    raise typer.Exit(carry_out(jobs, set(wanted) != {"html"}, manner))


def _chosen(
    folder: Path, there: dict[str, tuple[str, ...]], only: str | None, asked: Iterable[str] | None
) -> dict[str, tuple[str, ...]]:
    """What to build of `there` (language → annexes); BadRequest for what is in no language."""
    codes = [code for given in asked or () for code in given.split(",") if code] or list(there)
    if missing := [code for code in codes if code not in there]:
        raise BadRequest(f"{folder} has no words in “{missing[0]}”; it has {', '.join(there)}")
    every = list(dict.fromkeys(name for names in there.values() for name in names))
    wanted = [name for name in (only or "").split(",") if name] or every
    if missing := [name for name in wanted if name not in every]:
        raise BadRequest(f"{folder} has no annex or decision “{missing[0]}”; it has {', '.join(every)}")
    return {code: tuple(name for name in wanted if name in there[code]) for code in codes}
