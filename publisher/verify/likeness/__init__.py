"""Whether a file is the very one a build gives.

And if not, what a reader of it would see or meet that is not ours.
"""

from publisher.verify.likeness.comparing import unlike

__all__ = ["unlike"]
