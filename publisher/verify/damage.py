"""A finished file that cannot be read to its end."""

from __future__ import annotations


class Damaged(Exception):
    """The file breaks a rule of its format, so that what it says cannot be told; the message names the place."""
