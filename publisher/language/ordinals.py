"""Ordinals as sessions, meetings and annexes are counted.

In words so far as the language does, then in figures.
"""

from __future__ import annotations

from babel import Locale

from publisher.language.entries import OrdinalEntries, OrdinalForm


def ordinal(entries: OrdinalEntries, locale: Locale, number: int, use: str) -> str:
    """The ordinal of `number` for `use`.

    Uses: session, session-of, session-at, meeting, meeting-of, meeting-at.
    """
    counted = use.partition("-")[0]
    words = in_form(entries, number, entries.uses[use]) if number <= entries.words_to[counted] else None
    if words is not None:
        return words
    return in_figures(entries, locale, number, use)


def in_figures(entries: OrdinalEntries, locale: Locale, number: int, use: str) -> str:
    """The ordinal of `number` for `use` in figures: 3rd, 3e, 3-е."""
    figures = entries.figures[use]
    category = str(locale.ordinal_form(number))
    return figures.get(category, figures["other"]).format(n=number)  # type: ignore[call-overload,no-any-return]


def in_form(entries: OrdinalEntries, number: int, name: str) -> str | None:
    """The ordinal in words in the form `name`.

    None where the form does not reach so far.
    """
    return _words(entries.forms[name], number)


def _words(form: OrdinalForm, number: int) -> str | None:
    if number in form.irregular:
        return form.irregular[number]
    if number in form.units:
        return form.units[number]
    if number in form.round:
        return form.round[number]
    base = max((base for base in form.stems if base < number), default=0)
    rest = number - base
    if not base or rest not in form.units:
        return None
    unit = form.compound_first if rest == 1 and form.compound_first else form.units[rest]
    return form.compound.format(stem=form.stems[base], unit=unit)
