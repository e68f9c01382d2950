"""Modes, waivers, baseline, places in the source, and documents that look odd but are right."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from publisher import pipeline
from publisher.catalogue.known import baseline_of, read_baseline
from publisher.check import explain
from publisher.check.engine import check, weighed
from publisher.check.places import Sources
from publisher.check.words import load_words
from publisher.failures import BadRequest
from publisher.language import vocabulary
from publisher.model.diagnostic import Position, Severity
from publisher.model.reference import load_reference
from publisher.model.workspace import shipped, workspace_for
from tests.check.planting import Text
from tests.check.recall import clean, findings

TODAY = datetime.date(2026, 1, 1)


def with_words(text: Text, old: str, new: str) -> Text:
    """The document with `old` replaced in its words."""
    assert old in text.words
    return replace(text, words=text.words.replace(old, new, 1))


def with_waivers(text: Text, waivers: str) -> Text:
    """The document with waivers in its record."""
    return replace(text, record=text.record + "waivers:\n" + waivers)


def codes(text: Text) -> list[str]:
    """The codes found, in order of place."""
    return [finding.code for finding in findings(text)]


MANKIND = with_words(clean("en"), "had listened with interest", "had listened for mankind")
EIGHT = with_words(clean("en"), "adopted by 8 votes", "adopted by 9 votes")


def test_a_finding_has_place_span_and_hint() -> None:
    (found,) = findings(MANKIND)
    line = next(i for i, line in enumerate(MANKIND.words.splitlines(), 1) if "mankind" in line)
    column = MANKIND.words.splitlines()[line - 1].index("mankind") + 1
    assert (found.code, found.name, found.at, found.span) == (
        "LA121",
        "forbidden-word",
        Position("en.yaml", line, column),
        "mankind",
    )
    assert found.hint == "use: humankind"


@pytest.mark.parametrize(
    ("waiver", "expected"),
    [
        ("  - {code: LA121, reason: The word stands in the title of a treaty.}\n", []),
        ("  - {code: forbidden-word, where: listened, reason: The word stands in the title of a treaty.}\n", []),
        ("  - {code: LA121, where: elsewhere, reason: The word stands in a treaty.}\n", ["WV103", "LA121"]),
        ("  - {code: LA121, language: fr, reason: Only the French text is concerned.}\n", ["LA121"]),
        ("  - {code: LA999, reason: No such rule was ever written.}\n", ["WV101", "LA121"]),
        ("  - {code: NU102, reason: We would like to skip a number.}\n", ["WV102", "LA121"]),
    ],
)  # fmt: skip
def test_waivers(waiver: str, expected: list[str]) -> None:
    assert sorted(codes(with_waivers(MANKIND, waiver))) == sorted(expected)


def test_integrity_is_not_waived() -> None:
    broken = with_words(clean("en"), "decision 2/1 and cites", "decision 2/1 (see footnote 9 above) and cites")
    waiver = "  - {code: RF110, reason: The note will be written later.}\n"
    assert sorted(codes(with_waivers(broken, waiver))) == ["RF110", "WV102"]


def test_modes_raise_severities(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(clean("en").record, "utf-8")
    text = with_words(clean("en"), "had listened with interest", "had listened to [TBC]")
    (tmp_path / "en.yaml").write_text(text.words, "utf-8")
    seen = {
        mode: [one.severity for one in pipeline.examine(workspace_for(tmp_path, TODAY), "en", mode).diagnostics]  # type: ignore[arg-type]
        for mode in ("draft", "review", "publish")
    }
    assert seen == {"draft": [Severity.WARNING], "review": [Severity.ERROR], "publish": [Severity.ERROR]}


def test_a_baseline_hides_what_was_known_and_shows_what_is_new(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_text(MANKIND.record, "utf-8")
    workspace = workspace_for(tmp_path, TODAY)
    reference, words = load_reference(shipped("reference")), vocabulary("en", workspace)

    def examined(text: Text, known: str = "") -> list[str]:
        (tmp_path / "en.yaml").write_text(text.words, "utf-8")
        seen = pipeline.examine(workspace, "en")
        assert seen.written is not None
        assert seen.resolved is not None
        both = weighed(seen.written, seen.resolved, reference, words, "draft", (), seen.sources, read_baseline(known))
        assert (
            check(seen.written, seen.resolved, reference, words, "draft", (), seen.sources, read_baseline(known))
            == both.standing
        )
        return [one.code for one in both.standing] if known else [baseline_of(both.standing)]

    (baseline,) = examined(MANKIND)
    moved = replace(MANKIND, words="# a comment moves every line\n" + MANKIND.words.replace("wells", "wells"))
    assert examined(moved, baseline) == []
    assert examined(with_words(moved, "by 8 votes to 2", "by 9 votes to 2"), baseline) == ["FA112"]


def test_words_are_found_where_they_were_written() -> None:
    source = "body:\n  - >-\n    The plan *was*\n    welcomed[^a] and the\n    plan was adopted.\n"
    places = Sources({"en.yaml": source})
    text = "The plan was welcomed and the plan was adopted."
    start = text.index("welcomed and")
    assert places.find(Position("en.yaml", 2, 5), text, start, start + 12) == Position("en.yaml", 4, 5)
    second = text.rindex("plan")
    assert places.find(Position("en.yaml", 2, 5), text, second, second + 4) == Position("en.yaml", 5, 5)
    assert places.find(Position("en.yaml", 2, 5), "made from facts", 0, 4) == Position("en.yaml", 2, 5)


def test_explain() -> None:
    text = explain("fa112")
    assert text.startswith("FA112 vote-in-words (error, may be waived with a reason)")
    assert all(part in text for part in ("Why:", "Authority:", "Bad:", "Good:"))
    assert explain("placeholder").startswith("ID103")
    with pytest.raises(BadRequest):
        explain("XX999")


LOOKS_ODD = {
    "zh": [
        "Enrique Javier Ochoa Martínez 先生和 Thani Mohamed-Soilihi 先生也发了言",
        "大会通过了第 2/7 号决议，后来又通过了第 2/7 号决定",
        "代表引用说：“大会……[…]决定继续审议”，并表示赞同",
        "经济及社会理事会主席说，该理事会于 2022 年 4 月 1 日召开了会议",
        "人居大会会员国认为，人人享有住房，世界人民都应享有住房",
        "美利坚合众国代表（通过视频）说，C40 城市集团（C40）支持该计划",
    ],
    "en": [
        "The representative quoted the text: “The Assembly […] decides to continue”, and agreed",
        "By its resolution 2/7 of 9 June 2023, and later by its decision 2/7, the Assembly took up the matter",
        "The delegation of the Republic of Moldova recalled the events of Monday, 1 May 2023, in São Paulo",
        "The United Republic of Tanzania and Guinea-Bissau spoke about the years 2020–2025 and about 2,300 homes",
        "The paper (A/73/726) and its addendum (A/73/726/Add.1) were cited in paragraph 5 of resolution 70/1",
    ],
    "fr": ["Le représentant a cité le texte : « L’Assemblée […] décide », et l’a approuvé".replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")],
    "es": ["El representante citó el texto: “La Asamblea […] decide”, y lo aprobó"],
    "ru": ["Представитель процитировал текст: «Ассамблея […] постановляет» и согласился с ним"],
    "ar": ["واقتبس الممثل النص: ”إن الجمعية […] تقرر“، ووافق عليه"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), [(k, s) for k, listed in LOOKS_ODD.items() for s in listed])
def test_text_that_only_looks_odd_is_left_alone(language: str, sentence: str) -> None:
    text = clean(language)
    stop = "。" if language == "zh" else "."
    heading = text.words.index("\nannexes:")
    added = text.words[:heading] + f"\n      - '{sentence.replace(chr(39), chr(39) * 2)}{stop}'" + text.words[heading:]
    assert findings(replace(text, words=added)) == ()


def test_a_broken_expression_of_the_editors_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "terms.yaml").write_text("terminology:\n  - {wrong: '(', use: x}\n", "utf-8")
    with pytest.raises(BadRequest, match="broken expression"):
        load_words(tmp_path, "en").wrong("terminology")
    (tmp_path / "en" / "terms.yaml").write_text("terminology: [", "utf-8")
    with pytest.raises(BadRequest, match="cannot be read"):
        load_words(tmp_path, "en")
