"""What a document folder cannot hold yet, as the nearest thing it can."""

from __future__ import annotations

from typing import Any

from publisher.model.document import BLOCK_OF_KEY
from publisher.receive.folder import Noted, Remark

_SAID = "a {} is not held yet; its words stand here as the nearest thing"


def nearest(body: list[Any]) -> list[Any]:
    """`body` with unknown blocks in the form of ones the model knows."""
    return [made for block in body for made in _nearest(block)]


def _nearest(block: Any) -> list[Any]:
    match block:
        case Noted(value, remarks):
            first, *rest = _nearest(value) or [""]
            return [Noted(first, remarks), *rest]
        case {"box": {"body": list(inner), **more}} if "box" not in BLOCK_OF_KEY:
            title = more.get("title")
            if title is not None:
                made = {"heading": title, "numbered": False, "body": nearest(inner)}
                return [Noted(made, (Remark("IM015", _SAID.format("box"), str(title)),))]
            first, *rest = nearest(inner) or [{"unnumbered": ""}]
            return [Noted(first, (Remark("IM015", _SAID.format("box")),)), *rest]
        case {"body": list(inner)}:
            return [block | {"body": nearest(inner)}]
        case _:
            return [block]
