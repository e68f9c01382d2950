"""Codes of the stage “verifying”."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

VERIFYING: tuple[Code, ...] = ()
