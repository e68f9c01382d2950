"""Every data table of the official Word files is typed and set in Word and PDF, without a refusal and without overlap.

The files lie beside the project and are not part of it; without them the test is left out. As a program it tells of each
file, and leaves what was built of its tables to be looked at: `python -m tests.receive.test_corpus_tables CORPUS OUTPUT [NAME…]`.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
import yaml
from lxml import etree

from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.pipeline.importing import Wanted, bring_in
from publisher.receive.word import Options
from tests.conftest import ROOT, TODAY

CORPUS = Path(os.environ.get("PUBLISHER_CORPUS", ROOT.parent / "shared" / "corpus" / "word"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEAST = 3  # columns with words: fewer make a list, a box or a masthead
RECORD = """\
symbol: HSP/HA.2/99
kind: note
profile: {profile}
organ: habitat-assembly
session: {{number: 2}}
place: nairobi
date: 2025-06-14
original: en
agenda: []
"""


@dataclass(frozen=True)
class Tables:
    """The tables of one Word file: how many it has, those typed, what was built of them and found."""

    source: int
    typed: list[dict[str, Any]]
    files: dict[str, bytes]
    errors: list[Diagnostic]


def data_tables(data: bytes) -> int:
    """How many tables of the body hold figures in `LEAST` columns or more, read without the import."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return sum(_is_of_data(table) for table in body.iter(f"{W}tbl"))


def _is_of_data(table: Any) -> bool:
    if table.find(f"{W}tblPr/{W}tblpPr") is not None or next(table.iterancestors(f"{W}tbl"), None) is not None:
        return False
    rows = [[_said(cell) for cell in row.iter(f"{W}tc")] for row in table.iterchildren(f"{W}tr")]
    filled = [sum(map(bool, row)) for row in rows]
    figures = sum(any(sign.isdigit() for sign in cell) for row in rows for cell in row)
    return sum(count >= LEAST for count in filled) >= 2 and figures >= LEAST


def _said(cell: Any) -> str:
    return "".join(text.text or "" for text in cell.iter(f"{W}t")).strip()


def typed_tables(words: Any) -> Iterator[dict[str, Any]]:
    """The tables of a language file, wherever they stand."""
    if isinstance(words, dict) and isinstance(words.get("table"), list):
        yield words
    elif isinstance(words, dict | list):
        for inner in words.values() if isinstance(words, dict) else words:
            yield from typed_tables(inner)


def set_tables(path: Path, folder: Path) -> Tables:
    """The tables of the Word file `path` by themselves: typed into `folder`, built as Word and PDF."""
    received = bring_in(path, Wanted(Options(changes="accept")), workspace_for(path.parent, TODAY))
    record = yaml.safe_load(received.files["record.yaml"])
    words = next(yaml.safe_load(text) for name, text in received.files.items() if name == "en.yaml")
    typed = list(typed_tables(words))
    body = [
        block for place, table in enumerate(typed, 1) for block in ({"unnumbered": f"Table number {place}."}, table)
    ]
    called = {key: said for key, said in words.get("footnotes", {}).items() if f"[^{key}]" in str(typed)}
    given = {"title": [path.stem.replace("_", " ")], "body": body, "footnotes": called}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "record.yaml").write_text(RECORD.format(profile=record["profile"]), encoding="utf-8")
    (folder / "en.yaml").write_text(yaml.safe_dump(given, allow_unicode=True, sort_keys=False), encoding="utf-8")
    built = build(workspace_for(folder, TODAY), "en", ("docx", "pdf"), "draft")
    # what stands elsewhere in the file, a number or a part a table refers to, is not missed here
    wrong = [
        found
        for found in built.diagnostics
        if found.severity is Severity.ERROR and found.code.startswith(("OUT", "TB", "BD"))
    ]
    files = {str(kind): content for kind, content in built.files.items()}
    return Tables(data_tables(path.read_bytes()), typed, files, wrong)


def over_each_other(pdf: bytes) -> list[str]:
    """The words of a PDF that are drawn over others or over the edge, read by another library than the proof's."""
    found = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            words = page.extract_words(keep_blank_chars=False, use_text_flow=True, extra_attrs=["size"])
            found += [
                f"page {page.page_number}: {word['text']}"
                for word in words
                if word["x1"] > page.width or word["x0"] < 0
            ]
            lines: dict[int, list[dict[str, Any]]] = {}
            for word in words:
                lines.setdefault(round(word["bottom"]), []).append(word)
            for line in lines.values():
                for left, right in pairwise(sorted(line, key=lambda word: float(word["x0"]))):
                    if left["x1"] - right["x0"] > 0.5:
                        found.append(f"page {page.page_number}: “{left['text']}” over “{right['text']}”")
    return found


NAMES = sorted(path.name for path in CORPUS.glob("*.docx"))


@pytest.mark.slow
@pytest.mark.skipif(not NAMES, reason="the official Word files are not here")
@pytest.mark.parametrize("name", NAMES or ["none"])
def test_every_data_table_is_set_without_refusal_and_without_overlap(name: str, tmp_path: Path) -> None:
    tables = set_tables(CORPUS / name, tmp_path)
    assert len(tables.typed) >= tables.source
    if tables.typed:
        assert [f"{found.code} {found.message}" for found in tables.errors] == []
        assert tables.files.keys() == {"docx", "pdf"}
        assert over_each_other(tables.files["pdf"]) == []


def width(table: dict[str, Any]) -> int:
    """How many columns a typed table has."""

    def leaves(columns: Sequence[dict[str, Any]]) -> int:
        return sum(leaves(column["columns"]) if column.get("columns") else 1 for column in columns)

    return leaves(table.get("columns", []))


def main(corpus: str, output: str, *names: str) -> None:
    """Print what became of the tables of each file, and keep what was built of them."""
    whole: Counter[str] = Counter()
    for path in sorted(Path(corpus).glob("*.docx")):
        if names and not any(name in path.name for name in names):
            continue
        folder = Path(output) / path.stem
        tables = set_tables(path, folder)
        over = over_each_other(tables.files["pdf"]) if "pdf" in tables.files else []
        for kind, content in tables.files.items():
            (folder / f"tables.{kind}").write_bytes(content)
        wide = sorted((width(table) for table in tables.typed), reverse=True)[:4]
        whole.update(source=tables.source, typed=len(tables.typed), errors=len(tables.errors), over=len(over))
        print(
            f"{path.name}: {tables.source} in the source, {len(tables.typed)} typed, built {sorted(tables.files)}, widest {wide}"
        )
        for said in [*(f"{found.code} {found.message}" for found in tables.errors), *over][:12]:
            print(f"    {said}")
    print(dict(whole))


if __name__ == "__main__":
    main(*sys.argv[1:])
