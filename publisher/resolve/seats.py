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

_PRESIDED_FOR = {"vice-chair": "chair", "vice-president": "president"}


def seats(drafting: Drafting) -> Iterator[Draft]:
    """Who presided, a line each, the State at its end.

    Then the members by State, the person at its end.
    """
    bureaux = drafting.document.record.bureaux
    if not drafting.document.kind.seats:
        return
    for place, officer in enumerate(bureaux[PRESIDING].officers if PRESIDING in bureaux else ()):
        yield _presiding(officer, drafting, later=place > 0)
    if MEMBERS in bureaux:
        yield from _members(bureaux[MEMBERS], drafting)


def _presiding(officer: Officer, drafting: Drafting, *, later: bool) -> Draft:
    """“Chair: Mr. A (Vice-Chair)”, “later: Ms. B (Chair)” (CCPR/C/SR.2830): who presides for another says as what."""
    vocabulary = drafting.vocabulary
    chair = _PRESIDED_FOR.get(officer.office, officer.office)
    office = vocabulary.officer_label(chair, officer.gender)
    office = vocabulary.entries.officer_line.format(office=vocabulary.label("later")) if later else office
    opening, closing = vocabulary.entries.punctuation.brackets
    own = vocabulary.capital(vocabulary.office(officer.office, officer.gender))
    acting = f"{opening}{own}{closing}" if later or chair != officer.office else ""
    state = _state(officer, drafting)
    name = state or vocabulary.label("vacant") if officer.person is None else _person(officer, drafting)
    said = _after(office, spaced(name, acting) if acting else name)
    return _line(said, f"{opening}{state}{closing}" if state and officer.person else "")


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
