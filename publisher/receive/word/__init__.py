"""Brings in a Word file, with accounts of all of it.

Page one as facts, the body as blocks, notes, tables and pictures.
"""

from __future__ import annotations

from publisher.receive.word.importing import CHANGES, Changes, Options, language_of_word, receive_word

__all__ = ["CHANGES", "Changes", "Options", "language_of_word", "receive_word"]
