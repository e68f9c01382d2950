"""Builds every case in every language and prints exit code and findings: `python -m tests.found [NAME …]`."""

from __future__ import annotations

import sys

from tests.found.cases import folders, outcome


def main() -> None:
    """Print one line a case and language, tabs between case, language, exit code and codes of the findings."""
    asked = sys.argv[1:]
    for folder in folders():
        if not asked or any(name in folder.name for name in asked):
            for language, code, findings in outcome(folder):
                print(f"{folder.name}\t{language}\t{code}\t{findings}", flush=True)


main()
