"""One fault of every rule, planted at random places of the clean documents of every language.

A mutation takes a document and a source of chance and gives back the document with one fault and the line its finding is
due at. What differs between languages stands in tables, as a writer of each language would slip.
"""

from tests.check.mutations import facts, kinds, language, structure
from tests.check.mutations.table import MUTATIONS

__all__ = ["MUTATIONS", "facts", "kinds", "language", "structure"]
