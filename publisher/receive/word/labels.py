"""Labels as the language prints them, looked for in what was typed.

Tables, figures, annexes, contents, decisions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from publisher.language import Vocabulary
from publisher.model.record import DECISION

_COUNT = r"(?P<number>\d{1,3}(?:\.(?:\d{1,3}|[IVXLC]{1,7}))?|[IVXLC]{1,7}|[A-Z]\.\d{1,3})"
_SOURCE = re.compile(
    r"\s*(?:Sources?|Notes?|Abbreviations?|Abréviations?|Fuentes?|Notas?|Источник|Примечани[ея]|资料来源|注|المصدر|ملاحظة)\s*[:：]",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\s*[(（].{3,200}[)）]\s*")


@dataclass(frozen=True)
class Labels:
    """The labels of one language."""

    vocabulary: Vocabulary

    def table(self, text: str) -> re.Match[str] | None:
        """“Table 5” at the begin of `text`: its `number` and the `rest`."""
        return self._table.match(text.strip())

    def figure(self, text: str) -> re.Match[str] | None:
        """“Figure II” at the begin of `text`."""
        return self._figure.match(text.strip())

    def annex(self, text: str) -> re.Match[str] | None:
        """“Annex” or “Annex IV” alone on its line, or before a line break."""
        return self._annex.match(text.strip())

    def appendix(self, text: str) -> re.Match[str] | None:
        """“Appendix” or “Appendix II” alone on its line."""
        return self._appendix.match(text.strip())

    def chapter(self, text: str) -> int:
        """The number of the chapter that `text` is the label of.

        0 for another line.
        """
        return self._chapters.get("".join(text.split()), 0)

    def is_contents(self, text: str) -> bool:
        """Whether `text` is the heading of the contents."""
        return text.strip() in (self.vocabulary.label("contents"), self.vocabulary.label("contents-of-meeting"))

    def is_summary(self, text: str) -> bool:
        """Whether `text` is the heading of the summary."""
        return text.strip() == self.vocabulary.label("summary")

    def decision(self, text: str) -> tuple[str, str, str] | None:
        """Kind, number and title of a decision where `text` heads one.

        “Decision 2/6: …”, or without title.
        """
        for kind, pattern in self._decisions.items():
            if (found := pattern.fullmatch(text.strip())) and re.fullmatch(DECISION, found["number"]):
                return kind, found["number"], found["title"] or ""
        return None

    @cached_property
    def _table(self) -> re.Pattern[str]:
        return _attached(self.vocabulary.table_label(77), "77")

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        return _attached(self.vocabulary.figure_label(77), "77")

    @cached_property
    def _annex(self) -> re.Pattern[str]:
        return self._of(self.vocabulary.annex_label)

    @cached_property
    def _appendix(self) -> re.Pattern[str]:
        return self._of(self.vocabulary.appendix_label)

    @cached_property
    def _chapters(self) -> dict[str, int]:
        return {"".join(self.vocabulary.chapter_label(count).printed.split()): count for count in range(1, 41)}

    @staticmethod
    def _of(label: object) -> re.Pattern[str]:
        assert callable(label)
        printed = {label(1, 1).printed, *(label(count, 40).printed for count in range(1, 41))}
        each = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(printed, key=len, reverse=True))
        return re.compile(rf"(?P<label>{each})(?:\s*$|\s*[\n\t]\s*(?P<rest>.+))", re.DOTALL)

    @cached_property
    def _decisions(self) -> dict[str, re.Pattern[str]]:
        made = {}
        for kind in ("decision", "resolution"):
            label = re.escape(self.vocabulary.capital(self.vocabulary.reference(kind, "77/77")))
            pattern = label.replace("77/77", r"(?P<number>[0-9A-Z][0-9A-Z/.-]*(?: [A-Z](?![^\W\d_])| \(\d{4}\))?)")
            colon = re.escape(self.vocabulary.entries.punctuation.colon.strip())
            made[kind] = re.compile(
                pattern.replace(r"\ ", r"\s") + rf"(?:\s*(?:{colon}|\n)\s*(?P<title>.+))?", re.DOTALL
            )
        return made


def _attached(label: str, count: str) -> re.Pattern[str]:
    pattern = re.escape(label).replace(count, _COUNT).replace(r"\ ", r"\s*")
    return re.compile(rf"{pattern}(?:\s*[.:：]?\s*$|\s*[.:：\n\t]\s*(?P<rest>.+))", re.DOTALL)


def is_source(text: str) -> bool:
    """Whether `text` is the source line under a table or figure.

    Or says what its short forms mean.
    """
    return bool(_SOURCE.match(text))


def is_unit(text: str) -> bool:
    """Whether `text` is the line in brackets under the title of a table."""
    return bool(_UNIT.fullmatch(text))
