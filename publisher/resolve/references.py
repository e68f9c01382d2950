"""Cross-references: every link gets its target and, where the author gave none, its words (CONVENTIONS §2.1, X01)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from publisher.model.inline import Inline, Inlines, Reference, Text, WrittenLink, replaced
from publisher.resolve.drafting import Drafting
from publisher.resolve.targets import Target


class References:
    """Turns links into references; counts the links to each target to say where one that leads nowhere stands."""

    def __init__(self, targets: Mapping[str, Target], drafting: Drafting) -> None:
        self._targets, self._drafting = targets, drafting
        self._met: Counter[str] = Counter()

    def in_line(self, inlines: Inlines) -> Inlines:
        """A line with its links resolved; one that leads nowhere stays to be seen as [#name?]."""
        return replaced(inlines, lambda part: (self._resolved(part),) if isinstance(part, WrittenLink) else None)

    def _resolved(self, link: WrittenLink) -> Inline:
        mark = f"](#{link.target})"
        count = self._met[mark]
        self._met[mark] += 1
        target = self._targets.get(link.target)
        if target is None:
            at, hint = self._drafting.where(mark, count), self._drafting.nearest(link.target, self._targets)
            self._drafting.report("RF001", f"nothing is called “{link.target}”", at, span=mark, hint=hint)
            return Text(f"[#{link.target}?]")
        if link.children:
            return Reference(target.id, self.in_line(link.children))
        if not target.words:
            at, hint = self._drafting.where(mark, count), f"write the words: [words](#{link.target})"
            message = f"“{link.target}” has neither number nor title to show"
            self._drafting.report("RF002", message, at, span=mark, hint=hint)
            return Reference(target.id, (Text(f"[#{link.target}?]"),))
        return Reference(target.id, target.words, target.shows)
