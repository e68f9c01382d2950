"""For each thing verify claims to catch in an HTML file: a fault planted in a finished file, and its code."""

from __future__ import annotations

import re

import pytest

from publisher.verify import verify_html
from tests.verify.conftest import Finished

FAULTS = {
    "lost word": ("OUT002", r"took ", ""),
    "word twice": ("OUT003", r"took ", "took took "),
    "other word": ("OUT004", r"took ", "kept "),
    "lost paragraph": ("OUT005", r'<p class="statement".*?</p>', ""),
    "paragraph twice": ("OUT006", r'(<p class="statement".*?</p>)', r"\1\1"),
    "swapped paragraphs": ("OUT007", r'(<p class="item[^>]*>.*?</p>)\s*(<p class="item[^>]*>.*?</p>)', r"\2\1"),
    "other number": ("OUT010", r'(<span class="number">)7\.', r"\g<1>8."),
    "lost note": ("OUT020", r'<p class="note" id="note-uae".*?</p>|<p[^>]*id="note-uae".*?</p>', ""),
    "altered note": ("OUT021", r"Malaysia", "Malta"),
    "mark without note": ("OUT025", r'href="#note-uae"', 'href="#note-nowhere"'),
    "note without way back": ("OUT026", r'href="#call-uae"', 'href="#title"'),
    "altered masthead": ("OUT060", r"14 June 2025", "15 June 2025"),
    "altered job number": ("OUT061", r"K2510492 \(E\)", "K5210492 (E)"),
    "other language": ("OUT070", r'<html lang="en"', '<html lang="fr"'),
    "other title": ("OUT071", r"<title>.*?</title>", "<title>Third session</title>"),
    "picture without words": ("OUT077", r'alt="[^"]+"', 'alt=""'),
    "dangling reference": ("OUT080", r'href="#body-2"', 'href="#body-99"'),
    "identifier twice": ("OUT080", r'id="body-3"', 'id="body-4"'),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, finished: dict[str, Finished]) -> None:
    code, old, new = FAULTS[name]
    report = finished["en"]
    text = report.html.decode()
    altered = re.sub(old, new, text, count=1, flags=re.S)
    assert altered != text
    found = verify_html(altered.encode(), report.document, "report.html")
    assert code in {each.code for each in found}, [each.message for each in found]


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_right_file_has_no_findings(language: str, finished: dict[str, Finished]) -> None:
    report = finished[language]
    assert [each.message for each in verify_html(report.html, report.document, "report.html")] == []
