"""The Word base as its designer left it: opened, its tags filled.

And what is wrong with it is said.
"""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, cast

from jinja2 import Template
from lxml import etree

from publisher.failures import BadRequest
from publisher.render.docx.elements import WP
from publisher.render.page import READABLE
from publisher.sandbox import FAULTS, Sandbox

_STORIES = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml")  # the content types that may hold tags
_LAID_OUT = "\n\t\a\f"  # characters of a filled text that stand for elements: lines, tabs, paragraphs, pages
_RUNNING_PARTS = frozenset(
    ["oleObject", "package", "aFChunk", "attachedTemplate", "vbaProject", "control", "glossaryDocument", "subDocument"]
)
_RUNNING_TYPES = ("macro", "vba", "activex", "oleobject")
LARGEST_BASE = 20_000_000  # characters of a filled part
_FIRST_PICTURE = 1001  # figures of the body are numbered below it


class BrokenBase(BadRequest):
    """A Word base lacks what the writer needs.

    A style, marker or page set-up; or has a tag that says nothing.
    """


class _Base:
    """A base opened once a process, its tags compiled: filling them takes a tenth of what finding them takes."""

    def __init__(self, path: Path) -> None:
        from docx.opc.pkgreader import PackageReader
        from docxtpl import DocxTemplate

        reader: Any = PackageReader  # carries no types
        self._reading = reader.from_file(io.BytesIO(path.read_bytes()))
        self._template = DocxTemplate(str(path))
        tags = Sandbox(READABLE, autoescape=True)
        tags.longest = LARGEST_BASE
        self._compiled: dict[str, Template] = {}
        pictures = count(_FIRST_PICTURE)
        self._refuse_what_runs()
        for name, content_type, _, data in self._reading.iter_sparts():
            if content_type.endswith(_STORIES):
                root = etree.fromstring(data)
                for picture in root.iter(f"{{{WP}}}docPr"):
                    picture.set("id", str(next(pictures)))
                if "{" in "".join(root.itertext()):
                    patched = self._template.patch_xml(etree.tostring(root, encoding="unicode"))
                    self._compiled[name] = tags.from_string(patched)

    def _refuse_what_runs(self) -> None:
        """Raise BrokenBase where the base holds a macro, an embedded object, or what Word would fetch from outside."""
        for name, content_type, kind, _ in self._reading.iter_sparts():
            runs = any(sign in content_type.lower() for sign in _RUNNING_TYPES)
            if runs or kind.rpartition("/")[2] in _RUNNING_PARTS:
                raise BrokenBase(f"the part {name} can run or bring in something")
        for _, relation in self._reading.iter_srels():
            if relation.is_external:
                raise BrokenBase(f"it refers to {relation.target_ref}, which lies outside")

    def filled(self, facts: dict[str, Any]) -> Any:
        """A document of its own (`docx.document.Document`) with the tags filled."""
        from docx.opc.package import Unmarshaller
        from docx.opc.part import PartFactory
        from docx.package import Package

        def part(name: Any, content_type: str, kind: str, data: bytes, package: Any) -> Any:
            compiled = self._compiled.get(name)
            return PartFactory(name, content_type, kind, self._told(compiled, facts) if compiled else data, package)

        package, unmarshaller = Package(), cast(Any, Unmarshaller)  # it carries no types
        unmarshaller.unmarshal(self._reading, package, part)
        return package.main_document_part.document

    def _told(self, compiled: Template, facts: dict[str, Any]) -> bytes:
        told = compiled.render(facts)
        if any(sign in told for sign in _LAID_OUT):
            told = self._template.resolve_listing(told)
        root = self._template.fix_tables(told)
        data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        return data


@lru_cache(maxsize=8)
def _opened(path: Path, changed: int) -> _Base:
    try:
        return _Base(path)
    except BrokenBase as error:
        raise BrokenBase(f"the Word base {path.name} is not used: {error}") from error
    except FAULTS as error:
        raise BrokenBase(f"a tag in the Word base {path.name} cannot be understood: {error}") from error


def filled(path: Path, facts: dict[str, Any]) -> Any:
    """The base at `path`, its tags filled from `facts`.

    BrokenBase when a tag asks for something else.
    """
    base = _opened(path, path.stat().st_mtime_ns)
    try:
        return base.filled(facts)
    except FAULTS as error:
        raise BrokenBase(f"a tag in the Word base {path.name} cannot be filled: {error}") from error


def load() -> None:
    """Load what `filled` first needs: python-docx and docxtpl."""
    import docxtpl  # noqa: F401
