"""A record's lines stand in the half of the text they are of, under the headings and bullets that most versions give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.receive.test_akn import ENDING, _bold, _lines, _spoken, brought_in


def said(folder: Path, english: str, french: str = "", preamble: str = "") -> list[dict[str, Any]]:
    """The decision in English, and in French where a French body is given; `preamble` goes into both."""
    records = {"e": _spoken("en", english)} | ({"f": _spoken("fr", french)} if french else {})
    records = {name: text.replace("</preamble>", f"{preamble}</preamble>", 1) for name, text in records.items()}
    [received] = brought_in(folder, **records)
    assert received.is_whole
    files = [f"{language}.yaml" for language in ("en", "fr") if f"{language}.yaml" in received.files]
    return [yaml.safe_load(received.files[name])["decisions"]["80/10"] for name in files]


def _contained(*paragraphs: str) -> str:
    return "".join(f"<container><p>{words}</p></container>" for words in paragraphs)


@pytest.mark.parametrize(
    ("body", "last", "operative"),
    [
        ("", "Notes the wells;", "Notes the wells;"),  # nothing else resolves anything
        ("", "Takes note of the wells,", "Takes note of the wells,"),
        (_lines(_bold("II")) + ENDING, "Notes the wells;", "Notes the wells;"),  # the section ends here
        (ENDING, "Decides that, for 2026:", "Decides that, for 2026:"),
        (ENDING, "Noting the wells;", None),  # a slip in the preamble
        (_lines(_bold("II")) + ENDING, "Noting the wells,", None),
    ],
)
def test_what_resolves_is_no_preamble(tmp_path: Path, body: str, last: str, operative: str | None) -> None:
    [decision] = said(tmp_path, body, preamble=_contained("Recalling the springs,", last))
    assert decision["preamble"][0] == "Recalling the springs,"
    assert (last in decision["preamble"]) is (operative is None)
    assert (operative in str(decision["operative"])) if operative else (last not in str(decision["operative"]))


def test_most_versions_say_what_is_preamble(tmp_path: Path) -> None:
    slip = _contained("Recalling the springs,", "Noting the wells;")
    english = _spoken("en", _lines(_bold("II")) + ENDING).replace("</preamble>", f"{slip}</preamble>", 1)
    french = _spoken("fr", _lines(_bold("II")) + ENDING).replace("</preamble>", f"{slip}</preamble>", 1)
    late = _spoken("fr", _lines("Rappelant les sources,", "Notant les puits,", _bold("II")) + ENDING)
    [received] = brought_in(tmp_path, e=english, f=french)
    [decision] = [yaml.safe_load(received.files["en.yaml"])["decisions"]["80/10"]]
    assert decision["preamble"] == ["Recalling the springs,", "Noting the wells;"]
    [received] = brought_in(tmp_path, e=english, f=late)
    [decision] = [yaml.safe_load(received.files["fr.yaml"])["decisions"]["80/10"]]
    assert decision["preamble"] == ["Rappelant les sources,", "Notant les puits,"]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        (("Article 8", "Wells and springs", "A well is dug."), ["Article 8", "Wells and springs"]),
        (("Article 8 Wells and springs", "A well is dug."), ["Article 8 Wells and springs"]),
        (("Chapter II", "A well is dug."), ["Chapter II"]),
        (("第八条 水井", "挖一口井。"), ["第八条 水井"]),
        (("المادة 8", "تُحفر بئر."), ["المادة 8"]),
        (("Статья 8", "Роют колодец."), ["Статья 8"]),
        (("Artículo 8 Pozos", "Se excava un pozo."), ["Artículo 8 Pozos"]),
        (("Article 8 applies to wells.", "A well is dug."), []),
        (("Article 8, paragraph 2, and the annex;", "A well is dug."), []),
    ],
)
def test_the_label_of_an_article_is_a_heading_however_it_is_set(
    tmp_path: Path, lines: tuple[str, ...], headings: list[str]
) -> None:
    [decision] = said(tmp_path, ENDING + _lines(*lines))
    assert [block["heading"] for block in decision["operative"] if "heading" in block] == headings


def test_bullets_are_no_letters_and_stand_where_another_version_has_them(tmp_path: Path) -> None:
    points = "".join(
        f"<point><num>•</num><content><p>{words}</p></content></point>" for words in ("To dig;", "To fill.")
    )
    english = f"<paragraph><num>1.</num><list><intro><p>Decides:</p></intro>{points}</list></paragraph>"
    french = "<paragraph><num>1.</num><content><p>Décide :</p></content></paragraph>" + _lines("Creuser ;", "Combler.")
    for decision, words in zip(
        said(tmp_path, english, french), (("To dig;", "To fill."), ("Creuser ;", "Combler.")), strict=True
    ):
        assert {"bullets": list(words)} in decision["operative"]


def test_a_long_line_that_most_versions_set_as_a_heading_is_one(tmp_path: Path) -> None:
    long = "Des puits et des sources " * 8 + "de la région"
    [_, french] = said(tmp_path, _lines(_bold("Wells")) + ENDING, _lines(long) + ENDING)
    assert french["operative"][0]["heading"] == long


def test_a_number_on_a_line_of_its_own_is_that_of_the_next(tmp_path: Path) -> None:
    body = ENDING.replace("Decides to meet;", "Decides:") + _lines("(a)", "To dig;", "(b)", "To fill.")
    [decision] = said(tmp_path, body)
    assert decision["operative"] == [{"unnumbered": "1. Decides:", "items": ["To dig;", "To fill."]}]
