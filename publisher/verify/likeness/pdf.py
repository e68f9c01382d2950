"""A PDF beside ours: make, painting, fonts, pictures of pages."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition

BOXES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_KINDS = ("/Type", "/Subtype", "/S", "/FT")  # what dictionaries say they are
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
DOTS_PER_POINT = 1.5
MOST_UNPACKED = 400 * 2**20
MOST_DOTS = 60_000_000


def unlike_pdf(theirs: bytes, ours: bytes, name: str) -> list[Diagnostic]:
    """What tells one PDF from another; ValueError where it is none."""
    try:
        with pikepdf.open(io.BytesIO(theirs)) as here, pikepdf.open(io.BytesIO(ours)) as there:
            _require_bounded(here)
            found = [finding("OUT091", said, PagePosition(name)) for said in _unlike_parts(here, there)]
            pages = min(len(here.pages), len(there.pages))
            for number in range(1, pages + 1):
                boxes = [_boxes(pdf.pages[number - 1]) for pdf in (here, there)]
                if boxes[0] != boxes[1]:
                    found.append(
                        finding("OUT091", "the page is cut, turned or of another size", PagePosition(name, number))
                    )
                    return found
    except (pikepdf.PdfError, pikepdf.DependencyError) as fault:
        raise ValueError(f"it is no sound PDF: {fault}") from fault
    return [*found, *_unlike_pictures(theirs, ours, name)]


def _require_bounded(pdf: pikepdf.Pdf) -> None:
    """Raise ValueError where the file unpacks to more than any of ours, before anything unpacks it."""
    left = MOST_UNPACKED
    for entry in pdf.objects:
        if not isinstance(entry, pikepdf.Stream):
            continue
        dots = [entry.stream_dict.get(side, 0) for side in ("/Width", "/Height")]
        if entry.stream_dict.get("/Subtype") == "/Image" and int(dots[0]) * int(dots[1]) > MOST_DOTS:
            raise ValueError("a picture in it is larger than any page")
        packed, coding = entry.read_raw_bytes(), entry.stream_dict.get("/Filter")
        names = [str(name) for name in coding] if isinstance(coding, pikepdf.Array) else [str(coding)] if coding else []
        if any(name not in ("/FlateDecode", "/DCTDecode") for name in names) or names.count("/FlateDecode") > 1:
            raise ValueError(f"it is packed with {' '.join(names)}, which ours does without")
        left -= len(packed) if "/FlateDecode" not in names else _unpacked(packed, left)
        if left < 0:
            raise ValueError(f"it unpacks to more than {MOST_UNPACKED // 2**20} MB")


def _unpacked(packed: bytes, most: int) -> int:
    """How many bytes a stream unpacks to, looked at up to one more than `most`."""
    unpacking = zlib.decompressobj()
    try:
        return len(unpacking.decompress(packed, max(most, 0) + 1))
    except zlib.error as fault:
        raise ValueError("a stream in it cannot be unpacked") from fault


def _unlike_parts(here: pikepdf.Pdf, there: pikepdf.Pdf) -> list[str]:
    said = []
    if len(here.pages) != len(there.pages):
        said.append(f"it has {len(here.pages)} pages where ours has {len(there.pages)}")
    known = set(_vocabulary(there))
    said += [f"it holds {what}, which ours does not" for what in dict.fromkeys(_vocabulary(here)) if what not in known]
    fonts = set(_font_files(there))
    if [font for font in _font_files(here) if font not in fonts]:
        said.append("an embedded font is another than ours: its letters may be drawn otherwise")
    painting = set(_operators(there))
    strange = [operator for operator in dict.fromkeys(_operators(here)) if operator not in painting]
    said += [f"a page is painted with “{operator}”, which ours does without" for operator in strange]
    return said


def _vocabulary(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The keys of all dictionaries and what they say they are: “the key /JS”, “a /S /JavaScript”."""
    for entry in (*pdf.objects, pdf.trailer):
        yield from _names(entry, 0)


def _names(entry: Any, depth: int) -> Iterator[str]:
    if depth > 20:
        raise ValueError("its objects nest too deep")
    if isinstance(entry, pikepdf.Array):
        children = [part for part in entry if not getattr(part, "is_indirect", False)]
    elif isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
        names = entry.stream_dict if isinstance(entry, pikepdf.Stream) else entry
        children = []
        for key, value in names.items():
            # keys that are names given to things (fonts, ids of destinations) differ freely within their like
            yield f"the key {key.rstrip('0123456789')}"
            if key in _KINDS and isinstance(value, pikepdf.Name):
                yield f"a {key} {value}"
            if not getattr(value, "is_indirect", False):
                children.append(value)
    else:
        return
    for child in children:
        yield from _names(child, depth + 1)


def _font_files(pdf: pikepdf.Pdf) -> Iterator[str]:
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary):
            for key in _FONT_FILES:
                if key in entry:
                    yield hashlib.sha256(entry[key].read_bytes()).hexdigest()


def _operators(pdf: pikepdf.Pdf) -> Iterator[str]:
    """How pages and forms are painted: each operator, with its operand where that changes what is seen (Tr, gs)."""
    streams: list[Any] = [page.obj for page in pdf.pages]
    streams += [e for e in pdf.objects if isinstance(e, pikepdf.Stream) and e.stream_dict.get("/Subtype") == "/Form"]
    for stream in streams:
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = list(instruction.operands), str(instruction.operator)
            yield f"{operands[0]} {name}" if name in ("Tr", "Tz", "Ts") and operands else name


def _boxes(page: pikepdf.Page) -> list[str]:
    """What of the sheet is shown, how it is turned and how large it is."""
    return [str([round(float(side), 3) for side in page.mediabox]), *(_said(page, key) for key in BOXES[1:])]


def _said(page: pikepdf.Page, key: str) -> str:
    node: Any = page.obj
    steps = 0
    while node is not None and steps < 50:
        if key in node:
            value = node[key]
            return str([round(float(side), 3) for side in value]) if isinstance(value, pikepdf.Array) else str(value)
        node, steps = node.get("/Parent"), steps + 1
    return ""


def _unlike_pictures(theirs: bytes, ours: bytes, name: str) -> Iterator[Diagnostic]:
    """A finding on each page that does not look like ours, drawn by the same hand."""
    import pypdfium2
    from PIL import ImageChops

    try:
        here, there = pypdfium2.PdfDocument(theirs), pypdfium2.PdfDocument(ours)
    except pypdfium2.PdfiumError as fault:
        raise ValueError(f"it cannot be drawn: {fault}") from fault
    for number in range(min(len(here), len(there))):
        pictures = [document[number].render(scale=DOTS_PER_POINT).to_pil().convert("RGB") for document in (here, there)]
        if pictures[0].size != pictures[1].size or ImageChops.difference(*pictures).getbbox() is not None:
            yield finding("OUT092", "the page does not look like ours", PagePosition(name, number + 1))
