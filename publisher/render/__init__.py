"""From the resolved document to the files people read.

One semantic page, a writer for each format.
"""
