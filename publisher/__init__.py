"""Publisher writes official documents in Word and PDF from validated data and proves that both say the same."""

__version__ = "0.1.0"
