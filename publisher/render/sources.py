"""Where a writer may read: the document folder and templates.

Nothing else, and never the network.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from publisher.model.files import Refused, read_regular
from publisher.model.workspace import Workspace
from publisher.picture import Picture, Unprintable, picture

BASE = "document:///"


class OutsideSources(ValueError):
    """An address that is not a file of the document or of the templates."""


def find_source(address: str, workspace: Workspace) -> Path:
    """The file that `address` names in the document folder or the templates.

    Or an emblem of the user's own. OutsideSources otherwise.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("", "document") or parts.netloc:
        raise OutsideSources(f"“{address}” is outside the document and is not read")
    name = unquote(parts.path).lstrip("/")
    for root in (workspace.folder, *workspace.templates):
        path = (root / name).resolve()
        if path.is_relative_to(root.resolve()) and path.is_file():
            return path
    if name.startswith("emblems/") and (own := dict(workspace.own_reference).get(name)) is not None and own.is_file():
        return own
    raise OutsideSources(f"“{name}” is not a file of the document or of the templates")


def picture_at(address: str, workspace: Workspace) -> Picture:
    """The picture that `address` names, as every writer prints it.

    OutsideSources where there is none.
    """
    path = find_source(address, workspace)
    try:
        return picture(read_regular(path))
    except (OSError, Refused, Unprintable) as fault:
        raise OutsideSources(f"“{path.name}” {fault}") from fault
