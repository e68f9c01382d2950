"""What an AKN4UN file says of itself (FORMS §3).

Names by the guidelines, dates, subjects, votes with every voter.
"""

from __future__ import annotations

import re

from publisher.language.codes import three_letters
from publisher.model.resolved import Document, Facts, VoteFacts
from publisher.render.akn.elements import AKN4UN, Element, append, element

_UNTERM = "https://unterm.un.org/unterm2/en/view/"
_METHODS = {"show-of-hands": "showOfHands", "recorded": "recordedVote", "roll-call": "rollCallVote",
            "secret-ballot": "secretBallot", "machine": "recordedVote"}  # fmt: skip
_SIDES = {"in-favour": "inFavour", "against": "against", "abstaining": "abstaining"}


def meta(resolved: Document) -> Element:
    """The `meta` of `resolved`, its names by the guidelines.

    Those of the High-level Committee on Management.
    """
    facts = resolved.facts
    made = element("meta", identification(resolved))
    made.append(element("publication", date=facts.date, name="ODS", showAs=resolved.properties.symbol))
    if keywords := facts.subjects:
        words = [element("keyword", value=word, showAs=word, dictionary="UNBIS") for word in keywords]
        made.append(element("classification", *words, source="#publisher"))
    if facts.reissued:
        made.append(_lifecycle(facts))
    if facts.votes:
        parliamentary = element("parliamentary", *(_vote(vote, n) for n, vote in enumerate(facts.votes, 1)))
        made.append(element("analysis", parliamentary, source="#publisher"))
    made.append(_references(resolved))
    return made


def identification(resolved: Document, part: str = "!main") -> Element:
    """Work, expression, manifestation of the document or a `part`."""
    facts = resolved.facts
    work, code = _work(resolved), three_letters(resolved.language)
    issued = facts.reissued[-1] if facts.reissued else facts.date
    expression = f"{work}/{code}@{issued}"
    return element(
        "identification",
        element(
            "FRBRWork",
            element("FRBRthis", value=f"{work}/{part}"),
            element("FRBRuri", value=work),
            element("FRBRdate", date=facts.date, name="adoption"),
            element("FRBRauthor", href=f"#{facts.organ}", as_="#author"),
            element("FRBRcountry", value="un"),
            element("FRBRsubtype", value=facts.form.subtype),
            element("FRBRnumber", value=_number(resolved.symbol), showAs=resolved.symbol),
        ),
        element(
            "FRBRExpression",
            element("FRBRthis", value=f"{expression}/{part}"),
            element("FRBRuri", value=expression),
            element("FRBRdate", date=issued, name="reissue" if facts.reissued else "publication"),
            element("FRBRauthor", href="#publisher", as_="#editor"),
            element("FRBRlanguage", language=code),
            *_translation(resolved, work, code),
        ),
        element(
            "FRBRManifestation",
            element("FRBRthis", value=f"{expression}/{part}.xml"),
            element("FRBRuri", value=f"{expression}.xml"),
            element("FRBRdate", date=issued, name="markup"),
            element("FRBRauthor", href="#publisher", as_="#editor"),
            element("FRBRformat", value="xml"),
        ),
        source="#publisher",
    )


def _translation(resolved: Document, work: str, code: str) -> list[Element]:
    """Where the words come from, in another language than the original's."""
    original = three_letters(resolved.facts.original)
    if not original or original == code:
        return []
    href = f"{work}/{original}@{resolved.facts.date}"
    return [element("FRBRtranslation", href=href, fromLanguage=original, authoritative="true", by="#publisher")]


def _work(resolved: Document) -> str:
    """The address of the work: /akn/un/statement/deliberation/general-assembly/2025-11-26/A-RES-80-10."""
    facts = resolved.facts
    return f"/akn/un/{facts.form.type}/{facts.form.subtype}/{facts.organ}/{facts.date}/{_number(resolved.symbol)}"


def _number(symbol: str) -> str:
    return re.sub(r"[^0-9A-Za-z.]+", "-", symbol).strip("-")


def _lifecycle(facts: Facts) -> Element:
    first = element("eventRef", eId="eref_1", date=facts.date, type="generation", source="#ro_1")
    later = (
        element("eventRef", eId=f"eref_{n}", date=day, type="amendment", source="#ro_1", refersTo="#reissue")
        for n, day in enumerate(facts.reissued, 2)
    )
    return element("lifecycle", first, *later, source="#publisher")


def _vote(vote: VoteFacts, number: int) -> Element:
    """The counts of a vote, and under each the States that voted so, where they were recorded."""
    name = f"vote_{number}"
    outcome = "#adopted" if vote.adopted else "#rejected"
    made = element("voting", eId=name, outcome=outcome, refersTo=f"#{_METHODS[vote.method]}")
    for place, (side, count) in enumerate(vote.counts, 1):
        counted = element("count", eId=f"{name}__count_{place}", value=str(count), refersTo=f"#{_SIDES[side]}")
        if voters := dict(vote.voters).get(side):
            listed = counted.makeelement(f"{{{AKN4UN}}}voters", nsmap={"akn4un": AKN4UN})
            for state in voters:
                address = {"GUID": _UNTERM + state.unterm} if state.unterm else {}
                append(listed, element("organization", state.name, refersTo=f"#{state.code.lower()}", **address))
            counted.append(listed)
        made.append(counted)
    return made


def _references(resolved: Document) -> Element:
    """What the names used in the file stand for."""
    facts = resolved.facts
    original = three_letters(facts.original or resolved.language)
    made = element(
        "references",
        element("original", eId="ro_1", href=f"{_work(resolved)}/{original}@{facts.date}", showAs=resolved.symbol),
        element("TLCOrganization", eId="publisher", href="/akn/ontology/organization/un/secretariat", showAs="Secretariat"),
        element("TLCOrganization", eId=facts.organ, href=f"/akn/ontology/organization/un/{facts.organ}",
                showAs=facts.organ_name or facts.organ),
        source="#publisher",
    )  # fmt: skip
    names = {state.code: state.name for vote in facts.votes for _, side in vote.voters for state in side}
    for code, name in sorted(names.items()):
        href = f"/akn/ontology/organization/un/{code.lower()}"
        made.append(element("TLCOrganization", eId=code.lower(), href=href, showAs=name))
    for role in ("author", "editor"):
        made.append(element("TLCRole", eId=role, href=f"/akn/ontology/role/un/{role}", showAs=role))
    terms = {"adopted", "rejected", "reissue", "dateOfIssuance", *_METHODS.values(), *_SIDES.values()}
    for term in sorted(terms):
        made.append(element("TLCConcept", eId=term, href=f"/akn/ontology/concept/un/{term}", showAs=term))
    return made
