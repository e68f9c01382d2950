"""The tag tree of the PDF: one structure element for each element of the page, however many pages it runs over."""

from publisher.render.pdf.tags.marks import POINTS, Marked, Marking, Painted, set_aside
from publisher.render.pdf.tags.tree import add_tags

__all__ = ["POINTS", "Marked", "Marking", "Painted", "add_tags", "set_aside"]
