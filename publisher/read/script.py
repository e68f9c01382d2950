"""Sheets written in another script than the document's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic
from publisher.model.words import Given


def foreign_script(cells: Iterable[Given | None], words: Vocabulary, name: str) -> list[Diagnostic]:
    """A finding on a file whose words have another script.

    At the first cell; most cells with words have no letter of the language's. Latin letters stand in documents of
    every language, and other languages of Latin script are told by comparison with the original; so only scripts of
    their own are looked for.
    """
    own = _scripts(words.language_name(words.code))
    if not own or "LATIN" in own:
        return []
    worded = [cell for cell in cells if cell is not None and any(letter.islower() for letter in cell.text)]
    foreign = [cell for cell in worded if not _scripts(cell.text) & own]
    if len(foreign) * 2 <= len(worded):
        return []
    said = f"the words of “{name}” are not in the language of the document: “{foreign[0].text[:40]}”"
    hint = "Give this language a file or a sheet of its own: file: {name: …, sheet: …}."
    return [finding("TB013", said, foreign[0].at, span=foreign[0].text[:40], hint=hint)]


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()}
