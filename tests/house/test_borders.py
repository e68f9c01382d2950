"""The borders between the modules hold, and what is imported is declared."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TOP_LEVEL = {
    "pyproject.toml", "README.md", "templates", "publisher", "data", "seeds", "tests", "requirements.lock", "LICENSE",
    "build",  # what `publisher build` writes; not part of the repository
}  # fmt: skip


def test_the_import_contracts_hold() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert re.search(r"[1-9]\d* kept, 0 broken", told.stdout), told.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "tool",
    [
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--check", "--no-cache", "."],
        ["mypy", "--cache-dir", os.devnull],
    ],
    ids=["lint", "format", "types"],
)
def test_style_and_types_are_clean(tool: list[str]) -> None:
    told = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout[-3000:]


def test_every_package_imported_is_declared() -> None:
    declared = {re.split(r"[<>=~\[]", line)[0] for line in PROJECT["project"]["dependencies"]}
    for extra in ("akn", "dask", "postgresql", "preview", "spelling"):
        declared |= {re.split(r"[<>=~\[]", line)[0] for line in PROJECT["project"]["optional-dependencies"][extra]}
    declared |= {"pydantic-core"}  # one with pydantic, which says the exact version
    owners = metadata.packages_distributions()
    for path in sorted((ROOT / "publisher").rglob("*.py")):
        for name in _imported(path) - set(sys.stdlib_module_names) - {"publisher"}:
            names = {owner.lower().replace("_", "-") for owner in owners.get(name, [name])}
            names |= {owner.lower() for owner in owners.get(name, [])}
            assert names & declared, f"{path.relative_to(ROOT)} imports {name}, which pyproject.toml does not declare"


def test_the_lock_file_holds_an_exact_version_of_each_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==\S+", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    extras = PROJECT["project"]["optional-dependencies"].values()
    for line in [*PROJECT["project"]["dependencies"], *(line for extra in extras for line in extra)]:
        assert re.split(r"[<>=~\[]", line)[0].replace(".", "-").replace("_", "-") in locked, line


def test_the_top_level_holds_what_was_asked_for_and_nothing_else() -> None:
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= TOP_LEVEL


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=aliases):
                names |= {alias.name.split(".")[0] for alias in aliases}
            case ast.ImportFrom(module=str(module), level=0):
                names.add(module.split(".")[0])
    return names
