"""Another WeasyPrint 70 than the one all was tried with: the program runs, and says what is off and what fails for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from publisher.render.pdf.engine import REPAIRS, Upstream, engine

ROOT = Path(__file__).resolve().parents[2]
PARTS = "long documents in parts"
ONLY_FASTER = [repair for repair in REPAIRS if repair.buys]


def another_weasyprint(place: Path, version: str, altered: Collection[Upstream] = ()) -> dict[str, str]:
    """A copy of WeasyPrint and pydyf that says it is `version`, functions of it `altered` in letters, not in meaning.

    Gives the environment a program finds it in.
    """
    import pydyf
    import weasyprint

    engine()  # or a function could be another in this process by and by
    for package in (weasyprint, pydyf):
        source = Path(package.__file__).parent
        shutil.copytree(source, place / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    init = place / "weasyprint" / "__init__.py"
    said = init.read_text()
    assert said.count("'70.0'") == 1
    init.write_text(said.replace("'70.0'", repr(version)))
    for upstream in altered:
        alter(place, upstream)
    return {**os.environ, "PYTHONPATH": f"{place}{os.pathsep}{ROOT}"}


def alter(place: Path, upstream: Upstream) -> None:
    """Write a function otherwise, so that it does the same."""
    module, _, path = upstream.name.partition(":")
    file = place / (module.replace(".", "/") + ".py")
    if not file.is_file():
        file = place / module.replace(".", "/") / "__init__.py"
    text = file.read_text()
    for statement in upstream.statements:
        text = text.replace(statement, statement.replace(" ", "  ").replace("=9", "=8 + 1"))
    if not upstream.statements:
        *owner, name = path.split(".")
        start = text.index(f"class {owner[0]}") if owner else 0
        body = text.index(":\n", text.index(f"def {name}(", start)) + 2
        indent = len(text[body:]) - len(text[body:].lstrip(" "))
        text = text[:body] + " " * indent + "pass\n" + text[body:]
    file.write_text(text)


def build(environment: dict[str, str], out: Path) -> tuple[int, list[dict[str, str]]]:
    """Build the demonstration; the exit code and the findings."""
    command = ["build", "data/DEMO-CVW.3-15", "-l", "en", "-f", "pdf", "-o", str(out), "--output-format", "jsonl"]
    done = subprocess.run(
        [sys.executable, "-m", "publisher", *command], env=environment, cwd=ROOT, capture_output=True, text=True
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def switched_off(environment: dict[str, str]) -> list[str]:
    """What the doctor says is off."""
    command = [sys.executable, "-m", "publisher", "doctor"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line[1:].strip().split("  ")[0] for line in done.stdout.splitlines() if "  off: " in line]


def test_another_version_with_the_same_text_runs_without_parts(tmp_path: Path) -> None:
    there = another_weasyprint(tmp_path / "other", "70.1")
    assert switched_off(there) == [PARTS]
    assert build(there, tmp_path / "out") == (0, [])
    assert list((tmp_path / "out").glob("*.pdf"))


@pytest.mark.parametrize("version", ["70.0", "70.1"])
def test_without_all_that_is_only_faster_the_pdf_is_proved(version: str, tmp_path: Path) -> None:
    altered = {upstream for repair in ONLY_FASTER for upstream in repair.written_for}
    there = another_weasyprint(tmp_path / "other", version, altered)
    assert switched_off(there) == [*(repair.name for repair in ONLY_FASTER), PARTS]
    assert build(there, tmp_path / "out") == (0, [])
    assert list((tmp_path / "out").glob("*.pdf"))


def test_a_proof_that_fails_for_want_of_a_repair_says_which(tmp_path: Path) -> None:
    altered = {upstream for repair in REPAIRS for upstream in repair.written_for}
    there = another_weasyprint(tmp_path / "other", "70.1", altered)
    assert switched_off(there) == [*(repair.name for repair in REPAIRS), PARTS]
    code, findings = build(there, tmp_path / "out")
    assert code == 1
    assert not list((tmp_path / "out").glob("*.pdf"))
    said = [one["message"] for one in findings if one["code"] == "BD008"]
    assert any("OUT022" in message and "“tag tree” is off" in message for message in said)


def test_who_reads_the_new_text_is_told_its_digest(tmp_path: Path) -> None:
    [upstream] = [one for one in REPAIRS[0].written_for if one.digest]
    there = another_weasyprint(tmp_path / "other", "70.1", [upstream])
    command = [sys.executable, "-m", "publisher.render.pdf"]
    told = subprocess.run(command, env=there, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told[0] == "WeasyPrint 70.1"
    users = [repair.name for repair in REPAIRS if upstream in repair.written_for]
    assert [line.rpartition(" ")[0] for line in told[1:]] == [f"{name}: {upstream.name}" for name in users]
    assert upstream.digest not in " ".join(told)


def test_another_series_is_refused(tmp_path: Path) -> None:
    code, _ = build(another_weasyprint(tmp_path / "other", "71.0"), tmp_path / "out")
    assert code == 3


def test_all_repairs_fit_here_and_each_says_when_it_goes() -> None:
    assert engine().missing == ()
    assert len({repair.name for repair in REPAIRS}) == len(REPAIRS)
    assert all(repair.report and repair.goes.startswith("when ") for repair in REPAIRS)
