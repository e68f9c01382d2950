"""The four forms in which findings are printed, against files read by a human."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher import __version__
from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition, Position
from publisher.report import FORMS, report
from publisher.report.people import summary, width

GOLDEN = Path(__file__).parent / "golden"
LONG = "      - " + "一段很长的文字，" * 30 + "社会凝聚力 and 经济发展" + "，以及其他" * 20 + "。"
SOURCES = {
    "zh.yaml": "title: 报告\nbody:\n" + LONG + "\n",
    "en.yaml": "body:\n  - The Chairman said: 100%, at once.\n",
    "record.yaml": "symbol: HSP/HA.2/16\n",
}
FINDINGS: tuple[Diagnostic, ...] = (
    finding("LA121", "“Chairman” is not used", Position("en.yaml", 2, 9), span="Chairman", hint="use: Chair"),
    finding("OUT023", "note 3 stands on page 5,\nits call on page 4", PagePosition("report.pdf", 5)),
    finding("LA101", "“and” stands in the text", Position("zh.yaml", 3, 255), span="and", hint="translate it"),
    finding("NU123", "the body has 11,000 words"),
)
SUFFIX = {"people": "txt", "jsonl": "jsonl", "sarif": "sarif.json", "github": "github.txt", "baseline": "baseline.txt"}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    expected = (GOLDEN / f"findings.{SUFFIX[form]}").read_text("utf-8").replace("VERSION", __version__)
    assert report(FINDINGS, SOURCES, form) == expected  # type: ignore[arg-type]


def test_the_caret_stands_under_the_words_at_fault() -> None:
    lines, marked_words = report(FINDINGS, SOURCES).splitlines(), []
    for number, line in enumerate(lines):
        if "^" in line:
            before, marked = line.index("^"), line.count("^")
            above = lines[number - 1]
            start = next(i for i in range(len(above)) if width(above[:i]) == before)
            end = next(i for i in range(start, len(above) + 1) if width(above[:i]) == before + marked)
            marked_words.append(above[start:end])
    assert marked_words == ["Chairman", "and"]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_an_excerpt_is_no_wider_than_the_terminal(columns: int) -> None:
    lines = report(FINDINGS, SOURCES, columns=columns).splitlines()
    carets = [number for number, line in enumerate(lines) if "^" in line]
    assert len(carets) == 2
    for number in carets:
        assert width(lines[number - 1]) <= columns
        assert width(lines[number]) <= columns


def test_json_lines_hold_every_finding() -> None:
    read = [json.loads(line) for line in report(FINDINGS, SOURCES, "jsonl").splitlines()]
    assert [one["code"] for one in read] == [one.code for one in FINDINGS]
    assert read[0] == {
        "code": "LA121", "name": "forbidden-word", "severity": "warning", "message": "“Chairman” is not used",
        "file": "en.yaml", "line": 2, "column": 9, "span": "Chairman", "hint": "use: Chair",
    }  # fmt: skip
    assert (read[1]["file"], read[1]["page"]) == ("report.pdf", 5)


def test_sarif_is_whole() -> None:
    log = json.loads(report(FINDINGS, SOURCES, "sarif"))
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0"
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 9}


def test_summary() -> None:
    assert summary(()) == "no findings"
    assert summary(FINDINGS) == "2 errors, 1 warning, 1 remark"
    assert summary(FINDINGS[:1]) == "1 warning"


def test_odd_places_do_not_break_a_report() -> None:
    odd = (
        finding("LA121", "beyond the end", Position("en.yaml", 99, 1), span="x"),
        finding("LA121", "no such file", Position("fr.yaml", 1, 1)),
        finding("LA121", "beyond the line", Position("record.yaml", 1, 500), span="x"),
    )
    for form in FORMS:
        assert "LA121" in report(odd, SOURCES, form)
