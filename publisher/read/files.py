"""Names of files inside the document folder: none may climb out of it or point to the network."""

from __future__ import annotations

import re
from pathlib import Path

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def path_fault(folder: Path, name: str) -> str:
    """What is wrong with the name of a file of the document, or “” where it names one inside the folder."""
    if _SCHEME.match(name) or name.startswith(("//", "\\\\")):
        return f"“{name}” is an address; name a file in the document folder"
    path = folder / name
    try:
        if name.startswith(("/", "~")) or "\\" in name or not path.resolve().is_relative_to(folder.resolve()):
            return f"“{name}” lies outside the document folder"
        there = path.is_file()
    except (OSError, RuntimeError, ValueError):  # too long for a file name, a link that points to itself
        there = False
    return "" if there else f"there is no file “{name[:80]}” in the document folder"
