"""No change to one line of a story passes unseen, whatever the change and wherever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.characters import compared, unmarked
from publisher.verify.compare import first_difference, match
from publisher.verify.expected import Line, expected
from tests.verify.samples import ALL, report

STORIES = {language: expected(report(sayings)).body for language, sayings in ALL.items()}


def told(lines: tuple[Line, ...]) -> list[str]:
    """The blocks of a file that tells `lines` rightly."""
    return [text for text in (compared(unmarked(line.whole)) for line in lines) if text]


@pytest.mark.parametrize("language", ALL)
def test_a_story_told_rightly_has_no_differences(language: str) -> None:
    assert match(STORIES[language], told(STORIES[language])).differences == ()


@settings(max_examples=150)
@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_changed_sign_is_seen_in_its_line(language: str, data: st.DataObject) -> None:
    lines = STORIES[language]
    texts = told(lines)
    block = data.draw(st.integers(0, len(texts) - 1))
    at = data.draw(st.integers(0, len(texts[block]) - 1))
    changed = data.draw(st.sampled_from(["", "龘", texts[block][at] * 2]))
    texts[block] = texts[block][:at] + changed + texts[block][at + 1 :]
    assert match(lines, [text for text in texts if text]).differences


@settings(max_examples=100)
@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_block_lost_doubled_or_moved_is_seen(language: str, data: st.DataObject) -> None:
    lines = STORIES[language]
    texts = told(lines)
    block = data.draw(st.integers(0, len(texts) - 1))
    fate = data.draw(st.sampled_from(["lost", "doubled", "moved"]))
    taken = texts.pop(block)
    if fate == "doubled":
        texts[block:block] = [taken, taken]
    if fate == "moved":
        texts.insert(data.draw(st.integers(0, len(texts))), taken)
    assert (match(lines, texts).differences == ()) == (texts == told(lines))


@settings(max_examples=100)
@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_line_cut_by_a_page_end_is_no_difference(language: str, data: st.DataObject) -> None:
    texts = told(STORIES[language])
    block = data.draw(st.integers(0, len(texts) - 1))
    at = data.draw(st.integers(0, len(texts[block])))
    texts[block : block + 1] = [part for part in (texts[block][:at], texts[block][at:]) if part]
    assert match(STORIES[language], texts).differences == ()


def test_the_words_at_fault_are_named_and_no_more() -> None:
    assert first_difference("大会注意到报告。", "大会表示注意到报告。") == (2, "", "表示")
    assert first_difference("tooknoteoftheplan", "keptnoteoftheplan") == (0, "took", "kept")
    assert first_difference("same", "same") is None


def test_many_renumbered_lines_are_each_named_by_number() -> None:
    lines = [Line(f"p{n}", "paragraph", f"words number {'x' * n}", f"{n}.") for n in range(1, 60)]
    texts = [compared(f"{n if n < 20 else n + 1}." + line.text) for n, line in enumerate(lines, 1)]
    found = match(lines, texts).differences
    assert {difference.kind for difference in found} == {"number"}
    assert len(found) == 40
