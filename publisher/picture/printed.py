"""One picture, told by its content, never by its name's ending.

In the form that all writers print. What is safe and plain stays as it is, byte for byte. What a writer would stumble
over or print otherwise than another (CMYK, sixteen bits, turned by EXIF, a JPEG without head) is brought into a plain
form; what cannot be printed at all, or would take more memory than a page is worth, is refused in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

Form = Literal["svg", "png", "jpeg"]
FORMS: tuple[Form, ...] = get_args(Form)
MEDIA_TYPES: dict[Form, str] = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}

_OTHERS = (  # first bytes, from which on, what it is, what to do
    (b"\x01\x00\x00\x00", 0, "a Windows metafile (EMF)"),
    (b"\xd7\xcd\xc6\x9a", 0, "a Windows metafile (WMF)"),
    (b"%PDF", 0, "a PDF"),
    (b"%!PS", 0, "a PostScript file (EPS)"),
    (b"\xc5\xd0\xd3\xc6", 0, "a PostScript file (EPS)"),
    (b"ftyp", 4, "a HEIC, AVIF or film file"),
    (b"\x1f\x8b", 0, "a compressed file (SVGZ)"),
    (b"PK\x03\x04", 0, "a package such as Word, Excel or ZIP"),
)


class Unprintable(Exception):
    """A file that cannot be printed as a picture.

    The message says why, `hint` what to do about it.
    """

    def __init__(self, message: str, hint: str = "save it as PNG, JPEG or SVG") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is printed: its form and its bytes."""

    form: Form
    data: bytes

    @property
    def media_type(self) -> str:
        """What the network calls its form."""
        return MEDIA_TYPES[self.form]


@lru_cache(maxsize=64)
def picture(data: bytes) -> Picture:
    """The bytes of a file as the picture that is printed.

    Unprintable where they are none.
    """
    from publisher.picture.raster import is_raster, plain_raster
    from publisher.picture.vector import is_vector, plain_vector

    if is_raster(data):
        form, plain = plain_raster(data)
        return Picture(form, plain)
    for start, place, what in _OTHERS:
        if data[place : place + len(start)] == start:
            raise Unprintable(f"is {what}, which is not printed")
    if is_vector(data):
        return Picture("svg", plain_vector(data))
    raise Unprintable("is no picture" if data else "is empty")
