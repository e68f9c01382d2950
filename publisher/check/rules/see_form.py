"""“cf.” or “op. cit.” stands where United Nations text says “see”.

Why: short Latin is read differently in six languages.
Authority: UN Editorial Manual, footnotes (X13).
Bad: cf. HSP/HA.2/13
Good: See HSP/HA.2/13.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """References in forms that are not used."""
    return wrong_forms(evidence, "see-form", "“{found}” is not used")
