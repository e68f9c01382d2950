"""What may not part at the end of a line does not: the page and what is made ready for the PDF."""

from __future__ import annotations

import pytest

from publisher.model.together import items_held, one_piece
from publisher.render.pdf.prepare import prepare


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("Opening (agenda item 3 (a))", "Opening (agenda~item~3~(a))"),
        ("Élection (point 3 a) de l’ordre du jour)", "Élection (point~3~a)~de~l’ordre~du~jour)"),
        ("会议开幕（议程项目 1）", "会议开幕（议程项目~1）"),
        ("Opening (agenda item 3 (a)) of the session", "Opening (agenda item 3 (a)) of the session"),
        ("Wells (and what they are)", "Wells (and what they are)"),
        ("Items (agenda items 1, 2, 4, 6 and 8 and the rest)", "Items (agenda items~1,~2,~4,~6~and~8~and the rest)"),
    ],
)
def test_agenda_items_of_a_heading(written: str, held: str) -> None:
    assert items_held(written) == held.replace("~", "\u00a0")


def test_references() -> None:
    assert one_piece("table 1") == "table\u00a01"
    assert one_piece("the decision on the quality of well water") == "the decision on the quality of well water"
    assert one_piece('<span class="ltr">a b</span>') == '<span class="ltr">a b</span>'


def page(direction: str, words: str) -> str:
    return f'<html dir="{direction}"><head/><body><main>{words}</main></body></html>'


def texts(direction: str, words: str) -> str:
    main = prepare(page(direction, words), "2025-08-06").find("body/main")
    assert main is not None
    return "".join(main.itertext())


def test_ranges_of_years() -> None:
    assert texts("ltr", "<p>from 2020–2025 on</p>") == "from 2020–\u20602025 on"
    assert texts("rtl", "<p>السنتين 2028-2029</p>") == "السنتين \u061c2028-2029"
    assert texts("rtl", "<p>بنسبة 70% الآن</p>") == "بنسبة \u061c70% الآن"
    symbol = '<p>الوثيقة <span class="symbol">A/2028-2029</span></p>'
    assert texts("rtl", symbol) == "الوثيقة A/2028-2029"


def test_agenda_items_of_a_chinese_heading_stay_on_one_line() -> None:
    heading = '<h2 class="heading section"><span class="number">一、</span>会议开幕（议程项目 1）</h2>'
    chinese = page("ltr", heading).replace("<html", '<html lang="zh-Hans"')
    main = prepare(chinese, "2025-08-06").find("body/main/h2")
    assert main is not None
    assert [(span.get("class"), span.text) for span in main] == [("number", "一、"), ("together", "（议程项目 1）")]
