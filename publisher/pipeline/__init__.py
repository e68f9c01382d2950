"""The order of the stages, from an author's folder to proved files; the only room that knows them all."""

from publisher.pipeline.conductor import MODES, Examined, Mode, build, draw, examine, prove, warm_up
from publisher.pipeline.drawing import FORMATS, Built, Format
from publisher.pipeline.understanding import Understood, understand

__all__ = [
    "FORMATS", "MODES", "Built", "Examined", "Format", "Mode", "Understood", "build", "draw", "examine", "prove",
    "understand", "warm_up",
]  # fmt: skip
