"""The command line as a person runs it."""

from tests.house.conftest import publisher

__all__ = ["publisher"]
