"""Writes official documents in Word and PDF, and proves that both agree."""

__version__ = "0.1.0"
