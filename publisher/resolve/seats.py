"""The lines of page one that say who presides and who sits on an organ.

A row of dots leads from what is named first to what stands at the end of the line (FORMS §1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.model.record import MEMBERS, PRESIDING, Bureau, Officer
from publisher.model.resolved import Paragraph
from publisher.resolve.drafting import Draft, Drafting
from publisher.resolve.officers import person_name, state_said
from publisher.resolve.phrases import spaced
from publisher.wording import parse


def seats(drafting: Drafting) -> Iterator[Draft]:
    """Who presided, a line each, the State at its end.

    Then the members by State, the person at its end.
    """
    bureaux = drafting.document.record.bureaux
    if not drafting.document.kind.seats:
        return
    for officer in bureaux[PRESIDING].officers if PRESIDING in bureaux else ():
        yield _presiding(officer, drafting)
    if MEMBERS in bureaux:
        yield from _members(bureaux[MEMBERS], drafting)


def _presiding(officer: Officer, drafting: Drafting) -> Draft:
    vocabulary = drafting.vocabulary
    office = vocabulary.officer_label(officer.office, officer.gender)
    opening, closing = vocabulary.entries.punctuation.brackets
    state = _state(officer, drafting)
    if officer.person is None:
        return _line(_after(office, state or vocabulary.label("vacant")), "")
    return _line(_after(office, _person(officer, drafting)), f"{opening}{state}{closing}" if state else "")


def _members(bureau: Bureau, drafting: Drafting) -> Iterator[Draft]:
    """A line for each member in the order of the language; the office before the first."""
    office = drafting.vocabulary.officer_label("member", count=len(bureau.officers))
    for place, officer in enumerate(_in_order(bureau.officers, drafting)):
        named = _state(officer, drafting) or drafting.vocabulary.label("vacant")
        yield _line(named if place else _after(office, named), _person(officer, drafting) if officer.person else "")


def _in_order(officers: Sequence[Officer], drafting: Drafting) -> list[Officer]:
    known = drafting.reference.states
    listed = drafting.vocabulary.sort_states([known[one.state] for one in officers if one.state and one.state in known])
    order = {state.iso3: place for place, state in enumerate(listed)}
    return sorted(officers, key=lambda one: order.get(one.state or "", len(order)))


def _state(officer: Officer, drafting: Drafting) -> str:
    return state_said(officer.state, drafting.document.record.at, drafting, listed=True) if officer.state else ""


def _person(officer: Officer, drafting: Drafting) -> str:
    return person_name(officer.person or "", drafting.document.record.at, drafting)


def _after(office: str, name: str) -> str:
    """The office, set apart, and a name after it, spaced as the script has it."""
    return f"*{office}*" + spaced(office, name)[len(office) :]


def _line(first: str, last: str) -> Draft:
    """A line with a row of dots between what it says first and last; without dots where nothing stands at its end."""
    label, text = (first, last) if last else ("", first)
    return Draft(Paragraph("", "led", None, parse(text), parse(label)), None, part="seat")
