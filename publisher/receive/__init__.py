"""Brings in what others wrote.

Gives a folder that can be built, evidence for conclusions, what was left out.
"""
