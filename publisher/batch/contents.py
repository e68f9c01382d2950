"""What one reading of a file tells of it: its digest, and what a record or a language file states in a line."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SYMBOL = re.compile(r"""^symbol:[ \t]*(["']?)([\w/.\-()]+)\1[ \t]*(?:#.*)?$""", re.MULTILINE)
_ORIGINAL = re.compile(r"^original:[ \t]*([a-z]{2,3})[ \t]*(?:#.*)?$", re.MULTILINE)
_TRANSLATION = re.compile(r"^[\"' {]*translation\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Content:
    """The SHA-256 of a file, and what is said in one line of it.

    Of a record: the symbol and the original language, where one line alone says them. Of a language file: whether its
    words are `official`, that is, there are some and no line speaks of a translation.
    """

    digest: str
    symbol: str = ""
    original: str = ""
    official: bool = False


def content_of(path: str | Path) -> Content:
    """What is in a file, read once while its size, times and inode stay; OSError where it is not there."""
    state = os.stat(path)  # noqa: PTH116  paths of thousands of files: a Path each would cost more than the digest
    return _content(str(path), state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


@lru_cache(maxsize=20_000)
def _content(path: str, modified: int, changed: int, size: int, inode: int) -> Content:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  see above
        data = file.read()
    digest = hashlib.sha256(data).hexdigest()
    name = path.rpartition("/")[2]
    if name == "record.yaml":
        text = data.decode("utf-8-sig", "replace")
        stated, original = _SYMBOL.findall(text), _ORIGINAL.search(text)
        return Content(digest, stated[0][1] if len(stated) == 1 else "", original[1] if original else "")
    if name.endswith(".yaml"):
        text = data.decode("utf-8-sig", "replace")
        return Content(digest, official=bool(text) and ("translation" not in text or not _TRANSLATION.search(text)))
    return Content(digest)
