"""The pages beside the words: a local web page that shows a document as it will be printed, and lets one write in it."""

from publisher.preview.serving import Address, serve

__all__ = ["Address", "serve"]
