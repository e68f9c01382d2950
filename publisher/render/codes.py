"""The bar code of the job number, the matrix code of the address.

As pictures inside the page.
"""

from __future__ import annotations

import base64
import io
from functools import lru_cache


@lru_cache(maxsize=64)
def bar_code_svg(digits: str) -> str:
    """The Code 39 bar code of `digits` as an SVG picture of one path.

    Start and stop signs included.
    """
    import barcode  # it loads Pillow, and few annexes have a job number

    modules: str = barcode.Code39(digits.strip("*"), add_checksum=False).build()[0]
    bars = []
    start = 0
    for end in range(1, len(modules) + 1):
        if end == len(modules) or modules[end] != modules[start]:
            if modules[start] == "1":
                bars.append(f"M{start} 0h{end - start}v40h-{end - start}z")
            start = end
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(modules)} 40" preserveAspectRatio="none">'
        f'<path d="{"".join(bars)}"/></svg>'
    )


@lru_cache(maxsize=64)
def matrix_code_svg(address: str) -> str:
    """The QR code of `address` as an SVG picture.

    Error correction M, no quiet zone.
    """
    import segno

    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        stream, kind="svg", border=0, omitsize=True, xmldecl=False, nl=False
    )
    return stream.getvalue().decode()


def data_address(svg: str) -> str:
    """`svg` as an address that carries the picture itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
