"""The page as PDF/A-3a and PDF/UA-1 in one file, drawn by WeasyPrint."""

from publisher.render.pdf.writer import DrawnPdf, write_pdf

__all__ = ["DrawnPdf", "write_pdf"]
