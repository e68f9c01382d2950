"""What can be named in words: facts, persons, notes, places, States."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.model.document import Document as Written
from publisher.model.inline import plain
from publisher.model.resolved import Document, Heading, Table
from publisher.model.workspace import Workspace

Completion = tuple[str, str, str]  # as typed, what it says, its kind
LONGEST = 80  # characters of what it says


def completions(source: Written, document: Document, workspace: Workspace) -> tuple[Completion, ...]:
    """Everything an author can name, as it is typed, and what it says."""
    from publisher.model.reference import load_reference

    reference = load_reference(workspace.reference, workspace.own_reference)
    language = document.language
    return (
        *((f"[^{name}]", words.text[:LONGEST], "note") for name, words in source.words.footnotes.items()),
        *_places(document),
        *(
            (f'{{{{ person("{name}") }}}}', words.text[:LONGEST], "person")
            for name, words in source.words.persons.items()
        ),
        *(
            (f'{{{{ state("{code}") }}}}', state.names.get(language, ""), "State")
            for code, state in reference.states.items()
        ),
        *(
            (f'{{{{ body("{name}") }}}}', body.names.get(language, ""), "body")
            for name, body in reference.bodies.items()
        ),
        *_facts(source),
    )


def _places(document: Document) -> Iterator[Completion]:
    for division in document.divisions:
        for block in division.blocks:
            if isinstance(block, Heading):
                yield f"[](#{block.id})", plain(block.text)[:LONGEST], "reference"
            elif isinstance(block, Table) and block.label:
                yield f"[](#{block.id})", f"{block.label} {plain(block.title)}"[:LONGEST], "reference"


def _facts(source: Written) -> Iterator[Completion]:
    from publisher.wording.facts import record_facts

    for meeting in source.record.meetings:
        yield f"{{{{ meeting({meeting.number}).date | date }}}}", meeting.date.isoformat(), "fact"
    for name, value in _leaves("", record_facts(source.record)):
        yield f"{{{{ {name} }}}}", value, "fact"


def _leaves(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(f"{path}.{name}" if path else str(name), inner)
    elif isinstance(value, list):
        if value and path.startswith("attendance"):
            yield f"{path} | count", str(len(value))
    elif value is not None and not isinstance(value, bool):
        yield path, str(value)[:LONGEST]
