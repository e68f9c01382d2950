"""WeasyPrint, and all that is changed in it: one file a repair or acceleration, each applied only where it fits."""

from publisher.render.pdf.engine.engine import OUTPUT_INTENT, VARIANT, Engine, engine
from publisher.render.pdf.engine.overflow import in_words
from publisher.render.pdf.engine.repair import Missing
from publisher.render.pdf.engine.repairs import is_known_version
from publisher.render.pdf.engine.text import Upstream

__all__ = ["OUTPUT_INTENT", "VARIANT", "Engine", "Missing", "Upstream", "engine", "in_words", "is_known_version"]
