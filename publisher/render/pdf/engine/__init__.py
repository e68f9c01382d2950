"""WeasyPrint, and all that is changed in it, a file each.

Each is applied only where it fits.
"""

from publisher.render.pdf.engine.door import OUTPUT_INTENT, VARIANT, Engine, engine
from publisher.render.pdf.engine.overflow import in_words
from publisher.render.pdf.engine.repair import Missing
from publisher.render.pdf.engine.repairs import REPAIRS, VERSION, OtherEngine, installed
from publisher.render.pdf.engine.text import Upstream

__all__ = [
    "OUTPUT_INTENT",
    "REPAIRS",
    "VARIANT",
    "VERSION",
    "Engine",
    "Missing",
    "OtherEngine",
    "Upstream",
    "engine",
    "in_words",
    "installed",
]
