"""How much findings matter: severities by mode, waivers, baselines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from publisher.catalogue import CATALOGUE, finding
from publisher.catalogue.causes import without_effects
from publisher.catalogue.known import Baseline, fingerprint
from publisher.check.places import Sources
from publisher.model.diagnostic import Diagnostic, Position, Severity
from publisher.model.record import Waiver

Mode = Literal["draft", "review", "publish"]
_STRICTNESS: dict[str, int] = {"draft": 0, "review": 1, "publish": 2}


@dataclass(frozen=True, slots=True)
class Weighed:
    """Findings that stand, that a waiver covers, that were known before."""

    standing: tuple[Diagnostic, ...]
    waived: tuple[tuple[Diagnostic, Waiver], ...] = ()
    known: tuple[Diagnostic, ...] = ()


def in_mode(diagnostic: Diagnostic, mode: Mode) -> Diagnostic:
    """`diagnostic` with the severity it has in `mode`.

    Review and publish make errors of warnings.
    """
    row = CATALOGUE.get(diagnostic.code)
    if row is None or row.error_in is None:
        return diagnostic
    severe = _STRICTNESS[mode] >= _STRICTNESS[row.error_in]
    return replace(diagnostic, severity=Severity.ERROR if severe else row.severity)


def weigh(
    diagnostics: Iterable[Diagnostic], waivers: Sequence[Waiver], language: str, mode: Mode, sources: Sources,
    baseline: Baseline = frozenset(), whole: bool = True, remarks: bool = False,
) -> Weighed:  # fmt: skip
    """The findings sorted by place, weighed by mode, waivers and baseline.

    Faults of waivers are added. Only of a `whole` document can a waiver be said to cover nothing.
    """
    standing: list[Diagnostic] = []
    waived: list[tuple[Diagnostic, Waiver]] = []
    used: set[int] = set()
    relevant = [waiver for waiver in waivers if waiver.language in (None, language)]
    for diagnostic in dict.fromkeys(without_effects(diagnostics)):
        if diagnostic.severity is Severity.REMARK and not remarks:
            continue
        chosen = next((w for w in relevant if _covers(w, diagnostic, sources)), None)
        if chosen is None:
            standing.append(in_mode(diagnostic, mode))
        else:
            used.add(id(chosen))
            waived.append((diagnostic, chosen))
    for waiver in relevant:
        if (fault := _fault_of(waiver, id(waiver) in used or not whole, sources, remarks)) is not None:
            standing.append(in_mode(fault, mode))
    known = tuple(d for d in standing if fingerprint(d) in baseline)
    return Weighed(tuple(sorted((d for d in standing if d not in known), key=_order)), tuple(waived), known)


def _covers(waiver: Waiver, diagnostic: Diagnostic, sources: Sources) -> bool:
    row = CATALOGUE.get(diagnostic.code)
    if row is None or not row.waivable or waiver.code not in (diagnostic.code, diagnostic.name):
        return False
    if waiver.where is None:
        return True
    line = sources.line(diagnostic.at) if isinstance(diagnostic.at, Position) else ""
    return waiver.where in line or waiver.where in diagnostic.span or waiver.where in diagnostic.message


def _fault_of(waiver: Waiver, used: bool, sources: Sources, remarks: bool) -> Diagnostic | None:
    place = sources.word(waiver.at, "code", waiver.code)
    row = CATALOGUE.get(waiver.code) or next((r for r in CATALOGUE.values() if r.name == waiver.code), None)
    if row is None:
        return finding("WV101", f"waiver of “{waiver.code}”, which is no code of this program", place,
                       span=waiver.code, hint="take the code from the finding, such as LA108")  # fmt: skip
    if not row.waivable:
        return finding("WV102", f"“{row.code} {row.name}” cannot be waived", place, span=waiver.code,
                       hint="put right what the finding names; numbers, notes and references must be true")  # fmt: skip
    told = row.family != "documents" and (remarks or row.severity is not Severity.REMARK)
    if not used and told:  # those of documents are found where versions are compared, not here
        return finding("WV103", f"waiver of “{row.code} {row.name}” covers no finding", place, span=waiver.code,
                       hint="take the waiver out, or put right its “where”")  # fmt: skip
    return None


def _order(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str, str]:
    """By place; the facts before the words that are written from them."""
    at = diagnostic.at
    if isinstance(at, Position):
        return at.file != "record.yaml", at.file, at.line, at.column, diagnostic.code, diagnostic.message
    return True, (at.file if at else ""), (at.page if at else 0), 0, diagnostic.code, diagnostic.message
