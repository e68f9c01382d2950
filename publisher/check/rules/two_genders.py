"""One person is given two genders.

Why: “he … she” of one speaker, or “Mr. X” and “Ms. X”, is a slip of translation that offends.
Authority: house rule (V14, T18).
Bad: 墨西哥代表…说，他对…表示关切…。她还对…感到遗憾
Good: 她对…表示关切…。她还对…感到遗憾
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Pronouns of both genders for one speaker, double honorifics."""
    yield from _pronouns(evidence)
    yield from _honorifics(evidence)


def _pronouns(evidence: Evidence) -> Iterator[Fault]:
    speaker, he, she = (evidence.words.pattern(name) for name in ("speaker", "he", "she"))
    names = [name.text for name in evidence.written.words.persons.values()]
    titles = [
        p for p in (evidence.words.pattern("honorific-m"), evidence.words.pattern("honorific-f")) if p is not None
    ]
    if speaker is None or he is None or she is None:
        return
    for passage in evidence.own:
        text = passage.text
        if (
            passage.quoted
            or not speaker.search(text)
            or any(p.search(text) for p in titles)
            or any(n in text for n in names)
        ):
            continue
        men, women = list(he.finditer(text)), list(she.finditer(text))
        if men and women:
            fewer = min(men, women, key=lambda hits: (len(hits), -hits[0].start()))
            yield evidence.fault(
                passage,
                fewer[0].start(),
                fewer[0].end(),
                f"“{men[0].group()}” and “{women[0].group()}” stand for one speaker",
                "look up who spoke",
            )


def _honorifics(evidence: Evidence) -> Iterator[Fault]:
    genders: dict[str, dict[str, tuple[Passage, int, int]]] = defaultdict(dict)
    recorded = {
        evidence.written.words.persons[key].text: person.gender
        for key, person in evidence.record.persons.items()
        if person.gender and key in evidence.written.words.persons
    }
    for gender in ("m", "f"):
        pattern = evidence.words.pattern(f"honorific-{gender}")
        for passage in evidence.own if pattern else ():
            for hit in pattern.finditer(passage.text):  # type: ignore[union-attr]
                name = hit["name"].strip()
                genders[name.split()[-1]].setdefault(gender, (passage, hit.start(), hit.end()))
                full = [known for person, known in recorded.items() if person == name or person.split()[-1] == name]
                if full and gender not in full:
                    yield evidence.fault(
                        passage,
                        hit.start(),
                        hit.end(),
                        f"“{hit.group()}”, but the record has another gender",
                        "put right the honorific or `persons`",
                    )
    for name, found in genders.items():
        if len(found) == 2 and not any(person.endswith(name) for person in recorded):
            passage, start, end = found["f"] if found["f"][0].index > found["m"][0].index else found["m"]
            yield evidence.fault(passage, start, end, f"“{name}” has two honorifics", "look up which is right")
