"""The page as PDF/A-3a and PDF/UA-1 in one file, drawn by WeasyPrint."""

from publisher.render.pdf.assembly import Kept
from publisher.render.pdf.writer import (
    DrawnPdf,
    PagePdf,
    close_pdf,
    lay_out_rest,
    numbered,
    open_pdf,
    worth_sharing,
    write_pdf,
)

__all__ = [
    "DrawnPdf",
    "Kept",
    "PagePdf",
    "close_pdf",
    "lay_out_rest",
    "numbered",
    "open_pdf",
    "worth_sharing",
    "write_pdf",
]
