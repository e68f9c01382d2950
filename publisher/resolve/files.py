"""Files that belong to a document lie inside its folder."""

from __future__ import annotations

from pathlib import Path

from publisher.model.workspace import Workspace


class Outside(Exception):
    """A path leads out of the document folder; the message names it."""


def inside(name: str, workspace: Workspace) -> Path:
    """The file `name` of the document folder; Outside where the path, or a link it follows, leaves it."""
    folder = workspace.folder.resolve()
    try:
        path = (folder / name).resolve()
        path.exists()  # raises where the name is too long for a file
    except (OSError, ValueError):
        raise Outside(f"“{name}” is no path") from None
    if "://" in name or not path.is_relative_to(folder):
        raise Outside(f"“{name}” leads out of the document folder")
    return path
