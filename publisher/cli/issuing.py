"""The commands of what is issued.

Issue, register, reissue, corrigendum, revision, addendum, redline.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from publisher.cli import choices
from publisher.failures import BadRequest, CannotWrite, Failure, RegisterFailure
from publisher.speech import said

if TYPE_CHECKING:
    from publisher.model.workspace import Workspace
    from publisher.pipeline import Built
    from publisher.register import Edition, Register

RegisterAddress = Annotated[
    str | None,
    typer.Option(
        "--register", metavar="PATH|URL", envvar="PUBLISHER_REGISTER",
        help="The register: an SQLite file (default: register.sqlite beside the document's folder) or postgresql://…",
    ),
]  # fmt: skip
Document = Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the document.")]
Corrected = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="Folder with the corrected data of an issued document.")
]
Target = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Where the new folder goes. Default: beside it.")
]
Dated = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Date of the new document. Default: today.")
]


def issue(
    document: Document,
    language: choices.Languages = None,
    register: RegisterAddress = None,
    shelf: Annotated[
        Path, typer.Option("--shelf", metavar="FOLDER", help="Where issued files are laid out for people.")
    ] = Path("issued"),
    reason: Annotated[str, typer.Option("--reason", help="Why, for the register.")] = "",
    attach: choices.AttachName = "printed",
    today: choices.Today = None,
) -> None:
    """Build, prove and issue a document: from then on it is in the register and never changes.

    Refused while an error stands that is not waived in the record, and for a symbol that is issued already. All its
    languages are issued, or none.

    Examples:

        publisher issue data/HSP-HA.2-16

        publisher issue data/HSP-HA.2-16 --language zh --register postgresql://secretariat@server/register
    """
    from publisher import succession
    from publisher.batch.placing import prepare
    from publisher.cli import messages
    from publisher.doctor import engines
    from publisher.issue import IssueRefused, put_on_shelf
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import build

    [folder] = choices.folders([document])
    prepare(shelf)  # before anything is registered: what cannot be laid out is better known now
    day, book = choices.today(today), _register(register, folder, make=True)
    _require_sound(book)
    finished = finish(book, folder, shelf, day)
    wanted = [code for code in choices.languages(folder, language) if code not in finished]
    ready: dict[str, succession.Ready] = {}
    refusals: dict[str, Failure] = {}
    for code in wanted:
        workspace = workspace_for(folder, day)
        try:
            ready[code] = succession.made_ready(
                workspace, code, book, engines(), reason=reason, attached=choices.attached(attach)
            )
        except Failure as refusal:
            refusals[code] = refusal
            if isinstance(refusal, IssueRefused):
                _tell(build(workspace, code, ("html",), "publish"), folder)
    if refusals:
        _refuse(refusals, wanted)
    editions = book.issue_all([one.edition for one in ready.values()])
    if editions:
        remember_end(book)
    for edition, one in zip(editions, ready.values(), strict=True):
        _tell(one.built, folder)
        _trust_templates_of(book, edition)
        place = put_on_shelf(book, edition, shelf)
        told = said("issued-on", edition=named_edition(edition), day=edition.issued_on, place=place)
        messages.say((said("issued"), "green"), f" {told}")


def _refuse(refusals: Mapping[str, Failure], wanted: Sequence[str]) -> NoReturn:
    """Raise the refusal of the languages that cannot be issued; the others wait, for a document is issued whole."""
    first = next(iter(refusals.values()))
    if len(wanted) == 1:
        raise first
    said = "\n".join(f"  {code}: {refusal}" for code, refusal in refusals.items())
    right = [code for code in wanted if code not in refusals]
    alone = f"\n{', '.join(right)}: ready; to issue without the others say --language {right[0]}" if right else ""
    raise type(first)(f"no language was issued, for the languages of a document are issued together:\n{said}{alone}")


def finish(book: Register, folder: Path, shelf: Path, day: datetime.date) -> set[str]:
    """Lay out what an interrupted issue of the document left in the register.

    Its languages that now are finished.
    """
    from publisher.cli import messages
    from publisher.issue import clear_begun, lay_out_missing, shelf_folder
    from publisher.model.workspace import workspace_for
    from publisher.pipeline import understand

    clear_begun(shelf)
    finished: set[str] = set()
    if all((shelf / shelf_folder(edition)).is_dir() for edition in book.editions()):
        return finished
    for code in choices.languages(folder, None):
        written = understand(workspace_for(folder, day), code).written
        if written is None:
            continue
        record = written.record
        for edition, place in lay_out_missing(book, book.editions(symbol=record.symbol, language=code), shelf):
            told = said("laid-out-of", edition=named_edition(edition), day=edition.issued_on, place=place)
            messages.say((said("laid-out"), "green"), f" {told}")
            if edition.asterisks == len(record.reissues):
                finished.add(code)
    return finished


def _require_sound(book: Register) -> None:
    """Raise RegisterFailure where the register is not the one that was used here, or has lost part of it."""
    from publisher.register import contradictions

    if wrong := contradictions(book):
        raise RegisterFailure(
            f"{wrong[0]}; nothing was issued; see publisher register verify, or, where it is meant, publisher register accept"
        )


def remember_end(book: Register) -> None:
    """Keep how far the register has come.

    So it is noticed here when it is emptied or exchanged.
    """
    from publisher.register import remember

    with suppress(CannotWrite):  # the edition is issued all the same
        remember(book)


def _trust_templates_of(book: Register, edition: Edition) -> None:
    """Keep that what was just issued here is trusted, so that it still is when the program brings other templates."""
    from publisher.trust import trust

    files = {
        file.name: book.content(edition, "template", file.name) for file in edition.files if file.role == "template"
    }
    with suppress(CannotWrite):  # the edition is issued all the same
        trust(files, edition.symbol, edition.issued_on)


def reissue(
    document: Document,
    dated: Dated = None,
) -> None:
    """Mark a document as reissued: one more asterisk, and the note with the date on page one. Then issue it.

    Only `record.yaml` changes, by one line under `reissues:`; the masthead keeps its date.

    Examples:

        publisher reissue data/HSP-HA.2-16 --date 2025-08-06
    """
    from publisher.batch.placing import place
    from publisher.revise.folders import reissued_record

    [folder] = choices.folders([document])
    path = folder / "record.yaml"
    choices.text_of(path)
    try:
        record = reissued_record(path.read_bytes(), choices.today(dated))
    except (KeyError, TypeError, AttributeError):  # its entries are others than those of a reissue
        raise BadRequest(f"{path} cannot be read; publisher check {folder} says why") from None
    place(folder, {"record.yaml": record})
    typer.echo(f"{path}: reissue on {choices.today(dated)} added")


def corrigendum(
    corrected: Corrected,
    language: choices.Languages = None,
    dated: Dated = None,
    register: RegisterAddress = None,
    output: Target = None,
) -> None:
    """Write a corrigendum from the difference between the issued edition and corrected data, and prove it.

    The instructions (for … read …) are made, carried out on the issued text, and must give the corrected text exactly.

    Examples:

        publisher corrigendum data/HSP-HA.2-16-corrected
    """
    from publisher import succession

    _make(corrected, language, dated, register, output, succession.corrigendum)


def revision(
    corrected: Corrected,
    language: choices.Languages = None,
    dated: Dated = None,
    register: RegisterAddress = None,
    output: Target = None,
) -> None:
    """Make the folder of the next revision (/Rev.n) of an issued document from corrected data.

    Examples:

        publisher revision data/HSP-HA.2-16-corrected
    """
    from publisher import succession

    _make(corrected, language, dated, register, output, succession.revision)


def addendum(
    document: Document,
    language: choices.Languages = None,
    dated: Dated = None,
    register: RegisterAddress = None,
    output: Target = None,
) -> None:
    """Make the folder of the next addendum (/Add.n) to an issued document, for you to write.

    Examples:

        publisher addendum data/HSP-HA.2-16
    """
    from publisher import succession

    _make(document, language, dated, register, output, succession.addendum)


Maker = Callable[["Register", "Workspace", Sequence[str], datetime.date], tuple[str, dict[str, bytes]]]


def _make(
    document: Path, language: Iterable[str] | None, dated: str | None, address: str | None, output: Path | None,
    maker: Maker,
) -> None:  # fmt: skip
    from publisher.batch.placing import place
    from publisher.model.workspace import workspace_for

    [folder] = choices.folders([document])
    day = choices.today(dated)
    name, files = maker(
        _register(address, folder), workspace_for(folder, day), choices.languages(folder, language), day
    )
    target = _seen_from_here((output or folder.resolve().parent) / name)
    if target.exists():
        raise BadRequest(f"{target} is there already; remove it, or name another place with --output")
    for path in place(target, files):
        typer.echo(path)
    typer.echo(f"\npublisher build {target}   to look at it\npublisher issue {target}   to issue it")


def _seen_from_here(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _tell(built: Built, folder: Path) -> None:
    from publisher.cli import messages

    if built.diagnostics:
        messages.tell_findings(
            [(folder, found) for found in built.diagnostics], {folder: dict(built.sources)}, "people"
        )


def _register(address: str | None, folder: Path, *, make: bool = False) -> Register:
    from publisher.register import open_register

    return open_register(address or beside(folder), make=make)


def beside(folder: Path) -> str:
    """Where the register of the document in `folder` is by default."""
    from publisher.register import BESIDE

    return str(folder.resolve().parent / BESIDE)


def nearest_register() -> str:
    """The register of the folder one stands in.

    Beside the documents there, or under `data`.
    """
    from publisher.register import BESIDE

    here = Path(BESIDE)
    return str(here if here.is_file() else Path("data") / BESIDE)


def named_edition(edition: Edition) -> str:
    """How messages name an edition: HSP/HA.2/16* (zh)."""
    return f"{edition.printed_symbol} ({edition.language})"
