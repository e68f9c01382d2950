"""The Word base as its designer left it: opened, its tags filled, and what is wrong with it said."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from publisher.failures import BadRequest


class BrokenBase(BadRequest):
    """A Word base lacks a style, marker or page set-up that the writer needs, or has a tag that says nothing."""


class _Tags(SandboxedEnvironment):
    """Compiles each text of the bases once a process: compiling them takes longer than filling them."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *arguments: Any, **settings: Any) -> Template:
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *arguments, **settings)
        return self._compiled[source]


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> bytes:
    return path.read_bytes()


@lru_cache(maxsize=8)
def _tags(path: Path, changed: int) -> _Tags:
    return _Tags()


def filled(path: Path, facts: dict[str, Any]) -> Any:
    """Give back the base at `path`, its tags filled from `facts`; BrokenBase when a tag asks for something else."""
    from docxtpl import DocxTemplate

    changed = path.stat().st_mtime_ns
    template = DocxTemplate(io.BytesIO(_read(path, changed)))
    try:
        template.render(facts, _tags(path, changed), autoescape=True)
    except TemplateError as error:
        raise BrokenBase(f"a tag in the Word base {path.name} cannot be filled: {error}") from error
    return template.docx
