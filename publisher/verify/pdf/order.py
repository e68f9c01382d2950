"""Whether what is read from left to right stands so on a page of a right-to-left language.

Figures with their signs, telephone numbers, ranges, symbols, addresses, Latin words: the text alone does not tell, for
several orders of reading can look the same (`direction`), so each is looked for on its line as it must be drawn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidi import get_display

from publisher.catalogue import finding
from publisher.model.characters import CALL_CLOSE, CALL_OPEN, compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.expected import Story
from publisher.verify.pdf.direction import ARABIC_LETTER_MARK, held_thousands, of_same_signs, signs
from publisher.verify.pdf.reading import Piece, unmirrored
from publisher.verify.pdf.story import Located
from publisher.verify.pdf.telling import Telling

_SAME_LINE = 0.6  # of the size of the letters: raised signs stand on the line of their word
_APART = 2.0  # of the size: what stands further apart is not one text, as an entry and its page
_MARKS = re.compile(f"{CALL_OPEN}[^{CALL_CLOSE}]*{CALL_CLOSE}")
_TYPED_MARKS = re.compile(r"(?<=[).])(?=\[\d+\])")  # “(A/80/1).[1]” in a concordance
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
_CONTROLS = re.compile("[\u00ad\u061c\u200b-\u200f\u2060]")
_LEFTWARD = re.compile("[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\n]+")
# From the first letter, figure or sign of a figure to the last letter or figure.
_CORE = re.compile(r"(?:(?<![^\s(«])[+\-−](?=\d))?[^\W_](?:.*[^\W_])?")
_EXPLAINED = re.compile(r"^\d[\d.,/:]* ?\((?=.*[^\W\d_])")  # the figure stands at the right of the words in brackets
_JOINED = re.compile(r"[^\W_][\W_]|[+\-−]\d")  # what has an order: one word or plain figure has none
# Figures that are one and read as typed: signed, in groups as of a telephone, in long groups as days and book numbers.
_ONE_FIGURE = re.compile(r"(?<![^\s(«])[+\-−]\d|\d \d|\d{3,}-\d+-|\d-\d{3,}-|\d-\d+-\d{3}")


@dataclass(frozen=True, slots=True)
class Turned:
    """Words of a line, what they read as they are drawn, where."""

    words: str
    told: str
    page: int


@dataclass(frozen=True, slots=True)
class Order:
    """What is drawn in another order than it is read in.

    By the index of a line, and by the place of a footnote among those of the file.
    """

    lines: Mapping[int, Sequence[Turned]]
    notes: Mapping[int, Sequence[Turned]]

    def findings(self, name: str) -> list[Diagnostic]:
        """A finding for each of them, on its page of the file `name`."""
        return [
            finding("OUT055", f"“{one.words}” is drawn so that it reads “{one.told}”", PagePosition(name, one.page),
                    span=one.words)
            for ones in (*self.lines.values(), *self.notes.values()) for one in ones
        ]  # fmt: skip


def order_of(located: Located, told: Telling, story: Story, right_to_left: bool) -> Order:
    """The order of figures, symbols and Latin words in lines that are told exactly, and in notes.

    Nothing in a document that does not run `right_to_left`.
    """
    if not right_to_left:
        return Order({}, {})
    calls = {id(piece) for call in told.calls for piece in call.pieces}
    wrong = {difference.line for difference in located.matching.differences}
    lines = {
        index: tuple(turned(line.pieces or line.text, located.pieces(index), calls, foreign=line.language is not None))
        for index, line in enumerate(located.lines)
        if index not in wrong
    }
    bodies = [note.body for note in told.notes]
    said = of_same_signs((body.drawn for body in bodies), story.notes, lambda text: signs(compared(unmarked(text))))
    notes = {
        place: tuple(turned(note.pieces or note.text, body.pieces))
        for place, (body, note) in enumerate(zip(bodies, said, strict=True))
        if note is not None
    }
    return Order(*({place: ones for place, ones in found.items() if ones} for found in (lines, notes)))


def as_drawn(text: str, order: Sequence[Turned]) -> str:
    """`text` with what is turned round in it as it is drawn."""
    for one in order:
        text = _plain(text).replace(one.words, one.told)
    return text


def turned(
    text: str, pieces: Sequence[Piece], calls: Collection[int] = (), *, foreign: bool = False
) -> Iterator[Turned]:
    """What of `text` is not drawn by `pieces` in the order it is read; those of `calls` are marks of notes.

    Rows of figures in a `foreign` text run as its language does.
    """
    wanted = [words for words in _read(text) if _JOINED.search(words) and (_as_typed(words) or not foreign)]
    if not wanted or not all(piece.upright for piece in pieces):
        return
    either_way = _LEFTWARD.fullmatch(text) is not None
    rows = _Rows([piece for piece in pieces if id(piece) not in calls], either_way, "\n" in text)
    for words in dict.fromkeys(wanted):
        if rows.count(_drawn(words), not _as_typed(words)) < wanted.count(words):
            told = next((_told(words, way) for way in _ways(words) if rows.count(_bare(way), way != words)), "…")
            yield Turned(words, told, pieces[0].page if pieces else 0)


def _read(text: str) -> Iterator[str]:
    """What `text` has between right-to-left words, neutral signs at the ends left out."""
    plain = _TYPED_MARKS.sub("\n", _plain(_MARKS.sub("\n", text)))
    for run in _LEFTWARD.finditer(plain):
        core = _CORE.search(plain, *run.span())
        if core is not None:
            words = _EXPLAINED.sub("", core[0], count=1)
            yield words + _closing(words, plain[core.end() : run.end()])


def _plain(text: str) -> str:
    return _CONTROLS.sub("", text).translate(_SPACES)


def _closing(core: str, rest: str) -> str:
    """The sign after a core that belongs to it: a bracket opened in it, an address's last stroke, a per cent."""
    closes = rest.startswith(")") and core.count("(") > core.count(")")
    stroke = rest.startswith("/") and "://" in core
    per_cent = rest.startswith("%") and not _as_typed(core)
    return rest[:1] if closes or stroke or per_cent else ""


def _as_typed(words: str) -> bool:
    """Whether `words` read from left to right as a whole: no row of figures, each read by itself."""
    held = held_thousands(words)
    return any(sign.isalpha() for sign in words) or _ONE_FIGURE.search(held) is not None


def _drawn(words: str) -> str:
    """`words` as they stand from left to right: figures each by itself follow one another from the right."""
    return _bare(words if _as_typed(words) else _turned(words))


def _told(words: str, way: str) -> str:
    """What a reader takes `words` for that stand so from left to right."""
    return way if _as_typed(words) else _turned(way)


def _ways(words: str) -> Iterator[str]:
    """The orders that `words` may have been drawn in by mistake."""
    yield from (words, _turned(words), get_display(held_thousands(words), base_dir="R"))


def _turned(words: str) -> str:
    """`words` as the bidirectional algorithm draws them after Arabic letters."""
    drawn: str = get_display(ARABIC_LETTER_MARK + held_thousands(words), base_dir="R")
    return drawn.removesuffix(ARABIC_LETTER_MARK)


def _bare(text: str) -> str:
    return unmirrored(compared(text))


class _Rows:
    """What each line of the page shows from left to right.

    Without right-to-left words the lines of a text may follow one another either way; in one that a redline has
    changed, what is struck stands beside what is added.
    """

    def __init__(self, pieces: Sequence[Piece], either_way: bool, changed: bool) -> None:
        rows: list[list[Piece]] = []
        for piece in pieces:
            first = rows[-1][0] if rows else None
            if first is None or piece.page != first.page or abs(piece.y - first.y) > _SAME_LINE * first.size:
                rows.append([])
            rows[-1].append(piece)
        self.rows = [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]
        self.either_way, self.changed = either_way, changed

    def count(self, shown: str, from_right: bool) -> int:
        """How often `shown` stands on one line, or is parted by its end; whether it is read `from_right` to left."""
        begins, ends = ("", "") if self.changed else ("(?<![0-9A-Za-z])", "(?![0-9A-Za-z])")
        whole = re.compile(begins + re.escape(shown) + ends)
        once = sum(len(whole.findall(row)) for row in self.rows)
        parted = self._parted_from_right if from_right else self._parted
        return once + sum(parted(shown, place) for place in range(len(self.rows) - 1))

    def _parted(self, shown: str, place: int) -> bool:
        """Whether the head of `shown` ends the line at `place`, at its left, and the rest begins the next."""
        row = self.rows[place]
        heads = (shown[:at] for at in range(1, len(shown)))
        return any(
            (row.startswith(head) or (self.either_way and row.endswith(head)))
            and self._goes_on(shown[len(head) :], place + 1)
            for head in heads
        )

    def _parted_from_right(self, shown: str, place: int) -> bool:
        """The same of figures each by itself: those at the right of `shown` end the line."""
        row, after = self.rows[place : place + 2]
        return any(row.startswith(shown[at:]) and after.endswith(shown[:at]) for at in range(1, len(shown)))

    def _goes_on(self, shown: str, place: int) -> bool:
        """Whether the lines from `place` on go on with `shown`."""
        row = self.rows[place]
        if row.endswith(shown) or (self.either_way and row.startswith(shown)):
            return True
        more = shown.startswith(row) and place + 1 < len(self.rows)
        return more and self._goes_on(shown[len(row) :], place + 1)


def _row(pieces: Sequence[Piece]) -> str:
    said = [_bare(pieces[0].drawn)]
    for before, piece in pairwise(pieces):
        if piece.left - before.right > _APART * piece.size:
            said.append("\t")
        said.append(_bare(piece.drawn))
    return "".join(said)
