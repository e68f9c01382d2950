"""A State's name after “of” and with its article, as a sentence needs it; no State is left to a rule meant for others."""

from __future__ import annotations

import pytest

from publisher.model.reference import load_reference
from tests.language.conftest import speak, workspace

REFERENCE = load_reference(workspace().reference)

OF = {
    "fr": {
        "FIN": "de la Finlande",
        "PRT": "du Portugal",
        "ARG": "de l’Argentine",
        "HTI": "d’Haïti",
        "CUB": "de Cuba",
        "MEX": "du Mexique",
        "PHL": "des Philippines",
        "NLD": "du Royaume des Pays-Bas",
        "USA": "des États-Unis d’Amérique",
        "HND": "du Honduras",
        "CIV": "de la Côte d’Ivoire",
        "KHM": "du Cambodge",
        "VAT": "du Saint-Siège",
        "DEU": "de l’Allemagne",
        "HUN": "de la Hongrie",
    },
    "es": {
        "FIN": "de Finlandia",
        "BRA": "del Brasil",
        "ARG": "de la Argentina",
        "USA": "de los Estados Unidos de América",
        "NLD": "del Reino de los Países Bajos",
        "SLV": "de El Salvador",
        "BHS": "de las Bahamas",
        "VAT": "de la Santa Sede",
        "CIV": "de Côte d’Ivoire",
        "RUS": "de la Federación de Rusia",
        "PSE": "del Estado de Palestina",
    },
    "ru": {
        "PRT": "Португалии",
        "KEN": "Кении",
        "NLD": "Королевства Нидерландов",
        "EGY": "Египта",
        "CHN": "Китая",
        "POL": "Польши",
        "USA": "Соединенных Штатов Америки",
        "KOR": "Республики Корея",
        "PRK": "Корейской Народно-Демократической Республики",
        "BLR": "Беларуси",
        "ISR": "Израиля",
        "CIV": "Кот-д’Ивуара",
        "CHL": "Чили",
        "PHL": "Филиппин",
        "BHS": "Багамских Островов",
        "MHL": "Маршалловых Островов",
        "NZL": "Новой Зеландии",
        "IRN": "Исламской Республики Иран",
        "LKA": "Шри-Ланки",
        "TTO": "Тринидада и Тобаго",
        "WSM": "Самоа",
        "ZAF": "Южной Африки",
        "PNG": "Папуа-Новой Гвинеи",
        "VAT": "Святого Престола",
    },
}


@pytest.mark.parametrize("code", OF)
def test_of_a_state(code: str) -> None:
    said = {iso3: speak(code).of(REFERENCE.states[iso3].in_text[code]) for iso3 in OF[code]}
    assert said == OF[code]


@pytest.mark.parametrize("code", ["fr", "es"])
def test_article_and_of_agree(code: str) -> None:
    """“de” and the article are one form: le → du, el → del, les → des; without article nothing but “de” is added."""
    speech = speak(code)
    joined = {"fr": {"le ": "du ", "les ": "des ", "la ": "de la ", "l’": "de l’"}, "es": {"el ": "del "}}[code]
    for state in REFERENCE.states.values():
        name = state.in_text[code]
        article, of = speech.the(name).removesuffix(name), speech.of(name).removesuffix(name)
        expected = {joined.get(article, f"de {article}")} | ({"d’"} if code == "fr" and not article else set())
        assert of in expected, f"{article}{name} / {of}{name}"


def test_every_russian_name_that_bends_is_bent() -> None:
    """A name that stays as it is ends in a vowel that Russian leaves alone, or is one of a few."""
    speech, unbent = speak("ru"), set()
    for state in REFERENCE.states.values():
        name = state.in_text["ru"]
        if speech.of(name) == name and name[-1] not in "еёиоуы":
            unbent.add(state.iso3)
    assert unbent == {"BGD", "WSM", "NIC"}
