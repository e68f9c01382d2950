"""Recognisers: each reads one kind of fact out of words.

In any language, by the patterns editors own.
"""
