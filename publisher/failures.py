"""What the operator, not the author, has to put right.

Each failure carries the exit code it ends the program with.
"""

from __future__ import annotations


class Failure(Exception):
    """Base of the failures; `exit_code` is told in the handbook."""

    exit_code = 70


class Worded(Exception):
    """A sentence and the values in it, so that it can be said in other languages."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence, self.values = sentence, values


class BadRequest(Failure):
    """The command line names something that is not there or makes no sense."""

    exit_code = 2


class MissingDependency(Failure):
    """A system library, font or extra package is not installed.

    The message says the command that installs it.
    """

    exit_code = 3


class CannotWrite(Failure):
    """A file or folder cannot be written; nothing was changed."""

    exit_code = 4


class RegisterFailure(Failure):
    """The register cannot be used.

    Locked, damaged, of a newer version, out of reach.
    """

    exit_code = 5
