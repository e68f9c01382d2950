"""The marks of footnotes are not consecutive in the order of their calls.

Why: the reader finds a note by its mark, and counts on the next mark being the next number.
Authority: UN Editorial Manual, footnotes (X04, M17): numbers from 1 through the annexes, asterisks *, **, ***.
Bad: calls 1, 3, 2
Good: calls 1, 2, 3
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Notes whose ordinal does not follow, calls in another order."""
    last: dict[tuple[str, str], int] = {}
    notes = {note.id: note for note in evidence.resolved.notes}
    for note in evidence.resolved.notes:
        key = (note.series, note.restart)
        if note.ordinal != last.get(key, 0) + 1:
            yield Fault(f"note “{note.mark}” follows {last.get(key, 0)}", note.at, note.mark, "a fault of the program")
        last[key] = note.ordinal
    called: dict[tuple[str, str], int] = {}
    seen: set[str] = set()  # a list calls one note for many entries
    for passage in evidence.passages:
        for offset, call in passage.calls:
            resolved = notes.get(call.note)
            if resolved is None or passage.kind == "note" or resolved.series == "first-page" or call.note in seen:
                continue
            seen.add(call.note)
            key = (resolved.series, resolved.restart)
            if resolved.ordinal != called.get(key, 0) + 1:
                yield evidence.fault(
                    passage,
                    max(0, offset - 6),
                    offset,
                    f"note “{resolved.mark}” is called after {called.get(key, 0)}",
                    "a fault of the program: please report it",
                )
            called[key] = resolved.ordinal
