"""From one edition to the next: the order of the steps.

Of issues, corrigenda, revisions, addenda and redlines.
"""

from publisher.succession.comparing import Redline, redline_of, resolved_data, resolved_edition
from publisher.succession.correcting import Corrected, CorrigendumRefused, correct, corrected_symbol, corrigendum
from publisher.succession.following import addendum, revision
from publisher.succession.issuing import Ready, made_ready
from publisher.succession.texts import templates_not_ours, unfrozen

__all__ = [
    "Corrected",
    "CorrigendumRefused",
    "Ready",
    "Redline",
    "addendum",
    "correct",
    "corrected_symbol",
    "corrigendum",
    "made_ready",
    "redline_of",
    "resolved_data",
    "resolved_edition",
    "revision",
    "templates_not_ours",
    "unfrozen",
]
