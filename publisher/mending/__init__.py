"""Faults a machine can mend, by changing just the words at fault."""

from publisher.mending.mending import Mended, Offer, mend, mend_all, offer_of

__all__ = ["Mended", "Offer", "mend", "mend_all", "offer_of"]
