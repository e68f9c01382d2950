"""Freezes proven builds as editions, and tells which edition a file is.

Issued files are written out here too.
"""

from publisher.issue.freeze import Freeze, IssueRefused, freeze, sources_of
from publisher.issue.identify import Identity, identify
from publisher.issue.shelf import clear_begun, faults_on_shelf, lay_out_missing, put_on_shelf, shelf_folder

__all__ = [
    "Freeze", "Identity", "IssueRefused", "clear_begun", "faults_on_shelf", "freeze", "identify", "lay_out_missing",
    "put_on_shelf", "shelf_folder", "sources_of",
]  # fmt: skip
