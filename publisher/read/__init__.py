"""Reads a document folder: the record and one language file, each mistake a finding at file:line:column."""

from publisher.read.folder import Reading, languages, read
from publisher.read.schema import schema

__all__ = ["Reading", "languages", "read", "schema"]
