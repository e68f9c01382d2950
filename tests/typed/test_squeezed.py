"""A text without its spaces says before each sign what stood there."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.typed.squeezed import squeezed
from publisher.typed.transformations import SPACES

SIGNS = st.text(st.sampled_from(["a", "文", "\ue000", "\n", *sorted(SPACES)]), max_size=12)


@given(st.lists(SIGNS, max_size=4))
def test_every_sign_has_its_gap(blocks: list[str]) -> None:
    """“|” begins a block, “.” follows at once, a line end alone is one, whatever else is a space."""
    told = squeezed(blocks)
    signs, gaps = [], []
    for block in blocks:
        between: str | None = None  # since the last sign of the block; None before its first
        for sign in block:
            if sign in SPACES:
                between = None if between is None else between + sign
                continue
            signs.append(sign)
            gaps.append("|" if between is None else "." if not between else "\n" if set(between) == {"\n"} else " ")
            between = ""
    assert (told.signs, told.gaps) == ("".join(signs), "".join(gaps))
