"""Where the drawing engine may read: the document folder and the templates, nothing else, and never the network."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from publisher.model.workspace import Workspace
from publisher.render.pdf.engine import Engine

BASE = "document:///"
MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


class OutsideSources(ValueError):
    """An address that is not a file of the document or of the templates."""


def find_source(address: str, workspace: Workspace) -> Path:
    """Give back the file that `address` names in the document folder or the templates; OutsideSources otherwise."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "document") or parts.netloc:
        raise OutsideSources(f"“{address}” is outside the document and is not read")
    name = unquote(parts.path).lstrip("/")
    for root in (workspace.folder, *workspace.templates):
        path = (root / name).resolve()
        if path.is_relative_to(root.resolve()) and path.is_file():
            return path
    raise OutsideSources(f"“{name}” is not a file of the document or of the templates")


def sources_of(drawing: Engine, workspace: Workspace) -> Any:
    """Give back a URL fetcher for WeasyPrint that reads through `find_source` and pictures inside the page only."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Sources(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            path = find_source(url, workspace)
            kind = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return Sources(allowed_protocols=("data", "document"), allow_redirects=False)
