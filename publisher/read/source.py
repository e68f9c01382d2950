"""Takes a file of the document folder into memory.

Small enough, UTF-8, without control characters.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.files import MOST_YAML, Refused, TooLarge, read_regular

# Everything that has no printed form and no use in a text: C0 and C1 controls but tab and line ends, NEL, U+2028 and
# U+2029 (YAML 1.1 took them for line ends), byte order mark inside, surrogates and non-characters. Marks of direction
# (U+200E, U+2066 …) and joiners are letters of Arabic text and stay.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff\ud800-\udfff]")


def load(path: Path, file: str, root: Path | None = None) -> tuple[str | None, list[Diagnostic]]:
    """The text of `path`, None where it is no text, and the findings.

    `file` is its name in them. Of a document the file has to lie under its folder `root`, also where links lead.
    """
    try:
        data = read_regular(path, MOST_YAML, os.path.realpath(root) if root else None)
    except TooLarge as fault:
        hint = "Part the document in several, or keep large tables in CSV files."
        return None, [finding("RD004", str(fault), Position(file, 1), hint=hint)]
    except Refused as fault:
        return None, [finding("RD005", str(fault), Position(file, 1))]
    except OSError as error:
        return None, [finding("RD005", f"“{file}” cannot be read: {error.strerror}", Position(file, 1))]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of UTF-8 bytes, and the findings on its characters.

    Without byte order mark.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        at = Position(file, before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1)
        hint = "Save the file with the encoding UTF-8; in Excel: Save as, CSV UTF-8."
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "The file is UTF-16; save it with the encoding UTF-8."
        message = f"“{file}” is not saved as UTF-8: a letter in line {at.line} cannot be read"
        return None, [finding("RD003", message, at, hint=hint)]
    found = [_control(text, match, file) for match in CONTROL.finditer(text)]
    return (text, found[:20]) if not found else (None, found[:20])


def _control(text: str, match: re.Match[str], file: str) -> Diagnostic:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    name = f"U+{ord(match.group()):04X}"
    return finding(
        "RD010",
        f"the control character {name} stands in the text",
        Position(file, line, column),
        hint="Delete it; it often comes from copying out of another program.",
    )
