"""What the quick look-up of styles says is what WeasyPrint says, for each property of the elements drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from publisher.render.page import render_page
from publisher.render.pdf import write_pdf
from publisher.render.pdf.engine import engine
from tests.render.sheets import arabic, chinese, english, workspace

RULES = """
p { margin-inline-start: 1em; padding-block: calc(1em + 2px); inline-size: 50%; --wide: 3px; text-indent: calc(1em + 1%) }
p::before { content: "x"; border-inline-end: var(--wide) solid red; float: left; color: inherit }
div { display: flex; text-decoration: underline; page: auto; border: initial; direction: rtl }
"""


@pytest.mark.parametrize("kind", ["ComputedStyle", "AnonymousStyle"])
@pytest.mark.parametrize("document", [english(), chinese(), arabic()], ids=["en", "zh", "ar"])
def test_every_value_is_that_of_weasyprint(
    document: Any, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine()
    place = workspace(tmp_path)
    from weasyprint import css

    style_type = getattr(css, kind)
    quick, asked = style_type.__missing__, []

    def both(style: Any, key: str) -> Any:
        asked.append(key)
        if len(asked) % 7:  # a copy of a style takes its time
            return quick(style, key)
        twin = style.copy()
        value = quick(style, key)
        assert type(twin).whole(twin, key) == value
        assert dict.__getitem__(twin, key) == dict.__getitem__(style, key)
        return value

    monkeypatch.setattr(style_type, "__missing__", both)
    assert write_pdf(render_page(document, place), document, place).page_count
    assert len(asked) > 2000


def test_rules_the_house_does_not_use_are_left_to_weasyprint() -> None:
    drawing = engine()
    from weasyprint.css import INITIAL_VALUES, ComputedStyle, get_all_computed_styles

    words = "<html><body><div dir='rtl'><p>one <b>two</b></p></div><p>three</p></body></html>"
    html = drawing.weasyprint.HTML(string=words)
    sheets = [drawing.weasyprint.CSS(string=RULES, font_config=drawing.fonts)]
    quick, said = ComputedStyle.__missing__, []
    try:
        for way in (quick, ComputedStyle.whole):
            ComputedStyle.__missing__ = way
            styles = get_all_computed_styles(html, sheets, font_config=drawing.fonts)
            elements = [(element, kind) for element in html.etree_element.iter() for kind in (None, "before")]
            found = [styles(*one) for one in elements]
            said.append([{key: style[key] for key in sorted(INITIAL_VALUES)} for style in found if style is not None])
    finally:
        ComputedStyle.__missing__ = quick
    assert len(said[0]) == 9
    assert said[0] == said[1]


@pytest.mark.parametrize("document", [english(), arabic()], ids=["en", "ar"])
def test_every_length_is_that_of_weasyprint(document: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine()
    place = workspace(tmp_path)
    from weasyprint.layout import percent

    quick, asked = percent.resolve_one_percentage, []

    def both(box: Any, name: str, refer_to: Any) -> None:
        quick.whole(box, name, refer_to)
        wanted = getattr(box, name)
        quick(box, name, refer_to)
        assert getattr(box, name) == wanted
        asked.append(wanted)

    monkeypatch.setattr(percent, "resolve_one_percentage", both)
    assert write_pdf(render_page(document, place), document, place).page_count
    assert len(asked) > 2000 and "auto" in asked
