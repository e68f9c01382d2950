"""Faults that a machine can mend, each by changing exactly the author's words at fault."""

from publisher.mending.mending import Mended, label_of, mend, mend_all

__all__ = ["Mended", "label_of", "mend", "mend_all"]
