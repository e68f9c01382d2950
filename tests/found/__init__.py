"""Folders found to fail by trying, in ../shared/cases/found or where PUBLISHER_FOUND says."""
