"""Reads finished files back, held against what was resolved.

With other libraries than those that wrote them.
"""

from publisher.verify.akn import verify_akn
from publisher.verify.docx import verify_accessibility, verify_docx, verify_redline
from publisher.verify.html import verify_html
from publisher.verify.likeness import unlike
from publisher.verify.pdf import STANDARDS, pages_of, verify_pdf, verify_standards

__all__ = [
    "STANDARDS",
    "pages_of",
    "unlike",
    "verify_accessibility",
    "verify_akn",
    "verify_docx",
    "verify_html",
    "verify_pdf",
    "verify_redline",
    "verify_standards",
]
