"""Reads finished files back with other libraries than those that wrote them, held against what was resolved."""

from publisher.verify.docx import verify_docx, verify_redline
from publisher.verify.html import verify_html
from publisher.verify.pdf import pages_of, verify_pdf

__all__ = ["pages_of", "verify_docx", "verify_html", "verify_pdf", "verify_redline"]
