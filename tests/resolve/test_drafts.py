"""A draft with faults is resolved all the same: every fault a finding at its place, nothing raised, nothing hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.language import vocabulary
from publisher.model.diagnostic import Position
from publisher.model.inline import plain
from publisher.model.reference import load_reference
from publisher.model.resolved import Paragraph
from publisher.model.workspace import workspace_for
from publisher.read import read
from publisher.resolve import resolve
from tests.conftest import RECORD, TODAY
from tests.resolve.conftest import Resolve, resolved

FAULTS = [
    ("body: [{decision: 2/9}]", "FA001", "[2/9?]"),
    ("body: [{outcomes: [2/9]}]", "FA001", ""),
    ("body: [{vote: gone}]", "FA002", "[vote gone?]"),
    ("body: [{election: gone}]", "FA002", "[election gone?]"),
    ("body: [{officers: gone}]", "FA002", "[bureau gone?]"),
    ("body: [{attendance: members}]", "FA002", "[attendance members?]"),
    ("body: [{credentials: report}]", "FA002", "[credentials?]"),
    ("body: [{agenda-list: gone}]", "FA003", ""),
    ("body: [{heading: H, agenda: [gone], body: []}]", "FA003", ""),
    ("body: [{figure: ../../etc/passwd, alternative: A picture}]", "TB003", "[A picture]"),
    ("body: [{figure: 'https://example.org/a.png', alternative: A picture}]", "TB003", "[A picture]"),
    ("body: [{figure: gone.png, alternative: A picture}]", "TB004", "[A picture]"),
    ("body: [{table: [[a], [a, b, c]], columns: [{head: h}, {head: k}]}]", "TB001", ""),
    ("body: ['{{ nothing }}']", "WD001", "{{ nothing }}"),
    ("body: ['{% if x %}']", "WD003", "{% if x %}"),
    ("body: ['a[^gone]']", "FN002", "a[^gone?]"),
    ("body: ['[](#gone)']", "RF001", "[#gone?]"),
]


@pytest.mark.parametrize(("words", "code", "shown"), FAULTS)
def test_fault_is_a_finding_and_is_shown(small_document: Any, words: str, code: str, shown: str) -> None:
    folder = small_document(words=f"title: [T]\nagenda: {{opening: O., adoption: A.}}\n{words}\n")
    workspace = workspace_for(folder, TODAY)
    reading = read(workspace, "en")
    assert reading.document is not None, reading.diagnostics
    resolution = resolve(reading.document, workspace, load_reference(workspace.reference), vocabulary("en", workspace))
    assert code in {finding.code for finding in resolution.diagnostics}
    assert all(isinstance(finding.at, Position) and finding.at.line > 0 for finding in resolution.diagnostics)
    assert resolution.document is not None
    texts = [plain(block.text) for block in resolution.document.divisions[0].blocks if isinstance(block, Paragraph)]
    assert not shown or texts == [shown]


def test_places_are_those_of_the_marks(small_document: Any) -> None:
    """file:line:column of the call, the link and the expression, also in folded text and for the second of two."""
    words = (
        "title: [T]\n"
        "agenda: {opening: O., adoption: A.}\n"
        "body:\n"
        "  - Some words and then a call[^gone], well.\n"
        "  - >\n"
        "    Folded words\n"
        "    with a [](#nowhere) link\n"
        "  - 'Two: [^same] and [^same]'\n"
        '  - "quoted {{ nothing }}"\n'
        "footnotes:\n"
        "  same: Says [^same].\n"
    )
    folder = small_document(words=words, record=RECORD)
    workspace = workspace_for(folder, TODAY)
    reading = read(workspace, "en")
    assert reading.document is not None
    found = resolve(
        reading.document, workspace, load_reference(workspace.reference), vocabulary("en", workspace)
    ).diagnostics
    assert sorted((finding.code, str(finding.at)) for finding in found) == [
        ("FN002", "en.yaml:4:31"), ("FN003", "en.yaml:8:23"), ("FN004", "en.yaml:11:14"), ("RF001", "en.yaml:7:13"),
        ("WD001", "en.yaml:9:13"),
    ]  # fmt: skip


def test_reference_data_without_a_name(resolving: Resolve) -> None:
    """A State, body or organ that reference data lacks is shown by its key."""
    resolution = resolving(
        {"body": [{"attendance": "members"}, {"attendance": "un-bodies"}]},
        attendance={"members": ["EGY", "QQQ"], "un-bodies": ["nobody"]}, organ="no-organ",
    )  # fmt: skip
    assert {finding.code for finding in resolution.diagnostics} >= {"FA004"}
    assert resolution.document is not None
    assert resolution.document.masthead.programme == "[no-organ?]"


MARKS = st.text(alphabet="*[]()^#{}%\\ab|.'\" \n/A7", max_size=40)


@given(st.lists(MARKS, min_size=1, max_size=6), MARKS, st.sampled_from(["en", "ar", "zh"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_an_author_types_raises(texts: list[str], note: str, language: str) -> None:
    words = {
        "title": [texts[0]],
        "subtitle": texts[:1],
        "body": [*texts, {"heading": texts[-1], "body": [{"paragraph": texts[0], "items": texts}]}],
        "annexes": [{"id": "a", "title": texts[0], "note": "a", "body": texts}],
        "footnotes": {"a": note, "b": texts[0]},
        "front-notes": {"ab": texts[-1]},
    }
    assert resolved(Path("/nonexistent"), words, language).document is not None
