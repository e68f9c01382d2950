"""A paragraph that states a fact: template's or author's words.

The author's words have the sentence beside them.
"""

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
    """Draft the paragraph a wording template writes from `facts`.

    templates/wording/<language>/`name`.j2.
    """
    sentence = drafting.sentence(name, at, **facts)
    inlines = parse(sentence) if words is None else drafting.inlines(words)
    expected = "" if words is None else plain(parse(sentence))
    role, asked = ("numbered", Asked("paragraph")) if numbered else ("unnumbered", None)
    place = words.at if words is not None and words.at is not None else at
    return Draft(Paragraph("", role, None, inlines, at=place, expected=expected, fact=fact), asked, id)  # type: ignore[arg-type]


def missing(kind: str, key: str, at: Position | None, drafting: Drafting) -> Draft:
    """Report a fact the record does not hold; a paragraph with the gap."""
    message = f"the record has no {kind} “{key}”" if key else f"the record has no {kind}"
    record = drafting.document.record
    known = {"vote": [*record.votes], "election": [*record.elections], "bureau": [*record.bureaux]}.get(kind, [])
    hint = drafting.nearest(key, known) or "state it in record.yaml"
    drafting.report("FA002", message, at, span=key, hint=hint)
    return Draft(
        Paragraph("", "numbered", None, text(f"[{kind} {key}?]".replace(" ?", "?")), at=at), Asked("paragraph")
    )


def names(
    keys: Iterable[str], give: Callable[[list[str]], list[str]], at: Position | None, drafting: Drafting
) -> list[str]:
    """Names as author's text.

    A finding, and the key in brackets, for each that reference data lacks.
    """
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
