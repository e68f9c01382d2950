"""What the commands promise: exit codes, help that teaches, a quick start, a doctor that works on a broken machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher import doctor, failures, installing
from publisher.cli.commands import COMMANDS
from tests.conftest import ROOT, SEED, WORDS
from tests.house.conftest import Told

Publisher = Callable[..., Told]
Write = Callable[..., Path]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(publisher: Publisher, command: str) -> None:
    told = publisher(command, "--help")
    assert told.exit_code == 0
    assert told.out.count(f"publisher {command}") >= 2  # usage, example


def test_the_version_is_told_and_no_help_speaks_of_types_of_python(publisher: Publisher) -> None:
    told = publisher("--version")
    assert told.exit_code == 0 and told.out.startswith("publisher ")
    for command in COMMANDS:
        assert not re.search(r"list\[|<(str|int|bool|Path)>", publisher(command, "--help").out), command


def test_every_exit_code_is_documented() -> None:
    page = (ROOT / "publisher" / "handbook" / "pages" / "commands.md").read_text(encoding="utf-8")
    classes = [failures.Failure, *failures.Failure.__subclasses__()]
    for code in {0, 1, *(failure.exit_code for failure in classes)}:
        assert f"\n| {code} | " in page


def test_a_fault_of_the_program_says_so(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine_machine", lambda: 1 / 0)
    with pytest.raises(AssertionError, match="Traceback"):  # the one case where a traceback is right
        publisher("doctor")


def test_the_command_line_starts_without_loading_the_stages() -> None:
    script = "import sys, publisher.cli.app; print([m for m in sys.modules if m.split('.')[0] in %r])"
    heavy = {"weasyprint", "docx", "pdfplumber", "pikepdf", "pydantic", "sqlalchemy", "lxml", "babel"}
    told = subprocess.run([sys.executable, "-c", script % heavy], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_doctor_works_where_weasyprint_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library')")
    told = subprocess.run(
        [sys.executable, "-m", "publisher", "doctor"],
        cwd=tmp_path, capture_output=True, text=True, env={"PYTHONPATH": f"{tmp_path}:{ROOT}", "PATH": "/usr/bin"},
    )  # fmt: skip
    assert told.returncode in (0, 3), told.stderr
    assert "Pango" in told.stdout


def test_doctor_names_what_installs_a_missing_font(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_font_families", lambda: "liberation serif\nliberation sans\nnoto naskh arabic")
    told = publisher("doctor")
    assert told.exit_code == 3
    assert "apt-get install --no-install-recommends fonts-noto-cjk" in told.out


@pytest.mark.parametrize(
    ("system", "said"),
    [
        (
            "darwin",
            "brew install font-liberation font-noto-naskh-arabic font-noto-sans-cjk font-noto-serif-cjk harfbuzz pango",
        ),
        ("win32", "mingw-w64-ucrt-x86_64-pango && setx WEASYPRINT_DLL_DIRECTORIES"),
    ],
)
def test_doctor_names_what_installs_all_on_other_systems(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch, system: str, said: str
) -> None:
    monkeypatch.setattr(doctor, "_font_families", lambda: "")
    monkeypatch.setattr(doctor, "_loaded", lambda file: None)
    monkeypatch.setattr(doctor, "this_system", lambda: installing.by_name(system))
    told = publisher("doctor")
    assert told.exit_code == 3
    line = told.out.split("To install what is missing: ")[1]
    assert said in " ".join(line.split())
    assert ("by hand" in line or "Install for all users" in line) == (system == "win32")


def test_findings_are_printed_for_machines(publisher: Publisher, small_document: Write) -> None:
    folder = small_document(WORDS.replace("[^small]", "[^other]"))
    lines = publisher("check", folder, "--output-format", "jsonl").out.splitlines()
    findings = [json.loads(line) for line in lines]
    assert all({"code", "name", "severity", "message"} <= found.keys() for found in findings)
    assert any(found.get("file", "").endswith("small/en.yaml") and found["line"] == 6 for found in findings)
    sarif = json.loads(publisher("check", folder, "--output-format", "sarif").out)
    assert len(sarif["runs"][0]["results"]) == len(findings)
    assert publisher("check", folder, "--output-format", "github").out.startswith("::")


def test_a_draft_with_findings_is_built(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    told = publisher("build", small_document(WORDS.replace("[^small]", "")), "-j", "1", "--format", "docx,html")
    assert "FN001" in told.out
    assert {path.suffix for path in (tmp_path / "build").rglob("HSP*")} == {".docx", ".html"}


def test_verify_finds_an_altered_file(publisher: Publisher, small_document: Write, tmp_path: Path) -> None:
    folder = small_document()
    publisher("build", folder, "-j", "1", "--format", "html")
    assert publisher("verify", folder).exit_code == 0
    [path] = (tmp_path / "build").rglob("*.html")
    path.write_text(path.read_text(encoding="utf-8").replace("says little", "says a lot"), encoding="utf-8")
    told = publisher("verify", folder)
    assert told.exit_code == 1
    assert "html: error OUT" in told.out


def test_a_new_document_can_be_checked_at_once(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "HSP/HA.3/1", "--languages", "en,fr").exit_code == 0
    assert {path.name for path in (tmp_path / "data" / "HSP-HA.3-1").glob("*.yaml")} == {
        "record.yaml",
        "en.yaml",
        "fr.yaml",
    }
    told = publisher("check", "data/HSP-HA.3-1")
    assert told.exit_code == 0, told.out
    assert publisher("new", "HSP/HA.3/1").exit_code == 2
    assert publisher("new", "../../etc").exit_code == 2


def test_explain_knows_every_code(publisher: Publisher) -> None:
    from publisher.catalogue import CATALOGUE

    for code in CATALOGUE:
        told = publisher("explain", code)
        assert told.exit_code == 0
        assert code in told.out


def test_explain_lists_every_code(publisher: Publisher) -> None:
    from publisher.catalogue import CATALOGUE

    assert [line.split()[0] for line in publisher("explain").out.splitlines()] == list(CATALOGUE)


@pytest.mark.parametrize(
    ("where", "encoding", "exit_code", "said"),
    [("/dev/null", "ascii", 1, ""), ("/dev/full", "utf-8", 4, "cannot read or write what it prints: No space left")],
)
def test_poor_terminals_and_full_disks(
    small_document: Write, tmp_path: Path, where: str, encoding: str, exit_code: int, said: str
) -> None:
    small_document(WORDS.replace("[^small]", "[^other]"))
    with Path(where).open("w") as out:
        told = subprocess.run(
            [sys.executable, "-m", "publisher", "check", "small"], cwd=tmp_path, stdout=out, stderr=subprocess.PIPE,
            text=True, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PATH": "/usr/bin"},
        )  # fmt: skip
    assert (told.returncode, "Traceback" in told.stderr) == (exit_code, False)
    assert said in told.stderr


def test_schemas_are_written_where_editors_find_them(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("schema", "--output", "schema").exit_code == 0
    for path in (tmp_path / "schema").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["properties"]
    assert json.loads(publisher("schema").out).keys() == {p.name.split(".")[0] for p in (tmp_path / "schema").iterdir()}


def test_the_summary_tells_machines_what_was_done(publisher: Publisher, small_document: Write) -> None:
    publisher("build", small_document(), "-j", "1", "--format", "html", "--output", "out")
    [entry] = json.loads(Path("out/summary.json").read_text(encoding="utf-8"))
    assert entry["written"] == ["out/HSP-HA.2-99.en.html"]
    assert entry["exit_code"] == 0
    assert {"read", "resolve", "check", "page", "html", "verify html"} <= entry["stages"].keys()


def test_the_real_document_has_no_error_in_a_draft(publisher: Publisher) -> None:
    assert publisher("check", SEED).exit_code == 0
