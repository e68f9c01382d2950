"""Counted things at 0, 1, 2, few and many: where a language bends its nouns, the noun is right (CONVENTIONS §5.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.conftest import LANGUAGES, speak

COUNTS = (0, 1, 2, 3, 5, 11, 21, 100, 103, 105)
# Votes in favour as one part of the result, abstentions as another.
ARABIC = {
    0: ("لا شيء", "عدم امتناع أي عضو"),
    1: ("صوت واحد", "امتناع عضو واحد"),
    2: ("صوتين", "امتناع عضوين"),
    3: ("3 أصوات", "امتناع 3 أعضاء"),
    5: ("5 أصوات", "امتناع 5 أعضاء"),
    11: ("11 صوتا", "امتناع 11 عضوا"),
    21: ("21 صوتا", "امتناع 21 عضوا"),
    100: ("100 صوت", "امتناع 100 عضو"),
    103: ("103 أصوات", "امتناع 103 أعضاء"),
    105: ("105 أصوات", "امتناع 105 أعضاء"),
}
RUSSIAN = {
    0: ("0 голосами", "отсутствии воздержавшихся"),
    1: ("1 голосом", "1 воздержавшемся"),
    2: ("2 голосами", "2 воздержавшихся"),
    3: ("3 голосами", "3 воздержавшихся"),
    5: ("5 голосами", "5 воздержавшихся"),
    11: ("11 голосами", "11 воздержавшихся"),
    21: ("21 голосом", "21 воздержавшемся"),
    100: ("100 голосами", "100 воздержавшихся"),
    103: ("103 голосами", "103 воздержавшихся"),
    105: ("105 голосами", "105 воздержавшихся"),
}


@pytest.mark.parametrize(("code", "expected"), [("ar", ARABIC), ("ru", RUSSIAN)])
def test_parts_of_a_result(code: str, expected: dict[int, tuple[str, str]]) -> None:
    voice = speak(code)
    assert {n: (voice.votes("in_favour", n), voice.votes("abstaining", n)) for n in COUNTS} == expected


RESULTS = {
    "en": [
        "by 105 votes to 2, with 1 abstention",
        "by 1 vote to none, with no abstentions",
        "by 21 votes to 11, with 3 abstentions",
    ],
    "fr": [
        "par 105 voix contre 2, avec 1 abstention",
        "par 1 voix contre zéro, sans abstention",
        "par 21 voix contre 11, avec 3 abstentions",
    ],
    "es": [
        "por 105 votos contra 2 y 1 abstención",
        "por 1 voto contra ninguno y ninguna abstención",
        "por 21 votos contra 11 y 3 abstenciones",
    ],
    "ru": [
        "105 голосами против 2 при 1 воздержавшемся",
        "1 голосом против 0 при отсутствии воздержавшихся",
        "21 голосом против 11 при 3 воздержавшихся",
    ],
    "ar": [
        "بأغلبية 105 أصوات مقابل صوتين وامتناع عضو واحد عن التصويت",
        "بأغلبية صوت واحد مقابل لا شيء وعدم امتناع أي عضو عن التصويت",
        "بأغلبية 21 صوتا مقابل 11 صوتا وامتناع 3 أعضاء عن التصويت",
    ],
    "zh": [
        "以 105 票赞成、2 票反对、1 票弃权",
        "以 1 票赞成、0 票反对、0 票弃权",
        "以 21 票赞成、11 票反对、3 票弃权",
    ],
}


@pytest.mark.parametrize("code", RESULTS)
def test_result_of_a_vote(code: str) -> None:
    voice = speak(code)
    assert [voice.vote_formula(*counts) for counts in ((105, 2, 1), (1, 0, 0), (21, 11, 3))] == RESULTS[code]


def test_real_result_in_arabic() -> None:
    """Seen in a document of the United Nations."""
    assert speak("ar").vote_formula(9, 5, 2) == "بأغلبية 9 أصوات مقابل 5 أصوات وامتناع عضوين عن التصويت"


MEMBERS = {
    "en": ["0 member States", "one member State", "two member States", "five member States", "11 member States"],
    "fr": ["0 État membre", "1 État membre", "2 États membres", "5 États membres", "11 États membres"],
    "es": ["0 Estados miembros", "1 Estado miembro", "2 Estados miembros", "5 Estados miembros", "11 Estados miembros"],
    "ru": [
        "0 государств-членов",
        "1 государство-член",
        "2 государства-члена",
        "5 государств-членов",
        "11 государств-членов",
    ],
    "ar": ["لا دول أعضاء", "دولة عضو واحدة", "دولتان عضوان", "5 دول أعضاء", "11 دولة عضوا"],
    "zh": ["0 个会员国", "1 个会员国", "2 个会员国", "5 个会员国", "11 个会员国"],
}


@pytest.mark.parametrize("code", MEMBERS)
def test_members(code: str) -> None:
    assert [speak(code).plural(n, "members") for n in (0, 1, 2, 5, 11)] == MEMBERS[code]


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200))
def test_every_figure_above_two_stands_in_the_result(in_favour: int, against: int, abstaining: int) -> None:
    for code in LANGUAGES:
        said = speak(code).vote_formula(in_favour, against, abstaining)
        assert "{" not in said
        assert [part for part in (in_favour, against, abstaining) if part > 2 and str(part) not in said] == []


@given(st.lists(st.integers(0, 300), min_size=2, max_size=2, unique=True), st.sampled_from(["in_favour", "abstaining"]))
def test_two_counts_never_look_alike(counts: list[int], side: str) -> None:
    for code in LANGUAGES:
        assert speak(code).votes(side, counts[0]) != speak(code).votes(side, counts[1])  # type: ignore[arg-type]


LISTS = {
    "en": ["A", "A and B", "A, B and C", "A, B or C"],
    "fr": ["A", "A et B", "A, B et C", "A, B ou C"],
    "es": ["A", "A y B", "A, B y C", "A, B o C"],
    "ru": ["A", "A и B", "A, B и C", "A, B или C"],
    "ar": ["A", "A وB", "A، B، وC", "A، B أو C"],
    "zh": ["A", "A和B", "A、B和C", "A、B或C"],
}


@pytest.mark.parametrize("code", LISTS)
def test_lists(code: str) -> None:
    voice = speak(code)
    assert [voice.join("A"), voice.join("AB"), voice.join("ABC"), voice.join("ABC", "or")] == LISTS[code]


@pytest.mark.parametrize(
    ("last", "joint"),
    [
        ("Irlanda", "e"),
        ("Islandia", "e"),
        ("Índice", "e"),
        ("Hidalgo", "e"),
        ("hielo", "y"),
        ("Hungría", "y"),
        ("Yemen", "y"),
    ],
)
def test_spanish_and_before_its_own_sound(last: str, joint: str) -> None:
    assert speak("es").join(["Dinamarca", last]) == f"Dinamarca {joint} {last}"


@pytest.mark.parametrize(
    ("last", "joint"), [("Omán", "u"), ("Honduras", "u"), ("Haití", "o"), ("8", "u"), ("11", "u"), ("10", "o")]
)
def test_spanish_or_before_its_own_sound(last: str, joint: str) -> None:
    assert speak("es").join(["7", last], "or") == f"7 {joint} {last}"


N = "\u00a0"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("en", ["999", "2,300", "1,234,567.5", "−3", "0.3", "70 per cent", "70%"]),
        ("fr", ["999", f"2{N}300", f"1{N}234{N}567,5", "−3", "0,3", f"70{N}%", f"70{N}%"]),
        ("es", ["999", "2.300", "1.234.567,5", "−3", "0,3", f"70{N}%", f"70{N}%"]),
        ("ru", ["999", f"2{N}300", f"1{N}234{N}567,5", "−3", "0,3", f"70{N}%", f"70{N}%"]),
        ("ar", ["999", f"2{N}300", f"1{N}234{N}567,5", "−3", "0,3", "70 في المائة", "70 في المائة"]),
        ("zh", ["999", f"2{N}300", f"1{N}234{N}567.5", "−3", "0.3", "70%", "70%"]),
    ],
)
def test_figures(code: str, printed: list[str]) -> None:
    voice = speak(code)
    said = [*map(voice.number, (999, 2300, 1234567.5, -3)), voice.number(0.25, 1)]
    assert [*said, voice.per_cent(70), voice.per_cent(70, table=True)] == printed


OFFICERS = {
    "en": "President:|Vice-Presidents:|Rapporteur:|Chair:",
    "fr": f"Présidente{N}:|Vice-Présidents{N}:|Rapporteur{N}:|Présidence{N}:",
    "es": "Presidenta:|Vicepresidentes:|Relator:|Presidencia:",
    "ru": "Председатель:|Заместители Председателя:|Докладчик:|Председатель:",
    "ar": "الرئيسة:|نواب الرئيس:|المقرر:|الرئيس:",
    "zh": "主席：|副主席：|报告员：|主席：",
}


@pytest.mark.parametrize("code", OFFICERS)
def test_officers(code: str) -> None:
    """In the gender of the holder, of no gender where none is known, in the plural where several share an office."""
    label = speak(code).officer_label
    said = (label("president", "f"), label("vice-president", count=3), label("rapporteur", "m"), label("chair"))
    assert "|".join(said) == OFFICERS[code]
