"""Says where the time of a batch goes: the profile of short annexes in one warm process, by what did the work."""

from __future__ import annotations

import cProfile
import pstats
from collections import Counter
from pathlib import Path

from publisher.batch import Job
from publisher.batch.work import Task, run_job
from tests.benchmarks import annexes
from tests.benchmarks.measuring import table

WARM, COUNT = 4, 20
# By the beginning of what follows “site-packages/” or the checkout, the longest first; built-in functions by name.
DOING = {
    "weasyprint/layout": "WeasyPrint: layout",
    "weasyprint/formatting_structure": "WeasyPrint: boxes",
    "weasyprint/css": "WeasyPrint: styles",
    "publisher/render/pdf/engine/plain_styles": "WeasyPrint: styles",
    "cssselect2": "WeasyPrint: styles",
    "weasyprint/text": "WeasyPrint: setting lines, with Pango",
    "publisher/render/pdf/engine/lines_once": "WeasyPrint: setting lines, with Pango",
    "weasyprint/draw": "WeasyPrint: painting",
    "weasyprint/stacking": "WeasyPrint: painting",
    "weasyprint/pdf": "WeasyPrint: painting",
    "pydyf": "writing the file: pydyf, zlib",
    "zlib": "writing the file: pydyf, zlib",
    "publisher/render/pdf": "our part of the PDF: tags, fonts, overflow",
    "validate_pdf_bytes": "validator of PDF/A and PDF/UA",
    "publisher/verify/pdf": "reading the PDF back",
    "pikepdf": "reading the PDF back",
    "publisher/verify": "reading the Word file back",
    "publisher/render/docx": "writing Word",
    "docx": "writing Word",
    "publisher/check": "checks",
}


def measure(here: Path) -> str:
    """The table of shares; the profiler itself makes Python slower than what libraries do in C."""
    folders = annexes.batch(here, WARM + COUNT)
    jobs = [Job(folder, "zh", ("docx", "pdf"), "draft", annexes.TODAY, folder / "out") for folder in folders]
    for job in jobs[:WARM]:
        run_job(Task(job))
    profile = cProfile.Profile()
    profile.enable()
    for job in jobs[WARM:]:
        assert len(run_job(Task(job)).built.files) == 2
    profile.disable()
    spent: Counter[str] = Counter()
    for (file, _, function), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[_doing(file, function)] += own
    total = sum(spent.values())
    rows = [[name, f"{own / COUNT * 1000:.0f} ms", f"{own / total:.0%}"] for name, own in spent.most_common()]
    return table([f"an annex under the profiler, {COUNT} of them", "own time", "share"], rows)


def _doing(file: str, function: str) -> str:
    """What a function works at; shared means of Python are nobody's."""
    path = file.partition("site-packages/")[2] or file.removeprefix(f"{annexes.ROOT}/")
    for beginning in sorted(DOING, key=len, reverse=True):
        if path.startswith(beginning) or (file == "~" and beginning in function):
            return DOING[beginning]
    return "all else: Python’s own functions, XML, reading, resolving"
