"""Numbers and labels a language gives to what is numbered.

Headings, paragraphs, annexes, tables and items of the agenda.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.language import agenda, ordinals
from publisher.language.entries import AttachedEntries, Scheme
from publisher.language.numerals import numeral
from publisher.language.speech import Speech
from publisher.model.resolved import NumberForm


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as printed, the form of its value, and its pattern.

    `{}` is where the value stands.
    """

    printed: str
    form: NumberForm
    pattern: str


def in_section(section: int, number: int, form: NumberForm = "decimal") -> str:
    """A number after that of the section it is counted in: 26.1, 26.I (A/81/6 (Sect. 26))."""
    return f"{section}.{numeral(form, number)}"


@dataclass(frozen=True)
class Numbering(Speech):
    """The numbering schemes of one language."""

    def heading_number(self, depth: int, number: int) -> Numbered:
        """The number of a heading of `depth` 1–5."""
        return self._numbered(self.entries.numbering.headings[depth - 1], number)

    def item_number(self, depth: int, number: int) -> Numbered:
        """The number of a subparagraph of `depth` 1–4."""
        return self._numbered(self.entries.numbering.items[depth - 1], number)

    def paragraph_number(self, number: int, section: int | None = None) -> Numbered:
        """The number of a paragraph of the running sequence; in a section of a budget “26.1”."""
        if section is not None:
            return Numbered(in_section(section, number), "decimal", f"{section}.{{}}")
        return self._numbered(self.entries.numbering.paragraph, number)

    def operative_number(self, number: int) -> Numbered:
        """The number of an operative paragraph."""
        return self._numbered(self.entries.numbering.operative, number)

    def agenda_number(self, number: int, depth: int = 1) -> Numbered:
        """The number of a line of an agenda, or of a sub-item at `depth` 2."""
        numbering = self.entries.numbering
        return self._numbered(numbering.agenda if depth == 1 else numbering.agenda_items, number)

    def table_note_mark(self, number: int) -> Numbered:
        """The mark of a table note: a, b, c."""
        return self._numbered(self.entries.numbering.table_note, number)

    def inserted_number(self, written: str) -> Numbered:
        """The number of an inserted paragraph, written `12 bis` in the data."""
        value, insertion = written.split()
        words = self.entries.numbering.inserted_pattern.format(n=value, insertion=self.insertion(insertion))
        pattern = self.entries.numbering.paragraph.pattern
        return Numbered(pattern.format(words), "literal", pattern)

    def insertion(self, key: str) -> str:
        """Bis, ter … as the language writes it."""
        return self.entries.numbering.inserted[key]

    def annex_label(self, number: int, total: int) -> Numbered:
        """The label of an annex, with a number where there are several."""
        return self._attached(self.entries.attached["annex"], number, total)

    def chapter_label(self, number: int) -> Numbered:
        """The label of a chapter: Chapter II, Chapitre premier."""
        return self._attached(self.entries.attached["chapter"], number, 2)

    def appendix_label(self, number: int, total: int) -> Numbered:
        """The label of an appendix, with a number where there are several."""
        return self._attached(self.entries.attached["appendix"], number, total)

    def table_label(self, number: int, section: int | None = None) -> str:
        """The label of a numbered table; in a section of a budget “Table 26.1”."""
        if section is not None:
            return self.entries.attached["table"].numbered.format(in_section(section, number))
        return self._attached(self.entries.attached["table"], number, 2).printed

    def figure_label(self, number: int, section: int | None = None) -> str:
        """The label of a numbered figure; in a section of a budget “Figure 26.I”."""
        if section is not None:
            return self.entries.attached["figure"].numbered.format(in_section(section, number, "upper-roman"))
        return self._attached(self.entries.attached["figure"], number, 2).printed

    def _numbered(self, scheme: Scheme, number: int) -> Numbered:
        return Numbered(scheme.pattern.format(numeral(scheme.form, number)), scheme.form, scheme.pattern)

    def _attached(self, entry: AttachedEntries, number: int, total: int) -> Numbered:
        if total == 1:
            return Numbered(entry.alone, "literal", entry.alone)
        if entry.first and number == 1:
            return Numbered(entry.numbered.format(entry.first), "literal", entry.numbered)
        if entry.ordinal:
            words = ordinals.in_form(self.entries.ordinals, number, entry.ordinal) or str(number)
        else:
            words = numeral(entry.form, number)
        return Numbered(entry.numbered.format(words), "literal" if entry.ordinal else entry.form, entry.numbered)

    def agenda_reference(self, numbers: Sequence[str | int]) -> str:
        """A reference to items of the agenda, in brackets: (agenda items 1–5)."""
        return agenda.reference(self.entries.agenda, [str(number) for number in numbers], self._category(len(numbers)))

    def heading_with_agenda(self, heading: str, numbers: Sequence[str | int]) -> str:
        """A heading with the agenda items it covers."""
        pattern = self.entries.agenda.heading
        return pattern.format(heading=heading, items=self.agenda_reference(numbers)) if numbers else heading

    def sub_item(self, item: int, letter: int) -> str:
        """The number of a sub-item as cited: 5 (b), 5 b)."""
        letters = numeral(self.entries.numbering.agenda_items.form, letter)
        return self.entries.agenda.sub_item.format(n=item, letter=letters)
