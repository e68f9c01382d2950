"""Latin punctuation or Indic figures stand in Arabic text.

Why: commas and question marks have Arabic forms; United Nations Arabic uses European figures.
Authority: Arabic editorial practice of the United Nations (T30).
Bad: الدورة, والبرنامج
Good: الدورة، والبرنامج
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “arabic-punctuation” that stand in the text."""
    return wrong_forms(evidence, "arabic-punctuation", "“{found}” is not the Arabic form", everywhere)
