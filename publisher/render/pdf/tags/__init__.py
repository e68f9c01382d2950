"""The tag tree of the PDF: one element for each of the page.

However many pages it runs over.
"""

from publisher.render.pdf.tags.marks import POINTS, Marked, Marking, Painted, set_aside
from publisher.render.pdf.tags.tree import add_tags

__all__ = ["POINTS", "Marked", "Marking", "Painted", "add_tags", "set_aside"]
