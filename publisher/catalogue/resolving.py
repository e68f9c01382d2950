"""Codes of the stage “resolving”."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

RESOLVING: tuple[Code, ...] = ()
