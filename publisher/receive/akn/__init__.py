"""Brings in the Secretariat's AKN4UN files.

The language versions of a resolution become one folder.
"""

from publisher.receive.akn.folder import receive_akn

__all__ = ["receive_akn"]
