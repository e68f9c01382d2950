"""Where the laid-out parts of a long document are kept, beside its files, for the next build of it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from publisher.batch.digests import of_text
from publisher.batch.placing import place
from publisher.failures import CannotWrite

ENDING = ".sheets"


@dataclass(frozen=True, slots=True)
class KeptParts:
    """The parts in `folder` that were drawn with what `drawing` is the digest of; `anew` lets none of them be used."""

    folder: Path
    drawing: str
    anew: bool = False

    def is_empty(self) -> bool:
        """Tell whether there is nothing to get."""
        return self.anew or not any(self.folder.glob(f"{self.drawing[:16]}-*{ENDING}"))

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`."""
        try:
            return None if self.anew else self._path(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`; where it cannot be written, the next build has more to do."""
        path = self._path(key)
        with suppress(CannotWrite):
            place(path.parent, {path.name: data}, lasting=False)

    def keep_only(self, keys: Collection[str]) -> None:
        """Remove what is kept under other keys."""
        wanted = {self._path(key) for key in keys}
        for path in self.folder.glob(f"*{ENDING}"):
            if path not in wanted:
                path.unlink(missing_ok=True)
        with suppress(OSError):  # parts are in it
            self.folder.rmdir()

    def _path(self, key: str) -> Path:
        return self.folder / f"{self.drawing[:16]}-{of_text(self.drawing + key)}{ENDING}"
