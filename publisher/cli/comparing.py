"""The command that shows what changed between two texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.issuing import RegisterAddress, beside, nearest_register
from publisher.failures import BadRequest
from publisher.model.diagnostic import Severity

if TYPE_CHECKING:
    from publisher.model.resolved import Document as ResolvedDocument
    from publisher.model.workspace import Workspace
    from publisher.register import Edition, Register


def redline(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A symbol in the register, or a folder.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A symbol in the register, or a folder.")],
    language: Annotated[str, typer.Option("--language", "-l", metavar="CODE", help="Which language.")],
    register: RegisterAddress = None,
    output: choices.Output = None,
    today: choices.Today = None,
) -> None:
    """Show what changed as tracked changes in Word and as a marked PDF.

    Examples:

        publisher redline HSP/HA.2/16 data/HSP-HA.2-16-corrected --language zh
    """
    from publisher import succession
    from publisher.batch.placing import place, set_aside
    from publisher.cli import messages
    from publisher.register import open_register

    day = choices.today(today)
    folders = [Path(name) for name in (old, new) if Path(name).is_dir()]
    book = None
    if len(folders) < 2:
        book = open_register(register or (beside(folders[0]) if folders else nearest_register()), make=False)
    with ExitStack() as opened:
        before, after = (opened.enter_context(_workspace(name, language, book, day)) for name in (old, new))
        made = succession.redline_of(before.document(book), after.document(book), after.workspace)
    messages.tell_findings([(Path(), found) for found in made.diagnostics], {}, "people")
    files = {f"{made.stem}.{form}": data for form, data in made.files.items()}
    folder, wrong = output or Path("build") / "redlines", any(f.severity is Severity.ERROR for f in made.diagnostics)
    # the two show one comparison: where one of them does not prove it, neither is for others to read
    for path in set_aside(folder, files, made.diagnostics) if wrong else place(folder, files):
        messages.tell_file(path, aside=wrong)
    raise typer.Exit(int(wrong))


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a redline: a folder of data, or an edition unfrozen for a while."""

    workspace: Workspace
    language: str
    edition: Edition | None = None

    def document(self, book: Register | None) -> ResolvedDocument:
        from publisher import succession

        if self.edition is None or book is None:
            return succession.resolved_data(self.workspace, self.language)
        return succession.resolved_edition(book, self.edition, self.workspace)


@contextmanager
def _workspace(name: str, language: str, book: Register | None, day: datetime.date) -> Iterator[_Side]:
    from publisher import succession
    from publisher.model.workspace import workspace_for

    if book is None or Path(name).is_dir():
        yield _Side(workspace_for(Path(name), day), language)
        return
    if not book.editions(symbol=name.rstrip("*")):
        raise BadRequest(f"{name} is neither a folder nor a symbol in the register")
    edition = book.latest(name.rstrip("*"), language)
    with succession.unfrozen(book, edition, day) as workspace:
        yield _Side(workspace, language, edition)
