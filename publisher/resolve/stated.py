"""A paragraph that states a fact: the template's sentence, or the author's words with that sentence beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from publisher.model.diagnostic import Position
from publisher.model.inline import plain
from publisher.model.resolved import Paragraph
from publisher.model.words import Words
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.wording import escape, parse
from publisher.wording.names import NoName


def stated(
    name: str, words: Words | None, id: str | None, at: Position | None, numbered: bool, drafting: Drafting,
    fact: str, /, **facts: Any,
) -> Draft:  # fmt: skip
    """Draft the paragraph whose sentence templates/wording/<language>/`name`.j2 writes from `facts`."""
    sentence = drafting.sentence(name, at, **facts)
    inlines = parse(sentence) if words is None else drafting.inlines(words)
    expected = "" if words is None else plain(parse(sentence))
    role, asked = ("numbered", Asked("paragraph")) if numbered else ("unnumbered", None)
    place = words.at if words is not None and words.at is not None else at
    return Draft(Paragraph("", role, None, inlines, at=place, expected=expected, fact=fact), asked, id)  # type: ignore[arg-type]


def missing(kind: str, key: str, at: Position | None, drafting: Drafting) -> Draft:
    """Report a fact that the record does not hold, and draft a paragraph that shows the gap."""
    message = f"the record has no {kind} “{key}”" if key else f"the record has no {kind}"
    drafting.report("FA002", message, at, span=key, hint="state it in record.yaml")
    return Draft(
        Paragraph("", "numbered", None, text(f"[{kind} {key}?]".replace(" ?", "?")), at=at), Asked("paragraph")
    )


def names(
    keys: Iterable[str], give: Callable[[list[str]], list[str]], at: Position | None, drafting: Drafting
) -> list[str]:
    """Names as author's text; a finding, and the key in brackets, for each that reference data lacks."""
    wanted, unknown = list(keys), []
    try:
        return [escape(name) for name in give(wanted)]
    except NoName:
        known = []
    for key in wanted:
        try:
            give([key])
            known.append(key)
        except NoName as fault:
            drafting.report("FA004", str(fault), at, span=key)
            unknown.append(f"\\[{key}?\\]")
    return [escape(name) for name in give(known)] + unknown
