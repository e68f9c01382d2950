"""Codes of the reader and of the wording: what keeps a document from being understood at all."""

from publisher.catalogue.code import Code
from publisher.model.diagnostic import Severity

READING: tuple[Code, ...] = ()
