"""Where a writer may read: the document folder and the templates, nothing else, and never the network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from publisher.model.workspace import Workspace

BASE = "document:///"
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}


class OutsideSources(ValueError):
    """An address that is not a file of the document or of the templates."""


def find_source(address: str, workspace: Workspace) -> Path:
    """The file that `address` names in the document folder or the templates; OutsideSources otherwise."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "document") or parts.netloc:
        raise OutsideSources(f"“{address}” is outside the document and is not read")
    name = unquote(parts.path).lstrip("/")
    for root in (workspace.folder, *workspace.templates):
        path = (root / name).resolve()
        if path.is_relative_to(root.resolve()) and path.is_file():
            return path
    raise OutsideSources(f"“{name}” is not a file of the document or of the templates")


def media_type(path: Path) -> str:
    """The media type of the picture in `path`."""
    return MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
