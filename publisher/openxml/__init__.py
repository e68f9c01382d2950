"""A Word package as read: parts, styles, numbering resolved, notes, revisions, stories."""
