"""Symbols in running text, and runs of Latin words and figures in Arabic."""

from __future__ import annotations

import pytest

from publisher.model.inline import Call, Emphasis, Inlines, LeftToRight, LineBreak, Symbol, Text, plain
from publisher.resolve.scripts import with_direction, with_symbols
from tests.resolve.dump import line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（HSP/HA.2/13/Add.1）。", ["HSP/HA.2/13/Add.1"]),
        ("工作报告（A/73/726）和 HSP/HA.2/16*；", ["A/73/726", "HSP/HA.2/16*"]),
        ("载于 HSP/OECPR.2025/[--]号文件", ["HSP/OECPR.2025"]),
        (
            "See A/RES/79/275, E/CN.4/Sub.2/1999/12 and A/79/7 (Part I).",
            ["A/RES/79/275", "E/CN.4/Sub.2/1999/12", "A/79/7 (Part I)"],
        ),
        ("A/HRC/S-21/2 and DP/2007/15/Corr.1", ["A/HRC/S-21/2", "DP/2007/15/Corr.1"]),
        ("and/or, A/B, 2/6, 72/226, km/h, HTTP/2, CA/1", []),
        ("第 73/239 号决议", []),
    ],
)
def test_symbols(text: str, found: list[str]) -> None:
    """CONVENTIONS §3.3; nothing is lost around them."""
    inlines = with_symbols((Text(text),))
    assert [part.text for part in inlines if isinstance(part, Symbol)] == found
    assert plain(inlines) == text


WRAPPED = [
    (
        (Text("في الوثيقة HSP/HA.2/16* (انظر A/72/25) عام 2025."),),
        "في الوثيقة ⟨HSP/HA.2/16*⟩ (انظر ⟨A/72/25⟩) عام 2025.",
    ),
    ((Text("السيدة Anne Hidalgo، عمدة"),), "السيدة ‹Anne Hidalgo›، عمدة"),
    ((Text("رقم 25-12345 (C) نص"),), "رقم ‹25-12345 (C)› نص"),
    ((Text("بنسبة 70% في 2026-2029"),), "بنسبة 70% في 2026-2029"),
    (
        (
            Text("نص "),
            Emphasis((Text("Official Records"),)),
            Text(" "),
            Symbol("A/1/2"),
            Call("n", "1", "text"),
            Text("، نص"),
        ),
        "نص ‹*Official Records* ⟨A/1/2⟩›^1:n^، نص",
    ),
    ((Text("الهاتف: +41 22 917 1234، بزيادة +5 و −3 (-4)"),), "الهاتف: ‹+41 22 917 1234›، بزيادة ‹+5› و ‹−3 (-4)›"),
    ((Text("بتاريخ 2027-03-04 من 1 234 والوثيقة-5"),), "بتاريخ ‹2027-03-04› من 1 234 والوثيقة-5"),
    ((Text("من 12-15 و12–15 و12 – 15 و5–10% والمؤشر 16-4-1"),), "من 12-15 و12–15 و12 – 15 و5–10% والمؤشر 16-4-1"),
    ((Text("القرار 1325 (2000) و2664 (2022)، و5.2–6.3 و-5"),), "القرار 1325 (2000) و2664 (2022)، و5.2–6.3 و-5"),
    (
        (Text("برقم 978-92-1-101363-5 أو 022-917-1234 أو 3 – 4 (−2)"),),
        "برقم ‹978-92-1-101363-5› أو ‹022-917-1234› أو ‹3 – 4 (−2)›",
    ),
    (
        (Text("رقم 23 (A/80/23)، وعام 1972 (UN, vol. 5, No. 9) و5 (2000)"),),
        "رقم 23 (⟨A/80/23⟩)، وعام 1972 (‹UN, vol. 5, No. 9›) و5 (2000)",
    ),
    (
        (Text("عام 1970 (United Nations, "), Emphasis((Text("Treaty Series"),)), Text(", vol. 823)؛")),
        "عام 1970 (‹United Nations, *Treaty Series*, vol. 823›)؛",
    ),
    (
        (Text("القرار "), *(Emphasis((Text(part),)) for part in ("60", "/", "251", "،"))),
        "القرار ‹*60**/**251*›*،*",
    ),
    ((Text("القرار 2419\u00a0(2018) و5\u00a0(UN)"),), "القرار 2419\u00a0(2018) و5\u00a0(UN)"),
    (
        (Text("القرار 2"), Emphasis((Text("538 (2020)؛ ثم 12/"),)), Text("15 ثم")),
        "القرار ‹2*538*›* (2020)**؛ ثم 12/*15 ثم",
    ),
    (
        (Text("القرار 2"), Emphasis((Text("538 (2020"),)), Text(")، 12/"), Emphasis((Text("15-16"),)), Text(" ثم")),
        "القرار ‹2*538*›* (2020*)، ‹12/*15*›*-16* ثم",
    ),
    (
        (Text("القرار "), Emphasis((Text("1325 (2000)"),)), Text(" و"), Emphasis((Text("UN"),)), Text(" -5")),
        "القرار *1325 (2000)* و‹*UN* -5›",
    ),
    (
        (Text("في A/80/6 (Sect. 3)/Add.1 وE/CN.4/Sub.2/1999/12"),),
        "في ‹⟨A/80/6 (Sect. 3)/Add.1⟩› و‹⟨E/CN.4/Sub.2/1999/12⟩›",
    ),
    ((Text("بلغ 1 200 000 و1 200-1 300 و12 34"),), "بلغ 1 200 000 و1 200-1 300 و‹12 34›"),
    ((Text("والعبارة 3 + 4 = 7 والنسبة 3°"),), "والعبارة ‹3 + 4 = 7› والنسبة 3°"),
    ((Text("في https://un.org/ar/، وkm/ساعة"),), "في ‹https://un.org/ar/›، وkm/ساعة"),
    ((Text("−3.3"),), "‹−3.3›"),
    ((Text("+254 20 762 1234"),), "‹+254 20 762 1234›"),
    ((Text("-5 نص"), LineBreak(), Text("+7")), "‹-5› نص⏎‹+7›"),
    ((Text("نص"), Emphasis((Text("x"),)), Text("-5")), "نص‹*x*-5›"),
    ((Text("نص (UN-Habitat) نص"),), "نص (‹UN-Habitat›) نص"),
    ((Emphasis((Text("وإذ تشير إلى Agenda 21, part II"),)),), "*وإذ تشير إلى ‹Agenda 21, part II›*"),
]


@pytest.mark.parametrize(("inlines", "shown"), WRAPPED)
def test_left_to_right_runs(inlines: Inlines, shown: str) -> None:
    """ENGINE_NOTES §11: one wrapper around a run of however many parts; a plain figure or a symbol needs none."""
    directed = with_direction("rtl")(with_symbols(inlines))
    assert line(directed) == shown
    assert plain(directed) == plain(inlines)


def test_left_to_right_text_is_left_alone() -> None:
    inlines = (Text("Anne Hidalgo (25-1)"), Symbol("A/1/2"))
    assert with_direction("ltr")(inlines) == inlines
    assert not any(isinstance(part, LeftToRight) for part in inlines)
