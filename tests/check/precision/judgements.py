"""What was judged of a finding: true, false or an artefact, and why, kept in a small table so that a second run shows what is new."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "judgements.tsv"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding on real text: where, what, and the sentence it is on."""

    work: str
    language: str
    code: str
    severity: str
    span: str
    message: str
    sentence: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What a judgement is kept under."""
        return (self.work, self.language, self.code, " ".join((self.span or self.message).split())[:80])


Verdict = tuple[str, str]  # true, false or artefact (of bringing the text in), and why
Judgements = dict[tuple[str, str, str, str], Verdict]


def kept() -> Judgements:
    """The judgements made so far."""
    if not FILE.exists():
        return {}
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["work"], row["language"], row["code"], row["span"]): (row["verdict"], row["why"]) for row in rows}


def keep(judgements: Judgements, added: Iterable[tuple[Finding, Verdict]]) -> None:
    """Write the table anew, in order, with what was added."""
    every = {**judgements, **{finding.key: verdict for finding, verdict in added}}
    lines = ["work\tlanguage\tcode\tspan\tverdict\twhy"]
    lines += ["\t".join((*key, *verdict)) for key, verdict in sorted(every.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
