"""The accelerator of long documents.

Parts laid out side by side, and kept from one build to the next. A part begins wherever a new sheet begins whatever
stands before it. It pays where a document is built again (343 pages in 4.7 s for 10 s) and where two processes lay it
out. It stands on the inside of WeasyPrint: with another version than the one it was written for, `lay_out` says None
and the page is laid out in one piece.
"""

from publisher.render.pdf.parts.assembly import keep
from publisher.render.pdf.parts.laying_out import (
    Half,
    first_half,
    lay_out,
    numbered,
    other_half,
    parts_of,
    switched_off,
    worth_sharing,
)
from publisher.render.pdf.parts.sheets import Drawn, first_pages

__all__ = [
    "Drawn",
    "Half",
    "first_half",
    "first_pages",
    "keep",
    "lay_out",
    "numbered",
    "other_half",
    "parts_of",
    "switched_off",
    "worth_sharing",
]
