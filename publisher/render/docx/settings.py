"""What holds for the whole file: languages, right-to-left turn."""

from __future__ import annotations

from publisher.render.docx.elements import Element, properties_of, put, q, w
from publisher.render.docx.language import document_languages, slot_of


def set_languages(styles: Element, settings: Element, language: str) -> None:
    """State the languages in the default run properties and settings."""
    languages = {q(slot): tag for slot, tag in document_languages(language).items()}
    for place in (*styles.find(q("docDefaults")).iter(q("lang")), *settings.iter(q("themeFontLang"))):
        place.attrib.update(languages)


MOST_AIR = 150  # twips: a line below it is air, not text
# Chinese at 10.5 pt stands on 15.4 pt where Latin at 10 pt stands on 12, and notes on 12.5 where they stand on 11.
# Tables and their notes are set like notes.
EAST_ASIAN_SIZE = {"20": "21"}
EAST_ASIAN_LINES = ((240, 308 / 240), (0, 250 / 220))
TABLE_STYLES = frozenset(["TableHead", "TableText", "FootnoteTable"])
TABLE_SIZE, TABLE_LINE = "18", 250


def suit_script(styles: Element, language: str) -> None:
    """Suit the styles to the script.

    Slanted letters are for alphabets, Chinese stands larger and wider apart, Arabic letters join.
    """
    slot, _ = slot_of(language)
    if slot == "val":
        return
    if slot == "eastAsia":
        _set_line_breaking(styles)
    else:
        _let_join(styles)
    for style in styles.findall(q("style")):
        for properties in style.findall(q("rPr")):
            _set_upright(properties, slot)
        if slot == "eastAsia":
            _set_wider(style)


def _let_join(styles: Element) -> None:
    """Take out letters set apart or widened: joined ones are torn by it, and LibreOffice 7.4 may never end over them."""
    for properties in styles.iter(q("rPr")):
        for name in ("spacing", "w"):
            for found in properties.findall(q(name)):
                properties.remove(found)


def _set_line_breaking(styles: Element) -> None:
    """State what Chinese lines keep to: forbidden first and last characters, air between Chinese and figures."""
    default = styles.find(f"{q('docDefaults')}/{q('pPrDefault')}")
    rules = (w(rule) for rule in ("kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN"))
    properties = default.find(q("pPr"))
    if properties is None:
        default.append(properties := w("pPr"))
    for rule in rules:
        put(properties, rule)


def _set_upright(properties: Element, slot: str) -> None:
    slanted = properties.find(q("iCs"))
    if slanted is None:
        return
    properties.remove(slanted)
    if slot == "eastAsia" and properties.getparent().get(q("type")) == "paragraph":
        properties.remove(properties.find(q("i")))
        fonts = properties.find(q("rFonts"))
        if fonts is None:
            properties.insert(0, fonts := w("rFonts"))
        fonts.set(q("eastAsia"), "KaiTi")


def _set_wider(style: Element) -> None:
    in_table = style.get(q("styleId")) in TABLE_STYLES
    for size in style.iter(q("sz")):
        size.set(q("val"), TABLE_SIZE if in_table else EAST_ASIAN_SIZE.get(size.get(q("val")), size.get(q("val"))))
    for spacing in style.iter(q("spacing")):
        line = int(spacing.get(q("line"), "0"))
        if line >= MOST_AIR and spacing.get(q("lineRule")) in ("exact", "atLeast"):
            factor = next(factor for least, factor in EAST_ASIAN_LINES if line >= least)
            spacing.set(q("line"), str(TABLE_LINE if in_table else round(line * factor)))


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
