"""Days, periods and times of day, in each language against forms of the United Nations (CONVENTIONS §5.6)."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.conftest import LANGUAGES, speak

THURSDAY = datetime.date(2025, 5, 29)
N = "\u00a0"
FORMS = {
    "en": ["29 May 2025", "29 May 2025", "Thursday, 29 May 2025", "29 May 2025"],
    "fr": ["29 mai 2025", "29 mai 2025", "jeudi 29 mai 2025", "29 mai 2025"],
    "es": ["29 de mayo de 2025", "29 de mayo de 2025", "jueves 29 de mayo de 2025", "29 de mayo de 2025"],
    "ru": [f"29 мая 2025{N}года", f"29 мая 2025{N}года", f"четверг, 29 мая 2025{N}года", "29 May 2025"],
    "ar": ["29 أيار/مايو 2025", "29 أيار/مايو 2025", "الخميس، 29 أيار/مايو 2025", "29 May 2025"],
    "zh": ["2025 年 5 月 29 日", "2025年5月29日", "2025 年 5 月 29 日星期四", "29 May 2025"],
}


@pytest.mark.parametrize("code", FORMS)
def test_one_day(code: str) -> None:
    voice = speak(code)
    said = [voice.date(THURSDAY), voice.date(THURSDAY, "line"), voice.date(THURSDAY, "weekday")]
    assert [*said, voice.masthead_date(THURSDAY)] == FORMS[code]
    assert voice.date(THURSDAY, "code") == "290525"


TWO = (datetime.date(2025, 5, 29), datetime.date(2025, 5, 30))
WEEK = (datetime.date(2027, 6, 14), datetime.date(2027, 6, 18))
ACROSS = (datetime.date(2018, 4, 30), datetime.date(2018, 5, 1))
# For each language: two days, a week, two days of two months; in the masthead, then in a sentence.
PERIODS = {
    "en": [
        ("29 and 30 May 2025", "on 29 and 30 May 2025"),
        ("14–18 June 2027", "from 14 to 18 June 2027"),
        ("30 April – 1 May 2018", "on 30 April and 1 May 2018"),
    ],
    "fr": [
        ("29 et 30 mai 2025", "les 29 et 30 mai 2025"),
        ("14-18 juin 2027", "du 14 au 18 juin 2027"),
        ("30 avril-1er mai 2018", "les 30 avril et 1er mai 2018"),
    ],
    "es": [
        ("29 y 30 de mayo de 2025", "los días 29 y 30 de mayo de 2025"),
        ("14 a 18 de junio de 2027", "del 14 al 18 de junio de 2027"),
        ("30 de abril y 1 de mayo de 2018", "los días 30 de abril y 1 de mayo de 2018"),
    ],
    "ru": [
        (f"29 и 30 мая 2025{N}года", f"29 и 30 мая 2025{N}года"),
        (f"14–18 июня 2027{N}года", f"с 14 по 18 июня 2027{N}года"),
        (f"30 апреля и 1 мая 2018{N}года", f"30 апреля и 1 мая 2018{N}года"),
    ],
    "ar": [
        ("29 و30 أيار/مايو 2025", "يومي 29 و30 أيار/مايو 2025"),
        ("14-18 حزيران/يونيه 2027", "في الفترة من 14 إلى 18 حزيران/يونيه 2027"),
        ("30 نيسان/أبريل و1 أيار/مايو 2018", "يومي 30 نيسان/أبريل و1 أيار/مايو 2018"),
    ],
    "zh": [
        ("2025年5月29日和30日", "于 2025 年 5 月 29 日和 30 日"),
        ("2027年6月14日至18日", "于 2027 年 6 月 14 日至 18 日"),
        ("2018年4月30日和5月1日", "于 2018 年 4 月 30 日和 5 月 1 日"),
    ],
}


@pytest.mark.parametrize("code", PERIODS)
def test_periods(code: str) -> None:
    voice = speak(code)
    said = [(voice.period(days, "line"), voice.period(days, "adverbial")) for days in (TWO, WEEK, ACROSS)]
    assert said == PERIODS[code]


TIMES = {
    "en": ["10.40 a.m.", "7.05 p.m.", "3 p.m.", "noon", "12.30 p.m."],
    "fr": [f"10{N}h{N}40", f"19{N}h{N}5", f"15{N}heures", "midi", f"12{N}h{N}30"],
    "es": ["10.40 horas", "19.05 horas", "15.00 horas", "12.00 horas", "12.30 horas"],
    "ru": [
        f"{time}{N}м." for time in (f"10{N}ч.{N}40", f"19{N}ч.{N}05", f"15{N}ч.{N}00", f"12{N}ч.{N}00", f"12{N}ч.{N}30")
    ],
    "ar": ["الساعة 40/10", "الساعة 05/19", "الساعة 00/15", "الساعة 00/12", "الساعة 30/12"],
    "zh": ["上午 10 时 40 分", "下午 7 时 05 分", "下午 3 时", "中午 12 时", "下午 12 时 30 分"],
}


@pytest.mark.parametrize("code", TIMES)
def test_times(code: str) -> None:
    assert [speak(code).time(time) for time in ("10:40", "19:05", "15:00", "12:00", "12:30")] == TIMES[code]


def test_one_o_clock_is_singular() -> None:
    assert speak("es").at_time("1:05") == "a la 1.05 horas"
    assert speak("es").at_time("13:05") == "a las 13.05 horas"
    assert speak("fr").at_time("1:00") == f"à 1{N}heure"


AT_MEETING = {
    "en": "at the third plenary meeting, on the morning of Friday, 30 May 2025",
    "fr": "à la troisième séance plénière, tenue dans la matinée du vendredi 30 mai 2025",
    "es": "en la tercera sesión plenaria, celebrada en la mañana del viernes 30 de mayo de 2025",
    "ru": f"на третьем пленарном заседании, состоявшемся в пятницу, 30 мая 2025{N}года, в первой половине дня",
    "ar": "في الجلسة العامة الثالثة، المعقودة صباح يوم الجمعة، 30 أيار/مايو 2025",
    "zh": "在 2025 年 5 月 30 日星期五上午举行的第三次全体会议上",
}


@pytest.mark.parametrize("code", AT_MEETING)
def test_at_a_meeting(code: str) -> None:
    assert speak(code).at_meeting(3, "plenary", TWO[1], "morning") == AT_MEETING[code]


@settings(max_examples=40)
@given(st.dates(datetime.date(1946, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 40))
def test_any_period_has_its_figures_and_nothing_unfilled(first: datetime.date, length: int) -> None:
    last = min(first + datetime.timedelta(days=length), datetime.date(2099, 12, 31))
    for code in LANGUAGES:
        for style in ("text", "line", "adverbial"):
            said = speak(code).period([first, last], style)
            assert "{" not in said and str(first.year) in said and str(last.year) in said
            assert f"{last.day}" in said and f"{first.day}" in said


@settings(max_examples=40)
@given(st.times())
def test_two_times_of_day_never_look_alike(time: datetime.time) -> None:
    other = datetime.time((time.hour + 12) % 24, time.minute)
    for code in LANGUAGES:
        assert speak(code).time(time) != speak(code).time(other)
