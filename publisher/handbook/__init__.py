"""The handbook: its pages, and the keys of all files, told from what reads them."""

from publisher.handbook.book import Page, as_html, chapters, page_of

__all__ = ["Page", "as_html", "chapters", "page_of"]
