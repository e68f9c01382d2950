"""Reads a document folder: the record and one language file, each mistake a finding at file:line:column."""

from publisher.read.folder import Reading, languages, read
from publisher.read.parts import languages_of_parts, outside_links, part_names, part_of
from publisher.read.schema import schema

__all__ = ["Reading", "languages", "languages_of_parts", "outside_links", "part_names", "part_of", "read", "schema"]
