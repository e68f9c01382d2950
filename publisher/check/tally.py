"""Votes of the record as numbers and as lists of States."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model.record import Vote


def tally(vote: Vote) -> tuple[int, int, int]:
    """The votes in favour, against and abstaining."""
    favour, against, abstaining = vote.counts.values()
    return favour, against, abstaining


def lists(vote: Vote) -> Iterator[tuple[str, list[str]]]:
    """The lists of States of a vote, by the key of the record."""
    yield from vote.lists.items()
