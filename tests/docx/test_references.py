"""What Word makes of a reference: a field where it cites the number as the words do, a link where it would not."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from publisher.model.inline import Reference
from publisher.model.resolved import Division, Document, Number, Paragraph
from publisher.verify import verify_docx
from tests.docx.conftest import Writer
from tests.render import sheets

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(printed: str, form: str, pattern: str, words: str) -> Document:
    number = Number(printed, "list", 0, 1, form, pattern)  # type: ignore[arg-type]
    target = Paragraph("target", "numbered", number, sheets.words("What is cited."))
    citing = Paragraph(
        "citing",
        "unnumbered",
        None,
        sheets.words("As said in ", Reference("target", sheets.words(words), "number"), "."),
    )
    body = Division("body", "body", (target, citing))
    return replace(sheets.english(), divisions=(body,), contents=(), notes=(sheets.REISSUE,))


def drawn(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.parametrize(
    ("printed", "form", "pattern", "words", "shown"),
    [
        ("1.", "decimal", "{}.", "paragraph 1", "1"),
        ("(a)", "lower-letter", "({})", "subparagraph (a)", "(a)"),
        ("a)", "lower-letter", "{})", "alinéa a)", "a)"),
        ("I", "upper-roman", "{}", "part I", "I"),
        ("一、", "cjk", "{}、", "第一节", None),  # Word would show “一、”
        ("1 -", "decimal", "{} -", "الفقرة 1", None),  # and “1 -”
        ("أولا -", "abjad-word", "{} -", "الفرع أولا", None),
        ("(a)", "lower-letter", "({})", "subparagraph a", None),
        ("(أ)", "abjad-letter", "({})", "الفقرة (أ)", None),  # Word does not count so: the list writes it out
    ],
)  # fmt: skip
def test_field_or_link(write: Writer, printed: str, form: str, pattern: str, words: str, shown: str | None) -> None:
    written = write(document(printed, form, pattern, words))
    root = drawn(written.data)
    fields = [(text.text or "").split() for text in root.iter(f"{W}instrText") if " REF " in (text.text or "")]
    links = ["".join(text.text or "" for text in link.iter(f"{W}t")) for link in root.iter(f"{W}hyperlink")]
    if shown is None:
        assert (fields, [link.replace("\u00a0", " ") for link in links]) == ([], [words])
    else:
        assert (fields, links) == ([["REF", "_target", "\\n", "\\h"]], [])
    findings = verify_docx(written.data, written.document, "file.docx")
    assert [found for found in findings if found.code in ("OUT080", "OUT081")] == []
