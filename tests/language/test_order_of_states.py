"""The order in which each language lists States (CONVENTIONS §5.7, §5.8)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from publisher.model.reference import State, load_reference
from tests.conftest import ROOT
from tests.language.conftest import LANGUAGES, speak, workspace

STATES: list[State] = list(load_reference(workspace().reference).states.values())


def roll_of_the_seed() -> list[str]:
    """The 116 names of paragraph 20 as issued."""
    text = (ROOT / "seeds" / "HSP-HA.2-16.zh.txt").read_text(encoding="utf-8")
    found = re.search(r"20\. 下列 116 个人居大会会员国派代表出席了会议：(.*?)。", text, re.S)
    assert found
    return re.sub(r"\s", "", found.group(1)).split("、")


def test_chinese_roll_is_in_english_order() -> None:
    roll = roll_of_the_seed()
    named = {state.names["zh"]: state for state in STATES}
    assert len(roll) == 116
    assert [state.names["zh"] for state in speak("zh").sort_states(named[name] for name in reversed(roll))] == roll


NEIGHBOURS = {
    "en": "Costa Rica, Côte d’Ivoire, Croatia|Trinidad and Tobago, Tunisia, Türkiye"
    "|Republic of Korea, Republic of Moldova, Romania",
    "fr": "Afghanistan, Afrique du Sud, Albanie|Émirats arabes unis, Équateur, Érythrée, Espagne"
    "|Norvège, Nouvelle-Zélande, Oman",
    "es": "Nicaragua, Níger, Nigeria|Emiratos Árabes Unidos, Eritrea|Omán, Países Bajos|Chad, Chequia, Chile",
    "ru": "Австралия, Австрия, Азербайджан|Иордания, Ирак|Египет, Замбия, Зимбабве|Казахстан, Камбоджа",
    "ar": "الاتحاد الروسي، إثيوبيا، أذربيجان، الأرجنتين، الأردن، أرمينيا|البحرين، البرازيل، بربادوس",
}


@pytest.mark.parametrize("code", NEIGHBOURS)
def test_neighbours(code: str) -> None:
    """Names that accents, articles and letters of one language would part are in their places."""
    order = {state.names[code].split(" (")[0]: place for place, state in enumerate(speak(code).sort_states(STATES))}
    for run in NEIGHBOURS[code].split("|"):
        names = re.split("[,،] ", run)
        assert [order[first] < order[second] for first, second in pairwise(names)] == [True] * (len(names) - 1), names


def test_letters_of_their_own() -> None:
    spanish, russian = speak("es").sort_key, speak("ru").sort_key
    assert sorted(["ñandú", "nube", "oso", "nzz"], key=spanish) == ["nube", "nzz", "ñandú", "oso"]
    assert sorted(["йод", "игра", "ия", "кот"], key=russian) == ["игра", "ия", "йод", "кот"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_order_does_not_depend_on_the_order_given(code: str) -> None:
    voice = speak(code)
    keys = [voice.sort_key(state.names[voice.order_of_names]) for state in STATES]
    assert len(set(keys)) == len(keys), "two States would change places"
