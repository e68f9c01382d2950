"""Codes of the reader: what keeps a document from being understood at all."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

READING: tuple[Code, ...] = (
    Code("RD001", "no-record", ERROR, "reading", False, "the folder holds no record.yaml"),
    Code(
        "RD002", "no-language-file", ERROR, "reading", False, "the folder holds no file with the words of this language"
    ),
    Code("RD003", "not-utf-8", ERROR, "reading", False, "a file holds bytes that are not UTF-8 text"),
    Code("RD004", "too-large", ERROR, "reading", False, "a file is larger than the program reads"),
    Code("RD005", "unreadable-file", ERROR, "reading", False, "a file cannot be opened or is of a broken format"),
    Code("RD006", "not-yaml", ERROR, "reading", False, "the text breaks the rules of YAML"),
    Code("RD007", "duplicate-key", ERROR, "reading", False, "a key stands twice in the same place"),
    Code(
        "RD008",
        "alias-or-tag",
        ERROR,
        "reading",
        False,
        "an anchor, alias or tag is used, or words begin with * & or ! without quotation marks",
    ),
    Code(
        "RD009",
        "nested-too-deep",
        ERROR,
        "reading",
        False,
        "entries stand inside each other deeper than any document needs",
    ),
    Code("RD010", "control-character", ERROR, "reading", False, "a character without printed form stands in the text"),
    Code("RD011", "unknown-key", ERROR, "reading", False, "a key that means nothing in this place"),
    Code("RD012", "missing-key", ERROR, "reading", False, "a key that must be there is not"),
    Code("RD013", "wrong-value", ERROR, "reading", False, "a value of another kind or form than the key takes"),
    Code("RD014", "unknown-block", ERROR, "reading", False, "an entry of a body or list is of no known kind"),
    Code(
        "RD015", "comment-in-words", WARNING, "reading", True, "a # after a space cuts off the rest of a line of words"
    ),
    Code(
        "RD021", "unknown-state", ERROR, "facts", False, "a State is named by a code that is not in the reference data"
    ),
    Code("RD022", "unknown-body", ERROR, "facts", False, "a body is named by a key that is not in the reference data"),
    Code(
        "RD023", "unknown-organ", ERROR, "facts", False, "an organ is named by a key that is not in the reference data"
    ),
    Code(
        "RD024", "unknown-place", ERROR, "facts", False, "a place is named by a key that is not in the reference data"
    ),
    Code(
        "RD025",
        "unknown-meeting",
        ERROR,
        "facts",
        False,
        "a meeting is named by a number that is not among the meetings",
    ),
    Code("RD026", "unknown-vote", ERROR, "facts", False, "a vote is named that is not among the votes"),
    Code("RD027", "unknown-person", ERROR, "facts", False, "a person is named who is not among the persons"),
    Code(
        "RD028",
        "words-without-fact",
        ERROR,
        "facts",
        False,
        "the language file has words for something the record does not hold",
    ),
    Code(
        "RD029", "unknown-profile", ERROR, "documents", False, "the record names a profile that no template describes"
    ),
    Code("RD031", "unknown-kind", ERROR, "documents", False, "the record names a kind of document that has no page"),
    Code("RD030", "stated-twice", ERROR, "facts", False, "a meeting or an agenda item is listed twice"),
    Code("RD036", "text-too-long", ERROR, "reading", False, "a text is longer than any paragraph of a document"),
    Code(
        "RD035",
        "templates-not-trusted",
        ERROR,
        "reading",
        False,
        "the document brings templates of its own that nobody on this machine has said to trust",
    ),
)
