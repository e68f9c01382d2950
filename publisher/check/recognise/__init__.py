"""Recognisers: each reads one kind of fact out of the words of any language, by the patterns editors own."""
