"""Holds the files that a PDF carries against what it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document
from publisher.model.symbol import AKN_ENDING
from publisher.typed import Typed
from publisher.verify.akn import verify_akn
from publisher.verify.pdf.reading import PdfFile


def carried_findings(
    file: PdfFile, given: Mapping[str, bytes] | None, document: Document, name: str, typed: Typed | None
) -> Iterator[Diagnostic]:
    """Files that are not carried as they were `given`, and what an AKN4UN file among them says otherwise."""
    place = PagePosition(name)
    carried = dict(file.pdf.attachments.items())
    if not carried:
        yield finding("OUT073", "no source data is attached to the file", place)
        return
    content = {found: spec.get_file().read_bytes() for found, spec in carried.items()}
    for other in sorted(given.keys() | content.keys() if given is not None else ()):
        if given is not None and content.get(other) != given.get(other):
            how = "is attached, but not as it was given" if other in given else "is attached, and nobody gave it"
            yield finding("OUT073", f"“{other}” {how if other in content else 'is not attached'}", place, span=other)
    for whole in (found for found in carried if found.endswith(AKN_ENDING)):
        if carried[whole].obj.get("/AFRelationship") != "/Alternative":
            message = f"“{whole}” is not said to be the document in another form (Alternative)"
            yield finding("OUT073", message, place, span=whole)
        yield from verify_akn(content[whole], document, f"{name}, {whole}", typed)
