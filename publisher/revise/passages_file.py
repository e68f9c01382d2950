"""The passages of an issued edition as a file of the register.

What later corrections start from and are proved on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from publisher.revise.location import Location, Passage

NAME = "passages.json"


def dump(passages: Sequence[Passage]) -> bytes:
    """`passages` as JSON, one a line, the same bytes for the same."""
    lines = [
        json.dumps(
            {
                "annex": p.location.annex, "decision": p.location.decision, "kind": p.location.kind,
                "path": list(p.location.path), "ordinal": p.location.ordinal, "row": p.location.row,
                "column": p.location.column, "text": p.text, "id": p.id, "page": p.page, "role": p.role,
            },
            ensure_ascii=False,
        )
        for p in passages
    ]  # fmt: skip
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def load(data: bytes) -> tuple[Passage, ...]:
    """The passages that `dump` wrote."""
    return tuple(
        Passage(
            Location(p["annex"], p["decision"], p["kind"], tuple(p["path"]), p["ordinal"], p["row"], p["column"]),
            p["text"], p["id"], p["page"], p["role"],
        )
        for p in json.loads(data)
    )  # fmt: skip
