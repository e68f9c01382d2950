"""How a redline shows the difference of a line: figures whole, words among Arabic ones in their order."""

from __future__ import annotations

import pytest

from publisher.model.inline import Deleted, Emphasis, Inline, Inlines, Inserted, LeftToRight, Symbol, Text, children
from publisher.resolve.scripts import with_direction, with_symbols
from publisher.revise.inline_difference import difference


def shown(inlines: Inlines) -> str:
    """The line with [-struck-], [+added+] and ‹left-to-right› parts."""

    def one(part: Inline) -> str:
        inner = shown(children(part))
        match part:
            case Text(text) | Symbol(text):
                return text
            case Deleted():
                return f"[-{inner}-]"
            case Inserted():
                return f"[+{inner}+]"
            case LeftToRight():
                return f"‹{inner}›"
        return f"*{inner}*"

    return "".join(map(one, inlines))


def compared(old: str, new: str, direction: str) -> str:
    before, after = (with_direction(direction)(with_symbols((Text(text),))) for text in (old, new))
    return shown(difference(before, after, lambda call: call))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("a loss of −3.3 in 12–15 wells", "a loss of −3.7 in 12–16 wells", "a loss of [-−3.3-][+−3.7+] in [-12–15-][+12–16+] wells"),
        ("1 200 wells", "1 300 wells", "[-1 200-][+1 300+] wells"),
        ("the old well", "a new pump", "[-the old well-][+a new pump+]"),
        ("第12–15段", "第12–16段", "第[-12–15-][+12–16+]段"),
        ("pre-war 3-5", "pre-war 4-5", "pre-war [-3-5-][+4-5+]"),
    ],
)  # fmt: skip
def test_a_figure_is_struck_whole(old: str, new: str, wanted: str) -> None:
    assert compared(old, new, "ltr") == wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("بلغ −3.3 في 5", "بلغ −3.7 في 5", "بلغ [-‹−3.3›-][+‹−3.7›+] في 5"),
        ("هاتف +254 20 762", "هاتف +254 20 763", "هاتف [-‹+254 20 762›-][+‹+254 20 763›+]"),
        ("في United Nations Treaty ثم", "في United States Treaty ثم", "في ‹United [-Nations-][+States+] Treaty› ثم"),
        ("و12–15", "و12–16", "و[-12–15-][+12–16+]"),
    ],
)
def test_what_reads_from_left_to_right_stays_in_one_box(old: str, new: str, wanted: str) -> None:
    assert compared(old, new, "rtl") == wanted


def test_both_texts_can_be_had_back() -> None:
    old, new = (Text("one "), Emphasis((Text("two 3"),))), (Text("one two "), Emphasis((Text("4"),)))
    told = difference(old, new, lambda call: call)
    words = {
        kind: shown(tuple(part for part in told if not isinstance(part, kind))).replace("*", "")
        for kind in (Inserted, Deleted)
    }
    assert [words[kind].translate(str.maketrans("", "", "[]+-")) for kind in (Inserted, Deleted)] == [
        "one two 3",
        "one two 4",
    ]
