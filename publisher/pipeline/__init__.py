"""The order of the stages, from an author's folder to proved files.

The only room that knows them all.
"""

from publisher.pipeline.conductor import (
    ATTACHED,
    MODES,
    Attached,
    Examined,
    Mode,
    build,
    draw,
    examine,
    printed_of,
    prove,
    warm_up,
)
from publisher.pipeline.drawing import ALL_FORMATS, FORMATS, Built, Format
from publisher.pipeline.understanding import Understood, understand

__all__ = [
    "ALL_FORMATS",
    "ATTACHED",
    "FORMATS",
    "MODES",
    "Attached",
    "Built",
    "Examined",
    "Format",
    "Mode",
    "Understood",
    "build",
    "draw",
    "examine",
    "printed_of",
    "prove",
    "understand",
    "warm_up",
]  # fmt: skip
