"""SVG pictures as PNG, which every Word can show."""

from __future__ import annotations

import base64
import io
import re
from functools import lru_cache

from lxml import etree

from publisher.failures import MissingDependency

DOTS_PER_INCH = 300
DEFAULT_SIZE = (300.0, 150.0)  # pixels of a picture that does not say its size (CSS 2.2, 10.3.2)


@lru_cache(maxsize=64)
def drawn_png(svg: bytes) -> bytes:
    """An SVG picture as PNG at 300 dots an inch of its own size; nothing it names is fetched.

    Raises MissingDependency where the libraries that draw it are not installed.
    """
    try:
        import pypdfium2
        import weasyprint
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise MissingDependency(f"an SVG picture cannot be drawn for Word: {error}") from error
    width, height = _size(svg)
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

    width, height = _size(svg)
    stream = io.BytesIO()
    Image.new("1", (max(1, round(width)), max(1, round(height))), 1).save(stream, "PNG", dpi=(96, 96))
    return stream.getvalue()


def _size(svg: bytes) -> tuple[float, float]:
    """Width and height of an SVG picture in CSS pixels, from its own words or its view box."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    box = [float(number) for number in re.findall(r"[-+.\deE]+", root.get("viewBox") or "")][2:4]
    wide, high = (re.fullmatch(r"([\d.]+)(?:px)?", root.get(side) or "") for side in ("width", "height"))
    if wide and high:
        return float(wide[1]), float(high[1])
    return (box[0], box[1]) if len(box) == 2 and min(box) > 0 else DEFAULT_SIZE
