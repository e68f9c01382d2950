"""Words and facts: marks, expressions, standard sentences.

Reads the first, works out the second, writes the third.
"""

from publisher.wording.marks import escape, parse
from publisher.wording.wording import BrokenWording, Wording

__all__ = ["BrokenWording", "Wording", "escape", "parse"]
