"""The wheel works away from the checkout: templates and reference data travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEED


@pytest.mark.slow
def test_an_installed_wheel_builds_the_document(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"publisher/_reference/states.csv", "publisher/register/migrations/env.py"} <= set(names)
    assert any(name.startswith("publisher/_templates/style/") for name in names)
    assert not any(name.split("/")[0] in ("tests", "seeds", "data") for name in names)

    venv.create(tmp_path / "venv", system_site_packages=False, with_pip=False)
    site = next((tmp_path / "venv" / "lib").glob("python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    # the libraries are taken from where the tests run; the package itself is the wheel's
    libraries = next(path for path in map(Path, sys.path) if (path / "pydantic").is_dir())
    (site / "libraries.pth").write_text(f"{libraries}\n")
    python = tmp_path / "venv" / "bin" / "python"
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(
        [python, "-m", "publisher", "build", str(SEED), "--output", str(tmp_path / "out")],
        cwd=tmp_path, capture_output=True, text=True, env=alone,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert {path.suffix for path in (tmp_path / "out").glob("HSP*")} == {".docx", ".pdf", ".html"}
    where = [python, "-c", "import publisher; print(publisher.__file__)"]
    told = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True, env=alone)
    assert told.stdout.startswith(str(site))
