"""The marks of authors' text, beside Chinese signs too; everything else stands as written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.inline import (
    Bold,
    Emphasis,
    LineBreak,
    Link,
    Subscript,
    Superscript,
    Text,
    WrittenCall,
    WrittenLink,
    plain,
)
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
        ("5*3 metres and 4*6 metres", (Text("5*3 metres and 4*6 metres"),)),
        ("$5*6 = a*b*c", (Text("$5*6 = a*b*c"),)),
        ("files *.txt and *.csv, /a/*/b, b*.txt", (Text("files *.txt and *.csv, /a/*/b, b*.txt"),)),
        ("https://a.org/*x*/b*c*d?q=*", (Text("https://a.org/*x*/b*c*d?q=*"),)),
        ("会议*强调*了", (Text("会议"), em("强调"), Text("了"))),
        (
            "«*mot*»; (*Source*): “*x*”",
            (Text("«"), em("mot"), Text("»; ("), em("Source"), Text("): “"), em("x"), Text("”")),
        ),
        ("* Reissued for technical reasons", (Text("* Reissued for technical reasons"),)),
        ("two ** in a row", (Text("two ** in a row"),)),
        ("HSP/HA.2/16*、HSP/HA.2/17*", (Text("HSP/HA.2/16*、HSP/HA.2/17*"),)),
        ("*see A/73/726*", (em("see A/73/726"),)),
        ("HSP/OECPR.2025/[--]号 […] [--]", (Text("HSP/OECPR.2025/[--]号 […] [--]"),)),
        ("两国；[^uae]", (Text("两国；"), WrittenCall("uae"))),
        ("载于[](#annex)。", (Text("载于"), WrittenLink("annex"), Text("。"))),
        ("[第 *5* 段](#p)", (WrittenLink("p", (Text("第 "), em("5"), Text(" 段"))),)),
        (r"\*not\* \[^x] \\", (Text("*not* [^x] \\"),)),
        ("[a](http://elsewhere) <b>", (Link("http://elsewhere", (Text("a"),)), Text(" <b>"))),
        ("[a](elsewhere) [b](not a symbol)", (Text("[a](elsewhere) [b](not a symbol)"),)),
        ("[决议](A/RES/73/8)", (Link("https://undocs.org/A/RES/73/8", (Text("决议"),)),)),
        ("[](S/RES/2231 (2015))", (Link("https://undocs.org/S/RES/2231(2015)", (Text("S/RES/2231 (2015)"),)),)),
        ("<https://a.org/b_(c)?d=*e*>", (Link("https://a.org/b_(c)?d=*e*", (Text("https://a.org/b_(c)?d=*e*"),)),)),
        ("<mailto:a@b.org>", (Link("mailto:a@b.org", (Text("a@b.org"),)),)),
        (
            "5 km^{2}, CO_{2}, 12^{*th*}",
            (
                Text("5 km"),
                Superscript((Text("2"),)),
                Text(", CO"),
                Subscript((Text("2"),)),
                Text(", 12"),
                Superscript((em("th"),)),
            ),
        ),
        ("**决定，**然后", (Bold((Text("决定，"),)), Text("然后"))),
        (
            "**a *b* c** *d **e** f*",
            (
                Bold((Text("a "), em("b"), Text(" c"))),
                Text(" "),
                Emphasis((Text("d "), Bold((Text("e"),)), Text(" f"))),
            ),
        ),
        ("*a **b* c**", (em("a **b"), Text(" c**"))),
        ("***three***", (Text("***three***"),)),
        ("A/73/726** and A/73/727**", (Text("A/73/726** and A/73/727**"),)),
        (r"\^{2} \_{2} \<https://a.org> x^2 a_b ^{} {2}", (Text("^{2} _{2} <https://a.org> x^2 a_b ^{} {2}"),)),
        ("one\n  two", (Text("one"), LineBreak(), Text("two"))),
        ("*open [^n] close*", (Emphasis((Text("open "), WrittenCall("n"), Text(" close"))),)),
        ("", ()),
    ],
)
def test_reads(written: str, read: tuple[object, ...]) -> None:
    assert parse(written) == read


@given(st.text(alphabet="*[]()^_<>:#\\ab，。 \n/A7{}", max_size=60))
def test_never_fails_and_never_invents(text: str) -> None:
    """Whatever an author types, each printed character was typed, in that order."""
    source = iter(text + " ")
    assert all(character in source for character in plain(parse(text)).replace("\n", " ")) or "\n" in text


@given(st.text(alphabet="*[]()^_<>:htps#\\ab，。 /A7{}", max_size=60))
def test_escaped_text_has_no_marks(text: str) -> None:
    assert parse(escape(text)) == ((Text(text),) if text else ())


def test_long_text_of_marks_is_read_in_proportion() -> None:
    """Of open brackets or asterisks eight times as many take about eight times as long: no search starts over at each."""
    for mark in ("[", "*", "**", "[^", "[a](#", "[a](https://a", "<https://", "^{", "*a ", "**a ", "\\"):
        few, many = (min(_cpu_seconds(mark * count) for _ in range(3)) for count in (2_500, 20_000))
        assert many < 24 * few + 0.01, mark


def _cpu_seconds(text: str) -> float:
    start = time.process_time()
    parse(text)
    return time.process_time() - start
