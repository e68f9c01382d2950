"""What a decision cannot hold, as the nearest thing it can."""

from __future__ import annotations

from typing import Any

from publisher.receive.folder import Noted, Remark

_SAID = "a decision holds no box; its words stand here without one"


def unboxed(body: list[Any]) -> list[Any]:
    """`body` with what stood in boxes in their place."""
    return [made for block in body for made in _unboxed(block)]


def _unboxed(block: Any) -> list[Any]:
    match block:
        case Noted(value, remarks):
            first, *rest = _unboxed(value) or [""]
            return [Noted(first, remarks), *rest]
        case {"box": title, "body": list(inner)}:
            head = [] if title is None else [{"unnumbered": title}]
            first, *rest = [*head, *unboxed(inner)] or [{"unnumbered": ""}]
            return [Noted(first, (Remark("IM015", _SAID),)), *rest]
        case {"body": list(inner)}:
            return [block | {"body": unboxed(inner)}]
        case _:
            return [block]
