"""Punctuation stands without the no-break space it takes.

Why: an ordinary space lets the mark begin the next line.
Authority: règles typographiques de l’ONU (T29): espace insécable devant ; : ! ? » %, après «.
Bad: le plan ;
Good: le plan\u00a0;
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “no-break” that stand in the text."""
    return wrong_forms(evidence, "no-break", "“{found}” lacks its no-break space", everywhere, raw=True)
