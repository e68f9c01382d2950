"""Brings in sheets as a secretariat keeps them.

Participants, attendance, votes; cells come read, as they are shown.
"""

from publisher.receive.sheets.facts import Facts, facts_of, under
from publisher.receive.sheets.heads import NAMES, SIDES, Columns, Heads, columns_of, load_heads
from publisher.receive.sheets.participants import participants_folder

__all__ = [
    "NAMES", "SIDES", "Columns", "Facts", "Heads", "columns_of", "facts_of", "load_heads", "participants_folder", "under",
]  # fmt: skip
