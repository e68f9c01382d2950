"""Reads finished files back, held against what was resolved.

With other libraries than those that wrote them. What is named here is loaded when it is asked for: who proves one
format needs none of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
_ROOMS = {
    "akn": ("verify_akn",),
    "docx": ("verify_accessibility", "verify_docx", "verify_redline"),
    "html": ("verify_html",),
    "likeness": ("unlike",),
    "pdf": ("STANDARDS", "pages_of", "verify_pdf", "verify_standards"),
}


def __getattr__(name: str) -> Any:
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"publisher.verify.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
