"""Numbers of headings, paragraphs, annexes and agenda items; ordinals of sessions and meetings (CONVENTIONS §2)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.language.numerals import NUMERALS, numeral
from tests.language.conftest import LANGUAGES, speak

HEADINGS = {  # second and twelfth of each depth
    "en": ["II. XII.", "B. L.", "2. 12.", "(b) (l)", "(ii) (xii)"],
    "fr": ["II. XII.", "B. L.", "2. 12.", "b) l)", "ii) xii)"],
    "es": ["II. XII.", "B. L.", "2. 12.", "b) l)", "ii) xii)"],
    "ru": ["II. XII.", "B. L.", "2. 12.", "b) l)", "ii) xii)"],
    "ar": ["ثانيا - ثاني عشر -", "باء - لام -", "2 - 12 -", "(ب) (ل)", "’2‘ ’12‘"],
    "zh": ["二、 十二、", "B. L.", "2. 12.", "(b) (l)", "(二) (十二)"],
}


@pytest.mark.parametrize("code", HEADINGS)
def test_headings(code: str) -> None:
    voice = speak(code)
    said = [" ".join(voice.heading_number(depth, n).printed for n in (2, 12)) for depth in range(1, 6)]
    assert said == HEADINGS[code]


@pytest.mark.parametrize(
    ("code", "paragraph", "items", "inserted", "annexes", "single"),
    [
        ("en", "51.", "(b) (ii) b. ii.", "12 bis.", "Annex I, Annex IV", "Annex"),
        ("fr", "51.", "b) ii) b. ii.", "12 bis.", "Annexe I, Annexe IV", "Annexe"),
        ("es", "51.", "b) ii) b. ii.", "12 bis.", "Anexo I, Anexo IV", "Anexo"),
        ("ru", "51.", "b) ii) b. ii.", "12 bis.", "Приложение I, Приложение IV", "Приложение"),
        ("ar", "51 -", "(ب) ’2‘ ب - (2)", "12 مكررا -", "المرفق الأول, المرفق الرابع", "المرفق"),
        ("zh", "51.", "(b) (二) b. ii.", "12 之二.", "附件一, 附件四", "附件"),
    ],
)
def test_paragraphs_and_annexes(
    code: str, paragraph: str, items: str, inserted: str, annexes: str, single: str
) -> None:
    voice = speak(code)
    assert voice.paragraph_number(51).printed == paragraph
    assert " ".join(voice.item_number(depth, 2).printed for depth in range(1, 5)) == items
    assert voice.inserted_number("12 bis").printed == inserted
    assert ", ".join(voice.annex_label(n, 4).printed for n in (1, 4)) == annexes
    assert voice.annex_label(1, 1).printed == single


@given(st.sampled_from(LANGUAGES), st.integers(1, 5), st.integers(1, 90))
def test_form_and_pattern_make_the_printed_number(code: str, depth: int, number: int) -> None:
    given_back = speak(code).heading_number(depth, number)
    assert given_back.pattern.format(numeral(given_back.form, number)) == given_back.printed


@pytest.mark.parametrize("form", sorted(NUMERALS))
def test_no_two_numbers_look_alike(form: str) -> None:
    printed = [NUMERALS[form](number) for number in range(1, 400)]  # type: ignore[index]
    assert len(set(printed)) == len(printed)


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("cjk", 10, "十"),
        ("cjk", 20, "二十"),
        ("cjk", 21, "二十一"),
        ("cjk", 105, "一百零五"),
        ("cjk", 110, "一百一十"),
        ("lower-letter", 26, "z"),
        ("lower-letter", 27, "aa"),
        ("lower-letter", 28, "bb"),
        ("upper-roman", 49, "XLIX"),
        ("lower-roman", 1994, "mcmxciv"),
        ("abjad-letter", 5, "ه"),
        ("abjad-word", 22, "تاء"),
        ("arabic-ordinal", 8, "ثامنا"),
        ("arabic-ordinal", 19, "تاسع عشر"),
        ("arabic-ordinal", 20, "عشرون"),
        ("arabic-ordinal", 21, "حادي وعشرون"),
    ],
)
def test_numerals(form: str, number: int, printed: str) -> None:
    assert numeral(form, number) == printed  # type: ignore[arg-type]


SESSIONS = {  # first, resumed second, third special, twenty-first, seventy-ninth, hundredth
    "en": "First session|Resumed second session|Third special session|Twenty-first session|Seventy-ninth session"
    "|100th session",
    "fr": "Première session|Reprise de la deuxième session|Troisième session extraordinaire|Vingt et unième session"
    "|Soixante-dix-neuvième session|100e session",
    "es": "Primer período de sesiones|Continuación del segundo período de sesiones"
    "|Tercer período extraordinario de sesiones"
    "|Vigésimo primer período de sesiones|Septuagésimo noveno período de sesiones|100º período de sesiones",
    "ru": "Первая сессия|Возобновленная вторая сессия|Третья специальная сессия|Двадцать первая сессия"
    "|Семьдесят девятая сессия|100-я сессия",
    "ar": "الدورة الأولى|الدورة الثانية المستأنفة|الدورة الاستثنائية الثالثة|الدورة الحادية والعشرون"
    "|الدورة التاسعة والسبعون"
    "|الدورة 100",
    "zh": "第一届会议|第二届会议续会|第三届特别会议|第二十一届会议|第七十九届会议|第 100 届会议",
}


@pytest.mark.parametrize("code", SESSIONS)
def test_sessions(code: str) -> None:
    parts = ((1, "regular"), (2, "resumed"), (3, "special"), (21, "regular"), (79, "regular"), (100, "regular"))
    assert "|".join(speak(code).session_line(number, part) for number, part in parts) == SESSIONS[code]


def test_cases_of_russian_sessions_and_meetings() -> None:
    voice = speak("ru")
    said = [voice.session(2, "resumed", case) for case in ("the", "object", "of", "at")]
    assert said == [
        "возобновленная вторая сессия",
        "возобновленную вторую сессию",
        "возобновленной второй сессии",
        "на возобновленной второй сессии",
    ]
    assert voice.at_meeting(3) == "на третьем пленарном заседании"
    assert voice.at_meeting(81) == "на 81-м пленарном заседании"  # as A/RES/55/… has it


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_ordinals_look_alike(code: str) -> None:
    for use in speak(code).entries.ordinals.uses:
        printed = [speak(code).ordinal(number, use) for number in range(1, 130)]
        assert len(set(printed)) == len(printed), use


AGENDA = {
    "en": ["(agenda item 1)", "(agenda items 1 and 2)", "(agenda items 1–5)", "(agenda items 1, 3 and 5–7)"],
    "fr": [
        "(point 1 de l’ordre du jour)",
        "(points 1 et 2 de l’ordre du jour)",
        "(points 1 à 5 de l’ordre du jour)",
        "(points 1, 3 et 5 à 7 de l’ordre du jour)",
    ],
    "es": [
        "(tema 1 del programa)",
        "(temas 1 y 2 del programa)",
        "(temas 1 a 5 del programa)",
        "(temas 1, 3 y 5 a 7 del programa)",
    ],
    "ru": [
        "(пункт 1 повестки дня)",
        "(пункты 1 и 2 повестки дня)",
        "(пункты 1–5 повестки дня)",
        "(пункты 1, 3 и 5–7 повестки дня)",
    ],
    "ar": [
        "(البند 1 من جدول الأعمال)",
        "(البندان 1 و2 من جدول الأعمال)",
        "(البنود 1-5 من جدول الأعمال)",
        "(البنود 1، 3 و5-7 من جدول الأعمال)",
    ],
    "zh": ["（议程项目 1）", "（议程项目 1 和 2）", "（议程项目 1-5）", "（议程项目 1、3 和 5-7）"],
}


@pytest.mark.parametrize("code", AGENDA)
def test_agenda_references(code: str) -> None:
    lists = ([1], [1, 2], [1, 2, 3, 4, 5], [1, 3, 5, 6, 7])
    assert [speak(code).agenda_reference(numbers) for numbers in lists] == AGENDA[code]


@given(st.sampled_from(LANGUAGES), st.sets(st.integers(1, 60), min_size=1))
def test_ranges_of_items_can_be_read_back(code: str, numbers: set[int]) -> None:
    """No item is lost in a range or added by it."""
    voice = speak(code)
    said = voice.agenda_reference(sorted(numbers))
    span = (
        re.escape(voice.entries.agenda.range.format(first="0", last="9")).replace("0", r"(\d+)").replace("9", r"(\d+)")
    )
    read: set[int] = set()
    for first, last in re.findall(span, said):
        read |= set(range(int(first), int(last) + 1))
    read |= {int(number) for number in re.findall(r"\d+", re.sub(span, "", said))}
    assert read == numbers


@pytest.mark.parametrize(
    ("code", "one", "two", "sub_item"),
    [
        ("en", "Agenda item 5", "Items 5 and 6 of the provisional agenda", "113 (b)"),
        ("fr", "Point 5 de l’ordre du jour", "Points 5 et 6 de l’ordre du jour provisoire", "113 b)"),
        ("es", "Tema 5 del programa", "Temas 5 y 6 del programa provisional", "113 b)"),
        ("ru", "Пункт 5 повестки дня", "Пункты 5 и 6 предварительной повестки дня", "113 b)"),
        ("ar", "البند 5 من جدول الأعمال", "البندان 5 و6 من جدول الأعمال المؤقت", "113 (ب)"),
        ("zh", "议程项目5", "临时议程项目5和6", "113(b)"),
    ],
)
def test_items_in_the_masthead(code: str, one: str, two: str, sub_item: str) -> None:
    voice = speak(code)
    said = (voice.masthead_items([5]), voice.masthead_items([5, 6], provisional=True), voice.sub_item(113, 2))
    assert said == (one, two, sub_item)
