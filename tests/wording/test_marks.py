"""The four marks of authors' text, beside Chinese signs too; everything else stands as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.inline import Emphasis, LineBreak, Text, WrittenCall, WrittenLink, plain
from publisher.wording import escape, parse


def em(text: str) -> Emphasis:
    return Emphasis((Text(text),))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*核准，*然后", (em("核准，"), Text("然后"))),
        ("（*核准*）", (Text("（"), em("核准"), Text("）"))),
        ("*Recalling* its decision,", (em("Recalling"), Text(" its decision,"))),
        ("a lone * stays, 3*4 too", (Text("a lone * stays, 3*4 too"),)),
        ("* Reissued for technical reasons", (Text("* Reissued for technical reasons"),)),
        ("two ** in a row", (Text("two ** in a row"),)),
        ("HSP/HA.2/16*、HSP/HA.2/17*", (Text("HSP/HA.2/16*、HSP/HA.2/17*"),)),
        ("*see A/73/726*", (em("see A/73/726"),)),
        ("HSP/OECPR.2025/[--]号 […] [--]", (Text("HSP/OECPR.2025/[--]号 […] [--]"),)),
        ("两国；[^uae]", (Text("两国；"), WrittenCall("uae"))),
        ("载于[](#annex)。", (Text("载于"), WrittenLink("annex"), Text("。"))),
        ("[第 *5* 段](#p)", (WrittenLink("p", (Text("第 "), em("5"), Text(" 段"))),)),
        (r"\*not\* \[^x] \\", (Text("*not* [^x] \\"),)),
        ("[a](http://elsewhere) <b>", (Text("[a](http://elsewhere) <b>"),)),
        ("one\n  two", (Text("one"), LineBreak(), Text("two"))),
        ("*open [^n] close*", (Emphasis((Text("open "), WrittenCall("n"), Text(" close"))),)),
        ("", ()),
    ],
)
def test_reads(written: str, read: tuple[object, ...]) -> None:
    assert parse(written) == read


@given(st.text(alphabet="*[]()^#\\ab，。 \n/A7{}", max_size=60))
def test_never_fails_and_never_invents(text: str) -> None:
    """Whatever an author types, each printed character was typed, in that order."""
    source = iter(text + " ")
    assert all(character in source for character in plain(parse(text)).replace("\n", " ")) or "\n" in text


@given(st.text(alphabet="*[]()^#\\ab，。 /A7{}", max_size=60))
def test_escaped_text_has_no_marks(text: str) -> None:
    assert parse(escape(text)) == ((Text(text),) if text else ())


def test_long_text_of_marks_is_read_in_proportion() -> None:
    """40,000 open brackets or asterisks are read about as fast as letters: no search starts over at each."""
    for mark in ("[", "*", "[^", "[a](#", "*a ", "\\"):
        parse(mark * 40_000)
