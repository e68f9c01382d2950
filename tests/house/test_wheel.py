"""The wheel, installed as people install it, works away from the checkout, with what it says it needs and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT, SEED


@pytest.mark.slow
def test_an_installed_wheel_builds_the_document_and_shows_it(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"publisher/_reference/states.csv", "publisher/register/migrations/env.py"} <= set(names)
    assert any(name.startswith("publisher/_templates/style/") for name in names)
    assert not any(name.split("/")[0] in ("tests", "seeds", "data") for name in names)

    command, site = installed(wheel, tmp_path / "venv")
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(
        [command, "build", str(SEED), "--output", str(tmp_path / "out")],
        cwd=tmp_path, capture_output=True, text=True, env=alone,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert {path.suffix for path in (tmp_path / "out").glob("HSP*")} == {".docx", ".pdf", ".html"}
    where = [command.with_name("python"), "-c", "import publisher; print(publisher.__file__)"]
    told = subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True, env=alone)
    assert told.stdout.startswith(str(site))

    book = [command, "handbook", "--output", "handbook.html"]
    subprocess.run(book, cwd=tmp_path, check=True, env=alone, capture_output=True)
    assert "The first day" in (tmp_path / "handbook.html").read_text(encoding="utf-8")

    preview = [command, "preview", str(SEED), "--no-open"]
    with subprocess.Popen(preview, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=alone) as serving:
        assert serving.stdout is not None
        try:
            with urllib.request.urlopen(serving.stdout.readline().strip(), timeout=120) as answer:
                assert answer.status == 200
        finally:
            serving.terminate()


def installed(wheel: Path, folder: Path) -> tuple[Path, Path]:
    """The command `publisher` of a clean environment, and where its packages lie.

    There are the wheel and the distributions that it, with the preview, names as needed, whatever else the tests have.
    """
    venv.create(folder, system_site_packages=False, with_pip=False)
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "--python", str(folder / "bin" / "python")]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    [own] = metadata.distributions(name="publisher", path=[str(site)])
    for needed in closure(own):
        for top in {file.parts[0] for file in needed.files or () if file.parts[0] not in ("..", "__pycache__")}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(needed.locate_file(top))))
    return folder / "bin" / "publisher", site


def closure(own: metadata.Distribution) -> Iterator[metadata.Distribution]:
    """Every distribution that `own` needs, directly or not."""
    seen: set[tuple[str, str]] = set()
    waiting = [(own, extra) for extra in ("", "preview")]
    while waiting:
        distribution, extra = waiting.pop()
        for line in distribution.requires or ():
            needed = Requirement(line)
            if needed.marker is not None and not needed.marker.evaluate({"extra": extra}):
                continue
            found = metadata.distribution(needed.name)
            for asked in ("", *needed.extras):
                if (key := (canonicalize_name(needed.name), asked)) not in seen:
                    seen.add(key)
                    waiting.append((found, asked))
                    yield found
