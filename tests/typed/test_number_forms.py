"""What a sheet shows, as the second reading tells it: what the first one writes passes, a lost sign or digit does not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.language import vocabulary
from publisher.model.workspace import workspace_for
from publisher.read.number_format import shown
from publisher.typed.shown import shows_moment, shows_number, signs_of
from tests.conftest import RECORD, SEED, TODAY

WORKSPACE = workspace_for(SEED, TODAY)
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
ACCOUNTING = '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'
EUROS = '_-* #,##0.00\\ [$€-407]_-;\\-* #,##0.00\\ [$€-407]_-;_-* "-"??\\ [$€-407]_-;_-@_-'
NUMBERS: list[tuple[float, str]] = [
    (64.9, "General"), (0.1 + 0.2, "General"), (-0.03288435869433321, "General"), (10**15, "General"), (-10, "General"),
    (0, "General"), (4120.5, "#,##0"), (1234567.891, "#,##0.00"), (1234, "0"), (0.5, "0%"), (-0.0329, "0.0%"), (0, "0%"),
    (0.5, ".00"), (5, "0.0"), (5.25, "0.0##"), (7, "00000"), (5551234, "000-0000"), (-5, "0;(0)"), (-5, "0_);(0)"),
    (-5, "#,##0;[Red]-#,##0"), (0, '0;-0;"–"'), (1200, '[>=1000]0.0,"k";0'), (800, '[>=1000]0.0,"k";0'), (12, '"No. "0'),
    (1500000, '#,##0.0,,"m"'), (99.5, "[$€-407]0.00"), (-99.5, '$#,##0.00'), (12345, "0.00E+00"), (-0.00012, "0.0E+0"),
    (0.75, "# ?/?"), (1.5, "# ?/?"), (2.0625, "# ??/??"), (12345678, "#,##0"), (1e-7, "0.00"), (2.5, "0"), (35, "0 \\m"),
    (-1234.5, ACCOUNTING), (0, ACCOUNTING), (-1234.5, EUROS), (12.5, "@"), (-12, "0;[Red]0"), (-12.5, "0.0;[Color 3]0.0"),
    (500, '[<10]"few";[<1000]0;"many"'), (5000, '[<10]"few";[<1000]0;0.0,"k"'), (-12.5, '0.0" Dr";0.0" Cr"'), (7, "0;@"),
]  # fmt: skip
DAY = datetime.datetime(2025, 3, 4, 14, 5, 9)
MOMENTS = ["dd/mm/yyyy", "yyyy-mm-dd", "d mmm yyyy h:mm", "mmm yy", "d mmmm", "yyyy", "hh:mm", "h:mm:ss", "dddd, d mmmm yyyy",
           "d mmm yyyy hh:mm:ss", "mm:ss", '"Q1 "yyyy', 'mmm yyyy" (est.)"']  # fmt: skip
SPANS = ["[h]:mm", "[h]:mm:ss", "[mm]:ss", "[ss]"]


def losses(printed: str) -> Iterator[str]:
    """Print with a digit lost, changed or added, or without its sign."""
    for found in re.finditer(r"\d", printed):
        before, after = printed[: found.start()], printed[found.end() :]
        yield before + after
        yield before + str((int(found.group()) + 1) % 10) + after
        yield before + found.group() + "0" + after
    for sign in "-−()%€$":
        if sign in printed:
            yield printed.replace(sign, "", 1)
    if printed[:1].isdigit():
        yield "−" + printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("value", "form"), NUMBERS, ids=str)
def test_numbers(language: str, value: float, form: str) -> None:
    words = vocabulary(language, WORKSPACE)
    printed = shown(value, form, words).strip()
    assert shows_number(value, form, signs_of(words), printed)
    assert [lost for lost in losses(printed) if shows_number(value, form, signs_of(words), lost)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [*MOMENTS, *SPANS])
def test_days_and_times(language: str, form: str) -> None:
    words, signs = vocabulary(language, WORKSPACE), signs_of(vocabulary(language, WORKSPACE))
    zero = datetime.datetime(1899, 12, 30)
    value = datetime.timedelta(days=1, hours=2, minutes=5, seconds=7) if form in SPANS else DAY
    serial = (value if isinstance(value, datetime.timedelta) else value - zero) / datetime.timedelta(days=1)
    printed = shown(value, form, words).strip()
    assert shows_moment(serial, 0, form, signs, printed)
    assert [lost for lost in losses(printed) if shows_moment(serial, 0, form, signs, lost)] == []


def test_bare_words_beside_figures_of_another_form_are_words(small_document: Callable[..., Path]) -> None:
    """With the spaces that hold them together, and a cell that is empty behind them."""
    words = """\
title: [Note]
agenda: {opening: Ouverture., adoption: Adoption.}
body:
  - title: Puits
    figures: {thousands: profile}
    columns: [{head: Ville}, {head: Nombre}, {head: Besoins}]
    table: [[Nord, 1200, Nettoyage\u00a0; analyses], [Sud, 12500, null]]
"""
    record = RECORD.replace("original: en", "original: fr")
    built = pipeline.build(workspace_for(small_document(words, record, language="fr"), TODAY), "fr", ("html",))
    assert [one.message for one in built.proofs] == []
