"""References to items of the agenda, neighbours as ranges."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.language.entries import AgendaEntries


def listing(entries: AgendaEntries, numbers: Sequence[str], last: str = "") -> str:
    """Item numbers as printed: `1`, `1 and 2`, `1–5`, `1, 3 and 5–8`.

    Three neighbours make a range. `last` replaces the last joint, where the masthead has another.
    """
    pieces = [_run(entries, run) for run in _runs(numbers)]
    flat = [piece for run in pieces for piece in run]
    if len(flat) < 2:
        return "".join(flat)
    return entries.separator.join(flat[:-1]) + (last or entries.last) + flat[-1]


def reference(entries: AgendaEntries, numbers: Sequence[str], category: str) -> str:
    """The reference in brackets: (agenda items 1–5).

    `category` is the plural category of how many.
    """
    listed = listing(entries, numbers)
    if len(numbers) == 1:
        return entries.one.format(items=listed)
    return entries.many.get(category, entries.many["other"]).format(items=listed)  # type: ignore[call-overload,no-any-return]


def _runs(numbers: Sequence[str]) -> list[list[str]]:
    """Part `numbers` into runs of whole numbers that follow each other; a sub-item stands alone."""
    runs: list[list[str]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else ""
        if last.isdigit() and number.isdigit() and int(number) == int(last) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run(entries: AgendaEntries, run: list[str]) -> list[str]:
    return [entries.range.format(first=run[0], last=run[-1])] if len(run) > 2 else run
