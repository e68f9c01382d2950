"""Holds the drawn lines against the page.

Text area, overlaps, line breaks, symbols, notes, headings at the foot.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from publisher.catalogue import finding
from publisher.model.characters import compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.layout import Layout
from publisher.model.resolved import Block as ResolvedBlock
from publisher.model.resolved import Document, Figure, Table
from publisher.model.symbol import LONG_SYMBOL, STROKES
from publisher.verify.pdf.reading import Piece, Sheet
from publisher.verify.pdf.story import Located
from publisher.verify.pdf.telling import Block, Telling
from publisher.verify.wording import named, shortened

# Signs that may not begin or end a line (GB/T 15834-2011, 5.1; JIS X 4051; the same signs are wrong in any language).
NO_BEGIN = frozenset("、，。．；：？！）〕］｝】》〉」』”’…‰％·～,.;:?!)]}%»،؛؟")
NO_END = frozenset("（〔［｛【《〈「『“‘([{«")
EITHER_WAY = frozenset("“”‘’")  # Arabic opens a quotation with ” as with “
_SLACK = 1.0  # points a glyph may reach over the edge: rounding, and the side bearings of italic letters
_SAME_LINE = 0.6  # of the type size: marks above the line stand on it all the same
_DESCENT, _ASCENT = 0.25, 0.75  # of the type size, below and above the base line


def area_findings(
    told: Telling, located: Located, sheets: Sequence[Sheet], profile: Layout, name: str
) -> list[Diagnostic]:
    """Each line drawn outside its page's text area.

    Page one's own head and foot may use its margins.
    """
    masthead = {
        block for index, line in enumerate(located.lines) if line.kind == "masthead"
        for block in located.matching.blocks[index]
    }  # fmt: skip
    blocks = [(block, number in masthead) for number, block in enumerate(located.blocks)]
    blocks += [(note.body, False) for note in told.notes] + [(block, True) for block in located.foot]
    findings = []
    for block, free in blocks:
        for piece in block.pieces:
            sheet = sheets[piece.page - 1]
            top = sheet.height if free or piece.page == 1 else sheet.height - profile.sheet.top
            bottom = 0.0 if free else profile.sheet.foot(sheet.wide)
            left, right = profile.sheet.left, sheet.width - profile.sheet.right
            if not piece.upright:
                left, right, bottom, top = 0.0, sheet.width, 0.0, sheet.height
            outside = _outside(piece, left, right, bottom, top)
            if outside:
                message = f"“{shortened(piece.text, 30)}” is drawn {outside} of page {piece.page}"
                findings.append(finding("OUT030", message, PagePosition(name, piece.page), span=shortened(piece.text)))
                break
    return findings


def _outside(piece: Piece, left: float, right: float, bottom: float, top: float) -> str:
    if not piece.text.strip():
        return ""
    if piece.left < left - _SLACK:
        return "over the left edge"
    if piece.right - _trailing(piece) > right + _SLACK:
        return "over the right edge"
    if piece.y - piece.size * _DESCENT < bottom - _SLACK:
        return "below the foot"
    if piece.y > top + _SLACK:
        return "above the head"
    return ""


def _trailing(piece: Piece) -> float:
    """A space at a line end hangs over the edge unseen."""
    return piece.size * 0.5 if piece.text[-1:].isspace() or piece.text[:1].isspace() else 0.0


def size_findings(sheets: Sequence[Sheet], profile: Layout, name: str) -> list[Diagnostic]:
    """Each page that is not the profile's portrait page, or it turned."""
    findings = []
    for sheet in sheets:
        if all(
            abs(sheet.width - width) > 1 or abs(sheet.height - height) > 1
            for width, height in (
                (profile.sheet.width, profile.sheet.height),
                (profile.sheet.height, profile.sheet.width),
            )
        ):
            wanted = f"{profile.sheet.width} × {profile.sheet.height} pt"
            message = f"the page is {sheet.width:.1f} × {sheet.height:.1f} pt, prescribed {wanted}"
            findings.append(finding("OUT036", message, PagePosition(name, sheet.number)))
    return findings


def drawn_lines(block: Block) -> Iterator[list[Piece]]:
    """The pieces of `block` line by line.

    A raised or lowered mark belongs to the line it stands on.
    """
    line: list[Piece] = []
    for piece in block.pieces:
        if line and (
            piece.page != line[-1].page or abs(piece.y - line[-1].y) > _SAME_LINE * max(piece.size, line[-1].size)
        ):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def line_break_findings(told: Telling, located: Located, name: str) -> list[Diagnostic]:
    """Each line that begins or ends with a sign that may not.

    Or begins with a footnote mark.
    """
    marks = {id(piece) for call in told.calls for piece in call.pieces}
    findings = []
    blocks = [*located.blocks, *(note.body for note in told.notes)]
    # where text from right to left stands in the file, no bracket says on which side it was meant to stand
    turned = any(piece.text != piece.drawn for block in blocks for piece in block.pieces)
    no_begin, no_end = (
        {sign for sign in signs if not turned or not (unicodedata.mirrored(sign) or sign in EITHER_WAY)}
        for signs in (NO_BEGIN, NO_END)
    )
    for block in blocks:
        if len(block.pieces) < 2:
            continue
        lines = [(line, "".join([piece.text for piece in line]).strip()) for line in drawn_lines(block)]
        lines = [(line, text) for line, text in lines if text]
        for number, (line, text) in enumerate(lines):
            place = PagePosition(name, line[0].page)
            # where no figure comes before, “%” is a word: “Change %”
            if number and _firsts(line) <= no_begin and (text[0] != "%" or lines[number - 1][1][-1].isdigit()):
                findings.append(finding("OUT032", f"a line begins with “{text[0]}”: “{shortened(text, 30)}”", place))
            if number + 1 < len(lines) and text[-1] in no_end:
                findings.append(finding("OUT033", f"a line ends with “{text[-1]}”: “…{text[-20:]}”", place))
            if number and id(line[0]) in marks:
                message = f"the footnote mark “{line[0].text}” begins a line: “{shortened(text, 30)}”"
                findings.append(finding("OUT037", message, place))
    return findings


def _firsts(line: list[Piece]) -> set[str]:
    """The sign a line begins with; both that may, where it begins with Latin words, which may be set in either way."""
    first = next(piece for piece in line if piece.text.strip())
    directions = {unicodedata.bidirectional(sign) for sign in first.drawn}
    either = "L" in directions and directions.isdisjoint(("R", "AL"))
    return {first.text.strip()[0], first.drawn.strip()[0]} if either else {first.text.strip()[0]}


def spoken_findings(told: Telling, name: str) -> list[Diagnostic]:
    """Each passage that is read out otherwise than it is drawn."""
    return [
        finding("OUT054", f"what is read out is not what is drawn: “{shortened(said, 30)}”", PagePosition(name, page))
        for page, said in told.misspoken
    ]


def symbol_findings(located: Located, name: str) -> list[Diagnostic]:
    """Each document symbol that is broken over two lines."""
    findings = []
    for index, line in enumerate(located.lines):
        if not line.symbols or not located.matching.blocks[index]:
            continue
        pieces = located.pieces(index)
        texts = [compared(piece.text) for piece in pieces]
        whole, at = "".join(texts), 0
        for symbol in line.symbols:
            wanted = compared(unmarked(symbol))
            start = whole.find(wanted, at)
            if start < 0:
                continue
            at = start + len(wanted)
            under = list(_under(pieces, texts, start, at))
            if not _breaks(under, pieces, texts) <= (STROKES if len(symbol) >= LONG_SYMBOL else frozenset()):
                message = f"“{symbol}” is broken over two lines in {named(line)}"
                findings.append(finding("OUT034", message, PagePosition(name, under[0].page), span=symbol))
    return findings


def _breaks(under: list[Piece], pieces: list[Piece], texts: list[str]) -> frozenset[str]:
    """The signs after which a line ends between the pieces `under` a symbol."""
    of = {id(piece): text for piece, text in zip(pieces, texts, strict=True)}
    return frozenset(
        of[id(before)][-1:]
        for before, piece in pairwise(under)
        if piece.page != before.page or abs(piece.y - before.y) > _SAME_LINE * piece.size
    )


def _under(pieces: list[Piece], texts: list[str], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece, text in zip(pieces, texts, strict=True):
        if text and at < end and at + len(text) > start:
            yield piece
        at += len(text)


def heading_findings(document: Document, located: Located, name: str) -> list[Diagnostic]:
    """Each heading that ends its page, its text on the next.

    Labels too.
    """
    wide = {after.id for part in document.divisions for block, after in pairwise(part.blocks)
            if (isinstance(after, Table) and after.landscape) or _turned(after) - _turned(block)}  # fmt: skip
    pictured = {heading.id for part in document.divisions for heading, after in pairwise(part.blocks)
                if isinstance(after, Figure)}  # fmt: skip
    findings = []
    for index, line in enumerate(located.lines[:-1]):
        after = located.lines[index + 1]
        if (
            line.kind not in ("heading", "label")
            or line.id in pictured
            or after.kind == "label"
            or not located.page(index + 1)
        ):
            continue
        if after.id in wide or after.id.rpartition("-")[0] in wide:  # a wide table has a page to itself
            continue
        pieces = located.pieces(index)
        if pieces and pieces[-1].page != located.page(index + 1):
            findings.append(
                finding("OUT035", f"{named(line)} stands alone at the foot", PagePosition(name, pieces[-1].page))
            )
    return findings


def _turned(block: ResolvedBlock) -> frozenset[str]:
    """The parts on pages across that a block stands in."""
    return frozenset(region.id for region in block.within if region.kind == "landscape")


def note_place_findings(
    told: Telling, located: Located, sheets: Sequence[Sheet], profile: Layout, name: str
) -> list[Diagnostic]:
    """Each footnote that runs off its page, over the body, or into the foot."""
    lowest: dict[int, float] = defaultdict(lambda: 10_000.0)
    for index, line in enumerate(located.lines):
        for piece in located.pieces(index) if line.kind != "job" else ():
            lowest[piece.page] = min(lowest[piece.page], piece.y)
    findings = []
    for note in told.notes:
        pages = {piece.page for piece in note.body.pieces}
        for page in sorted(pages):
            own = [piece for piece in note.body.pieces if piece.page == page]
            top = max(piece.y + _ASCENT * piece.size for piece in own)
            foot = min(piece.y - _DESCENT * piece.size for piece in own)
            place = PagePosition(name, page)
            if foot < profile.sheet.foot(sheets[page - 1].wide) - _SLACK or top > sheets[page - 1].height - _SLACK:
                findings.append(finding("OUT024", f"footnote {note.mark} runs off page {page}", place))
            elif top > lowest[page]:
                findings.append(finding("OUT024", f"footnote {note.mark} stands over the body of page {page}", place))
        if len(pages) > 1:
            message = f"footnote {note.mark} is split over pages {', '.join(map(str, sorted(pages)))}"
            findings.append(finding("OUT023", message, PagePosition(name, min(pages))))
    return findings


def overlap_findings(told: Telling, located: Located, name: str) -> list[Diagnostic]:
    """The first place of each page where texts overlap."""
    by_page: dict[int, list[Piece]] = defaultdict(list)
    for block in [*located.blocks, *located.foot, *(note.body for note in told.notes)]:
        for piece in block.pieces:
            if piece.upright and piece.text.strip():
                by_page[piece.page].append(piece)
    findings = []
    for page, pieces in sorted(by_page.items()):
        pieces.sort(key=lambda piece: -piece.y)
        for number, piece in enumerate(pieces):
            other = _over(piece, pieces, number)
            if other is not None:
                message = f"“{shortened(piece.text, 20)}” and “{shortened(other.text, 20)}” are drawn over each other"
                findings.append(finding("OUT031", message, PagePosition(name, page)))
                break
    return findings


def _over(piece: Piece, pieces: list[Piece], number: int) -> Piece | None:
    for other in pieces[number + 1 :]:
        if piece.y - other.y > 0.5 * min(piece.size, other.size):
            return None
        if min(piece.right, other.right) - max(piece.left, other.left) > 0.6 * min(piece.size, other.size):
            return other
    return None
