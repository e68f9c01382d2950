"""Which files are opened as Word packages at all.

Another format, a locked file, one made to do harm is refused.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Literal

Ground = Literal["damaged", "other-format", "encrypted", "macros", "hostile"]

# The largest official file at hand unpacks to 9 MB, its largest part to 4.5 MB; a tree takes about eight times its XML.
MOST_PARTS = 10_000
LARGEST_PART = 64 << 20
LARGEST_PACKAGE = 512 << 20

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"<", "an XML or HTML file"),
    (b"\xef\xbb\xbf<", "an XML or HTML file"),
)
_MACRO_TYPES = (b"macroEnabled", b"vbaProject")


class Refused(Exception):
    """The file cannot or may not be read.

    `ground` says why in a word, the message in a sentence.
    """

    def __init__(self, ground: Ground, message: str) -> None:
        super().__init__(message)
        self.ground = ground


def admit(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`, only its list of content types unpacked.

    Sizes are bounded before anything is unpacked (Open Packaging Conventions, ISO/IEC 29500-2, for names and types).
    """
    if not data.startswith(b"PK"):
        raise _other(data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Refused("damaged", f"the archive is damaged: {error}") from error
    parts = archive.infolist()
    _bounded(parts)
    _distinct(parts)
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("encrypted", "parts of the archive are locked with a password")
    _without_macros(archive)
    return archive


def _other(data: bytes) -> Refused:
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return Refused("encrypted", "the file is locked with a password or a rights policy")
        return Refused("other-format", "the file is of the old binary kind (.doc, .xls)")
    if not data.strip():
        return Refused("damaged", "the file is empty")
    for sign, kind in _OTHERS:
        if data.startswith(sign):
            return Refused("other-format", f"the file is {kind}")
    return Refused("damaged", "the file is no Office document")


def _bounded(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise Refused("hostile", f"the file has {len(parts)} parts; at most {MOST_PARTS} are read")
    largest = max(parts, key=lambda part: part.file_size, default=None)
    if largest is not None and largest.file_size > LARGEST_PART:
        size, most = largest.file_size >> 20, LARGEST_PART >> 20
        raise Refused("hostile", f"the part {largest.filename} unpacks to {size} MB; at most {most} MB are read")
    if (total := sum([part.file_size for part in parts])) > LARGEST_PACKAGE:
        raise Refused("hostile", f"the file unpacks to {total >> 20} MB; at most {LARGEST_PACKAGE >> 20} MB are read")


def _distinct(parts: list[zipfile.ZipInfo]) -> None:
    """Names of parts are compared without regard to case: two readers might take two different ones."""
    seen: set[str] = set()
    for part in parts:
        name = part.filename.casefold()
        if name in seen:
            raise Refused("hostile", f"the part {part.filename} stands twice in the file")
        seen.add(name)


def _without_macros(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    types = unpacked(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if any(sign in types for sign in _MACRO_TYPES) or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused("macros", "the file carries macros")


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of part `name`.

    Never more than its entry declares, which was bounded.
    """
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Refused("damaged", f"{name}: {error}") from error
    except Exception as error:  # each decompressor (zlib, bz2, lzma) has an error class of its own
        raise Refused("damaged", f"{name} cannot be unpacked: {error}") from error
