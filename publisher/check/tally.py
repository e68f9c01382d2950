"""Votes of the record as numbers and as lists of States."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model.record import Vote


def tally(vote: Vote) -> tuple[int, int, int]:
    """The votes in favour, against and abstaining."""
    favour, against, abstaining = (
        cast if isinstance(cast, int) else len(cast) for cast in (vote.in_favour, vote.against, vote.abstaining)
    )
    return favour, against, abstaining


def lists(vote: Vote) -> Iterator[tuple[str, list[str]]]:
    """The lists of States of a vote by the key of the record, those that are numbers left out."""
    for key, cast in (("in-favour", vote.in_favour), ("against", vote.against), ("abstaining", vote.abstaining)):
        if not isinstance(cast, int):
            yield key, cast
