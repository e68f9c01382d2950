"""From one edition to the next: what changed, said and shown.

As a corrigendum and a redline, proved to be complete.
"""

from publisher.revise.instruction import Instruction, Renumbered, Unsayable, instructions
from publisher.revise.passages import passages
from publisher.revise.proof import Disproved, carry_out, prove
from publisher.revise.redline import redline

__all__ = [
    "Disproved",
    "Instruction",
    "Renumbered",
    "Unsayable",
    "carry_out",
    "instructions",
    "passages",
    "prove",
    "redline",
]
