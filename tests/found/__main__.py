"""Builds or corrects every case and prints exit code and findings: `python -m tests.found [NAME …]`."""

from __future__ import annotations

import sys

from tests.found.cases import folders, outcomes


def main() -> None:
    """Print one line a case and step, tabs between case, step, exit code and codes of the findings or the refusal."""
    asked = sys.argv[1:]
    for folder in folders():
        if not asked or any(name in folder.name for name in asked):
            for step, code, findings in outcomes(folder):
                print(f"{folder.name}\t{step}\t{code}\t{findings}", flush=True)


main()
