"""Telling which edition a finished file is, or that it was altered."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Literal

from publisher.register import Edition, Register

_SYMBOL_IN_WORD = re.compile(rb'name="symbol"[^>]*>\s*<vt:lpwstr>([^<]+)<', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file is: an issued edition, an altered file, or unknown."""

    verdict: Literal["issued", "altered", "unknown"]
    editions: tuple[Edition, ...]
    symbol: str = ""


def identify(register: Register, data: bytes) -> Identity:
    """What `data` is: by its digest, then by the symbol it states."""
    issued = register.editions_of_file(data)
    if issued:
        return Identity("issued", tuple(edition for edition, _ in issued), issued[0][0].symbol)
    symbol = stated_symbol(data).rstrip("*")
    same = register.editions(symbol=symbol) if symbol else ()
    return Identity("altered" if same else "unknown", same, symbol)


def stated_symbol(data: bytes) -> str:
    """The symbol a PDF, DOCX or HTML file states of itself.

    Empty where it states none.
    """
    if data.startswith(b"%PDF"):
        return _symbol_of_pdf(data)
    if data.startswith(b"PK"):
        return _symbol_of_word(data)
    found = re.search(rb'<meta name="keywords" content="([^"]*)"', data)
    return _first(found[1].decode(errors="replace")) if found else ""


def _first(keywords: str) -> str:
    """The first key word, which is the symbol in every file this program makes."""
    return keywords.partition(",")[0].strip()


def _symbol_of_pdf(data: bytes) -> str:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _first(str(pdf.docinfo.get("/Keywords", "")))
    except pikepdf.PdfError:
        return ""


def _symbol_of_word(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = _SYMBOL_IN_WORD.search(package.read("docProps/custom.xml"))
    except (zipfile.BadZipFile, KeyError):
        return ""
    return found[1].decode() if found else ""
