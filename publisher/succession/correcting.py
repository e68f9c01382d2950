"""Making a corrigendum from the issued text and corrected data."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from publisher.failures import Failure
from publisher.model.diagnostic import Severity
from publisher.model.document import Language
from publisher.model.record import Record
from publisher.model.workspace import Workspace
from publisher.pipeline import examine, understand
from publisher.register import Edition, Register
from publisher.revise import Disproved, Instruction, Renumbered, Unsayable, instructions, passages, prove
from publisher.revise.corrigendum import corrections
from publisher.revise.folders import corrigendum_folder
from publisher.revise.location import Passage
from publisher.revise.passages import DATE_LINE
from publisher.succession.texts import corrected_text


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a corrigendum is made of in one language.

    Instructions, marks of the notes, the issued title. A note has its mark as issued; one that the correction adds,
    the mark it will have.
    """

    edition: Edition
    orders: tuple[Instruction, ...]
    marks: Mapping[str, str]
    words: Language


def correct(register: Register, workspace: Workspace, language: str) -> Corrected:
    """The proved instructions from the issued edition to the data.

    The newest edition. The corrected data carries the symbol of the issued text, or is that of a revision of it: then
    the date in the masthead and the note of a reissue, which a revision has of its own, are no matter for a
    corrigendum.
    """
    examined = examine(workspace, language, "publish")
    written, corrected = understand(workspace, language).forms()
    edition = register.latest(corrected_symbol(written.record, register), language)
    if errors := [found for found in examined.diagnostics if found.severity is Severity.ERROR]:
        raise CorrigendumRefused(
            f"no corrigendum to {edition.printed_symbol} ({language}): the corrected data has {len(errors)} error(s), "
            f"the first {errors[0].code} at {errors[0].at}; see: publisher check {workspace.folder} --mode publish"
        )
    issued = corrected_text(register, edition)
    wanted = _as_issued(passages(corrected), issued)
    if written.record.symbol != edition.symbol:
        own = len(written.words.subtitle)
        issued, wanted = (tuple(p for p in text if not _of_the_edition(p, own)) for text in (issued, wanted))
    try:
        orders = instructions(issued, wanted)
        prove(issued, orders, wanted)
    except (Renumbered, Unsayable, Disproved) as refusal:
        raise CorrigendumRefused(f"no corrigendum to {edition.printed_symbol} ({language}): {refusal}") from refusal
    return Corrected(edition, orders, _marks((*wanted, *issued)), written.words)


def corrected_symbol(record: Record, register: Register) -> str:
    """The symbol of the issued text that data corrects.

    Its own, or its parent's for a revision not issued yet.
    """
    parent = record.parent
    if register.editions(symbol=record.symbol):
        return record.symbol
    return parent.symbol if parent is not None and parent.relation == "revision" else record.symbol


def _of_the_edition(passage: Passage, subtitles: int) -> bool:
    """Tell whether a passage belongs to one edition and not to the text: its date, its note of reissue, “Revised”."""
    said_by_program = passage.location.kind == "subtitle" and passage.location.ordinal > subtitles
    return said_by_program or passage.id == DATE_LINE or passage.id.startswith("note-reissue")


class CorrigendumRefused(Failure):
    """No corrigendum can be made, or the one at hand is wrong.

    It does not lead from the issued text to the corrected one.
    """

    exit_code = 1


def corrigendum(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Name and files of the folder of the next corrigendum.

    To the document in `workspace`. Every language in which nothing changes gets the words “not applicable”;
    CorrigendumRefused where none changes.
    """
    found = {language: correct(register, workspace, language) for language in languages}
    if not any(corrected.orders for corrected in found.values()):
        raise CorrigendumRefused("the corrected data reads exactly as issued: there is nothing to correct")
    first = next(iter(found.values()))
    number = register.next_number(first.edition.symbol, "corrigendum")
    record = understand(workspace, languages[0]).forms()[0].record
    parent = record.model_copy(update={"symbol": first.edition.symbol})
    return corrigendum_folder(
        parent, number, dated,
        {code: (one.words.title, corrections(one.orders, one.marks)) for code, one in found.items()},
    )  # fmt: skip


def _as_issued(wanted: Sequence[Passage], issued: Sequence[Passage]) -> tuple[Passage, ...]:
    """The corrected passages, those as issued that a reader cannot tell from the issued ones.

    A space of another width and a letter with its accent apart are no matter for “for … read …”.
    """
    texts = {passage.location: passage.text for passage in issued}
    return tuple(
        replace(passage, text=texts[passage.location])
        if passage.location in texts and _looks(passage.text) == _looks(texts[passage.location])
        else passage
        for passage in wanted
    )


def _looks(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"[\u00a0\u2009\u202f]", " ", text))


def _marks(text: Sequence[Passage]) -> dict[str, str]:
    """The mark of each footnote and note of a table; of two with one name the later counts."""
    return {
        passage.id.removeprefix("note-"): passage.location.path[-1]
        for passage in text
        if passage.location.kind in ("note", "front-note", "table-note") and passage.location.path
    }
