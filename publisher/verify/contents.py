"""Contents entries of a finished file.

After the words stand a leader and the number of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from publisher.model.characters import compared, unmarked
from publisher.verify.expected import Line

_TAIL = re.compile(r"[.…·‥]*(\d+)$")  # leader and page number of a contents entry


def strip_contents(lines: Sequence[Line], texts: list[str]) -> dict[int, str]:
    """Cut leader and page number off the contents entries in `texts`.

    Give back the page each entry prints. `texts` are compared texts in reading order; the keys are indices of
    `lines`.
    """
    pages: dict[int, str] = {}
    at = 0
    for index, line in enumerate(lines):
        if line.kind != "contents-entry":
            continue
        wanted = compared(unmarked(line.whole))
        for block in range(at, len(texts)):
            if texts[block].startswith(wanted) and (tail := _TAIL.fullmatch(texts[block], len(wanted))):
                texts[block] = wanted
                pages[index] = tail[1]
                at = block + 1
                break
    return pages
