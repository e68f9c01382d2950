"""SVG pictures as PNG, which every Word can show."""

from __future__ import annotations

import base64
import io
import math
from functools import lru_cache

from publisher.failures import MissingDependency
from publisher.picture.vector import SCREEN, size_of

DOTS_PER_INCH = 300
MOST_DOTS = 16_000_000
LONGEST = 5000.0  # pixels of a side
DEFAULT_SIZE = (300.0, 150.0)  # pixels of a picture that does not say its size (CSS 2.2, 10.3.2)


@lru_cache(maxsize=64)
def drawn_png(svg: bytes) -> bytes:
    """An SVG picture as PNG at 300 dots an inch of its own size.

    Nothing it names is fetched. Raises MissingDependency where the libraries that draw it are not installed.
    """
    try:
        import pypdfium2
        import weasyprint
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise MissingDependency(f"an SVG picture cannot be drawn for Word: {error}") from error
    width, height = _drawn_size(svg)
    address = "data:image/svg+xml;base64," + base64.b64encode(svg).decode()
    page = (
        f"<style>@page{{size:{width}px {height}px;margin:0}}body{{margin:0}}"
        f'img{{display:block;width:{width}px;height:{height}px}}</style><img src="{address}" alt="">'
    )
    fetcher = URLFetcher(allowed_protocols={"data"})
    pdf = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf()
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=DOTS_PER_INCH / 72).to_pil()
    stream = io.BytesIO()
    image.save(stream, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), optimize=True)
    return stream.getvalue()


def blank_png(svg: bytes) -> bytes:
    """A white PNG of the size of an SVG picture."""
    from PIL import Image

    width, height = _drawn_size(svg)
    stream = io.BytesIO()
    Image.new("1", (max(1, round(width)), max(1, round(height))), 1).save(stream, "PNG", dpi=(96, 96))
    return stream.getvalue()


def _drawn_size(svg: bytes) -> tuple[float, float]:
    """Width and height in CSS pixels at which a picture is drawn: its own, or less where that would be too many dots."""
    width, height = size_of(svg) or DEFAULT_SIZE
    most = MOST_DOTS * (SCREEN / DOTS_PER_INCH) ** 2
    scale = min(1.0, math.sqrt(most / (width * height)), LONGEST / width, LONGEST / height)
    return max(1.0, width * scale), max(1.0, height * scale)
