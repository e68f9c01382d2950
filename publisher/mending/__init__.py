"""Faults a machine can mend, by changing just the words at fault."""

from publisher.mending.mending import Mended, label_of, mend, mend_all

__all__ = ["Mended", "label_of", "mend", "mend_all"]
