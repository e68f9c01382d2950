"""Writes the package: parts in order of name, every time the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say


def packed(document: Any) -> bytes:
    """Give back `document` as the bytes of a .docx file, the content types first as readers expect."""
    stored = io.BytesIO()
    document.save(stored)
    target = io.BytesIO()
    with zipfile.ZipFile(stored) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, source.read(name))
    return target.getvalue()
