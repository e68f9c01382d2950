"""Codes of the verifier: what is wrong with a finished file.

It is held against the resolved document.
"""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity


def _row(code: str, name: str, summary: str) -> Code:
    return Code(code, name, Severity.ERROR, "files", False, summary)


def _heard(code: str, name: str, summary: str) -> Code:
    """What keeps people from using a file who do not see it: a warning, for the words are all there."""
    return Code(code, name, Severity.WARNING, "files", True, summary)


VERIFYING: tuple[Code, ...] = (
    _row("OUT001", "file-unreadable", "The finished file cannot be opened or read back."),
    _row("OUT002", "words-lost", "Words of the resolved document are missing from the finished file."),
    _row("OUT003", "words-added", "The finished file has words the resolved document does not have."),
    _row("OUT004", "words-differ", "A line of the finished file reads otherwise than resolved."),
    _row("OUT005", "paragraph-lost", "A paragraph, heading or cell is missing from the finished file."),
    _row("OUT006", "paragraph-added", "The finished file has a paragraph, heading or cell too many."),
    _row("OUT007", "paragraph-moved", "A paragraph, heading or cell stands in another place than resolved."),
    _row("OUT008", "white-space-differs", "White space between words differs from the resolved document's."),
    _row("OUT010", "number-differs", "The number before a line is not the resolved one."),
    _row("OUT011", "number-not-live", "A number is typed text in the Word file where Word should count it."),
    _row("OUT012", "number-out-of-sequence", "A number of a running sequence is skipped or repeated."),
    _row("OUT020", "note-lost", "A footnote of the document has no body in the finished file."),
    _row("OUT021", "note-differs", "The body of a footnote reads otherwise than resolved."),
    _row("OUT022", "mark-differs", "A footnote mark in the text or at its note is not the resolved one."),
    _row("OUT023", "note-on-other-page", "A footnote stands on another page than its call."),
    _row("OUT024", "note-out-of-place", "A footnote is drawn off the page or over the body or the foot of the page."),
    _row("OUT025", "mark-without-note", "A footnote is called but has no note."),
    _row("OUT026", "note-without-mark", "A footnote stands in the file without a call."),
    _row("OUT030", "outside-text-area", "A line is drawn outside the page or its text area."),
    _row("OUT031", "lines-overlap", "Two lines of the body are drawn over each other."),
    _row("OUT032", "forbidden-line-start", "A line begins with a character that may not begin one."),
    _row("OUT033", "forbidden-line-end", "A line ends with a character that may not end one."),
    _row("OUT034", "symbol-broken", "A document symbol is broken over two lines."),
    _row("OUT035", "heading-alone", "A heading stands at the foot of a page without the text it heads."),
    _row("OUT036", "page-size", "A page is not of the size the profile prescribes."),
    _row("OUT037", "mark-at-line-start", "A footnote mark begins a line, apart from the word it belongs to."),
    _row("OUT040", "running-head-differs", "The running head of a page is missing, wrong, or on the wrong side."),
    _row("OUT041", "page-number-differs", "The page number at the foot of a page is missing or wrong."),
    _row("OUT042", "furniture-on-first-page", "Page one carries a running head or a page number."),
    _row("OUT050", "font-not-embedded", "A font is not embedded in the file."),
    _row("OUT051", "font-unexpected", "Text is set in a font that is not one of the house."),
    _row("OUT052", "glyph-missing", "A character is drawn as an empty box."),
    _row("OUT053", "glyph-without-character", "A glyph says not what character it stands for."),
    _row("OUT054", "said-not-drawn", "A passage is read out to those who listen otherwise than it is drawn."),
    _row("OUT055", "order-turned", "Figures, a symbol or Latin words among Arabic ones are drawn the wrong way round."),
    _row("OUT060", "masthead-differs", "A line of the masthead is missing or reads otherwise than resolved."),
    _row("OUT061", "job-line-differs", "The job line at the foot of page one is missing or reads otherwise."),
    _row("OUT070", "language-differs", "The file, or a part of it, does not say its language or says another."),
    _row("OUT071", "property-differs", "A property of the file (title, author, subject) is missing or wrong."),
    _row("OUT072", "conformance-missing", "The file does not declare itself PDF/A-3a and PDF/UA-1."),
    _row("OUT073", "attachment-missing", "The file does not carry its source data, or not as it was given."),
    _row("OUT074", "outline-differs", "The outline of the file is not the document's headings."),
    _row("OUT075", "table-untagged", "A table is not marked as one, or its head cells are not."),
    _row("OUT076", "content-untagged", "Text on the page belongs to no part of the document's structure."),
    _row("OUT077", "alternative-missing", "A picture has no alternative text."),
    # A warning: the validator is young, and may err where the reference, veraPDF, does not.
    Code("OUT078", "conformance-doubtful", Severity.WARNING, "files", False, "The file breaks a rule of PDF/A or UA."),
    _row("OUT079", "schema-broken", "The AKN4UN file breaks the schema of Akoma Ntoso."),
    _row("OUT080", "reference-dangling", "A cross-reference points to nothing."),
    _row("OUT081", "reference-differs", "The words of a cross-reference are not the number of its target."),
    _row("OUT082", "contents-page-differs", "The contents name another page than the one the heading stands on."),
    _row(
        "OUT086", "address-differs", "Words that lead to a web address lead nowhere or elsewhere in the finished file."
    ),
    _row("OUT083", "style-missing", "The Word file uses a style it does not define."),
    _row("OUT084", "change-tracked", "The Word file still has tracked changes."),
    _row(
        "OUT090", "not-one-of-ours", "The file has other bytes than a build of the document, or than what was issued."
    ),
    _row(
        "OUT091", "foreign-content", "The file is made of other parts than ours: scripts, hidden words, fonts, styles."
    ),
    _row("OUT092", "looks-different", "A page of the file does not look like ours."),
    _row("OUT085", "first-page-not-different", "The Word file does not set page one, odd and even pages apart."),
    _row("OUT095", "typed-words-lost", "Words that were typed are not in the finished file."),
    _row(
        "OUT096", "typed-words-changed", "The finished file prints otherwise than was typed, and nobody asked for it."
    ),
    _row("OUT097", "typed-words-moved", "Words that were typed stand in another place of the finished file."),
    _heard("OUT100", "word-title-missing", "The Word file has no title in its properties."),
    _heard("OUT101", "word-language-missing", "The Word file does not say in which language words are."),
    _heard("OUT102", "word-picture-silent", "A picture in the Word file has no alternative text."),
    _heard("OUT103", "word-table-headless", "No row of a table in the Word file is marked as its head."),
    _heard("OUT104", "word-table-within-table", "A table in the Word file stands within another."),
    _heard("OUT105", "word-table-untitled", "A table in the Word file has neither title nor summary."),
    _heard("OUT106", "word-heading-skipped", "A heading in the Word file skips a degree."),
    _heard("OUT107", "word-list-typed", "The signs of a list in the Word file are typed."),
    _heard("OUT108", "word-note-typed", "A footnote in the Word file is typed and no note."),
    _heard("OUT109", "word-space-typed", "Empty paragraphs in the Word file stand for white space."),
    _heard("OUT110", "word-columns-typed", "Tabs in the Word file set words in columns."),
    _heard("OUT111", "word-contrast-low", "Words in the Word file hardly stand out from their ground."),
    _heard("OUT112", "word-link-silent", "A link in the Word file has no words."),
    _heard("OUT113", "word-direction-missing", "Words in the Word file that run from right to left are not set so."),
)
