"""A Word file beside ours: its parts, and their markup."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.likeness.markup import PARSER_OPTIONS, first_difference, foreign_vocabulary

LARGEST_PART = 100 * 2**20
MOST_PARTS = 2000


def unlike_word(theirs: bytes, ours: bytes, name: str) -> list[Diagnostic]:
    """What tells one Word file from another.

    ValueError where it is no package.
    """
    place = PagePosition(name)
    here, there = _parts(theirs), _parts(ours)
    found = [
        finding("OUT091", f"it holds a part “{part}” that ours has not", place) for part in here if part not in there
    ]
    found += [finding("OUT091", f"it lacks the part “{part}”", place) for part in there if part not in here]
    for part, data in here.items():
        if part in there and data != there[part]:
            found += [finding("OUT091", f"{part}: {said}", place) for said in _unlike_part(part, data, there[part])]
    return found


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_PART:
                raise ValueError("it holds more or larger parts than any document")
            names = [entry.filename for entry in entries]
            if len(set(names)) != len(names):
                raise ValueError("it holds a part twice")
            if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
                raise ValueError("its parts are packed otherwise than ours")
            return {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as fault:
        raise ValueError(f"it is no Word file: {fault}") from fault


def _unlike_part(part: str, theirs: bytes, ours: bytes) -> list[str]:
    if not part.endswith((".xml", ".rels")):
        return ["it is another than ours"]
    here, there = _tree(theirs), _tree(ours)
    foreign = foreign_vocabulary(here, there)
    return [f"{what} is not in ours" for what in foreign] or [
        first_difference(here, there) or "it is written otherwise"
    ]


def _tree(data: bytes) -> Any:
    try:
        return etree.fromstring(data, etree.XMLParser(**PARSER_OPTIONS))
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"a part is not well-formed: {fault}") from fault
