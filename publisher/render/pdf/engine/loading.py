"""Imports WeasyPrint in half the time.

Without asking compilers where libraries are, without a parser of C, without unused font tools. A test proves that the
PDF has the same bytes either way.
"""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any

from publisher.render.pdf.engine.declarations import declared

UNUSED = ("fontTools.subset", "fontTools.varLib.instancer")  # HarfBuzz subsets; no variable font is used


def load_weasyprint() -> ModuleType:
    """The module weasyprint; OSError when Pango cannot be opened."""
    if "weasyprint" not in sys.modules:
        with suppress(OSError), quick_libraries(), declared(), deferred(*UNUSED):
            return importlib.import_module("weasyprint")
        for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
    return importlib.import_module("weasyprint")


@contextmanager
def quick_libraries() -> Iterator[None]:
    """Have `find_library` find nothing: its gcc and ldconfig cost 0.3 s.

    WeasyPrint then tries the plain soname.
    """
    original = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = original


@contextmanager
def deferred(*names: str) -> Iterator[None]:
    """Let what modules `names` import meanwhile be loaded when used."""
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = _Deferred(name)
    try:
        yield
    finally:
        for name in absent:
            if isinstance(sys.modules.get(name), _Deferred):
                del sys.modules[name]


class _Deferred(ModuleType):
    """A stand-in for a module: a name taken from it is a function that imports the module and calls the real one."""

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        module = self.__name__

        def call(*arguments: Any, **options: Any) -> Any:
            return getattr(importlib.import_module(module), attribute)(*arguments, **options)

        return call
