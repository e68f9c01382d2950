"""Whatever stands in the files, reading gives findings and never raises; what it finds lies inside the files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.workspace import workspace_for
from publisher.read import read
from tests.conftest import RECORD, SEED, TODAY, WORDS

KEYS = st.sampled_from(
    ["title", "body", "heading", "agenda", "table", "columns", "figure", "paragraph", "items", "item", "decision",
     "decisions", "operative", "votes", "elections", "at", "for", "x", "2/6", "", "meetings", "attendance", "<<"]
)  # fmt: skip
SCALARS = st.sampled_from(
    ["x", "5", "2.5", "true", "null", "~", "2025-05-29", "2025-99-99", "'quoted'", '"{{ x }}"', "[^a]", "*e*", "10:40",
     "DZA", "2/6", "members", "0x1F", "-0", "1e999", "rows.csv"]
)  # fmt: skip
FLOWS = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda entries: "[" + ", ".join(entries) + "]")
        | st.lists(st.tuples(KEYS, inner), max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{k}: {v}" for k, v in pairs) + "}"
        )
    ),
    max_leaves=12,
)
YAML = st.lists(st.tuples(KEYS, FLOWS), max_size=6).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs)
)
SEED_WORDS = (SEED / "zh.yaml").read_text(encoding="utf-8")
SEED_RECORD = (SEED / "record.yaml").read_text(encoding="utf-8")


def read_both(record: str, words: str) -> None:
    """Read the two texts as a document and hold the findings against them."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "record.yaml").write_text(record, encoding="utf-8", errors="surrogatepass", newline="")
        (Path(folder) / "en.yaml").write_text(words, encoding="utf-8", errors="surrogatepass", newline="")
        for one in read(workspace_for(Path(folder), TODAY), "en").diagnostics:
            text = record if one.at and one.at.file == "record.yaml" else words  # type: ignore[union-attr]
            assert one.at is not None
            assert 1 <= one.at.line <= text.count("\n") + text.count("\r") + 2  # type: ignore[union-attr]
            assert one.message


@settings(max_examples=150)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text(record: str, words: str) -> None:
    read_both(record, words)


@settings(max_examples=250)
@given(YAML, YAML)
def test_any_shape(record: str, words: str) -> None:
    read_both(RECORD + record, WORDS + words)
    read_both(record, words)


@settings(max_examples=100)
@given(st.data())
def test_the_real_document_with_one_stroke_wrong(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([SEED_RECORD, SEED_WORDS]))
    where = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 3))
    put = data.draw(
        st.sampled_from(["", ":", ": ", "- ", "\n", "'", '"', "[", "]", "{", "}", "*", "#", " #", "\t", "&", "x"])
    )
    wrong = text[:where] + put + text[where + gone :]
    read_both(wrong if text is SEED_RECORD else SEED_RECORD, wrong if text is SEED_WORDS else SEED_WORDS)
