"""Draws the semantic page as a Word file on the base of its profile."""

from publisher.render.docx.base import load
from publisher.render.docx.writer import write_docx

__all__ = ["load", "write_docx"]
