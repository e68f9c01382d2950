"""The job number is not of the form the duty station prints.

Nor are its date codes.

Why: the bar code is made of the number; a wrong one sends the file to another job.
Authority: first-page dockets of UNON, UNOG and New York documents (M13): K2510492, GE.25-12345, 25-12345;
the year first; one date code for the original, two for a translation, the second not before the first.
Bad: `job: {number: K25-10492}`
Good: `job: {number: K2510492}`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_YEAR = re.compile(r"(\d{2})-?\d{5}$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """A job number of another form, and date codes that go backwards."""
    job = evidence.record.job
    if job is None:
        return
    at, form = job.at or evidence.record_file, evidence.written.profile.job
    if not re.fullmatch(form.form, job.number):
        yield Fault(
            f"“{job.number}” is no job number of {evidence.written.profile.name}",
            evidence.sources.word(at, "number", job.number), job.number, f"as in {form.example}",
        )  # fmt: skip
    elif (year := _YEAR.search(job.number)) and abs(int(year[1]) - evidence.record.date.year % 100) > 1:
        yield Fault(
            f"“{job.number}” is of 20{year[1]}, the document of {evidence.record.date.year}",
            evidence.sources.word(at, "number", job.number), job.number,
            "the year stands first in a job number: put the number or the date right",
        )  # fmt: skip
    dates = job.dates.get(evidence.language, [])
    if dates != sorted(dates):
        yield Fault(
            f"the date codes of “{evidence.language}” go backwards: {', '.join(map(str, dates))}",
            evidence.sources.key(at, evidence.language), str(dates[0]),
            "the date of issue first, that of translation second",
        )  # fmt: skip
