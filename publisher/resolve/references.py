"""Cross-references: every link gets its target and words.

CONVENTIONS §2.1, X01.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from publisher.model.inline import Inline, Inlines, Reference, Text, WrittenLink, plain, replaced
from publisher.resolve.drafting import Drafting
from publisher.resolve.targets import BODY, Home, Target


class References:
    """Turns links into references.

    Counts the links to each target to say where one that leads nowhere stands.
    """

    def __init__(self, targets: Mapping[str, Target], drafting: Drafting) -> None:
        self._targets, self._drafting = targets, drafting
        self._met: Counter[str] = Counter()

    def in_line(self, inlines: Inlines, home: Home = BODY) -> Inlines:
        """A line that stands in `home` with its links resolved.

        One that leads nowhere is seen as [#name?].
        """
        return replaced(inlines, lambda part: (self._resolved(part, home),) if isinstance(part, WrittenLink) else None)

    def _resolved(self, link: WrittenLink, home: Home) -> Inline:
        mark = f"](#{link.target})"
        count = self._met[mark]
        self._met[mark] += 1
        target = self._targets.get(link.target)
        if target is None:
            at, hint = self._drafting.where(mark, count), self._drafting.nearest(link.target, self._targets)
            self._drafting.report("RF001", f"nothing is called “{link.target}”", at, span=mark, hint=hint)
            return Text(f"[#{link.target}?]")
        if link.children:
            return Reference(target.id, self.in_line(link.children, home))
        if not target.words:
            at, hint = self._drafting.where(mark, count), f"write the words: [words](#{link.target})"
            message = f"“{link.target}” has neither number nor title to show"
            if link.target not in self._drafting.broken:
                self._drafting.report("RF002", message, at, span=mark, hint=hint)
            return Reference(target.id, (Text(f"[#{link.target}?]"),))
        return Reference(target.id, self._words(target, home), target.shows)

    def _words(self, target: Target, home: Home) -> Inlines:
        """What is said of a target; of one in another annex or decision, or of the body, where that is (§2.1)."""
        if target.home is None or target.home == home:
            return target.words
        vocabulary, inner = self._drafting.vocabulary, plain(target.words)
        return (Text(vocabulary.within(target.outer, inner) if target.outer else vocabulary.in_body(inner)),)
