"""What Word calls the languages, and in which of its three slots."""

from __future__ import annotations

from publisher.render.docx.elements import Element, w

# The UN writes British English; Word knows a language only with its country. Slots: w:lang (17.3.2.20).
WORD_TAGS: dict[str, tuple[str, str]] = {
    "ar": ("bidi", "ar-SA"),
    "en": ("val", "en-GB"),
    "es": ("val", "es-ES"),
    "fr": ("val", "fr-FR"),
    "ru": ("val", "ru-RU"),
    "zh": ("eastAsia", "zh-CN"),
    "ja": ("eastAsia", "ja-JP"),
    "ko": ("eastAsia", "ko-KR"),
    "he": ("bidi", "he-IL"),
    "fa": ("bidi", "fa-IR"),
    "ur": ("bidi", "ur-PK"),
    "ps": ("bidi", "ps-AF"),
    "dv": ("bidi", "dv-MV"),
}
DEFAULTS = {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}


def slot_of(language: str) -> tuple[str, str]:
    """The slot and tag of a language: (“eastAsia”, “zh-CN”).

    Given “zh-Hans”, as in BCP 47.
    """
    return WORD_TAGS.get(language.partition("-")[0], ("val", language))


def document_languages(language: str) -> dict[str, str]:
    """The three languages of a document written in `language`."""
    slot, tag = slot_of(language)
    return DEFAULTS | {slot: tag}


def run_language(language: str) -> Element:
    """The w:lang of words that stand in another language than the document."""
    slot, tag = slot_of(language)
    return w("lang", **{slot: tag})


def runs_rightward(language: str) -> bool:
    """Say whether `language` is written from right to left."""
    return slot_of(language)[0] == "bidi"
