"""A Word package as read.

Parts, styles, numbering resolved, notes, revisions, stories.
"""
