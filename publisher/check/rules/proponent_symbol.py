"""The report of a committee is given the symbol of a draft.

Why: the line in square brackets leads to the report or to the draft; the symbol of the other leads nowhere.
Authority: masthead (M04) and resolutions of the General Assembly as issued:
“[without reference to a Main Committee (A/80/L.11)]”, “[on the report of the Third Committee (A/80/545, para. 23)]”.
Bad: `proponent: {by: third-committee, symbol: A/80/L.11}`
Good: `proponent: {by: no-committee, symbol: A/80/L.11}`
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_COMMITTEES = frozenset(f"{number}-committee" for number in ("first", "second", "third", "fourth", "fifth", "sixth"))


def find(evidence: Evidence) -> Iterator[Fault]:
    """Symbols of a proponent that are not of the documents it submits."""
    for adoption in evidence.record.adoptions:
        proponent = adoption.proponent
        if proponent is None:
            continue
        if proponent.by in _COMMITTEES and "/L." in proponent.symbol:
            at = evidence.sources.word(proponent.at, "by", proponent.by)
            message = f"“{proponent.by}” does not go with {proponent.symbol}"
            yield Fault(message, at, proponent.by, "give the report of a committee, or the draft and by: no-committee")
