"""What no line ends in: days and months, words and their numbers, figures and what they count, in six languages."""

from __future__ import annotations

import pytest

from publisher.model.together import held
from tests.language.conftest import speak

HELD = [
    ("en", "on 12~June 2025 and in May 2025", ""),
    ("en", "$33~million, 5~per~cent and 12 per capita", ""),
    ("en", "Annex~I and annexes~II and III, para.~5, table~3 and table salt", ""),
    ("en", "at the P‐4 level, non-existent; the D‐1 post of the A-Team", ""),
    ("en", "1~200~000 of 12 34", ""),
    ("en", "Parts I saw; departments 5", ""),
    ("en", "see paragraph~", "12"),
    ("en", "see table ", "salt"),
    ("fr", "le 1er~juin, le 12~juin 2025, 33~millions de dollars, paragraphe~5, annexe~II", ""),
    ("es", "el 12~de~junio de 2025, 33~millones de dólares, párrafo~5, anexo~II", ""),
    ("ru", "12~июня 2025 года, 33~млн долл. США, пункт~5, приложение~II, июнь 2025", ""),
    ("ar", "12~حزيران/يونيه 2025 و33~مليون دولار في الفقرة~5", ""),
    ("zh", "2025 年 5 月 12 日，第 5 段", ""),
]


@pytest.mark.parametrize(("language", "line", "following"), HELD)
def test_no_line_ends_within(language: str, line: str, following: str) -> None:
    written = line.replace("~", " ").replace("‐", "-")
    wanted = line.replace("~", "\u00a0").replace("‐", "\u2060-\u2060")
    assert held(written, speak(language).held, following) == wanted
