"""Which paragraphs are headings, and of what rank.

By style, by outline, by look.
"""

from __future__ import annotations

import re

from publisher.openxml.content import Paragraph, Run

# Styles of the headings in the files of New York, Geneva (…G), UNFCCC (Reg…, Anno…), our own, and Word's own.
_RANKS = (
    (re.compile(r"(?:title_?)?(?:reg|anno)?h_?m_?g?|xlarge.*|documenttitle|title", re.IGNORECASE), 1),
    (re.compile(r"(?:title_?)?(?:reg|anno)?h_?ch_?g?", re.IGNORECASE), 1),
    (re.compile(r"(?:title_?)?(?:reg|anno)?h_?1_?g?", re.IGNORECASE), 2),
    (re.compile(r"(?:title_?)?(?:reg|anno)?h_?2(?:_?3)?_?g?", re.IGNORECASE), 3),
    (re.compile(r"(?:reg|anno)?h_?4_?g?", re.IGNORECASE), 4),
    (re.compile(r"(?:reg|anno)?h_?5(?:_?6)?_?g?", re.IGNORECASE), 5),
)
_WORDS_OWN = re.compile(r"heading_?([1-9])", re.IGNORECASE)
_NEVER = ("caption", "quote", "intensequote")  # Word sets them bold, or a user does
_LONGEST = 250  # characters of a heading that is one by its look alone


def rank_of(paragraph: Paragraph) -> int:
    """The rank of a heading, 1 for a chapter to 5; 0 for what is none."""
    return styled_rank(paragraph) or _by_look(paragraph)


def styled_rank(paragraph: Paragraph) -> int:
    """The rank that the style of a paragraph gives it.

    0 where its style is none of a heading.
    """
    for pattern, rank in _RANKS:
        if pattern.fullmatch(paragraph.style):
            return rank
    if found := _WORDS_OWN.fullmatch(paragraph.style):
        return min(int(found[1]), 5)
    return 0


def _by_look(paragraph: Paragraph) -> int:
    """What stands on its own, all bold, is a heading; its size says of what rank."""
    runs = [piece for piece in paragraph.pieces if isinstance(piece, Run) and piece.text.strip()]
    text = paragraph.text.strip()
    if paragraph.style.lower() in _NEVER or not runs or len(text) > _LONGEST or not all(run.look.bold for run in runs):
        return 0
    size = max(run.look.size for run in runs)
    return 1 if size >= 28 else 2 if size >= 24 else 3
