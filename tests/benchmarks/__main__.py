"""Times whole proven builds beside their peers: `python -m tests.benchmarks [single|preview|batch|long|growth|profile|lasting|session ...]`.

The peers make DOCX and PDF of the same text, without tags, live numbers, real footnotes or any proof; their data come
ready from JSON, and LibreOffice has its profile. Ours and theirs are timed one after the other in the same run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from publisher.system import cores
from tests.benchmarks import annexes, batches, growth, long, previewing, profiling, session, singles
from tests.benchmarks.measuring import versions

PARTS = ("single", "preview", "batch", "long", "growth", "profile")
SESSION = Path(__file__).parents[3] / "shared/corpus/unxml/general-assembly-80.tar.xz"  # beside the project, not in it


def main() -> None:
    """Print the tables asked for, all where none is."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    asked.add_argument("parts", nargs="*", default=PARTS, metavar="|".join((*PARTS, "lasting", "session")))
    asked.add_argument("--folder", type=Path, default=annexes.SEED, help="the single document")
    asked.add_argument("--runs", type=int, default=5, help="rounds of the single document")
    asked.add_argument("--rounds", type=int, default=3, help="rounds of the batch and of the long document")
    asked.add_argument("--count", type=int, default=200, help="annexes in the batch")
    asked.add_argument("--source", type=Path, default=SESSION, help="records of a session: a folder, or a .tar.xz")
    asked.add_argument("--works", type=int, default=0, help="so many resolutions of the session; 0: all")
    asked.add_argument("--rebuilds", type=int, default=500, help="savings of the preview that lasts")
    given = asked.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or every process compiles the program anew
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        for part in given.parts:
            (here / part).mkdir()
            match part:
                case "single":
                    print(singles.measure(here / part, given.folder, given.runs), flush=True)
                case "preview":
                    print(previewing.measure(here / part, given.folder, given.runs), flush=True)
                case "batch":
                    print(batches.measure(here / part, given.count, given.rounds), flush=True)
                case "long":
                    print(long.measure(here / part, given.rounds), flush=True)
                case "growth":
                    print(growth.measure(here / part), flush=True)
                case "profile":
                    print(profiling.measure(here / part), flush=True)
                case "lasting":
                    print(previewing.lasting(here / part, given.folder, given.rebuilds), flush=True)
                case "session":
                    print(session.measure(here / part, given.source, given.works), flush=True)
                case _:
                    asked.error(f"no such part: {part}")
    said = f"Medians of {given.runs} rounds (single), {given.rounds} (batch, long) on {cores()} cores"
    print(f"{said}; {versions('pypandoc_binary', 'typst')}")


if __name__ == "__main__":
    main()
