"""An opening ¿ or ¡ is missing, or “núm.” is written otherwise.

Why: Spanish opens questions and exclamations.
Authority: Manual de estilo en español de la ONU (T32).
Bad: Qué hacer?
Good: ¿Qué hacer?
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “spanish-marks” that stand in the text."""
    return wrong_forms(evidence, "spanish-marks", "“{found}” is not the Spanish form")
