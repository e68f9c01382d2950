"""Everything that differs from one language to the next.

Names, patterns, inflection, numbering, order.
"""

from publisher.language.vocabulary import Vocabulary, vocabulary

__all__ = ["Vocabulary", "vocabulary"]
