"""An array of codes and shifts is read the same in one go and item by item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.verify.pdf import content
from publisher.verify.pdf.content import _codes, read_content
from publisher.verify.pdf.fonts import Font

NUMBERS = st.one_of(st.integers(-999, 999).map(str), st.floats(-999, 999, width=32).map(lambda one: f"{one:.6f}"))
STRINGS = st.lists(st.integers(0, 0xFFFF), max_size=5).map(
    lambda some: "<" + "".join(f"{one:04x}" for one in some) + ">"
)
ARRAYS = st.lists(st.tuples(st.one_of(st.just(""), NUMBERS), STRINGS), min_size=1, max_size=30)


@given(ARRAYS, st.one_of(st.just(""), NUMBERS))
def test_codes_and_shifts_are_those_of_its_items(items: list[tuple[str, str]], last: str) -> None:
    written = "".join(number + string for number, string in items) + last
    assert content._TWO_BYTES.fullmatch(written.encode())  # in one go
    apart = " ".join(number + " " + string for number, string in items) + " " + last
    assert not content._TWO_BYTES.fullmatch(apart.encode())  # item by item
    assert _codes(written.encode(), 2) == _codes(apart.encode(), 2)


@pytest.mark.parametrize("array", [b"<0041>-14(B)<42>", b"<41>3<0042>", b"<0041>--3<0042>", b"<0041>1.2.3<0042>"])
def test_what_nobody_writes_is_read_item_by_item(array: bytes) -> None:
    assert content._TWO_BYTES.fullmatch(array) is None
    assert _codes(array, 2)[0]


def test_a_glyph_without_a_width_of_its_own_is_as_wide_as_the_font_says() -> None:
    face = Font("Noto", True, 2, {0x41: "A", 0x42: "B"}, {0x41: 500.0}, 1000.0)
    drawn = b"BT /F 10 Tf 1 0 0 1 72 72 Tm [<0041>-100<0042>] TJ ET"
    [run] = read_content(drawn, 1, {"F": face}, {}.__getitem__)
    assert (run.text, run.width) == ("AB", 16.0)
