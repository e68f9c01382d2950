"""Attendance and votes out of a sheet: States by codes.

Each row is accounted for, whatever is not known at its cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition, Position
from publisher.model.reference import Reference
from publisher.receive.names import bare, bodies_by_name, states_by_name, suggestion
from publisher.receive.sheets.heads import Columns, Heads, Row, meaning

_SIDES = ("in-favour", "against", "abstaining", "absent")
_CATEGORIES = {
    "united-nations": "un-bodies", "intergovernmental": "intergovernmental",
    "non-governmental": "non-governmental", "other": "observers",
}  # fmt: skip


@dataclass(slots=True)
class Facts:
    """Lists for `attendance` and a vote, and the findings.

    In the order of the sheet.
    """

    attendance: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    vote: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every row went somewhere."""
        return all(found.severity.value != "error" for found in self.findings)


def facts_of(rows: Sequence[Row], columns: Columns, heads: Heads, reference: Reference, name: str) -> Facts:
    """What the rows under the heads say of who attended and how they voted.

    Each State once, however many rows.
    """
    facts = Facts()
    states, bodies = states_by_name(reference), bodies_by_name(reference)
    if "vote" in columns.places:
        facts.vote = {side: [] for side in _SIDES[:3]}
    for row in rows[columns.row + 1 :]:
        said, at = columns.said(row, "state") or columns.said(row, "body"), _place(row, columns, name)
        if not said:
            continue
        code, body = states.get(bare(said)), bodies.get(bare(said))
        if code is None and body is None:
            hint = suggestion(said, {**states, **bodies}) or "write its official or usual name, or its code"
            facts.findings.append(finding("IM024", f"no State or body is called “{said}”", at, span=said, hint=hint))
        elif "vote" in columns.places:
            _voted(code, columns.said(row, "vote"), heads, facts, at)
        elif code is not None:
            status = "observer-states" if reference.states[code].status == "observer" else "members"
            told = meaning(columns.said(row, "category"), heads, ("members", "observer-states"))
            _once(facts.attendance[told or status], code)
        elif body is not None:
            _once(facts.attendance[_CATEGORIES[reference.bodies[body].category]], body)
    for head in columns.unknown:
        at = PagePosition(name)
        facts.findings.append(finding("IM010", f"the column “{head}” is not taken over: its head is not known", at))
    return facts


def _voted(code: str | None, said: str, heads: Heads, facts: Facts, at: Position | PagePosition) -> None:
    side = meaning(said, heads, _SIDES) if said else "absent"
    if not side:
        hint = "write yes, no, abstain or absent, in any of the six languages"
        facts.findings.append(finding("IM024", f"“{said}” is no vote", at, span=said, hint=hint))
    elif code is None:
        facts.findings.append(finding("IM024", "only States vote", at))
    elif any(code in listed for listed in facts.vote.values()):
        facts.findings.append(finding("IM024", f"{code} votes a second time", at, span=code))
    elif side != "absent":
        facts.vote[side].append(code)


def _once(listed: list[str], key: str) -> None:
    if key not in listed:
        listed.append(key)


def _place(row: Row, columns: Columns, name: str) -> Position | PagePosition:
    """The cell that names the State or body of a row."""
    for column in ("state", "body"):
        place = columns.places.get(column)
        cell = row[place] if place is not None and place < len(row) else None
        if cell is not None and cell.at is not None:
            return cell.at
    return PagePosition(name)
