"""The officers of a bureau, a line an office (CONVENTIONS §9.1).

The office as label, its holders after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import document as written
from publisher.model.diagnostic import Position
from publisher.model.record import Officer
from publisher.model.resolved import Paragraph
from publisher.resolve.drafting import Draft, Drafting
from publisher.resolve.phrases import spaced
from publisher.resolve.stated import missing, names
from publisher.wording import parse
from publisher.wording.names import state_name


def officers(block: written.OfficersList, drafting: Drafting) -> Iterator[Draft]:
    """A line for each office.

    One that nobody holds is vacant, a vacancy beside holders is not printed.
    """
    bureau = drafting.document.record.bureaux.get(block.officers)
    if bureau is None:
        yield missing("bureau", block.officers, block.at, drafting)
        return
    for office in dict.fromkeys(officer.office for officer in bureau.officers):
        yield _line(office, [officer for officer in bureau.officers if officer.office == office], block, drafting)


def _line(office: str, together: list[Officer], block: written.OfficersList, drafting: Drafting) -> Draft:
    vocabulary = drafting.vocabulary
    holders = [officer for officer in together if officer.state or officer.person]
    gender = holders[0].gender if len(holders) == 1 else None
    label = vocabulary.officer_label(office, gender, len(holders) or len(together))
    shown = [_holder(officer, block, drafting) for officer in holders]
    words = vocabulary.join(shown) if shown else vocabulary.label("vacant")
    line = Paragraph(
        "", "labelled", None, parse(words), parse(label), at=block.at, fact=f"officers {block.officers} {office}"
    )
    return Draft(line, None, part="officer")


def _holder(officer: Officer, block: written.OfficersList, drafting: Drafting) -> str:
    """The person and, in brackets, the State; or the State alone."""
    state = state_said(officer.state, block.at, drafting) if officer.state else ""
    if officer.person is None:
        return state
    person = person_name(officer.person, block.at, drafting)
    if not state:
        return person
    opening, closing = drafting.vocabulary.entries.punctuation.brackets
    return spaced(person, f"{opening}{state}{closing}")


def state_said(code: str, at: Position | None, drafting: Drafting, *, listed: bool = False) -> str:
    """The name of a State, as author's text.

    As it stands in a sentence, or in a list.
    """
    language, reference = drafting.vocabulary.code, drafting.reference

    def named(codes: list[str]) -> list[str]:
        return [state_name(code, language, reference, listed=listed) for code in codes]

    (name,) = names([code], named, at, drafting)
    return name


def person_name(key: str, at: Position | None, drafting: Drafting) -> str:
    """How the words call a person.

    A finding, and the key in brackets, where they do not.
    """
    words = drafting.document.words.persons.get(key)
    if words is None:
        message = f"the person “{key}” has no words in {drafting.vocabulary.code}.yaml"
        drafting.report("FA004", message, at, span=key, hint="write the name there, under persons")
        return f"\\[{key}?\\]"
    text, findings = drafting.wording.expand(words)
    drafting.findings.extend(findings)
    return text
