"""Names of files inside the document folder.

None may climb out of it or point to the network.
"""

from __future__ import annotations

from pathlib import Path

from publisher.model.files import name_fault


def path_fault(folder: Path, name: str) -> str:
    """What is wrong with the name of a document's file, or “”.

    “” where it names one inside the folder.
    """
    if fault := name_fault(name):
        return fault
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return f"“{name}” lies outside the document folder"
        there = path.is_file()
    except (OSError, RuntimeError, ValueError):  # too long for a file name, a link that points to itself
        there = False
    return "" if there else f"there is no file “{name[:80]}” in the document folder"
