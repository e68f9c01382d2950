"""Values of a sheet as its number format shows them, in the signs of the language."""

from __future__ import annotations

import datetime

import pytest

from publisher.language import vocabulary
from publisher.model.workspace import workspace_for
from publisher.read.number_format import shown, shown_text
from publisher.typed.shown import framed
from tests.conftest import SEED, TODAY

WORKSPACE = workspace_for(SEED, TODAY)
DAY = datetime.datetime(2025, 3, 4, 14, 5)


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (64.9, "General", "64.9"),
        (0.1 + 0.2, "General", "0.3"),
        (-0.03288435869433321, "General", "−0.032884359"),
        (10**15, "General", "1000000000000000"),
        (4120.5, "#,##0", "4,121"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234, "0", "1234"),
        (0.5, "0%", "50%"),
        (-0.0329, "0.0%", "−3.3%"),
        (0.5, ".00", ".50"),
        (5, "0.0", "5.0"),
        (5.25, "0.0##", "5.25"),
        (7, "00000", "00007"),
        (5551234, "000-0000", "555-1234"),
        (-5, "0;(0)", "(5)"),
        (-5, "0_);(0)", "(5)"),
        (0, '0;-0;"–"', "–"),
        (1200, '[>=1000]0.0,"k";0', "1.2k"),
        (12, '"No. "0', "No. 12"),
        (1500000, '#,##0.0,,"m"', "1.5m"),
        (99.5, "[$€-407]0.00", "€99.50"),
        (12345, "0.00E+00", "1.23E+04"),
        (0.75, "# ?/?", "3/4"),
        (1.5, "# ?/?", "1 1/2"),
        (DAY, "dd/mm/yyyy", "4 March 2025"),
        (DAY, "d mmm yyyy h:mm", "4 March 2025 14:05"),
        (DAY, "mmm yy", "March 2025"),
        (DAY, "d mmmm", "4 March"),
        (DAY, "yyyy", "2025"),
        (DAY, "dddd, d mmmm yyyy", "Tuesday, 4 March 2025"),
        (DAY, "hh:mm", "14:05"),
        (datetime.time(9, 5), "h:mm:ss", "9:05:00"),
        (datetime.timedelta(days=1, hours=2, minutes=5), "[h]:mm", "26:05"),
        (datetime.timedelta(minutes=-75, seconds=-9), "[mm]:ss", "−75:09"),
        (datetime.timedelta(minutes=2, seconds=5), "[ss]", "125"),
        (-1234.5, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', "(1,234.50)"),
        (-3.5, '_-* #,##0.00\\ [$€-407]_-;\\-* #,##0.00\\ [$€-407]_-', "−3.50 €"),
        (12.5, "@", "12.5"),
        (500, '[>=1000]#,##0,"k";0', "500"),
        (50, '[<10]"few";[<100]"some";"many"', "some"),
        (500, '[<10]"few";[<100]"some";"many"', "many"),
        (-12, "0;[Red]0", "−12"),
        (-12, "0;0", "12"),
        (5, ";;;", ""),
        (0, "0;-0;;@", ""),
        (7, "0;@", "7"),
        (DAY, '"Q1 "yyyy', "Q1 2025"),
        (DAY, 'yyyy"年"m"月"d"日"', "4 March 2025"),
        (DAY, "mm:ss.0", "05:00.0"),
        (DAY, "General", "4 March 2025 14:05"),
    ],
)  # fmt: skip
def test_english(value: object, form: str, printed: str) -> None:
    assert shown(value, form, vocabulary("en", WORKSPACE)) == printed


@pytest.mark.parametrize(
    ("form", "printed"),
    [("General", "a"), ("@", "a"), ('0;0;0;"<"@">"', "<a>"), ('@" (est.)"', "a (est.)"), (";;;", "")],
)
def test_words_under_a_number_format(form: str, printed: str) -> None:
    assert shown_text("a", form) == framed("a", form) == printed


@pytest.mark.parametrize(
    ("language", "value", "form", "printed"),
    [
        ("fr", 4120.5, "#,##0.0", "4\u00a0120,5"),
        ("fr", -0.033, "0.0%", "−3,3\u00a0%"),
        ("fr", DAY, "dd/mm/yyyy", "4 mars 2025"),
        ("zh", DAY, "dd/mm/yyyy", "2025年3月4日"),
        ("ar", DAY, "yyyy-mm-dd", "4 آذار/مارس 2025"),
        ("ru", 0.5, "General", "0,5"),
    ],
)
def test_other_languages(language: str, value: object, form: str, printed: str) -> None:
    assert shown(value, form, vocabulary(language, WORKSPACE)).replace(" ", "") == printed.replace(" ", "")
