"""The page as PDF/A-3a and PDF/UA-1 in one file, drawn by WeasyPrint."""

from publisher.render.pdf.pages import Earlier, Kept, PagePdf
from publisher.render.pdf.parts import Drawn, Half, numbered, worth_sharing
from publisher.render.pdf.writer import DrawnPdf, close_pdf, lay_out_rest, open_pdf, tidy, write_pdf

__all__ = [
    "Drawn",
    "DrawnPdf",
    "Earlier",
    "Half",
    "Kept",
    "PagePdf",
    "close_pdf",
    "lay_out_rest",
    "numbered",
    "open_pdf",
    "tidy",
    "worth_sharing",
    "write_pdf",
]
