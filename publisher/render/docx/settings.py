"""What holds for the whole file: its languages, and its turn for a right-to-left script."""

from __future__ import annotations

from publisher.render.docx.elements import Element, properties_of, put, q, w
from publisher.render.docx.language import document_languages


def set_languages(styles: Element, settings: Element, language: str) -> None:
    """State the languages of the document in the default run properties and in the settings."""
    languages = {q(slot): tag for slot, tag in document_languages(language).items()}
    for place in (*styles.find(q("docDefaults")).iter(q("lang")), *settings.iter(q("themeFontLang"))):
        place.attrib.update(languages)


def turn_styles(styles: Element) -> None:
    """Turn the paragraph styles round for a right-to-left script.

    Every style that stands on none of ours runs from right to left; exact line pitches, made for Times, become least
    ones, since Arabic letters reach further up and down.
    """
    for style in styles.findall(q("style")):
        if style.get(q("type")) != "paragraph":
            continue
        for spacing in style.iter(q("spacing")):
            if spacing.get(q("lineRule")) == "exact":
                spacing.set(q("lineRule"), "atLeast")
        if style.find(q("basedOn")) is None:
            put(properties_of(style), w("bidi"))
