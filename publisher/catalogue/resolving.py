"""Codes of the stage “resolving”: facts in words, numbers, notes, references and tables that do not come out."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

RESOLVING: tuple[Code, ...] = (
    Code("WD001", "undefined-fact", ERROR, "wording", False, "an expression names a fact that the record does not hold"),
    Code("WD002", "broken-expression", ERROR, "wording", False, "an expression between {{ and }} cannot be read or worked out"),
    Code("WD003", "statement-in-words", ERROR, "wording", False, "words hold a {% … %} statement; only {{ … }} is allowed"),
    Code("WD004", "forbidden-expression", ERROR, "wording", False, "an expression asks for more than facts: calls, names with underscores, repetition"),
    Code("WD005", "expression-too-long", ERROR, "wording", False, "an expression or what it writes is longer than any sentence"),
    Code("WD006", "broken-wording", ERROR, "wording", False, "a wording template is missing or cannot be worked out"),
    Code("FN001", "footnote-without-call", ERROR, "footnotes", False, "a footnote is written but nothing calls it"),
    Code("FN002", "call-without-footnote", ERROR, "footnotes", False, "a call names a footnote that is not written"),
    Code("FN003", "footnote-called-twice", ERROR, "footnotes", False, "a footnote is called in more than one place"),
    Code("FN004", "nested-footnote", ERROR, "footnotes", False, "a footnote calls a footnote"),
    Code("FN005", "table-note-out-of-place", ERROR, "footnotes", False, "a note of the text is called in a table, or a table’s note outside it"),
    Code("RF001", "unknown-target", ERROR, "references", False, "a cross-reference names an identifier that nothing carries"),
    Code("RF002", "nothing-to-show", ERROR, "references", False, "a cross-reference without words points at something without a number or title"),
    Code("RF003", "duplicate-identifier", ERROR, "references", False, "two parts of the document carry the same identifier"),
    Code("NU001", "inserted-out-of-place", ERROR, "numbering", False, "an inserted number such as 12 bis does not stand after its paragraph"),
    Code("NU002", "too-deep", ERROR, "numbering", False, "headings go deeper than five degrees or subparagraphs deeper than four"),
    Code("FA001", "unknown-decision", ERROR, "facts", False, "a decision is named that has no words or is not among the adoptions"),
    Code("FA002", "unknown-fact-block", ERROR, "facts", False, "a block is to be written from a fact that the record does not hold"),
    Code("FA003", "unknown-agenda-item", ERROR, "facts", False, "an agenda item is named that is not on the agenda or has no words"),
    Code("FA004", "missing-name", ERROR, "facts", False, "reference data has no name for a State, body, organ or place in this language"),
    Code("TB001", "ragged-table", ERROR, "documents", False, "a row has more or fewer cells than the table has columns"),
    Code("TB002", "unreadable-table-file", ERROR, "documents", False, "the file that holds the rows of a table cannot be read"),
    Code("TB003", "path-outside-folder", ERROR, "documents", False, "a figure or table file lies outside the document folder"),
    Code("TB004", "missing-figure", ERROR, "documents", False, "the file of a figure is not in the document folder"),
)
