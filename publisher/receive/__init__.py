"""Brings in what others wrote: gives a folder that can be built, evidence for what was concluded, what was left out."""
