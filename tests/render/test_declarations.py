"""What WeasyPrint declares in C is read beforehand: the same as if cffi read it now, and only where it is the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from publisher.render.pdf.engine import declarations, declared
from tests.render.test_engine import ROOT, another_weasyprint, build

LOADED = "import sys; from publisher.render.pdf.engine import engine; engine(); print('pycparser' in sys.modules)"


def test_what_was_read_is_what_would_be_read_now() -> None:
    kept = Path(declared.__file__).read_text("ascii")
    assert kept == declarations.read_again(), "python -m publisher.render.pdf declarations > …/engine/declared.py"


@pytest.mark.slow
def test_a_weasyprint_that_declares_more_is_read_by_cffi_and_the_pdf_is_the_same(tmp_path: Path) -> None:
    there = another_weasyprint(tmp_path / "same", "70.0")
    other = another_weasyprint(tmp_path / "other", "70.0")
    module = tmp_path / "other" / "weasyprint" / "text" / "ffi.py"
    module.write_text(module.read_text().replace("// HarfBuzz\n", "// HarfBuzz\n    void hb_another (void);\n", 1))
    for environment, parsed in ((there, "False"), (other, "True")):
        done = subprocess.run(
            [sys.executable, "-c", LOADED], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == parsed
    assert build(there, tmp_path / "a") == build(other, tmp_path / "b") == (0, [])
    [one], [two] = (list((tmp_path / name).glob("*.pdf")) for name in "ab")
    assert one.read_bytes() == two.read_bytes()
