"""A resolution by itself (FORMS §1).

What page one says of the adoption, its number, the lines under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.model.document import DecisionText
from publisher.model.inline import Inlines
from publisher.model.record import Adoption
from publisher.model.reference import Resolutions
from publisher.model.resolved import Number, Paragraph
from publisher.resolve.drafting import Draft, Drafting, text
from publisher.resolve.paragraphs import plain_paragraph
from publisher.wording import parse
from publisher.wording.adoption import tail_lines, title_lines

RESOLUTION = "resolution"  # the trait of a kind of document that is a resolution


def adoption_of(number: str, drafting: Drafting) -> Adoption | None:
    """What the record says of a decision."""
    return next((entry for entry in drafting.document.record.adoptions if entry.number == number), None)


def adopted(drafting: Drafting) -> list[DecisionText]:
    """The body of a resolution that is not written out.

    Every decision that has words, in the record's order.
    """
    if RESOLUTION not in drafting.document.kind.traits:
        return []
    known = drafting.document.words.decisions
    listed = [entry.number for entry in drafting.document.record.adoptions if entry.number in known]
    return [DecisionText(decision=number) for number in listed]


def resolutions(drafting: Drafting) -> Resolutions | None:
    """How the organ names its resolutions.

    None where the document is none, or the organ's form is not known.
    """
    organ = drafting.reference.organs.get(drafting.document.record.organ)
    return organ.resolutions if organ and RESOLUTION in drafting.document.kind.traits else None


def headed(drafting: Drafting) -> bool:
    """True where number and title stand above the text.

    The Security Council says the number on page one.
    """
    form = resolutions(drafting)
    return form is None or form.headed


def number_line(number: str) -> Number | None:
    """The number that hangs before the title: “80/10.”.

    A draft that has only a name carries none.
    """
    if not number[0].isdigit() and "/" not in number:
        return None
    return Number(f"{number}.", "resolutions", 0, None, "literal", "{}")


def titled(drafting: Drafting) -> list[Inlines]:
    """The lines of the title: by which organ and when it was adopted.

    Where the author wrote none.
    """
    form, adoption = resolutions(drafting), _first(drafting)
    if RESOLUTION not in drafting.document.kind.traits or adoption is None:
        return []
    if form is None:
        return [text(drafting.vocabulary.capital(drafting.vocabulary.reference("resolution", adoption.number)))]
    known = drafting.document.words.decisions
    printed = [known[entry.number] for entry in drafting.document.record.adoptions if entry.number in known]
    several = len(printed) > 1 or any(one.parts for one in printed)
    lines = title_lines(form, drafting.document.record, adoption, drafting.vocabulary, several=several)
    return [text(line) for line in lines]


def sources(drafting: Drafting) -> Iterator[Inlines]:
    """“[on the report of the Third Committee (A/80/545, para.

    23)]”, as the record says it.
    """
    adoption = _first(drafting) if RESOLUTION in drafting.document.kind.traits else None
    if adoption is None or adoption.proponent is None:
        return
    given, at = adoption.proponent, adoption.at
    known = drafting.reference.proponents.get(given.by)
    if known is None:
        hint = drafting.nearest(given.by, list(drafting.reference.proponents))
        drafting.report("FA004", f"reference data has no proponent “{given.by}”", at, span=given.by, hint=hint)
        return
    by = known.get(drafting.document.language, f"[{given.by}?]")
    line = drafting.sentence("resolution-source", at, by=by, symbol=given.symbol, paragraph=given.paragraph)
    yield parse(line)


def adoption_lines(adoption: Adoption | None, drafting: Drafting) -> Iterator[Draft]:
    """The lines under a resolution: meeting, adoption, who voted how.

    Voters where they were recorded.
    """
    if adoption is None:
        return
    record = drafting.document.record
    vote = record.votes.get(adoption.vote or "")

    def sentence(name: str, /, **facts: Any) -> str:
        return drafting.sentence(name, vote.at if vote and name == "resolution-vote" else adoption.at, **facts)

    given = (record, adoption, drafting.vocabulary, drafting.reference, sentence)
    for line in tail_lines(resolutions(drafting), *given):
        match line.kind:
            case "meeting":
                yield Draft(Paragraph("", "tail", None, parse(line.words), at=adoption.at), None, part="tail")
            case "adoption":
                yield plain_paragraph("unnumbered", parse(line.words), None, None, part="vote")
            case "side":
                at = vote.at if vote else adoption.at
                block = Paragraph("", "labelled", None, parse(line.words), parse(f"*{line.label}*"), at=at)
                yield Draft(block, None, part="vote")


def _first(drafting: Drafting) -> Adoption | None:
    listed = drafting.document.record.adoptions
    known: Any = drafting.document.words.decisions
    return next((entry for entry in listed if entry.number in known), listed[0] if listed else None)
