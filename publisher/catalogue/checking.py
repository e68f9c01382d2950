"""Codes of the stage “checking”."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

CHECKING: tuple[Code, ...] = ()
