"""What each translated text was made from: `translated/fr.txt`.

It lies beside the language files. A line a text: the digest of the translation and that of the original, as they were
when the translation was last declared up to date. Where the original has changed since and the translation has not,
the translation is stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from publisher.model.files import MOST_YAML, Refused, contents

FOLDER = "translated"
_HEAD = (
    "# Written by `publisher translated`: digest of each translated text and of the text it was made from.\n"
    "# Where the original changes and its translation does not, `publisher check` says so. Do not edit.\n"
)


def made_from(folder: Path, language: str) -> Mapping[str, frozenset[str]]:
    """The digests of the originals each translated text was made from.

    Empty without file.
    """
    found: dict[str, frozenset[str]] = {}
    with suppress(OSError, Refused):
        for line in contents(folder, f"{FOLDER}/{language}.txt", MOST_YAML).decode("utf-8", "replace").splitlines():
            digests = line.split()
            if len(digests) == 2 and not line.startswith("#"):
                found[digests[0]] = found.get(digests[0], frozenset()) | {digests[1]}
    return found


def translated_file(pairs: Iterable[tuple[str, str]]) -> bytes:
    """The text of the file for pairs of digests: translation, original."""
    return (_HEAD + "".join(f"{translation} {original}\n" for translation, original in sorted(pairs))).encode()
