"""Every code the program can print, in one table, whoever reports it."""

from publisher.catalogue.code import Code
from publisher.catalogue.table import CATALOGUE, finding

__all__ = ["CATALOGUE", "Code", "finding"]
