"""Reads finished files back with other libraries than those that wrote them, held against what was resolved."""

from publisher.verify.docx import verify_docx
from publisher.verify.pdf import pages_of, verify_pdf

__all__ = ["pages_of", "verify_docx", "verify_pdf"]
