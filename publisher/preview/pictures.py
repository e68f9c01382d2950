"""Pages as pictures, drawn by PDFium when asked for.

They are kept while there is room.
"""

from __future__ import annotations

import asyncio
import io
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from publisher.preview.draft import Draft

MOST_BYTES = 64 * 1024 * 1024  # of pictures kept
MOST_WIDE = 4000  # pixels: a page at 300 % on a fine screen
QUICK = 1  # of zlib's levels: the picture goes no further than this machine


class Pictures:
    """Pictures of the pages of each language's last draft.

    By digest and width; PDFium is asked by one thread.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "pictures")
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._bytes = 0
        self._files: dict[str, bytes] = {}
        self._open: dict[str, Any] = {}
        self._places: dict[str, tuple[str, int]] = {}

    def take(self, shelf: str, draft: Draft) -> None:
        """Draw the pages on `shelf` from `draft` from now on."""
        self.put(shelf, draft.pdf, [page.digest for page in draft.pages])

    def put(self, shelf: str, pdf: bytes, digests: list[str]) -> None:
        """Draw the pages with these `digests` from `pdf`.

        Those that were on the shelf are no longer to be had.
        """
        self._places = {digest: place for digest, place in self._places.items() if place[0] != shelf}
        self._places.update({digest: (shelf, number) for number, digest in enumerate(digests)})
        self._files[shelf] = pdf
        if (before := self._open.pop(shelf, None)) is not None:
            self._thread.submit(before.close)

    async def picture(self, digest: str, width: int) -> bytes | None:
        """A page as PNG, `width` pixels wide.

        None where no page has this digest any more.
        """
        width = max(40, min(width, MOST_WIDE))
        if (kept := self._kept.get((digest, width))) is not None:
            self._kept.move_to_end((digest, width))
            return kept
        if digest not in self._places:
            return None
        drawn = await asyncio.get_running_loop().run_in_executor(self._thread, self._draw, digest, width)
        if drawn is not None:
            self._keep((digest, width), drawn)
        return drawn

    def close(self) -> None:
        """Give back what is held."""
        self._thread.shutdown(wait=True, cancel_futures=True)
        for document in self._open.values():
            document.close()
        self._open.clear()

    def _draw(self, digest: str, width: int) -> bytes | None:
        import pypdfium2

        place = self._places.get(digest)  # asked again: a new draft may have come meanwhile
        if place is None:
            return None
        shelf, number = place
        if shelf not in self._open:
            self._open[shelf] = pypdfium2.PdfDocument(self._files[shelf])
        page = self._open[shelf][number]
        try:
            picture = page.render(scale=width / page.get_width()).to_pil()
        finally:
            page.close()
        grey = picture.convert("L")
        coloured = picture.convert("RGB").convert("L").convert("RGB").tobytes() != picture.convert("RGB").tobytes()
        data = io.BytesIO()
        (picture if coloured else grey).save(data, "PNG", compress_level=QUICK)
        return data.getvalue()

    def _keep(self, key: tuple[str, int], data: bytes) -> None:
        self._kept[key] = data
        self._bytes += len(data)
        while self._bytes > MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest)
