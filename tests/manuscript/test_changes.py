"""Changes to the YAML of an author: exactly one entry, every other byte as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.manuscript import Node, Unwritable, deleted, entered, moved, node_of, read_tree, refilled, reworded
from publisher.read.tree import parse

ROOT = Path(__file__).parents[2]
FILES = sorted(path for path in (ROOT / "data").glob("[DH]*/*.yaml"))
TEXTS = {f"{path.parent.name}/{path.name}": path.read_text(encoding="utf-8") for path in FILES}

SMALL = """\
# a document
title: A title   # of page one
body:
  # first comes the opening
  - The *first* paragraph.[^one]

  - heading: "Facts: quoted"
    id: facts
    body:
      - 'single ''quoted'' words'
      - paragraph: |
          literal words
          on two lines
        items: [one, "two, three", {item: four}]

      - table:
          - [Africa, 12, ~]
          - ["Asia, north", "2028", 7.5]
        columns: [{head: A}, {head: B}]
  - >-
    folded words that
    go on
footnotes: {one: A note., two: "Another: note"}
"""
WORDS = st.text(
    st.one_of(
        st.sampled_from(list(" :#-?,[]{}&*!|>'\"%@`\\~…“”（）、。ابج12.")),
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"),
    ),
    max_size=40,
)


def scalars(text: str) -> list[Node]:
    root = read_tree(text).root
    assert root is not None
    return [node for node in root.walk() if node.kind == "scalar"]


def lines_changed(before: str, after: str) -> tuple[int, int]:
    """How many lines went and how many came."""
    found = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    return sum(line[0] == "-" for line in found), sum(line[0] == "+" for line in found)


@given(st.sampled_from(sorted([*TEXTS, "small"])), st.data(), WORDS)
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_new_words_are_read_back_and_every_other_byte_stays(name: str, data: st.DataObject, words: str) -> None:
    """Whatever is typed: it is what the reader of documents finds there, and all around it is untouched."""
    text = SMALL if name == "small" else TEXTS[name]
    node = data.draw(st.sampled_from(scalars(text)))
    try:
        changed = reworded(read_tree(text), node.path, words)
    except Unwritable:
        assert node.style in ("|", ">") or node.inside or not words.strip() or words != words.strip()
        return
    assert changed.startswith(text[: node.start])
    assert changed.endswith(text[node.end :])
    found = node_of(read_tree(changed), node.path)
    assert found is not None
    assert found.value == words
    if name != "small":
        value, findings = parse(changed, "x.yaml")
        assert value is not None, findings


def test_the_writing_of_the_author_is_kept() -> None:
    """Plain words stay plain, quotation marks stay the author's, where they can hold the new words."""
    tree = read_tree(SMALL)
    cases = {
        ("title",): ("Other title", "title: Other title   # of page one"),
        ("body", 1, "body", 0): ("it’s 'so'", "      - 'it’s ''so'''"),
        ("body", 1, "heading"): ("Facts: new", '  - heading: "Facts: new"'),
        ("body", 0): ("With: a colon", '  - "With: a colon"'),
        ("body", 1, "body", 2, "table", 0, 1): ("13", "          - [Africa, 13, ~]"),
        ("body", 1, "body", 2, "table", 0, 0): ("Africa, south", '          - ["Africa, south", 12, ~]'),
        ("body", 1, "body", 2, "table", 0, 2): ("none", "          - [Africa, 12, none]"),
        ("footnotes", "one"): ("A [note]", 'footnotes: {one: "A [note]", two: "Another: note"}'),
    }
    for path, (words, line) in cases.items():
        assert line in reworded(tree, path, words).splitlines(), path


def test_words_stay_words_where_they_look_like_figures() -> None:
    """A paragraph that reads “2025” is quoted; a figure of a table stays a figure."""
    assert 'title: "2025"' in reworded(read_tree(SMALL), ("title",), "2025")
    assert "[Africa, 2025, ~]" in reworded(read_tree(SMALL), ("body", 1, "body", 2, "table", 0, 1), "2025")


@given(st.sampled_from(sorted(TEXTS)), st.data(), st.sampled_from(["enter", "delete", "up", "down"]))
@settings(max_examples=120, suppress_health_check=list(HealthCheck))
def test_entries_come_go_and_move_without_touching_others(name: str, data: st.DataObject, what: str) -> None:
    """No line changes but those of the entry; what was there before is there still, in its own characters."""
    text = TEXTS[name]
    tree = read_tree(text)
    assert tree.root is not None
    listed = [node for node in tree.root.walk() if node.parent is not None and node.parent.kind == "sequence"]
    node = data.draw(st.sampled_from(listed))
    try:
        if what == "enter":
            changed = entered(tree, node.path[:-1], int(node.path[-1]), "words: of a test")
        elif what == "delete":
            changed = deleted(tree, node.path)
        else:
            changed = moved(tree, node.path, 1 if what == "down" else -1)
    except Unwritable:
        return
    assert parse(changed, "x.yaml")[0] is not None
    comments = [line for line in text.splitlines() if line.strip().startswith("#")]
    assert [line for line in changed.splitlines() if line.strip().startswith("#")] == comments
    if what == "enter" and not node.parent.flow:  # type: ignore[union-attr]
        went, came = lines_changed(text, changed)
        assert went == 0
        assert came <= 2


def test_an_entry_is_filled_anew_within_its_indents() -> None:
    """YAML of several lines takes the place of an entry; what reaches out of it is refused."""
    tree = read_tree(SMALL)
    changed = refilled(tree, ("body", 0), "paragraph: New words.\nid: first\nitems:\n  - one")
    assert "  - paragraph: New words.\n    id: first\n    items:\n      - one\n\n  - heading" in changed
    for broken in ("[unclosed", "a: b: c", ""):
        with pytest.raises(Unwritable):
            refilled(tree, ("title",), broken)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_byte_order_mark_stay(line_end: str) -> None:
    """A file from another system keeps how its lines end, and its first mark."""
    text = "\ufeff" + SMALL.replace("\n", line_end)
    changed = reworded(read_tree(text), ("body", 0), "Other words.")
    assert changed == text.replace("The *first* paragraph.[^one]", "Other words.")
    longer = entered(read_tree(text), ("body",), 1, "More words.")
    assert longer.count(line_end) == longer.count("\n") == text.count("\n") + 1
