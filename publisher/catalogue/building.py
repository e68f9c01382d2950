"""Codes of the batch: what goes wrong between documents and around."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

BUILDING: tuple[Code, ...] = (
    Code(
        "BD001",
        "symbol-of-two-documents",
        Severity.ERROR,
        "identity",
        False,
        "Two documents of one batch carry the same symbol; neither is built.",
    ),
    Code(
        "BD002",
        "page-numbers-unknown",
        Severity.WARNING,
        "files",
        False,
        "The PDF could not be laid out, so page numbers in the DOCX wait for Word to fill them in.",
    ),
    Code(
        "BD003",
        "time-limit",
        Severity.ERROR,
        "files",
        False,
        "The document took longer to build than the time limit of a job allows.",
    ),
    Code(
        "BD004",
        "process-lost",
        Severity.ERROR,
        "files",
        False,
        "The process that built the document ended without an answer.",
    ),
    Code(
        "BD005",
        "layout-warning",
        Severity.ERROR,
        "files",
        False,
        "The layout engine warned of something it could not draw: a glyph, a font, a style, a picture.",
    ),
    Code(
        "BD007",
        "too-much-memory",
        Severity.ERROR,
        "documents",
        False,
        "A document needed more memory than a job may have (`--memory-limit`) and was ended.",
    ),
    Code(
        "BD006",
        "no-such-annex",
        Severity.ERROR,
        "documents",
        False,
        "An annex or decision is asked for that the document has not got, or has no words for in this language.",
    ),
    Code(
        "BD008",
        "repair-of-the-engine-off",
        Severity.WARNING,
        "files",
        False,
        "A proof fails for want of a repair of the layout engine: another version of it is installed than the one repaired.",
    ),
    Code(
        "BD011",
        "facts-of-another-document",
        Severity.ERROR,
        "documents",
        True,
        "An entry of the record stands as in the document that this one was started from.",
    ),
    Code(
        "BD012",
        "words-of-another-document",
        Severity.ERROR,
        "documents",
        True,
        "A text stands as in the document that this one was started from.",
    ),
)
