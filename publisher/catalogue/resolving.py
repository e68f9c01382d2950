"""Codes of resolving: what does not come out of facts and words.

Facts in words, numbers, notes, references and tables.
"""

from publisher.catalogue.code import Code, Family
from publisher.model.diagnostic import Severity

FAMILIES: dict[str, Family] = {
    "WD": "wording",
    "FN": "footnotes",
    "RF": "references",
    "NU": "numbering",
    "FA": "facts",
    "TB": "documents",
}


def _row(code: str, name: str, summary: str) -> Code:
    return Code(code, name, Severity.ERROR, FAMILIES[code[:2]], False, summary)


RESOLVING: tuple[Code, ...] = (
    _row("WD001", "undefined-fact", "an expression names a fact that the record does not hold"),
    _row("WD002", "broken-expression", "an expression between {{ and }} cannot be read or worked out"),
    _row("WD003", "statement-in-words", "words hold a {% … %} statement; only {{ … }} is allowed"),
    _row("WD004", "forbidden-expression", "an expression asks for more than facts: calls, underscores, repetition"),
    _row("WD005", "expression-too-long", "an expression or what it writes is longer than any sentence"),
    _row("WD006", "broken-wording", "a wording template is missing or cannot be worked out"),
    _row("FN001", "footnote-without-call", "a footnote is written but nothing calls it"),
    _row("FN002", "call-without-footnote", "a call names a footnote that is not written"),
    _row("FN003", "footnote-called-twice", "a footnote is called in more than one place"),
    _row("FN004", "nested-footnote", "a footnote calls a footnote"),
    _row("FN005", "text-note-in-table", "a footnote of the text is called in a table"),
    _row("RF001", "unknown-target", "a cross-reference names an identifier that nothing carries"),
    _row("RF002", "nothing-to-show", "a cross-reference without words points at what has no number or title"),
    _row("RF003", "duplicate-identifier", "two parts of the document carry the same identifier"),
    _row("NU001", "inserted-out-of-place", "an inserted number such as 12 bis does not stand after its paragraph"),
    _row("NU002", "too-deep", "headings go deeper than five degrees or subparagraphs deeper than four"),
    _row("FA001", "unknown-decision", "a decision is named that has no words or is not among the adoptions"),
    _row("FA002", "unknown-fact-block", "a block is to be written from a fact that the record does not hold"),
    _row("FA003", "unknown-agenda-item", "an agenda item is named that is not on the agenda or has no words"),
    _row("FA004", "missing-name", "reference data has no such entry, or no name for it in this language"),
    _row("FA005", "no-title", "the document has no title, and none can be written from the record"),
    _row(
        "NU003",
        "not-operative",
        "a block stands in a preamble or among operative paragraphs that cannot be one of them",
    ),
    _row("NU004", "misplaced-part", "a box, columns or pages across stand where they cannot"),
    _row("TB001", "ragged-table", "a row has more or fewer cells than the table has columns"),
    _row("TB002", "unreadable-table-file", "the file that holds the rows of a table cannot be read"),
    _row("TB003", "path-outside-folder", "a figure or table file lies outside the document folder"),
    _row("TB004", "missing-figure", "the file of a figure is not in the document folder"),
    _row("TB005", "uncalculated-formula", "a formula in a sheet has no stored value that could be printed"),
    _row("TB006", "error-in-cell", "a cell of a sheet holds an error or a logical value instead of words or a figure"),
    _row("TB007", "head-missing", "a column of a table file has no head"),
    _row("TB008", "digit-lost", "the number form asked for would lose a digit of a figure"),
    _row("TB009", "figure-unclear", "a number form is asked for and the cell can be read as two different figures"),
    _row(
        "TB010",
        "unknown-sheet",
        "a table names a sheet or range that its file does not have, or the file has none to print",
    ),
    Code(
        "TB011",
        "sheet-not-named",
        Severity.WARNING,
        "documents",
        True,
        "a file with several sheets is printed without saying which",
    ),
    Code(
        "TB012",
        "hidden-cells",
        Severity.WARNING,
        "documents",
        True,
        "a sheet hides cells, which are not printed",
    ),
    Code(
        "TB013",
        "sheet-of-another-language",
        Severity.WARNING,
        "language",
        True,
        "the words of a sheet are printed in another language’s document as they stand",
        "publish",
    ),
    _row("TB015", "table-too-wide", "the words of a table do not fit, even in small type on a page that is turned"),
    _row("TB014", "unprintable-picture", "the file of a figure is no picture that can be printed"),
)
