"""Asks another's validator whether a PDF is PDF/A-3a and PDF/UA-1.

As it declares itself to be.
"""

from __future__ import annotations

from collections.abc import Collection

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition

STANDARDS = {"3a": "PDF/A-3a (ISO 19005-3)", "ua1": "PDF/UA-1 (ISO 14289-1)"}
# Rules on which the validator errs where veraPDF, the reference, finds nothing: the length of a stream whose last byte
# is a carriage return, and metadata that is stored compressed.
KNOWN_FALSE = ("STREAM-LENGTH-001", "METADATA-FILTER-001")


def verify_standards(data: bytes, name: str, standards: Collection[str] = tuple(STANDARDS)) -> tuple[Diagnostic, ...]:
    """One finding for each rule of the `standards` a PDF breaks.

    Standards are 3a and ua1; the PDF is `data`, called `name`.
    """
    import page

    findings = []
    for profile in standards:
        standard = STANDARDS[profile]
        try:
            failures = page.validate_pdf_bytes(data, profile=profile).failures
        except (page.PageError, page.ParseError, page.SafetyLimitError) as error:
            findings.append(finding("OUT078", f"{standard} cannot be examined: {error}", PagePosition(name)))
            continue
        broken = {one.rule_id: one.message for one in failures if not one.rule_id.endswith(KNOWN_FALSE)}
        for rule, message in sorted(broken.items()):
            findings.append(finding("OUT078", f"{standard}, {rule}: {message}", PagePosition(name), span=rule))
    return tuple(findings)
