"""Folders found to fail by trying, in /work/shared/cases/found or where PUBLISHER_FOUND says."""
