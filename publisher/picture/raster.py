"""Pictures of dots: PNG and JPEG where they are plain.

Anything else that Pillow reads becomes one of the two.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from publisher.picture.printed import Unprintable

MOST_DOTS = 50_000_000  # an A4 page at 600 dots an inch has 35 million
MOST_BYTES = 48 * 1024 * 1024
QUALITY = 92  # of a JPEG that had to be written anew
LIKELY = (20, 2400)  # dots an inch; what says anything else was written by mistake

_READ = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")  # with Pillow's own readers: no outside program is asked
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
_PLAIN_MODES = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB")}
_KEPT_CHUNKS = (
    b"IHDR",
    b"PLTE",
    b"tRNS",
    b"IDAT",
    b"IEND",
    b"pHYs",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"sBIT",
    b"bKGD",
)
_ORIENTATION = 0x0112


def is_raster(data: bytes) -> bool:
    """Tell whether a file begins as a picture of dots does."""
    return data.startswith(_STARTS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def plain_raster(data: bytes) -> tuple[Literal["png", "jpeg"], bytes]:
    """The form and the bytes of the picture as printed.

    Upright, in colours of a screen, without words about it.
    """
    from PIL import Image

    with warnings.catch_warnings(), _whole_only():
        warnings.simplefilter("ignore")  # of Pillow's own limit: ours is looked at before anything is unpacked
        try:
            with Image.open(io.BytesIO(data), formats=_READ) as image:
                _weigh(image)
                image.load()
                return _plain(image, data)
        except Unprintable:
            raise
        except (MemoryError, RecursionError):
            raise
        except Exception as fault:  # Pillow raises whatever its readers meet in a broken file
            raise Unprintable(f"is broken: {_said(fault)}", "open it and save it again as PNG or JPEG") from fault


@contextmanager
def _whole_only() -> Iterator[None]:
    """Let Pillow refuse what is cut short: WeasyPrint, once loaded, has it fill up the rest with grey."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _weigh(image: Any) -> None:
    wide, high = image.size
    if not wide or not high:
        raise Unprintable("has no width or no height")
    if wide * high > MOST_DOTS:
        raise Unprintable(
            f"has {wide} × {high} dots; a picture may have {MOST_DOTS // 1_000_000} million",
            "make it smaller: 300 dots an inch are enough in print",
        )
    if getattr(image, "n_frames", 1) > 1:
        raise Unprintable(f"holds {image.n_frames} pictures", "save the one that is meant as PNG or JPEG")


def _plain(image: Any, data: bytes) -> tuple[Literal["png", "jpeg"], bytes]:
    upright = image.getexif().get(_ORIENTATION, 1) == 1
    if upright and image.mode in _PLAIN_MODES.get(image.format or "", ()) and _has_likely_size(image):
        if image.format == "PNG" and data[24] <= 8 and (plain := _without_words_png(data)):
            return "png", plain
        if image.format == "JPEG" and data[2:4] == b"\xff\xe0" and data[6:10] == b"JFIF":
            return "jpeg", _without_words_jpeg(data)
    return _anew(image)


def _has_likely_size(image: Any) -> bool:
    across, down = (float(dots) for dots in image.info.get("dpi", (96, 96)))
    return all(LIKELY[0] <= dots <= LIKELY[1] for dots in (across, down))


def _anew(image: Any) -> tuple[Literal["png", "jpeg"], bytes]:
    """The picture written anew: a photograph as JPEG, anything else without loss as PNG."""
    from PIL import ImageOps

    dots = {"dpi": image.info["dpi"]} if "dpi" in image.info and _has_likely_size(image) else {}
    photograph = image.format == "JPEG"
    turned = _in_colours(ImageOps.exif_transpose(image))
    stream = io.BytesIO()
    if photograph:
        turned.convert("L" if turned.mode == "L" else "RGB").save(
            stream, "JPEG", quality=QUALITY, subsampling=0, **dots
        )
        return "jpeg", stream.getvalue()
    turned.save(stream, "PNG", icc_profile=None, **dots)
    if len(stream.getvalue()) > MOST_BYTES:
        raise Unprintable(
            f"takes {len(stream.getvalue()) // 2**20} MB", "make it smaller, or save a photograph as JPEG"
        )
    return "png", stream.getvalue()


def _in_colours(image: Any) -> Any:
    """The picture in eight bits of grey or of red, green and blue, as its own profile of colours means them."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("I", "F"):
        lowest, highest = image.getextrema()
        scale = 255 / (highest - lowest or 1)
        return image.point(lambda value: value * scale + (-lowest * scale)).convert("L")
    if profile := image.info.get("icc_profile"):
        image = _by_profile(image, profile)
    if image.mode in ("L", "LA", "RGB", "RGBA"):
        return image
    clear = image.mode in ("PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if clear else "L" if image.mode == "1" else "RGB")


def _by_profile(image: Any, profile: bytes) -> Any:
    """The picture in the colours of screens; as it is where its profile is broken."""
    from PIL import ImageCms

    if image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image


def _without_words_png(data: bytes) -> bytes:
    """A PNG less what it tells of author, program, place and time; nothing of one that is cut short."""
    kept, place = [data[:8]], 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if kind in _KEPT_CHUNKS:
            kept.append(data[place:end])
        place = end
        if kind == b"IEND":
            return b"".join(kept)
    return b""


def _without_words_jpeg(data: bytes) -> bytes:
    """A JPEG less its EXIF, XMP, comments and the like; its profile of colours stays."""
    kept, place = [data[:2]], 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] != 0xDA:
        marker = data[place + 1]
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        told = 0xE1 <= marker <= 0xEF or marker == 0xFE
        colours = marker == 0xEE or (marker == 0xE2 and data[place + 4 : place + 15] == b"ICC_PROFILE")
        if not told or colours:
            kept.append(data[place:end])
        place = end
    end = data.rfind(b"\xff\xd9")
    return b"".join((*kept, data[place : end + 2 if end > place else len(data)]))


def _said(fault: Exception) -> str:
    words = str(fault).splitlines()
    if words and "runcated" in words[0]:
        return "it is cut short"
    return words[0][:80] if words and "object at" not in words[0] else "it cannot be decoded"
