"""Every code the program can print, in one table, whoever reports it."""

from publisher.catalogue.table import CATALOGUE, Code, finding

__all__ = ["CATALOGUE", "Code", "finding"]
