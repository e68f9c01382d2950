"""Reads a document folder, each mistake a finding at its line.

The record and one language file.
"""

from publisher.model.workspace import languages_in as languages
from publisher.read.folder import Reading, read
from publisher.read.layout import kinds_in, profiles_in, read_kind, read_profile
from publisher.read.parts import languages_of_parts, outside_links, part_names, part_of
from publisher.read.printed import printed_sources
from publisher.read.schema import schema, schema_of
from publisher.read.tables import cells_of_file
from publisher.read.translated import made_from, translated_file

__all__ = [
    "Reading", "cells_of_file", "kinds_in", "languages", "languages_of_parts", "made_from", "outside_links", "part_names",
    "part_of", "printed_sources", "profiles_in", "read", "read_kind", "read_profile", "schema", "schema_of", "translated_file",
]  # fmt: skip
