"""What WeasyPrint declares of its libraries in C, read beforehand.

cffi would load a parser of C, written in Python, and read 500 lines with it in every process that draws: 60 ms. What
it made of them stands in `declared.py`, and is used where WeasyPrint declares what it declared then; elsewhere cffi
reads again.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib.util import find_spec
from pathlib import Path

import _cffi_backend

from publisher.render.pdf.engine import large_faces, lines_once

ADDED = "".join((large_faces.DECLARED, lines_once.DECLARED))  # what repairs call that WeasyPrint does not
_READ = re.compile(r"^ffi\.cdef\('''(.*?)'''\)$", re.DOTALL | re.MULTILINE)


class Declared(_cffi_backend.FFI):  # type: ignore[misc]  # the class in C tells mypy nothing
    """The interface to C in which all is declared already."""

    def cdef(self, source: str) -> None:
        """Declare nothing anew: `source` is what was read."""


@contextmanager
def declared() -> Iterator[None]:
    """Have WeasyPrint, imported meanwhile, take what was read."""
    import cffi

    from publisher.render.pdf.engine.declared import DIGEST, ffi

    original = cffi.FFI
    if digest_of(_source()) == DIGEST:
        cffi.FFI = lambda: ffi
    try:
        yield
    finally:
        cffi.FFI = original


def digest_of(source: str) -> str:
    """The digest of the module in which WeasyPrint declares, and of what is added."""
    return hashlib.sha256((source + ADDED).encode()).hexdigest()[:16]


def read_again() -> str:
    """The text of `declared.py` for the WeasyPrint that is installed."""
    import cffi

    source = _source()
    ffi = cffi.FFI()
    ffi.cdef("".join((*_READ.findall(source), ADDED)))
    ffi.set_source("weasyprint", None)
    with tempfile.TemporaryDirectory(prefix="publisher-") as place:
        made = Path(place) / "made.py"
        with redirect_stdout(None):  # it says what it writes
            ffi.emit_python_code(str(made))
        _, found, text = made.read_text("ascii").partition("ffi = _cffi_backend.FFI(")
    assert found, "cffi writes otherwise now"
    return "\n".join(
        (
            '"""What cffi made of the declarations: written by `python -m publisher.render.pdf declarations`."""',
            "",
            f"from {__name__} import Declared",
            "",
            f'DIGEST = "{digest_of(source)}"',
            f"ffi = Declared({text}",
        )
    )


def _source() -> str:
    """The text of the module in which WeasyPrint declares; none where it has none of that name."""
    package = find_spec("weasyprint")
    paths = [Path(place, "text", "ffi.py") for place in (package and package.submodule_search_locations) or ()]
    return "".join(path.read_text("utf-8") for path in paths if path.is_file())
