"""Attendance and votes out of a sheet: States by codes.

Each row is accounted for, whatever is not known at its cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition, Position
from publisher.model.reference import Reference
from publisher.receive.names import bare, bodies_by_name, states_by_name, suggestion
from publisher.receive.sheets.heads import NAMES, SIDES, Columns, Heads, Row, meaning

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
    reader = _Reader(columns, heads, reference, name, facts, states_by_name(reference), bodies_by_name(reference))
    if reader.votes:
        facts.vote = {side: [] for side in SIDES}
    above = []
    for row, said in under(rows, columns, heads):
        reader.read(row, said)
        above += [row] if said and not columns.said(row, "state") and not columns.said(row, "body") else []
    if above:
        told = f"no State or organization is named in some rows ({len(above)}); each is taken to be of the one above it"
        facts.findings.append(finding("IM011", told, columns.at(above[0], name)))
    for head in columns.unknown:
        at = PagePosition(name)
        facts.findings.append(finding("IM010", f"the column “{head}” is not taken over: its head is not known", at))
    for row in feet(rows, columns, heads):
        said = "the row is not taken over: it stands at the foot"
        words = next(cell.text for cell in row if cell is not None and cell.text.strip())
        facts.findings.append(finding("IM010", said, columns.at(row, name), span=words))
    return facts


def under(rows: Sequence[Row], columns: Columns, heads: Heads) -> Iterator[tuple[Row, str]]:
    """The rows under the heads with the State or body of each.

    A row with a person and none belongs to the one above.
    """
    above = ""
    for row in rows[columns.row + 1 :]:
        if _is_foot(row, heads):
            continue
        said = columns.said(row, "state") or columns.said(row, "body")
        if not said and any(columns.said(row, column) for column in NAMES):
            said = above
        above = said or above
        yield row, said


def feet(rows: Sequence[Row], columns: Columns, heads: Heads) -> Iterator[Row]:
    """The rows under the heads that say a total, a source, a note."""
    return (row for row in rows[columns.row + 1 :] if _is_foot(row, heads))


def _is_foot(row: Row, heads: Heads) -> bool:
    first = next((cell.text.strip() for cell in row if cell is not None and cell.text.strip()), "")
    return bool(meaning(re.split(r"[\s\d:：(（]", first, maxsplit=1)[0], heads, ("foot",)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads row after row into `facts`."""

    columns: Columns
    heads: Heads
    reference: Reference
    name: str
    facts: Facts
    states: Mapping[str, str]
    bodies: Mapping[str, str]

    @property
    def votes(self) -> bool:
        """Whether the sheet is one of votes."""
        return "vote" in self.columns.places or bool(self._sides)

    @property
    def _sides(self) -> list[str]:
        """The sides of a vote that have a column each."""
        return [side for side in SIDES if side in self.columns.places]

    def read(self, row: Row, said: str) -> None:
        """Read a row that names a State or a body, or one on each side of a vote."""
        columns = self.columns
        if not {"state", "body"} & columns.places.keys():
            for side in self._sides:
                if named := columns.said(row, side):
                    self._voted(
                        self._known(named, columns.at(row, self.name, side)), side, columns.at(row, self.name, side)
                    )
            return
        at = columns.at(row, self.name, "state", "body")
        if not said:
            if any(columns.said(row, column) for column in NAMES):
                self._tell("the row names no State or organization", at, "write whom the person came for")
            return
        key = self._known(said, at)
        if key is None or not self._is_present(row):
            return
        if self.votes:
            self._voted(key, self._side(row), at)
        elif key in self.reference.states:
            status = "observer-states" if self.reference.states[key].status == "observer" else "members"
            told = meaning(columns.said(row, "category"), self.heads, ("members", "observer-states"))
            _once(self.facts.attendance[told or status], key)
        else:
            _once(self.facts.attendance[_CATEGORIES[self.reference.bodies[key].category]], key)

    def _known(self, said: str, at: Position | PagePosition) -> str | None:
        """The code of the State, or the key of the body, that is called so; told where there is none."""
        key = self.states.get(bare(said)) or self.bodies.get(bare(said))
        if key is None:
            hint = suggestion(said, {**self.states, **self.bodies}) or "write its official or usual name, or its code"
            self._tell(f"no State or body is called “{said}”", at, hint, said)
        return key

    def _is_present(self, row: Row) -> bool:
        """Whether a row of a sheet that says who was present says so."""
        said = self.columns.said(row, "present")
        if "present" not in self.columns.places:
            return True
        meant = meaning(said, self.heads, ("marked", "in-favour", "against")) if said else "against"
        if not meant:
            self._tell(f"“{said}” does not say whether it was present", self.columns.at(row, self.name, "present"),
                       "write yes or no, in any of the six languages", said)  # fmt: skip
        return meant in ("marked", "in-favour")

    def _side(self, row: Row) -> str:
        """How the State of a row voted; “” where it cannot be told, which is."""
        columns = self.columns
        if self._sides:
            marked = [side for side in self._sides if columns.said(row, side)]
            if len(marked) > 1:
                self._tell("it votes on two sides", columns.at(row, self.name, "state"), "mark one column")
                return ""
            return marked[0] if marked else "absent"
        said = columns.said(row, "vote")
        side = meaning(said, self.heads, (*SIDES, "absent")) if said else "absent"
        if not side:
            hint = "write yes, no, abstain or absent, in any of the six languages"
            self._tell(f"“{said}” is no vote", columns.at(row, self.name, "vote"), hint, said)
        return side

    def _voted(self, key: str | None, side: str, at: Position | PagePosition) -> None:
        if key is None or not side:
            return
        if key not in self.reference.states:
            self._tell("only States vote", at)
        elif any(key in listed for listed in self.facts.vote.values()):
            self._tell(f"{key} votes a second time", at, span=key)
        elif side != "absent":
            self.facts.vote[side].append(key)

    def _tell(self, message: str, at: Position | PagePosition, hint: str = "", span: str = "") -> None:
        self.facts.findings.append(finding("IM024", message, at, span=span, hint=hint))


def _once(listed: list[str], key: str) -> None:
    if key not in listed:
        listed.append(key)
