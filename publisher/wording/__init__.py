"""Words and facts: reads the marks in authors' text, works out its expressions, writes standard sentences."""

from publisher.wording.marks import escape, parse
from publisher.wording.wording import BrokenWording, Wording

__all__ = ["BrokenWording", "Wording", "escape", "parse"]
