"""Prints each function of WeasyPrint that is not what was repaired.

With its new digest. For who has read the new text, found that the repair is still right, and writes the digest into
its file: `python -m publisher.render.pdf`. With the word “declarations” prints the text of `engine/declared.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from publisher.render.pdf.engine import REPAIRS, Upstream, installed
from publisher.render.pdf.engine.declarations import read_again
from publisher.render.pdf.parts.laying_out import REDONE


def otherwise() -> Iterator[str]:
    """The lines to print: repair, function, digest now or gone."""
    for name, written_for in (*((repair.name, repair.written_for) for repair in REPAIRS), ("parts", REDONE)):
        for upstream in written_for:
            if not upstream.is_as_written_for():
                yield f"{name}: {upstream.name} {_now(upstream)}"


def _now(upstream: Upstream) -> str:
    try:
        return upstream.installed_digest()
    except (AttributeError, ImportError):
        return "is gone"


if __name__ == "__main__":
    if sys.argv[1:] == ["declarations"]:
        print(read_again(), end="")
        sys.exit()
    print(f"WeasyPrint {installed()}", *otherwise(), sep="\n")
