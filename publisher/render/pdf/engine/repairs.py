"""All repairs of the engine in order, and which are on.

In this process.
"""

from __future__ import annotations

from functools import lru_cache

from publisher.failures import MissingDependency
from publisher.render.pdf.engine.chinese_lines import CHINESE_LINES
from publisher.render.pdf.engine.face_folder import FACE_FOLDER
from publisher.render.pdf.engine.full_lines import FULL_LINES
from publisher.render.pdf.engine.glyphs_once import GLYPHS_ONCE
from publisher.render.pdf.engine.identifier import IDENTIFIER
from publisher.render.pdf.engine.large_faces import LARGE_FACES
from publisher.render.pdf.engine.lines_once import LINES_ONCE
from publisher.render.pdf.engine.note_links import NOTE_LINKS
from publisher.render.pdf.engine.notes_with_calls import NOTES_WITH_CALLS
from publisher.render.pdf.engine.overflow import OVERFLOW
from publisher.render.pdf.engine.packing import PACKING
from publisher.render.pdf.engine.page_styles import PAGE_STYLES
from publisher.render.pdf.engine.parsed_tree import PARSED_TREE
from publisher.render.pdf.engine.plain_lengths import PLAIN_LENGTHS
from publisher.render.pdf.engine.plain_styles import PLAIN_STYLES
from publisher.render.pdf.engine.repair import Missing
from publisher.render.pdf.engine.shared_clusters import SHARED_CLUSTERS
from publisher.render.pdf.engine.tag_tree import TAG_TREE

SERIES, VERSION = "70.", "70.0"  # versions that are used at all, and the one all repairs were tried with
REPAIRS = (
    TAG_TREE,
    NOTE_LINKS,
    NOTES_WITH_CALLS,
    SHARED_CLUSTERS,
    GLYPHS_ONCE,
    FULL_LINES,
    OVERFLOW,
    FACE_FOLDER,
    LARGE_FACES,
    PLAIN_STYLES,
    PLAIN_LENGTHS,
    PAGE_STYLES,
    LINES_ONCE,
    CHINESE_LINES,
    PARSED_TREE,
    PACKING,
    IDENTIFIER,
)


class OtherEngine(MissingDependency):
    """The installed WeasyPrint is of another series than written for."""


@lru_cache(maxsize=1)
def applied() -> frozenset[str]:
    """The names of the repairs that are on, each put in place once.

    OtherEngine with WeasyPrint 69 or 71.
    """
    if not installed().startswith(SERIES):
        raise OtherEngine(f"WeasyPrint {installed()} is installed, {SERIES}x is needed")
    fitting = [repair for repair in REPAIRS if repair.fits()]
    for repair in fitting:
        repair.apply()
    return frozenset(repair.name for repair in fitting)


def missing() -> tuple[Missing, ...]:
    """The repairs that are off, in their order, with the reason."""
    why = f"the text of WeasyPrint {installed()} is not the one it was written for"
    return tuple(Missing(repair.name, repair.proofs, why) for repair in REPAIRS if repair.name not in applied())


def installed() -> str:
    """The version of the WeasyPrint that is loaded."""
    import weasyprint

    return str(weasyprint.__version__)
