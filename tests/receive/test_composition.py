"""Who took part and who was elected, read from the lines that the program itself writes of them, in six languages."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.language import vocabulary
from publisher.model.reference import Reference, load_reference
from publisher.model.workspace import workspace_for
from publisher.receive.composition import CompositionReader
from publisher.receive.said import facts_in
from publisher.receive.written import Written
from publisher.wording.names import body_name, observer_names, state_name, state_names
from tests.conftest import ROOT, TODAY
from tests.receive.test_proceedings import LANGUAGES

RECORD = {
    "symbol": "DEMO/CVW.3/15", "kind": "session-report", "profile": "geneva", "organ": "conference-on-village-wells",
    "session": {"number": 3}, "place": "geneva", "date": "2027-11-12", "original": "en",
}  # fmt: skip
ELECTED = {"african": ["KEN", "SEN"], "asia-pacific": ["FJI"], "weog": ["FIN", "NLD"]}
BODIES = ["african-union", "european-union", "league-of-arab-states"]


def reader(language: str) -> tuple[CompositionReader, Reference]:
    workspace = workspace_for(ROOT / "data" / "DEMO-CVW.3-15", TODAY)
    words, reference = vocabulary(language, workspace), load_reference(workspace.reference)
    sentence = Written(RECORD, reference, words, workspace).sentence
    return CompositionReader(facts_in(words, reference, workspace), sentence), reference


def officers(read: CompositionReader, reference: Reference) -> list[str]:
    """Lines on a president, three vice-presidents and a rapporteur."""
    words = read.facts.vocabulary
    opening, closing = words.entries.punctuation.brackets

    def holder(name: str, state: str) -> str:
        return f"{name} {opening}{state_name(state, words.code, reference)}{closing}"

    several = words.join([holder("Tomás Rojas", "CHL"), holder("Eliška Nováková", "CZE"), holder("J. Vries", "NLD")])
    return [
        f"*{words.officer_label('president')}* {holder('Aminata Diallo', 'SEN')}",
        f"*{words.officer_label('vice-president', count=3)}* {several}",
        f"*{words.officer_label('rapporteur')}* {state_name('PRT', words.code, reference)}",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_officers_are_read_with_their_states_and_names(language: str) -> None:
    read, reference = reader(language)
    lines = officers(read, reference)
    (found,) = read.bureaux(["Before.", *lines, "After."])
    assert [(one["office"], one["state"]) for one in found.officers] == [
        ("president", "SEN"), ("vice-president", "CHL"), ("vice-president", "CZE"), ("vice-president", "NLD"), ("rapporteur", "PRT"),
    ]  # fmt: skip
    assert list(found.persons.values()) == ["Aminata Diallo", "Tomás Rojas", "Eliška Nováková", "J. Vries"]
    assert [one.get("person") for one in found.officers] == [*found.persons, None]
    vacant = read.facts.vocabulary.label("vacant")
    for other in ([lines[0]], [lines[1], lines[2]], [lines[0], f"{lines[1]}; x", lines[0]], [*lines, f"One {vacant}."]):
        assert list(read.bureaux(other)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_elections_are_read_where_sentence_and_every_group_say_them(language: str) -> None:
    read, reference = reader(language)
    words, body = read.facts.vocabulary, body_name("council-of-village-wells", language, reference)

    def items(elected: dict[str, list[str]]) -> list[str]:
        lines = []
        for key, states in elected.items():
            given = {"group": key, "name": words.group(key), "seats": len(states)}
            line = read.sentence("election-group", **given, states=state_names(states, words, reference))
            lines.append(line + words.entries.punctuation.item_end)
        return lines

    def told(method: str, **more: Any) -> list[Any]:
        election = {"term": [2028, 2031], "method": method}
        said = read.sentence("election", election=election, body=body, total=5, groups=[])
        block = {"paragraph": said, "items": items(ELECTED)} | more
        return [found for found, _ in read.elections([{"heading": "H", "body": ["Words.", block]}])]

    for method in ("acclamation", "secret-ballot"):
        (found,) = told(method)
        assert (found["body"], found.get("method", "acclamation")) == ("council-of-village-wells", method)
        assert found["term"].value == [2028, 2031] and found["seats"].value == {
            "african": 2,
            "asia-pacific": 1,
            "weog": 2,
        }
        assert {key: set(states.value) for key, states in found["elected"].items()} == {
            key: set(states) for key, states in ELECTED.items()
        }
    assert told("acclamation", paragraph="They elected the following:") == []
    assert told("acclamation", items=[*items(ELECTED), "Others: none."]) == []
    assert (
        told(
            "acclamation",
            items=[line.replace(state_names(["FJI"], words, reference)[0], "Atlantis") for line in items(ELECTED)],
        )
        == []
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_present_are_read_from_the_sentence_on_each_category(language: str) -> None:
    read, reference = reader(language)
    bodies = [body_name(key, language, reference) for key in BODIES]
    observers = observer_names(["VAT"], read.facts.vocabulary, reference)
    lines = [
        read.sentence("attendance-observers", names=observers, count=1),
        read.sentence("attendance-intergovernmental", names=bodies, count=3),
    ]
    found = read.attendance(["Another line.", *lines])
    assert {key: one.value for key, one in found.items()} == {"observer-states": ["VAT"], "intergovernmental": BODIES}
    assert read.attendance([f"{lines[1]} {bodies[0]}", lines[1].replace(bodies[1], "Atlantis")]) == {}
