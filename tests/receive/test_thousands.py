"""Thousands of Arabic records are typed in the order of the page: they are brought in as they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from publisher.receive.akn.source import texts
from publisher.receive.akn.thousands import turned
from tests.receive.test_akn import ENGLISH, PLAIN, TAIL, TEXT, brought_in


def read(*lines: str, cells: tuple[str, ...] = ()) -> list[str]:
    root = etree.Element("text")
    for name, words in [*(("p", line) for line in lines), *(("td", cell) for cell in cells)]:
        etree.SubElement(root, name).text = words
    list(turned(list(texts(root))))
    return [child.text for child in root]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("مبلغ 500 738 92 دولار", "مبلغ 92 738 500 دولار"),
        ("مبلغ 300\u00a0426 450 3 دولار", "مبلغ 3 450 426\u00a0300 دولار"),  # each gap with the groups beside it
        ("منها 000 400 حالة", "منها 400 000 حالة"),
        ("مبلغ 92 738 500 دولار", "مبلغ 92 738 500 دولار"),
        ("مبلغ 400 012 دولار", "مبلغ 400 012 دولار"),  # no figure begins with a nought
        ("القرار 80/243 12 300", "القرار 80/243 12 300"),
        ("في 5 12 2025", "في 5 12 2025"),
        ("هاتف 254 20 762", "هاتف 254 20 762"),  # no figure either way
    ],
)
def test_the_groups_tell_in_which_order_they_were_typed(typed: str, said: str) -> None:
    assert read(typed) == [said]


def test_where_they_do_not_the_other_figures_of_the_record_do() -> None:
    assert read("مبلغ 700 328 271 دولار") == ["مبلغ 271 328 700 دولار"]
    assert read("مبلغ 700 328 دولار", "من 12 300 دولار", "من 8 300 دولار")[0] == "مبلغ 700 328 دولار"
    assert read(cells=("(107 700)", "56 234 300")) == ["(107 700)", "56 234 300"]
    assert read(cells=("200 354 353", "500 738 92")) == ["353 354 200", "92 738 500"]
    assert read("مبلغ 200 354 دولار", cells=("107 700",)) == ["مبلغ 354 200 دولار", "107 700"]


def test_it_is_told_of_a_record_once(tmp_path: Path) -> None:
    record = ENGLISH + TEXT.format(**PLAIN, **TAIL)
    words = "تقرر رصد مبلغ 500 738 92 دولار ومبلغ 400 281 62 دولار" + " للآبار في القرى" * 20
    arabic = record.replace("Decides", words).replace("Recalling", "إذ تشير" + " إلى الآبار في القرى" * 20)
    [received] = brought_in(tmp_path, a=arabic.replace('language="eng"', 'language="ara"'))
    assert "92 738 500" in received.files["ar.yaml"].decode()
    [said] = [found.message for found in received.findings if "thousands" in found.message]
    assert said.endswith("as “500 738 92” for 92 738 500 (2 times)")
