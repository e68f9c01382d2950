"""Writes the package: parts in order of name, every time the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import Any, cast

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say


def packed(document: Any) -> bytes:
    """`document` as the bytes of a .docx file.

    Content types first, as readers expect.
    """
    parts = _parts(document.part.package)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return target.getvalue()


def _parts(package: Any) -> dict[str, bytes]:
    """The files of the package, name → bytes, as python-docx itself would save them to a zip file."""
    from docx.opc.packuri import PACKAGE_URI
    from docx.opc.pkgwriter import _ContentTypesItem

    parts, types = package.parts, cast(Any, _ContentTypesItem)  # it carries no types
    files = {"[Content_Types].xml": types.from_parts(parts).blob}
    files[PACKAGE_URI.rels_uri.membername] = package.rels.xml
    for part in parts:
        part.before_marshal()
        files[part.partname.membername] = part.blob
        if len(part.rels):
            files[part.partname.rels_uri.membername] = part.rels.xml
    return files
