"""Words of one language and how they bend.

Inflection, articles, numbers, lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from babel import Locale

from publisher.language import ordinals
from publisher.language.entries import Forms, Gender, VocabularyEntries

MOST_DIGITS = 30  # before the decimal point


@dataclass(frozen=True)
class Speech:
    """The words of one language, inflected, counted and joined."""

    entries: VocabularyEntries

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data of the language."""
        return Locale.parse(self.entries.language.locale)

    def label(self, key: str, **values: object) -> str:
        """The words of `labels.<key>`, the fields in braces filled in."""
        return self.entries.labels[key].format(**values)

    def reference(self, kind: str, number: object) -> str:
        """A reference in running text: paragraph 5, decision 2/6, 第 2/6 号决定."""
        return self.entries.references[kind].format(n=number)

    def within(self, outer: str, inner: str) -> str:
        """A reference to a place in another annex: annex I, paragraph 2."""
        return self.entries.references["within"].format(outer=outer, inner=inner)

    def in_body(self, inner: str) -> str:
        """A reference from an annex to the document itself.

        “paragraph 2 of the present document”
        """
        return self.entries.references["in-body"].format(inner=inner)

    def group(self, key: str) -> str:
        """The name of a regional group."""
        return self.entries.groups[key]

    def office(self, key: str, gender: Gender | None = None, count: int = 1) -> str:
        """The name of an office in the gender of its holder, or in the plural."""
        entry = self.entries.officers[key]
        if count > 1:
            return entry.plural
        return {"m": entry.m, "f": entry.f}.get(gender or "n", entry.n)

    def officer_label(self, key: str, gender: Gender | None = None, count: int = 1) -> str:
        """An office with its colon, as in a list of officers: `President:`."""
        return self.capital(self.entries.officer_line.format(office=self.office(key, gender, count)))

    def by_method(self, method: str) -> str:
        """How a vote was taken: by show of hands."""
        return self.entries.voting.by_method[method]

    def method(self, method: str) -> str:
        """The name of a way of voting: recorded vote."""
        return self.entries.voting.method[method]

    def manner(self, manner: str) -> str:
        """How a text was adopted: by consensus, without a vote."""
        return self.entries.voting.manner[manner]

    def votes(self, side: Literal["in_favour", "against", "abstaining"], number: int) -> str:
        """One part of the result of a vote: 105 votes, 1 abstention."""
        voting = self.entries.voting
        sides = {"in_favour": voting.in_favour, "against": voting.against, "abstaining": voting.abstaining}
        return self._inflect(sides[side], number)

    def vote_formula(self, in_favour: int, against: int, abstaining: int) -> str:
        """The result of a vote: by 105 votes to 2, with 1 abstention."""
        return self.entries.voting.formula.format(
            in_favour=self.votes("in_favour", in_favour),
            against=self.votes("against", against),
            abstaining=self.votes("abstaining", abstaining),
        )

    def plural(self, number: int, key: str) -> str:
        """`plurals.<key>` for `number`: 1 member State, 116 member States."""
        return self._inflect(self.entries.plurals[key], number)

    def choose(self, number: int, /, **forms: str) -> str:
        """The one of `forms` that `number` asks for.

        Forms: none, one, two, few, many, other. {n} stands for the number in figures, {word} for it in words where
        the language writes it so.
        """
        return self._inflect(forms, number)

    def _inflect(self, forms: Forms | dict[str, str], number: int) -> str:
        category = "none" if number == 0 and "none" in forms else self._category(number)
        pattern = forms.get(category, forms["other"])  # type: ignore[call-overload]
        return str(pattern).replace("{n}", self.number(number)).replace("{word}", self.cardinal(number))

    def _category(self, number: int) -> str:
        return str(self.locale.plural_form(number))

    def gender(self, name: str) -> Gender:
        """The grammatical gender of a name, read off its form."""
        return next(gender for pattern, gender in self.entries.grammar.gender if re.search(pattern, name))

    def the(self, name: str) -> str:
        """`name` with its article in a sentence: the Assembly, l’Assemblée."""
        return self._dress(self.entries.grammar.the, name)

    def of(self, name: str) -> str:
        """`name` with its article after “of”: of the Assembly, de l’Assemblée."""
        return self._dress(self.entries.grammar.of, name)

    def head(self, name: str) -> str:
        """What the organ `name` is called after its first mention: Assembly."""
        return next((head for pattern, head in self.entries.grammar.head if re.search(pattern, name)), name)

    @staticmethod
    def _dress(rules: Sequence[tuple[str, str]], name: str) -> str:
        pattern, dress = next(((found, dress) for found, dress in rules if re.search(found, name)), ("$", ""))
        return re.sub(pattern, dress, name, count=1)

    def capital(self, text: str) -> str:
        """`text` with a capital first letter, to begin a line or sentence."""
        return text[:1].upper() + text[1:]

    def number(self, value: int | float | Decimal, decimals: int | None = None) -> str:
        """A number in figures, rounded half up to `decimals` where given."""
        entries = self.entries.numbers
        exact = Decimal(str(value))
        if not exact.is_finite() or exact.adjusted() > MOST_DIGITS:
            raise ValueError(f"“{value}” is no number of a document")
        if decimals is not None:
            exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        whole, _, fraction = f"{abs(exact):f}".partition(".")
        if len(whole) >= entries.group_from:
            whole = f"{int(whole):,}".replace(",", entries.group)
        sign = entries.minus if exact < 0 else ""
        return sign + whole + (entries.decimal + fraction if fraction else "")

    def per_cent(self, value: int | float | Decimal, decimals: int | None = None, *, table: bool = False) -> str:
        """A percentage, as text or as in tables."""
        entries = self.entries.numbers
        return (entries.per_cent_table if table else entries.per_cent).format(n=self.number(value, decimals))

    def cardinal(self, number: int) -> str:
        """A small number in words where the language does, else in figures."""
        return self.entries.numbers.cardinals.get(number) or self.number(number)

    def ordinal(self, number: int, use: str = "session") -> str:
        """An ordinal of sessions and meetings: second, deuxième, 二.

        See ORDINALS for `use`.
        """
        return ordinals.ordinal(self.entries.ordinals, self.locale, number, use)

    def ordinal_in_figures(self, number: int, use: str) -> str:
        """The ordinal of a meeting or session in figures, however small: 3rd."""
        return ordinals.in_figures(self.entries.ordinals, self.locale, number, use)

    def join(self, items: Iterable[str], conjunction: Literal["and", "or"] = "and", *, strong: bool = False) -> str:
        """The items as a list in running text; `strong` parts them by semicolons."""
        entries, parts = self.entries.lists, list(items)
        if len(parts) < 2:
            return "".join(parts)
        two, last = (entries.and_two, entries.and_last) if conjunction == "and" else (entries.or_two, entries.or_last)
        joint = two if len(parts) == 2 else last
        for pattern, before_sound in entries.and_sound if conjunction == "and" else entries.or_sound:
            if re.search(pattern, parts[-1]):
                joint = before_sound
        separator = entries.strong_separator if strong else entries.separator
        return separator.join(parts[:-1]) + joint + parts[-1]

    def listed(self, items: Iterable[str]) -> str:
        """The items as a long list after a colon, all parted alike."""
        return self.entries.lists.separator.join(items)

    def quote(self, text: str, *, inner: bool = False) -> str:
        """`text` in quotation marks."""
        opening, closing = self.entries.punctuation.inner_quotes if inner else self.entries.punctuation.quotes
        return f"{opening}{text}{closing}"
