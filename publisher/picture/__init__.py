"""Pictures of a document: whether one can be printed, and the one form in which every writer prints it."""

from publisher.picture.printed import FORMS, Picture, Unprintable, picture

__all__ = ["FORMS", "Picture", "Unprintable", "picture"]
