"""Findings known before: listed in a baseline, and not told again."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.model.diagnostic import Diagnostic

Baseline = frozenset[str]


def fingerprint(diagnostic: Diagnostic) -> str:
    """What stays of a finding when lines move: file, code, words, message."""
    file = diagnostic.at.file.rpartition("/")[2] if diagnostic.at else ""
    return "\t".join(
        (file, diagnostic.code, *(" ".join(text.split()) for text in (diagnostic.span, diagnostic.message)))
    )


def baseline_of(diagnostics: Iterable[Diagnostic]) -> str:
    """The text of a baseline that takes these findings as known.

    A line each.
    """
    return "".join(f"{line}\n" for line in sorted({fingerprint(diagnostic) for diagnostic in diagnostics}))


def read_baseline(text: str) -> Baseline:
    """The baseline that `text` holds; lines that begin with # are comments."""
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
