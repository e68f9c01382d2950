"""Nothing in the text points to an annex.

Why: a reader of the report learns of an annex only where the text sends him there.
Authority: UN Editorial Manual, annexes (N14): each annex is referred to in the text.
Bad: four annexes, the first of them mentioned nowhere
Good: “The outcomes are listed in annex I to the present proceedings.”
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in as cited
from publisher.model.kind import Trait
from publisher.model.resolved import Heading

EXCEPT: tuple[Trait, ...] = ("annex",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Annexes with numbers that no text outside them cites."""
    annexes = [division for division in evidence.resolved.divisions if division.kind == "annex"]
    if evidence.words.pattern("annex") is None:
        return
    typed: dict[int, set[str]] = defaultdict(set)
    linked: dict[str, set[str]] = defaultdict(set)
    alone = evidence.vocabulary.annex_label(1, 1).printed.casefold()
    alone = alone[:-1] if len(alone) > 5 else alone  # whatever its ending
    # several texts, each with annexes counted anew: “the annex” is that of the text which says so
    anew = len(evidence.record.adoptions) > 1 and "session" not in evidence.written.kind.traits
    # “Adopts the following political declaration”, and that is all there is below
    alone_below = len(annexes) == 1 and "resolution" in evidence.written.kind.traits
    annexed, own = evidence.words.pattern("annexed"), {division.id for division in annexes}
    mentioned = any(
        alone in passage.text.casefold() or (annexed is not None and annexed.search(passage.text) is not None)
        for passage in evidence.own if passage.kind == "paragraph" and (passage.division not in own or anew)
    )  # fmt: skip
    for passage in evidence.own:
        if passage.kind == "heading":
            continue
        for seen in cited(passage.text, evidence.words, "annex"):
            for number in seen.numbers:
                typed[number].add(passage.division)
        for _, _, reference in passage.references:
            linked[reference.target].add(passage.division)
    for number, division in enumerate(annexes, 1):
        inside = {block.id for block in division.blocks}
        pointing = set().union(typed[number], *(linked[id] for id in {division.id, *inside})) - {division.id}
        if pointing or (mentioned and (anew or len(annexes) == 1)) or alone_below:
            continue
        heading = next((block for block in division.blocks if isinstance(block, Heading)), None)
        label = heading.number.printed if heading and heading.number else division.id
        yield Fault(
            f"nothing in the text points to “{label}”",
            heading.at if heading else None,
            label,
            "refer to it where it belongs: [](#" + division.id + ")",
        )
