"""Fills in every number, mark, label, name and reference.

Of a written document.
"""

from publisher.resolve.resolution import Resolution, resolve

__all__ = ["Resolution", "resolve"]
