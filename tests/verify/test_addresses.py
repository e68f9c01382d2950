"""An address leads to the same place however a format writes it; another address is told."""

from __future__ import annotations

import pytest

from publisher.model.diagnostic import PagePosition
from publisher.verify.addresses import address_findings

PLACE = PagePosition("report.pdf")


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("https://un.org/regional\u2011seminars", "https://un.org/regional%E2%80%91seminars"),
        (
            "https://un.org/ar/الجمعية?a=1&b=%20",
            "https://un.org/ar/%D8%A7%D9%84%D8%AC%D9%85%D8%B9%D9%8A%D8%A9?a=1&b=%20",
        ),
    ],
)
def test_an_address_in_ascii_is_the_same_address(written: str, drawn: str) -> None:
    assert address_findings([(written, "here")], [(drawn, "here")], PLACE) == []


def test_another_address_is_told_of_both_sides() -> None:
    found = address_findings([("https://un.org/a\u2011b", "here")], [("https://un.org/a-b", "here")], PLACE)
    assert [one.code for one in found] == ["OUT086", "OUT086"]
