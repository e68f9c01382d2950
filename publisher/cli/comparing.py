"""The command that shows what changed between two texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
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
    language: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            "-l",
            metavar="CODE",
            help="Language to take, such as zh or zh,en. Default: all that both have.",
        ),
    ] = None,
    register: RegisterAddress = None,
    output: choices.Output = None,
    today: choices.Today = None,
) -> None:
    """Show what changed as tracked changes in Word and as a marked PDF, in every language that both texts have.

    Examples:

        publisher redline HSP/HA.2/16 data/HSP-HA.2-16-corrected

        publisher redline HSP/HA.2/16 HSP/HA.2/16/Rev.1 --language zh
    """
    from publisher.register import open_register

    day = choices.today(today)
    folders = [Path(name) for name in (old, new) if Path(name).is_dir()]
    book = None
    if len(folders) < 2:
        book = open_register(register or (beside(folders[0]) if folders else nearest_register()), make=False)
    folder = output or Path("build") / "redlines"
    made = [_drawn(old, new, code, book, day, folder) for code in _languages(old, new, language, book)]
    raise typer.Exit(int(not all(made)))


def _languages(old: str, new: str, asked: Iterable[str] | None, book: Register | None) -> tuple[str, ...]:
    """The languages both texts have, or those of them asked for; BadRequest where there is none."""
    before, after = (_languages_of(name, book) for name in (old, new))
    both = [code for code in after if code in before]
    wanted = [code for given in asked or () for code in given.split(",") if code]
    if missing := [code for code in wanted if code not in both]:
        lacks = f"{old} is in {', '.join(before)}, {new} in {', '.join(after)}"
        raise BadRequest(f"not both texts are there in “{missing[0]}”: {lacks}")
    if not both:
        raise BadRequest(f"no language has both texts: {old} is in {', '.join(before)}, {new} in {', '.join(after)}")
    return tuple(dict.fromkeys(wanted)) or tuple(both)


def _languages_of(name: str, book: Register | None) -> tuple[str, ...]:
    if book is None or Path(name).is_dir():
        return choices.languages(Path(name), None)
    editions = book.editions(symbol=name.rstrip("*"))
    if not editions:
        raise BadRequest(f"{name} is neither a folder nor a symbol in the register")
    return tuple(sorted({edition.language for edition in editions}))


def _drawn(old: str, new: str, language: str, book: Register | None, day: datetime.date, folder: Path) -> bool:
    """Draw the redline in one language and tell it; whether it is proved."""
    from publisher import succession
    from publisher.batch.placing import place, set_aside
    from publisher.cli import messages

    with ExitStack() as opened:
        before, after = (opened.enter_context(_workspace(name, language, book, day)) for name in (old, new))
        made = succession.redline_of(before.document(book), after.document(book), after.workspace)
    messages.tell_findings([(Path(), found) for found in made.diagnostics], {}, "people")
    files = {f"{made.stem}.{form}": data for form, data in made.files.items()}
    wrong = any(found.severity is Severity.ERROR for found in made.diagnostics)
    # the two show one comparison: where one of them does not prove it, neither is for others to read
    for path in set_aside(folder, files, made.diagnostics) if wrong else place(folder, files):
        messages.tell_file(path, aside=wrong)
    return not wrong


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
    edition = book.latest(name.rstrip("*"), language)
    with succession.unfrozen(book, edition, day) as workspace:
        yield _Side(workspace, language, edition)
