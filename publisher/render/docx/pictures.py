"""Pictures: figures, and those that take the base's placeholders.

Emblem, bar code and QR code.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from publisher.failures import MissingDependency
from publisher.picture import Picture
from publisher.picture.vector import fills
from publisher.render.docx.elements import PIC, PREFIXES, WP, A, Element, R, w
from publisher.render.docx.raster import blank_png, drawn_png

EMU_PER_TWIP = 635
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # [MS-ODRAWXML] 2.3.1.26, svgBlip
TALLEST = 8504  # twips: 150 mm
IMAGE_RELATION = f"{R}/image"
BAR_HEIGHT = 40  # pixels of a bar code for each narrow bar of one pixel


@lru_cache(maxsize=64)
def bar_code_png(digits: str) -> bytes:
    """The Code 39 bar code of `digits` as a PNG, three pixels a bar."""
    import barcode

    modules: str = barcode.Code39(digits.strip("*"), add_checksum=False).build()[0]
    return _png([[sign == "1" for sign in modules]], 3, 3 * BAR_HEIGHT)


@lru_cache(maxsize=64)
def matrix_code_png(address: str) -> bytes:
    """The QR code of `address` as a PNG picture.

    Error correction M, no quiet zone.
    """
    import segno

    rows = [[bool(dark) for dark in row] for row in segno.make(address, error="m", micro=False).matrix]
    return _png(rows, 6, 6)


def _png(rows: list[list[bool]], across: int, down: int) -> bytes:
    from PIL import Image

    image = Image.new("1", (len(rows[0]), len(rows)), 1)
    image.putdata([0 if dark else 1 for row in rows for dark in row])
    stream = io.BytesIO()
    image.resize((len(rows[0]) * across, len(rows) * down), Image.Resampling.NEAREST).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def figure(part: Any, picture: Picture, alternative: str, number: int, width: int) -> Element:
    """A run with `picture`, at most `width` twips wide and 150 mm high.

    As wide as that where it is a drawing that states no size.
    """
    vector = picture.data if picture.form == "svg" else None
    relation, image = part.get_or_add_image(io.BytesIO(picture.data if vector is None else _drawn(vector)))
    horizontal, vertical = int(image.width), int(image.height)
    room = (width * EMU_PER_TWIP / horizontal, TALLEST * EMU_PER_TWIP / vertical)
    scale = min(room if vector is not None and fills(vector) else (1.0, *room))
    inline = _inline(relation, alternative, number, round(horizontal * scale), round(vertical * scale))
    if vector is not None:
        _add_vector(part, inline, vector, number)
    return w("r", w("drawing", inline))


def _drawn(svg: bytes) -> bytes:
    """The PNG that stands for an SVG picture in older Word; a white one where nothing can draw it."""
    try:
        return drawn_png(svg)
    except MissingDependency:
        return blank_png(svg)


def _add_vector(part: Any, inline: Element, svg: bytes, number: int) -> None:
    """Put the SVG picture itself beside its PNG: Word of 2016 and after shows it instead."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    name = PackURI(f"/word/media/figure{number}.svg")
    relation = part.relate_to(Part(name, "image/svg+xml", svg, part.package), IMAGE_RELATION)
    for blip in inline.iter(f"{{{A}}}blip"):
        extension = etree.SubElement(etree.SubElement(blip, f"{{{A}}}extLst"), f"{{{A}}}ext", uri=SVG_EXTENSION)
        etree.SubElement(extension, f"{{{SVG}}}svgBlip", nsmap={"asvg": SVG}).set(f"{{{R}}}embed", relation)


def _inline(relation: str, alternative: str, number: int, horizontal: int, vertical: int) -> Element:
    from lxml import etree

    def make(space: str, element: str, /, *children: Element, **attributes: str) -> Element:
        made = etree.Element(f"{{{space}}}{element}", attributes, nsmap=PREFIXES)
        made.extend(children)
        return made

    size = {"cx": str(horizontal), "cy": str(vertical)}
    name = f"Figure {number}"
    blip = make(A, "blip")
    blip.set(f"{{{R}}}embed", relation)
    picture = make(
        PIC,
        "pic",
        make(PIC, "nvPicPr", make(PIC, "cNvPr", id=str(number), name=name), make(PIC, "cNvPicPr")),
        make(PIC, "blipFill", blip, make(A, "stretch", make(A, "fillRect"))),
        make(
            PIC,
            "spPr",
            make(A, "xfrm", make(A, "off", x="0", y="0"), make(A, "ext", **size)),
            make(A, "prstGeom", make(A, "avLst"), prst="rect"),
        ),
    )
    return make(
        WP,
        "inline",
        make(WP, "extent", **size),
        make(WP, "docPr", id=str(number), name=name, descr=alternative),
        make(A, "graphic", make(A, "graphicData", picture, uri=PIC)),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )


def fill_placeholder(part: Any, name: str, png: bytes | None, fit: bool = False) -> None:
    """Put `png` where the base shows the picture `name`.

    Filling its box or, with `fit`, undistorted inside it. Without a picture the placeholder is taken away.
    """
    for place in list(part.element.iter(f"{{{WP}}}docPr")):
        if place.get("name") != name:
            continue
        inline = place.getparent()
        if png is None:
            run = inline.getparent().getparent()
            run.getparent().remove(run)
            continue
        image = part.package.get_or_add_image_part(io.BytesIO(png))
        relation = part.relate_to(image, IMAGE_RELATION)
        for blip in inline.iter(f"{{{A}}}blip"):
            blip.set(f"{{{R}}}embed", relation)
        if fit:
            _fit(inline, image.image.px_width, image.image.px_height)


def _fit(inline: Element, wide: int, high: int) -> None:
    """Keep the proportions of a picture of `wide` by `high` pixels inside its box."""
    for box in (*inline.iter(f"{{{WP}}}extent"), *inline.iter(f"{{{A}}}ext")):
        across, down = int(box.get("cx")), int(box.get("cy"))
        scale = min(across / wide, down / high)
        box.set("cx", str(round(wide * scale)))
        box.set("cy", str(round(high * scale)))
