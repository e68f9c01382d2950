"""Codes of the import.

What cannot come in, was left out, was concluded, and on what evidence.
"""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _row(code: str, name: str, severity: Severity, summary: str) -> Code:
    return Code(code, name, severity, "import", False, summary)


RECEIVING: tuple[Code, ...] = (
    _row("IM001", "source-damaged", ERROR, "The file to be imported is damaged or empty."),
    _row("IM002", "source-of-another-format", ERROR, "The file is of a format that is not imported: save it as .docx."),
    _row("IM003", "source-locked", ERROR, "The file, or a part of it, is locked with a password."),
    _row("IM004", "source-with-macros", ERROR, "The file carries macros; save it without them."),
    _row(
        "IM005",
        "source-hostile",
        ERROR,
        "The file is made as files are that do harm: too large, doubled, with entities.",
    ),
    _row("IM006", "changes-tracked", ERROR, "The file has tracked changes, and nobody said whether to accept them."),
    _row("IM010", "left-out", WARNING, "Something of the source is not in the folder, for the reason told."),
    _row("IM011", "concluded", WARNING, "A fact or a form was concluded from the source, on the evidence told."),
    _row(
        "IM012",
        "not-understood",
        WARNING,
        "Something of the source was not understood and stays as words in its place.",
    ),
    _row("IM013", "slip-of-the-source", WARNING, "The source has a gap or a slip, which is kept as it stands."),
    _row("IM014", "comment-of-the-source", WARNING, "Somebody left a comment in the source."),
    _row("IM015", "nearest-form", WARNING, "What a document folder cannot hold was brought in as the nearest thing."),
    _row(
        "IM020",
        "lost-in-import",
        ERROR,
        "A position of the source is neither in the folder nor among what was left out.",
    ),
    _row(
        "IM024", "not-recognized", ERROR, "A cell of the sheet names nothing that is known, or is in the wrong place."
    ),
    _row("IM021", "doubled-in-import", ERROR, "A position of the source is in the folder more than once."),
    _row(
        "IM022",
        "words-lost-in-import",
        ERROR,
        "The folder, read back, lacks words that a second reading of the source has.",
    ),
    _row(
        "IM023",
        "words-added-in-import",
        WARNING,
        "The folder says something that a second reading of the source does not.",
    ),
    _row(
        "IM025",
        "order-changed-in-import",
        WARNING,
        "Lines of the source stand in another order in the folder.",
    ),
)
