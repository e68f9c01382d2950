"""What WeasyPrint may read.

Files of document and templates, installed fonts, pictures the page carries.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from publisher.model.workspace import FONT_FOLDERS, Workspace
from publisher.render.sources import OutsideSources, picture_at

FONT_SUFFIXES = (".ttf", ".otf", ".ttc")


def find_font(address: str) -> Path:
    """The installed font that fontconfig found at `address`.

    OutsideSources for any other file.
    """
    path = Path(url2pathname(urlsplit(address).path)).resolve()
    if path.suffix.lower() in FONT_SUFFIXES and any(path.is_relative_to(folder) for folder in FONT_FOLDERS):
        return path
    raise OutsideSources(f"“{address}” is not an installed font and is not read")


def sources_of(workspace: Workspace) -> Any:
    """A URL fetcher that reads through `picture_at` and `find_font`.

    Through nothing else.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Sources(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            if url.startswith("file:"):
                return URLFetcherResponse(url, find_font(url).read_bytes(), {"Content-Type": "font/sfnt"})
            found = picture_at(url, workspace)
            return URLFetcherResponse(url, found.data, {"Content-Type": found.media_type})

    return Sources(allowed_protocols=("data", "document", "file"), allow_redirects=False)
