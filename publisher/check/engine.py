"""Run every rule over one document and weigh what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.catalogue import CATALOGUE, finding
from publisher.catalogue.known import Baseline
from publisher.check.evidence import Evidence
from publisher.check.places import Sources
from publisher.check.rules import RULES
from publisher.check.weighing import Mode, Weighed, weigh
from publisher.check.words import load_words
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.document import Document as Written
from publisher.model.reference import Reference
from publisher.model.resolved import Document as Resolved
from publisher.model.workspace import shipped

if TYPE_CHECKING:
    from publisher.language import Vocabulary


def check(
    written: Written, resolved: Resolved, reference: Reference, vocabulary: Vocabulary, mode: Mode = "draft",
    earlier: Iterable[Diagnostic] = (), sources: Mapping[str, str] | None = None, baseline: Baseline = frozenset(),
    words: Path | None = None, whole: bool = True, remarks: bool = False,
) -> tuple[Diagnostic, ...]:  # fmt: skip
    """The findings that stand, by place.

    Those of the rules and the `earlier` ones of other stages. `sources` are the texts of the author's files by name;
    `words` is the folder of the editors' words, the shipped one by default. Waivers of the record are applied to all
    findings alike; of a part, that is, what is not the `whole` document, they may cover what stands elsewhere.
    Remarks are told where asked for.
    """
    return weighed(
        written, resolved, reference, vocabulary, mode, earlier, sources, baseline, words, whole, remarks
    ).standing


def weighed(
    written: Written, resolved: Resolved, reference: Reference, vocabulary: Vocabulary, mode: Mode = "draft",
    earlier: Iterable[Diagnostic] = (), sources: Mapping[str, str] | None = None, baseline: Baseline = frozenset(),
    words: Path | None = None, whole: bool = True, remarks: bool = False,
) -> Weighed:  # fmt: skip
    """The findings of `check`, with those waived or known beside them."""
    texts = Sources(sources or {})
    lists = load_words(words or shipped("reference") / "words", written.language, written.terms)
    evidence = Evidence(written, resolved, reference, vocabulary, lists, texts)
    found = (*earlier, *_run(evidence, remarks))
    return weigh(found, written.record.waivers, written.language, mode, texts, baseline, whole, remarks)


def _run(evidence: Evidence, remarks: bool) -> Iterator[Diagnostic]:
    for code, rule in RULES.items():
        if rule.speaks_of(evidence.written.kind) and (remarks or CATALOGUE[code].severity is not Severity.REMARK):
            for fault in rule.find(evidence):
                yield finding(code, fault.message, fault.at, span=fault.span, hint=fault.hint, instead=fault.instead)
