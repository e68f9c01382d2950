"""The marks of authors' text, read by two implementations that share nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.inline import Inlines, LineBreak, WrittenCall, WrittenLink, children, plain
from publisher.typed.transformations import CALL, HOLE, same_figure, unmarked
from publisher.wording import parse

PIECES = st.sampled_from(
    ["*", "**", " ", "a", "5", "会", "/", ".", ",", "(", ")", "[^n]", "[](#p)", "[w](#p)", "[w](https://a.b)", "^{2}", "_{i}",
     "\\\\*", "A/RES/1/2", "https://a.b/c", "“", "ة", "_", "<https://a.b>"]
)  # fmt: skip


def said(inlines: Inlines) -> str:
    """What the parser says is printed, in the signs of the second reading."""
    pieces = []
    for part in inlines:
        match part:
            case WrittenCall():
                pieces.append(CALL)
            case WrittenLink(_, ()):
                pieces.append(HOLE)
            case LineBreak():
                pieces.append("\n")
            case _ if children(part):
                pieces.append(said(children(part)))
            case _:
                pieces.append(plain((part,)))
    return "".join(pieces)


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_both_read_the_same(text: str) -> None:
    assert unmarked(text) == said(parse(text))


@settings(max_examples=200)
@given(st.integers(-(10**7), 10**7), st.integers(0, 3), st.sampled_from(["", ",", ".", "\u00a0"]))
def test_a_form_keeps_every_digit(whole: int, more: int, sign: str) -> None:
    point = "," if sign == "." else "."
    printed = f"{whole:,}".replace(",", sign) + (point + "0" * more if more else "")
    assert same_figure(str(whole), printed)
    assert not same_figure(str(whole), printed.replace(str(whole)[-1], str((int(str(whole)[-1]) + 1) % 10)))
