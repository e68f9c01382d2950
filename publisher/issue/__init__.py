"""Freezing a proven build as an edition, writing issued files out, and telling of any file which edition it is."""

from publisher.issue.freeze import Freeze, IssueRefused, freeze, sources_of
from publisher.issue.identify import Identity, identify
from publisher.issue.shelf import clear_begun, faults_on_shelf, lay_out_missing, put_on_shelf, shelf_folder

__all__ = [
    "Freeze", "Identity", "IssueRefused", "clear_begun", "faults_on_shelf", "freeze", "identify", "lay_out_missing",
    "put_on_shelf", "shelf_folder", "sources_of",
]  # fmt: skip
