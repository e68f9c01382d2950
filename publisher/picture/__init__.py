"""Pictures of a document, in the one form in which they are printed.

And whether one can be printed.
"""

from publisher.picture.printed import FORMS, Picture, Unprintable, picture

__all__ = ["FORMS", "Picture", "Unprintable", "picture"]
