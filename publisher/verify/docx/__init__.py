"""Reads a finished DOCX back and holds it against the document.

Numbers and notes resolved as Word does.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document, Table
from publisher.openxml.admission import Refused
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.typed import Typed
from publisher.verify.addresses import address_findings
from publisher.verify.docx.accessible import accessibility_findings
from publisher.verify.docx.printed import printed
from publisher.verify.docx.setup import furniture_findings, masthead_findings, setup_findings
from publisher.verify.docx.story import field_findings, locate, note_findings, story_findings
from publisher.verify.expected import expected

# What reading comes upon in a file whose XML is well formed but no WordprocessingML: attributes missing, numbers that
# are none.
DAMAGE = (Refused, ValueError, KeyError, AttributeError, TypeError)


def verify_docx(
    data: bytes,
    resolved: Document,
    name: str,
    pages: Mapping[str, int] | None = None,
    *,
    tracked: bool = False,
    typed: Typed | None = None,
) -> tuple[Diagnostic, ...]:
    """Every way in which the DOCX `data` departs from `resolved`.

    It is called `name`. `pages` gives the page of the PDF each block begins on, for page numbers stored in the file;
    `tracked` allows tracked changes, and the file is read as if all were accepted. `typed` is what the author's files
    say.
    """
    place = PagePosition(name)
    try:
        return _findings(Package(data), resolved, place, pages, tracked, typed)
    except DAMAGE as error:
        return (finding("OUT001", f"the DOCX cannot be read: {error}", place),)


def _findings(
    package: Package,
    resolved: Document,
    place: PagePosition,
    pages: Mapping[str, int] | None,
    tracked: bool,
    typed: Typed | None,
) -> tuple[Diagnostic, ...]:
    story, told = expected(resolved), read_docx(package)
    located, before = locate(story, told)
    return (
        *masthead_findings(story, before, package, resolved, place),
        *story_findings(located, place),
        *note_findings(story, told, place),
        *address_findings(story.links, told.addresses, place),
        *field_findings(story, located, told, pages, place, tracked),
        *furniture_findings(package, resolved, place),
        *setup_findings(package, told, resolved, place, tracked),
        *(
            () if tracked else accessibility_findings(package, place, _headless(resolved))
        ),  # a redline is a working paper
        *(typed.losses(printed(package, told), place.file) if typed is not None else ()),
    )


def verify_accessibility(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """What keeps people from using the DOCX `data`, whoever made it (EN 301 549)."""
    place = PagePosition(name)
    try:
        return tuple(accessibility_findings(Package(data), place))
    except DAMAGE as error:
        return (finding("OUT001", f"the DOCX cannot be read: {error}", place),)


def _headless(resolved: Document) -> int:
    """How many tables of `resolved` have no head that could be marked."""
    blocks = (block for division in resolved.divisions for block in division.blocks)
    return sum(isinstance(block, Table) and not block.head for block in blocks)


def verify_redline(data: bytes, before: Document, after: Document, name: str) -> tuple[Diagnostic, ...]:
    """Every way in which the redline `data` fails.

    It tells `after` accepted and `before` rejected.
    """
    place = PagePosition(name)
    try:
        package = Package(data)
        views = [(after, read_docx(package, "accepted")), (before, read_docx(package, "rejected"))]
    except DAMAGE as error:
        return (finding("OUT001", f"the DOCX cannot be read: {error}", place),)
    found: list[Diagnostic] = []
    for document, told in views:
        story = expected(document)
        located, _ = locate(story, told)
        found += [*story_findings(located, place), *note_findings(story, told, place)]
    return tuple(found)
