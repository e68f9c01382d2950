"""Check: hold a document against what it must be.

Its numbers, notes, references, facts and language.
"""

from publisher.check.between import compare_languages, compare_translation
from publisher.check.engine import check
from publisher.check.explain import explain
from publisher.check.pairing import paired
from publisher.check.translation import translation_pairs
from publisher.check.weighing import Weighed, weigh

__all__ = [
    "Weighed", "check", "compare_languages", "compare_translation", "explain", "paired", "translation_pairs", "weigh",
]  # fmt: skip
