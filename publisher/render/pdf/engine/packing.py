"""Streams are packed at the usual level of zlib.

The hardest saves a quarter of one per cent in twice the time.
"""

from __future__ import annotations

import zlib
from types import SimpleNamespace

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream

HARDEST = Upstream("pydyf:Stream.data", statements=("zlib.compressobj(level=9)",))
USUAL = 6


def apply() -> None:
    """Have pydyf pack at the usual level."""
    import pydyf

    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(USUAL))


PACKING = Repair(
    "usual packing",
    (HARDEST,),
    apply,
    report="not reported: a matter of taste",
    goes="when pydyf takes a level",
    buys="4–9 %",
)
