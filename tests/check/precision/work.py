"""A real document as the measure takes it in: the facts known of it, and its words in each language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SIGNS_OF_A_WORD = 1.6  # of Chinese: the length of a Chinese text over that of the English one, in words
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Work:
    """One document: its name in the corpus, its record, its words by language."""

    name: str
    record: dict[str, Any]
    words: dict[str, dict[str, Any]]

    def write(self, folder: Path) -> None:
        """The folder of the document: JSON is YAML, and each text stands on a line of its own."""
        (folder / "record.yaml").write_text(json.dumps(self.record, ensure_ascii=False, indent=1), encoding="utf-8")
        for language, words in self.words.items():
            text = json.dumps(words, ensure_ascii=False, indent=1)
            (folder / f"{language}.yaml").write_text(text, encoding="utf-8")

    def length(self, language: str) -> float:
        """How many words it has in a language."""
        text = " ".join(_texts(self.words[language]))
        signs = len(_HAN.findall(text))
        return len(_HAN.sub(" ", text).split()) + signs / _SIGNS_OF_A_WORD


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)
        case _:
            return


def escaped(text: str) -> str:
    """Words of the corpus as an author types them: signs that are marks get their backslash."""
    text = re.sub(r"([\\*\[\]^_#])", r"\\\1", text) if re.search(r"[\\*\[\]^#]", text) else text
    return text.replace("{", r"\{").replace("}", r"\}")
