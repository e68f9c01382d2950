"""Brings in a file from outside: a folder, and its proof.

The proof is a second reading.
"""

from __future__ import annotations

import stat
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.catalogue import finding
from publisher.failures import BadRequest
from publisher.model.diagnostic import Diagnostic, PagePosition, Severity
from publisher.model.workspace import Workspace, workspace_for

if TYPE_CHECKING:
    from publisher.model.inline import Inlines
    from publisher.model.kind import Kind
    from publisher.openxml.reading import View
    from publisher.receive.received import Received
    from publisher.receive.word import Options

LARGEST_SOURCE = 256 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person who imports says of the source."""

    options: Options
    language: str | None = None


def bring_in(source: Path, wanted: Wanted, workspace: Workspace) -> Received:
    """The folder made of the file `source`, its findings and its proof's."""
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.receive.word import language_of_word, receive_word

    data = source_bytes(source)
    language = wanted.language or language_of_word(data)
    received = receive_word(
        data,
        source.name,
        vocabulary(language, workspace),
        load_reference(workspace.reference, workspace.own_reference),
        workspace,
        wanted.options,
        dict(_kinds(workspace)),
    )
    if not received.files:
        return received
    return replace(
        received,
        findings=(*received.findings, *prove(received, data, source.name, language, wanted.options, workspace)),
    )


def _kinds(workspace: Workspace) -> Iterator[tuple[str, Kind]]:
    """The kinds of document there are, by name."""
    from publisher.read import kinds_in, read_kind

    for name in kinds_in(workspace.templates):
        if (kind := read_kind(workspace, name).part) is not None:
            yield name, kind


def bring_in_records(sources: Sequence[Path], organ: str | None, workspace: Workspace) -> Iterator[Received]:
    """A folder for each work among the Secretariat's AKN4UN files.

    Each language is proved against its file.
    """
    from publisher.model.reference import load_reference
    from publisher.receive.akn import receive_akn

    files = {source.name: source_bytes(source) for source in sources}
    for received in receive_akn(
        list(files.items()), workspace, load_reference(workspace.reference, workspace.own_reference), organ=organ
    ):
        if received.files:
            yield replace(received, findings=(*received.findings, *_prove_record(received, files, workspace)))
        else:
            yield received


def _prove_record(received: Received, files: Mapping[str, bytes], workspace: Workspace) -> Iterator[Diagnostic]:
    """What is wrong with each language of a folder, held against the plain words of its file."""
    from publisher.receive.akn.plainly import plain_lines
    from publisher.receive.proof import compared, findings_of, words_of

    with _put_down(received, workspace) as folder:
        for language, name in received.sources.items():
            made = list(_made(folder, language, fixed=False))
            if made:
                left = [one for one in received.accounts.left_out() if one.position.where.startswith(name)]
                held = compared(list(plain_lines(files[name])), (), [one.position.text for one in left], made)
                said = words_of(one.instead for one in left)  # what is printed for them is told there
                yield from findings_of(replace(held, added=held.added - said), name)
            else:
                yield finding("IM022", "the folder cannot be read back", PagePosition(name))


def words_lost(
    received: Received, lines: Sequence[str], name: str, language: str, workspace: Workspace
) -> Iterator[Diagnostic]:
    """An error where the folder, read back, has not all words of `lines`.

    What else it says is its own.
    """
    from publisher.receive.proof import compared, findings_of

    with _put_down(received, workspace) as folder:
        made = list(_made(folder, language))
    yield from findings_of(replace(compared(lines, (), (), made), added=Counter(), moved=()), name)


@contextmanager
def _put_down(received: Received, workspace: Workspace) -> Iterator[Workspace]:
    """The folder of an import among temporary files, to be read back."""
    with tempfile.TemporaryDirectory(prefix="publisher-import-") as place:
        for file, content in received.files.items():
            path = Path(place) / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        yield replace(workspace_for(Path(place), workspace.today), reference=workspace.reference)


def source_bytes(path: Path) -> bytes:
    """The bytes of a file to be imported.

    BadRequest where it is none, or larger than is read.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadRequest(f"{path} is no file")
        if status.st_size > LARGEST_SOURCE:
            raise BadRequest(f"{path} has {status.st_size >> 20} MB; at most {LARGEST_SOURCE >> 20} MB are read")
        return path.read_bytes()
    except OSError as error:
        raise BadRequest(f"cannot read {path}: {error.strerror or error}") from error


def prove(
    received: Received, data: bytes, name: str, language: str, options: Options, workspace: Workspace
) -> tuple[Diagnostic, ...]:
    """What is wrong with a Word file brought in.

    The folder resolved is held against the plain story of the source.
    """
    from publisher.openxml.furniture import boxed
    from publisher.openxml.package import Package
    from publisher.receive.proof import compared, findings_of

    with _put_down(received, workspace) as folder:
        made = list(_made(folder, language))
        if not made:
            return tuple(_unreadable(folder, language, name))
    left = [one.position.text for one in received.accounts.left_out() if one.position.kind == "paragraph"]
    left += received.accounts.reworded
    return findings_of(compared(list(told_lines(data, options.view)), boxed(Package(data)), left, made), name)


def _unreadable(folder: Workspace, language: str, name: str) -> Iterator[Diagnostic]:
    """Why the folder of an import cannot be read back."""
    from publisher.pipeline.understanding import understand

    said, at = "the folder cannot be read back", PagePosition(name)
    wrong = [one for one in understand(folder, language).diagnostics if one.severity is Severity.ERROR]
    for found in wrong:
        yield finding("IM022", f"{said}: {found.message}", at, span=found.span, hint=found.hint)
    if not wrong:
        yield finding("IM022", said, at)


def told_lines(data: bytes, view: View = "accepted") -> Iterator[str]:
    """Every line a Word file shows but its running heads.

    By the reader that `verify` uses.
    """
    from publisher.openxml.furniture import head_parts
    from publisher.openxml.package import Package
    from publisher.openxml.reading import read_docx
    from publisher.openxml.sections import sections

    package = Package(data)
    told = read_docx(package, view)
    for section in sections(package)[:1]:
        yield from head_parts(package, section).get(("header", "first"), [])
    yield from (f"{paragraph.number or ''} {paragraph.text}" for paragraph in told.paragraphs)
    yield from (f"{note.mark} {note.text}" for note in told.notes)


def _made(workspace: Workspace, language: str, *, fixed: bool = True) -> Iterator[str]:
    """Every line the folder says: numbers and labels with it, contents and words for pictures without.

    `fixed` False leaves out what every page one of an organ says alike, above the lines of the session.
    """
    from publisher.model.reading import Slot, lines
    from publisher.pipeline.understanding import understand

    resolved = understand(workspace, language).resolved
    for line in lines(resolved) if resolved is not None else ():
        if line.slot is Slot.MASTHEAD and not line.row and not fixed:
            continue
        if line.slot not in (Slot.CONTENTS, Slot.ALTERNATIVE):
            number = line.number.printed if line.number is not None else line.label
            yield f"{number} {_said(line.said)}"


def _said(inlines: Inlines) -> str:
    """The characters of a line with the marks of its notes, letters of tables after their word as a reader sees them."""
    from publisher.model.inline import Call, LineBreak, children, plain

    pieces = []
    for inline in inlines:
        if isinstance(inline, Call):
            pieces.append(inline.mark if inline.series == "table" else f" {inline.mark} ")
        elif isinstance(inline, LineBreak):
            pieces.append(" ")
        else:
            pieces.append(_said(children(inline)) if children(inline) else plain((inline,)))
    return "".join(pieces)
