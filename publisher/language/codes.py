"""Codes of languages as other standards have them."""

from __future__ import annotations

THREE_LETTERS = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}  # ISO 639-2/T, as AKN


def three_letters(code: str) -> str:
    """The code of ISO 639-2/T for that of a language file.

    That code itself for a language it does not know.
    """
    return THREE_LETTERS.get(code, code)
