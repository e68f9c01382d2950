"""Everything that differs from one language to the next: names, patterns, inflection, numbering, order."""

from publisher.language.vocabulary import Vocabulary, vocabulary

__all__ = ["Vocabulary", "vocabulary"]
