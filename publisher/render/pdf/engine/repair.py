"""What a change in WeasyPrint is, and when it can go.

What it was written for, whom it was reported to, what it buys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from publisher.render.pdf.engine.text import Upstream


@dataclass(frozen=True, slots=True)
class Repair:
    """One change in the engine.

    Applied only where the text it was `written_for` is installed. `buys` is the time it saves (CPU lost when it is
    off); empty for one that changes what is drawn. `proofs` are codes of the findings that a file drawn without it
    can get: those files are kept aside, with the reason in words.
    """

    name: str
    written_for: tuple[Upstream, ...]
    apply: Callable[[], None]
    report: str
    goes: str
    buys: str = ""
    proofs: tuple[str, ...] = ()

    def fits(self) -> bool:
        """Tell whether the installed text is the one it was written for."""
        return all(upstream.is_as_written_for() for upstream in self.written_for)


@dataclass(frozen=True, slots=True)
class Missing:
    """A repair that is off: why, and the proofs that can fail for it."""

    name: str
    proofs: tuple[str, ...]
    why: str
