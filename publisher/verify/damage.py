"""A finished file that cannot be read to its end."""

from __future__ import annotations


class Damaged(Exception):
    """The file breaks a rule of its format; the place is named.

    What it says cannot be told.
    """
