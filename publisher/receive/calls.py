"""Calls of notes at one place.

The comma that parts their marks is the program's.
"""

from __future__ import annotations

import re

_PARTED = re.compile(r"(?<=\])\^\{[,،]\}\s?(?=\[\^)")


def joined(text: str) -> str:
    """An author's text without the raised commas between its calls."""
    return _PARTED.sub("", text)
