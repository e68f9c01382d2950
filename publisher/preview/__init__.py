"""The pages beside the words: a local web page to write in.

It shows a document as it will be printed.
"""

from publisher.preview.interface import spoken
from publisher.preview.serving import Address, serve

__all__ = ["Address", "serve", "spoken"]
