"""Symbols of every organ are read whole, taken apart and put together again; what is no symbol is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.symbol import Suffix, Symbol, symbol_spans

# Symbols printed on real documents of the organs, one or more of each form.
REAL = [
    text.strip()
    for text in [
        "\nA/80/434",
        " A/RES/80/10",
        " CERD/C/SVK/CO/11-12",
        " CCPR/C/SR.665-666",
        " A/51/950/Add.1-7",
        " A/C.6/64/SR.1-28/Corrigendum",
        " S/Agenda/1939",
        " UNEP/OzL.Pro.WG.1/39/5",
        " UNEP/MED IG.24/22",
        " BWC/CONF.VIII/4",
        " CAT/C/XXVII/Concl.3",
        " S/AC.37/2003/(1455)/1",
        " A/RES/72/266B",
        " A/RES/1514(XV)",
        " A/ES-10/1",
        " A/S-12/2",
        " A/INF/80/3",
        " A/58/PV.12",
        " A/C.5/80/L.14",
        "\nA/CONF.216/5",
        " A/AC.109/2025/SR.1",
        " A/AC.96/74/4",
        " A/HRC/56/L.8/Rev.1",
        " A/HRC/RES/S-35/1",
        " A/HRC/WG.6/44/L.1",
        " S/2025/632",
        "\nA/CONF.241/RPM.3/2",
        " A/80/604/Add.10",
        " S/PV.10129",
        " S/PRST/2026/1",
        " S/AC.26/2005/1",
        " E/CN.15/2024/L.6/Rev.1",
        " CD/1999",
        "\nE/ICEF/2024/P/L.10",
        " E/ESCAP/80/1",
        " E/2024/SR.3",
        " ST/SGB/2013/4/Amend.1",
        " T/PV.1680",
        " JIU/REP/2020/1",
        " UNEP/EA.6/Res.1",
        "\nUNEP/CBD/BS/COP-MOP/5/17",
        " UNEP/OzL.Pro.28/12",
        " HSP/HA.2/16",
        " HSP/HA.2/13/Add.1",
        " HSP/EB.2024/3",
        " DP/2024/12",
        " UNW/2024/2",
        "\nDP/FPA-ICEF-UNOPS/2024/1",
        " IDB.51/CRP.3",
        " GC.20/3",
        " TD/B(S-XXXII)/2",
        " TD/B/EX(74)/2",
        " TD/B/C.I/MEM.8/2",
        " CTOC/COP/2022/4",
        "\nICCD/COP(16)/24/Add.1",
        " FCCC/PA/CMA/2021/10/Add.3",
        " CCPR/C/SR.2830",
        " CRC/C/GC/25",
        " CEDAW/C/GBR/9",
        " CAT/OP/1",
        " LC/G.2300",
        "\nISBA/29/C/7/Rev.1",
        " ISBA/ST/SGB/2024/1",
        " CBD/COP/15/L.25",
        " ECE/TRADE/C/CEFACT/2020/19",
        " CCW/GGE.1/2023/2",
        " PBC/1/OC/2",
        "\nBWC/MSP/2020/MX.1/2",
        " NPT/CONF.2020/WP.1",
        " A/81/6 (Sect. 26)",
        " A/81/6 (Sect. 26)/Part A",
        " A/80/6 (Sect. 29F)",
        "\nA/80/6 (Introduction)",
        " A/80/6 (Income sect. 1)",
        " A/80/5 (Vol. I)",
        " A/80/5 (Vol. I)/Corr.1",
        " S/RES/2223 (2015)",
        "\nS/PV.9876 (Resumption 1)",
        " FCCC/CP/2005/INF.2 (Part 2)",
        " NPT/CONF.1995/32 (Part I)/Corr.2",
        " HSP/HA.2/16 (Annex II)",
        "\nHSP/HA.2/16 (Decision 2/6)\n",
    ]
]
# Forms that stand in no document of the corpora: records of meetings, communications, sessions within sessions, parts.
REAL += [
    "A/RES/80/10 A", "A/RES/80/84 A-B", "A/RES/80/84 A–B", "A/RES/ES-11/1", "A/RES/S-36/1", "A/HRC/RES/S-36/1",
    "A/HRC/S-36/2", "A/HRC/DEC/57/101", "A/HRC/58/L.12/Rev.1", "A/HRC/WG.6/50/BHS/1", "A/C.3/80/L.20",
    "A/C.5/80/L.12/Rev.1/Add.1", "A/C.4/80/SR.22", "A/C.5/80/INF/1", "A/80/PV.51 (Resumption 1)",
    "A/ES-10/PV.60 (Resumption)", "A/81/6 (Introduction)", "A/81/6 (Plan outline)", "A/80/5/Add.3", "A/80/38 (Part II)",
    "A/AC.109/2026/3", "A/AC.105/1300/Add.1", "A/CN.4/L.1002", "A/CN.4/SR.3700", "A/CONF.241/3", "A/BUR/80/1", "A/INF/80/4",
    "A/80/L.11/Rev.1", "A/520/Rev.20", "A/DEC/80/501", "E/2026/3", "E/C.12/2026/3", "E/C.12/2026/SR.10", "E/C.12/ZAF/CO/2",
    "E/CN.4/Sub.2/2003/12/Rev.2", "E/RES/2024/1", "E/ESCAP/82/5", "E/ECA/COE/44/3", "E/ICEF/2026/P/L.5", "E/ICEF/2026/9",
    "S/2026/12", "S/RES/2812 (2026)", "S/PRST/2026/2", "S/PV.9812", "S/PV.9812 (Resumption 1)",
    "S/PV.9812 (Resumption 1)/Corr.1", "S/AC.51/2026/1", "S/INF/80", "ST/SGB/2026/1", "ST/AI/2026/3/Amend.1",
    "ST/ESA/STAT/SER.F/118", "ST/ADM/SER.B/1100", "CEDAW/C/SR.2001", "CEDAW/C/2026/I/CRP", "CEDAW/C/KEN/CO/9",
    "CEDAW/C/94/D/180/2021", "CCPR/C/146/D/3000/2025", "CCPR/C/102/CRP.1", "CAT/C/83/2", "CRC/C/99/D/200/2022",
    "CRC/C/GC/26", "CERD/C/SR.3100/Add.1", "CRPD/C/33/2", "CMW/C/40/1", "HRI/GEN/1/Rev.9", "HRI/MC/2026/2",
    "FCCC/PA/CMA/2026/10/Add.1", "FCCC/SBI/2026/L.3", "FCCC/KP/CMP/2025/4", "FCCC/TP/2026/1", "ICCD/CRIC(23)/2",
    "CBD/COP/DEC/16/2", "CBD/SBSTTA/REC/26/3", "CBD/CP/MOP/DEC/11/1", "CBD/WG2020/5/L.2", "UNEP/EA.7/Res.3",
    "UNEP/EA.7/L.4/Rev.1", "UNEP/OzL.Pro.37/8", "UNEP/OzL.Conv.13/3", "UNEP/MC/COP.6/4", "UNEP/CHW.17/5/Rev.1",
    "UNEP/FAO/RC/COP.12/7", "UNEP/GCSS.XII/9/Add.1", "HSP/HA.3/L.5", "HSP/HA.2/16/Rev.1", "HSP/EB.2026/3",
    "HSP/OECPR.2025/2", "HSP/HA.2/INF.9", "TD/B/EX(80)/2", "TD/B/C.II/50", "TD/B/WP/330", "TD/B/72/L.2", "TD/519/Add.2",
    "TD/B/C.I/MEM.8/20", "ECE/TRANS/WP.29/2026/1", "ECE/TRANS/WP.29/GRSG/100", "ECE/TRADE/437", "ECE/EX/2026/L.3",
    "ECE/MP.PP/2026/2", "ECE/ENERGY/GE.3/2026/4", "LC/PLEN.40/3", "LC/L.4500(SES.40/3)", "ESCAP/CED/2026/1", "GC.21/INF/4",
    "GC.21/Res.3", "DP/FPA/2026/3", "DP/DCP/KEN/5", "NPT/CONF.2026/1", "NPT/CONF.2026/PC.III/WP.5", "CD/2400", "CD/PV.1700",
    "BWC/MSP/2026/3", "BWC/CONF.IX/4", "CCW/MSP/2026/5", "APLC/MSP.22/2026/3", "TPNW/MSP/2026/1", "CTOC/COP/2026/3",
    "CAC/COSP/2025/5", "CAC/COSP/IRG/2026/8", "SPLOS/36/5", "CLCS/100", "ISBA/31/C/7", "ISBA/31/A/L.2", "LOS/PCN/100",
    "UNFF/21/3", "JIU/REP/2026/3", "T/PV.1600", "PBC/20/OC/2", "UNW/2026/4", "WFP/EB.A/2026/6-A", "CEB/2026/1", "HS/C/1/3",
    "TD/RBP/CONF.9/3", "A/CONF.192/BMS/2026/1", "A/RES/2200(XXI)", "S/2023/212/Rev.1", "A/66/6/Rev.1 (Sect. 5)",
    "E/CN.3/2026/2/Rev.1", "CEDAW/SP/2026/3", "CCPR/SP/100", "A/CONF.234/RPM.1/1", "A/AC.298/PV.3", "A/AC.291/L.15/Rev.2",
    "FAO/COFI/2026/3",
]  # fmt: skip
# Documents of two and three organs, with a dash as most print it and a hyphen as many type it.
DOUBLE = {
    "A/80/434–S/2025/632": ("A/80/434", "S/2025/632"),
    "A/80/434-S/2025/632": ("A/80/434", "S/2025/632"),
    "A/ES-10/1027-S/2025/5": ("A/ES-10/1027", "S/2025/5"),
    "E/2012/99-E/ICEF/2012/3": ("E/2012/99", "E/ICEF/2012/3"),
    "A/80/434-S/2025/632-E/2025/7": ("A/80/434", "S/2025/632", "E/2025/7"),
    "A/80/434–S/2025/632–E/2025/7": ("A/80/434", "S/2025/632", "E/2025/7"),
}


NUMBERS = {
    "A/RES/80/10": "80/10", "A/RES/80/10 A": "80/10 A", "A/RES/80/84 A-B": "80/84 A-B", "A/HRC/RES/S-36/1": "S-36/1",
    "A/RES/ES-11/1": "ES-11/1", "S/RES/2812 (2026)": "2812 (2026)", "S/RES/2812(2026)": "2812 (2026)", "E/RES/2024/1": "2024/1",
    "UNEP/EA.7/Res.3": "7/3", "CBD/COP/DEC/16/2": "16/2", "A/HRC/DEC/57/101": "57/101", "A/80/10": "", "S/2026/12": "",
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_resolution_has_the_number_it_is_cited_by(text: str) -> None:
    symbol = Symbol.parse(text)
    assert symbol is not None and symbol.number == NUMBERS[text]


def test_a_symbol_with_and_without_its_blank_is_one_folder_and_one_address() -> None:
    with_blank, without = Symbol("S/RES/2812 (2026)"), Symbol("S/RES/2812(2026)")
    assert (with_blank.folder, with_blank.address) == (without.folder, without.address)
    assert Symbol("A/RES/80/84 A–B").address == Symbol("A/RES/80/84 A-B").address


def test_a_letter_before_a_word_is_an_article() -> None:
    said = "A/RES/80/10 A resolution of A/RES/80/10 A, and A/RES/80/84 A-B as well"
    found = [said[slice(*span)] for span in symbol_spans(said)]
    assert found == ["A/RES/80/10", "A/RES/80/10 A", "A/RES/80/84 A-B"]


@pytest.mark.parametrize("text", DOUBLE)
def test_a_document_of_several_organs_has_their_symbols(text: str) -> None:
    symbol = Symbol.parse(text)
    assert symbol is not None and symbol.each == DOUBLE[text]
    assert symbol.address == f"https://undocs.org/{DOUBLE[text][0]}"
    assert [text[slice(*span)] for span in symbol_spans(text)] == list(DOUBLE[text])
    assert Symbol.parse(f"{text}-CD/1-CD/2") is None


@pytest.mark.parametrize("text", REAL)
def test_a_hyphen_within_a_symbol_parts_nothing(text: str) -> None:
    symbol = Symbol.parse(text)
    assert symbol is not None and symbol.each == (text,)


@pytest.mark.parametrize("text", [*REAL, *DOUBLE])
def test_real_symbols_are_read_whole(text: str) -> None:
    symbol = Symbol.parse(text)
    assert symbol is not None and symbol.text == text
    assert symbol.organ + symbol.rest == text
    assert Symbol.parse(f"{text}**") == symbol


@pytest.mark.parametrize("text", REAL)
def test_real_symbols_are_found_in_a_sentence(text: str) -> None:
    assert [f"See {text}, para. 3."[slice(*span)] for span in symbol_spans(f"See {text}, para. 3.")] == [text]
    assert symbol_spans(f"见{text}。") == [(1, 1 + len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "HSP/HA.2//99", "hsp/ha.2/99", "HSP/HA.2/", "HSP HA.2 99", "HSP/HA.2/13/add.1", "HSP/HA.2/16/Corr.1/", "A", "A/80/",
        "A/C.6/79.SR.38", "A/HRC/55/43.Add.1", "80/10", "AND/OR", "A/80/10 (foo)", "A/80/10\n", "A/٨٠/10", "", "A/RES/80/10 and more",
    ],
)  # fmt: skip
def test_what_is_no_symbol_is_none(text: str) -> None:
    assert Symbol.parse(text) is None


def test_words_with_strokes_are_no_symbols() -> None:
    assert symbol_spans("men and/or women, AC/DC, HIV/AIDS, 2024/25, S/he, I/O") == []


organs = st.sampled_from(["A", "E", "HSP", "TD", "UNEP", "DP"])
components = st.one_of(
    st.integers(1, 99999).map(str), st.from_regex(r"[A-Z]{1,8}\.[1-9][0-9]{0,3}", fullmatch=True),
    st.from_regex(r"[A-Z]{2,12}", fullmatch=True), st.from_regex(r"S-[1-9][0-9]?", fullmatch=True),
)  # fmt: skip
endings = st.builds(Suffix, st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 99))


@given(organs, st.lists(components, min_size=1, max_size=5), st.integers(1, 999), st.lists(endings, max_size=3))
def test_what_follows_from_a_symbol_leads_back_to_it(
    organ: str, parts: list[str], number: int, follow: list[Suffix]
) -> None:
    symbol = Symbol.parse("/".join([organ, *parts, str(number)]))
    assert symbol is not None and symbol.parent is None and symbol.suffix is None
    for ending in follow:
        later = symbol.followed_by(ending.kind, ending.number)
        assert Symbol.parse(later.text) == later
        assert (later.parent, later.suffix) == (symbol, ending)
        assert symbol_spans(later.text) == [(0, len(later.text))]
        symbol = later
    assert re.fullmatch(r"[A-Za-z0-9.-]+", symbol.folder) and symbol.file_stem("fr") == f"{symbol.folder}.fr"


def test_names_of_folders_and_files_have_one_spelling() -> None:
    assert Symbol("HSP/HA.2/16 (Annex II)").folder == "HSP-HA.2-16-Annex-II"
    assert Symbol("HSP/HA.2/16/Corr.1").file_stem("zh") == "HSP-HA.2-16-Corr.1.zh"
    assert Symbol("A/81/6 (Sect. 26)/Part A").folder == "A-81-6-Sect.-26-Part-A"
    assert Symbol("A/80/434–S/2025/632").folder == "A-80-434_S-2025-632"
    assert len({Symbol(text).folder for text in REAL}) == len(REAL)


def test_an_annex_knows_the_whole_it_belongs_to() -> None:
    assert str(Symbol("HSP/HA.2/16 (Annex II)").whole) == "HSP/HA.2/16"
    assert Symbol("HSP/HA.2/16 (Annex II)").annex == "II"
    assert Symbol("A/81/6 (Sect. 26)").whole is None


def test_sessions_stand_after_the_prefix_of_the_organ() -> None:
    assert Symbol("HSP/HA.2/16").sitting("HSP/HA.") == (2, "regular")
    assert Symbol("HSP/EB.2024/3").sitting("HSP/EB.") is None
    assert Symbol("A/80/1").sitting("") is None
    assert Symbol("A/C.4/80/SR.22").sitting("A/") == Symbol("A/RES/80/10").sitting("A/") == (80, "regular")
    assert Symbol("A/CONF.239/1").sitting("A/") is None
    assert Symbol("A/HRC/RES/S-36/1").sitting("A/HRC/") == (36, "special")
    assert Symbol("A/RES/ES-11/7").sitting("A/") == (11, "emergency")
    assert Symbol("ECE/TRADE/C/CEFACT/2020/19").sitting("ECE/TRADE/C/CEFACT/") is None
    assert Symbol("E/RES/2026/3").sitting("E/", yearly=True) == (2026, "yearly")


@pytest.mark.parametrize(
    ("symbol", "number"),
    [
        ("A/RES/80/10", "80/10"), ("A/RES/80/10 A", "80/10 A"), ("A/HRC/DEC/57/101", "57/101"), ("E/RES/2026/3", "2026/3"),
        ("A/HRC/RES/S-36/1", "S-36/1"), ("A/RES/ES-11/7/Corr.1", "ES-11/7"), ("S/RES/2812 (2026)", "2812 (2026)"),
        ("S/RES/2812(2026)", "2812 (2026)"), ("UNEP/EA.6/Res.1", "6/1"), ("HSP/HA.3/Dec.4", "3/4"),
        ("CBD/COP/DEC/15/4", "15/4"), ("A/80/L.11", ""), ("HSP/HA.2/16", ""), ("FCCC/CP/2015/10/Add.1", ""),
    ],
)  # fmt: skip
def test_a_symbol_says_the_number_of_the_resolution_it_is_of(symbol: str, number: str) -> None:
    assert Symbol(symbol).number == number


def test_every_organ_of_a_symbol_is_printed_large() -> None:
    assert Symbol("HSP/HA.2/16").pieces == (("HSP", True), ("/HA.2/16", False))
    two = Symbol("A/80/434–S/2025/632")
    assert [words for words, large in two.pieces if large] == ["A", "S"]
    assert "".join(words for words, _ in two.pieces) == two.text
    assert [words for words, large in Symbol("A/77/3-E/2022/3-S/2022/9").pieces if large] == ["A", "E", "S"]
