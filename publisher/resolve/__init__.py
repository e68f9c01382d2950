"""Fills in every number, mark, label, name and reference of a written document."""

from publisher.resolve.resolution import Resolution, resolve

__all__ = ["Resolution", "resolve"]
