"""What WeasyPrint may read: files of the document and of the templates, and pictures that the page itself carries."""

from __future__ import annotations

from typing import Any

from publisher.model.workspace import Workspace
from publisher.render.sources import find_source, media_type


def sources_of(workspace: Workspace) -> Any:
    """Give back a URL fetcher for WeasyPrint that reads through `find_source` only."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Sources(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:image/"):
                return super().fetch(url, headers)
            path = find_source(url, workspace)
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type(path)})

    return Sources(allowed_protocols=("data", "document"), allow_redirects=False)
