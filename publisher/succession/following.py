"""The folders of the next revision and the next addendum.

Numbered from the register.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from publisher.model.workspace import Workspace
from publisher.pipeline import understand
from publisher.register import Register
from publisher.revise.folders import addendum_folder, revision_folder


def revision(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Name and files of the folder of the next revision.

    Made from the corrected data.
    """
    record = understand(workspace, languages[0]).forms()[0].record
    for language in languages:
        register.latest(record.symbol, language)
    # what is revised again is the document itself: after Rev.1 comes Rev.2, not Rev.1/Rev.1
    revised = record.parent.symbol if record.parent and record.parent.relation == "revision" else record.symbol
    number = register.next_number(revised, "revision")
    files = {
        path.relative_to(workspace.folder).as_posix(): path.read_bytes()
        for path in sorted(workspace.folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return revision_folder(files, revised, number, dated)


def addendum(
    register: Register, workspace: Workspace, languages: Sequence[str], dated: datetime.date
) -> tuple[str, dict[str, bytes]]:
    """Name and files of the folder of the next addendum.

    With the parent's facts and title.
    """
    written = {language: understand(workspace, language).forms()[0] for language in languages}
    record = next(iter(written.values())).record
    for language in languages:
        register.latest(record.symbol, language)
    number = register.next_number(record.symbol, "addendum")
    return addendum_folder(record, number, dated, {code: one.words.title for code, one in written.items()})
