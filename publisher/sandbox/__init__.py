"""The sandbox all templates run in.

Facts and published functions, no object of the program, no file but templates.
"""

from publisher.sandbox.environment import FAULTS, Sandbox
from publisher.sandbox.loading import BelowRoots
from publisher.sandbox.syntax import descendants
from publisher.sandbox.values import FactGroup, Published, TooLong

__all__ = ["FAULTS", "BelowRoots", "FactGroup", "Published", "Sandbox", "TooLong", "descendants"]
