"""Keeps the garbage collector from the growing box tree: 7–14 %.

Goes when WeasyPrint's boxes do not refer to each other in circles, or Python collects them bit by bit.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MOST_PAGES_HELD = 24  # about 40 MB


class Collector:
    """When boxes are given back: before the next document, if enough.

    The boxes of a document are only given back by a collection; a batch does not grow, and a single document does not
    pay. What lives after the first document (modules, parsed templates and styles) lives for good, and is not walked again.
    """

    def __init__(self) -> None:
        self._used = self._settled = False
        self._held = 0

    def hold(self, pages: int) -> None:
        """Count `pages` whose boxes may still be there."""
        self._held += pages

    def collect(self) -> None:
        """Give back the boxes of the documents before, as at a moment when nobody waits."""
        gc.collect()
        self._held = 0
        if self._used and not self._settled:
            gc.freeze()
            self._settled = True

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Draw a document without being collected."""
        if self._used and (self._held >= MOST_PAGES_HELD or not self._settled):
            self.collect()
        self._used = True
        enabled = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if enabled:
                gc.enable()
