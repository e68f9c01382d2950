"""Sets a table so that its words fit.

Shares of the width, size of type, page upright or turned. What the author asked for stands as long as no word breaks
or touches another; then columns take from each other, the table reaches over the column of text to the margins, the
type grows smaller, the page is turned, in this order. A row that is too long for a page in all of them goes on on the
next page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product

from publisher.model.grid import standing
from publisher.model.inline import Inlines, paragraphs, spelled
from publisher.model.layout import Layout
from publisher.model.measures import FIGURE, is_square, slanted_width, width
from publisher.model.reading import SUMMARY
from publisher.model.resolved import Cell, Row, Table, TypeSize

SMALLER: dict[TypeSize, tuple[float, float]] = {"small": (7.0, 6.5), "smaller": (6.0, 6.0)}  # points: cells, heads
PADDING: dict[TypeSize, float] = {"small": 2.0, "smaller": 1.0}  # points at either side of a cell
GAP = 2.0  # points at least between the words of two columns
LARGE_SCRIPTS = 1.125  # Chinese and Arabic are set that much larger
ARABIC_FIGURE = 0.572  # ems of a figure among Arabic words (Noto Naskh Arabic)
BOLD = 1.08
SLACK = 1.02  # of the words of heads, which stand as close as they may
INDENT = (0.0, 11.0, 19.0, 27.0)  # points before the head of a row, by degree
BESIDE_FIGURES = 12.0  # points before words that stand beside figures
LEADING = 1.25
BETWEEN_COLUMNS = 18.0  # points between two columns of text
IN_BOX = 4.0  # points between the rule of a box and the words of a column, or a table that reaches to the margins
IN_NARROW_BOX = (23.75, 15.0)  # points before and after what stands in a box as wide as the text (A/80/604/Add.10, 1)
TEXT = 10.0  # points: key figures in such a box are set as text
HIGHEST = 0.8  # of the height of a page that one row may take
_PIECE = re.compile(r"[^ \n\u200b]+?(?:[-‐–](?=[^\W\d])|(?=[ \n\u200b])|$)")
_ARABIC = re.compile("[\u0600-\u06ff]")
_SQUARE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Setting:
    """One way of setting a table.

    How far it reaches, its type, the width and height there is, in points.
    """

    reach: str
    size: TypeSize
    turned: bool
    width: float
    height: float
    cell: float  # size of type
    head: float
    padding: float
    apart: float  # between letters


@dataclass(frozen=True, slots=True)
class Need:
    """What words of a cell need.

    Columns, width in ems of their longest piece, longest line and all lines together.
    """

    row: int  # of those under the head; −1 in it
    column: int
    columns: int
    piece: float
    whole: float
    text: float
    signs: int  # in the longest piece
    before: float
    lines: int  # that end by themselves

    @property
    def head(self) -> bool:
        """Whether it is a head."""
        return self.row < 0


def fitted(table: Table, profile: Layout, hold: Callable[[str], str]) -> Table:
    """`table` in the first setting in which its words fit.

    `cramped` in the last one where they fit none. `hold` gives a text with its spaces held that no line may end in.
    """
    arabic, square = _is_in(_ARABIC, table), _is_in(_SQUARE, table)
    needs = list(_needs(table, hold, ARABIC_FIGURE if arabic else FIGURE, profile.tables.beside_words))
    settings = list(_settings(table, profile, LARGE_SCRIPTS if arabic or square else 1.0))
    for whole, setting in product((True, False), settings):  # rows whole, then rows over pages
        least = _least(needs, len(table.widths), setting)
        shares = _shares(table.widths, least, needs, setting, whole=whole)
        if shares is not None:
            break
    return replace(
        table, reach=setting.reach, size=setting.size, cramped=shares is None,
        landscape=setting.turned and not table.within,
        widths=shares if shares is not None else tuple(points / sum(least) for points in least),
        rows=table.rows if whole or shares is None else _long_marked(table.rows, needs, shares, setting),
    )  # fmt: skip


def _is_in(script: re.Pattern[str], table: Table) -> bool:
    """Tell by the heads and the first rows whether a table is in a script that is set larger."""
    cells = chain(*table.head, *(row.cells for row in table.rows[:20]))
    return any(script.search(_text(cell.text)) for cell in cells)


def _long_marked(
    rows: tuple[Row, ...], needs: Sequence[Need], shares: Sequence[float], setting: Setting
) -> tuple[Row, ...]:
    """The `rows`, those marked that are too long for a page."""
    points = [share * setting.width for share in shares]
    long = {need.row for need in needs if _is_high(need, points, setting)}
    return tuple(replace(row, long=True) if place in long else row for place, row in enumerate(rows))


def _text(inlines: Inlines) -> str:
    return spelled(inlines, lambda call: call.mark)


def _settings(table: Table, profile: Layout, larger: float) -> Iterator[Setting]:
    """The ways of setting `table`, the one asked for first."""
    sheet, form = profile.sheet, profile.tables
    around = {region.kind: region for region in table.within}
    columns = around["columns"].columns if "columns" in around else 1
    across = "landscape" in around
    narrow = "box" in around and len(around) == 1 and around["box"].id != SUMMARY

    def setting(reach: str, size: TypeSize, turned: bool) -> Setting:
        wide, down = (sheet.height, sheet.width) if turned else (sheet.width, sheet.height)
        room = wide - sheet.left - sheet.right - (2 * sheet.indent if reach == "column" and columns == 1 else 0)
        room = (room - (columns - 1) * BETWEEN_COLUMNS) / columns
        room -= 2 * IN_BOX if "box" in around and (columns > 1 or reach == "full") else 0
        room -= sum(IN_NARROW_BOX) if narrow and reach == "column" else 0
        cell, head = (TEXT, TEXT) if size == "text" else SMALLER.get(size, (form.cell, form.head))
        return Setting(
            reach, size, turned, room, down - sheet.top - sheet.foot(turned), cell * larger, head * larger,
            PADDING.get(size, form.padding), form.apart,
        )  # fmt: skip

    if around:  # the page is as it is; what stands in a box or in columns stays in it
        if narrow and not table.head and all(row.kind == "row" for row in table.rows):
            yield setting("column", "text", across)
        yield setting("column", "", across)
        if len(around) == 1 and (across or "box" in around):
            yield setting("full", "", across)
            yield setting("full", "small", across)
            yield setting("full", "smaller", across)
        else:
            yield setting("column", "small", across)
            yield setting("column", "smaller", across)
        return
    if not table.landscape:
        if form.reach == "column":
            yield setting("column", "", False)
        yield setting("full", "", False)
        yield setting("full", "small", False)
    elif form.reach == "column":
        yield setting("column", "", True)
    yield setting("full", "", True)
    yield setting("full", "small", True)
    yield setting("full", "smaller", True)


def _needs(table: Table, hold: Callable[[str], str], figure: float, beside_words: float) -> Iterator[Need]:
    room = {"figures": BESIDE_FIGURES, "words": beside_words, "": 0.0}
    rows: list[tuple[int, tuple[Cell, ...], Row | None]] = [(-1, row, None) for row in table.head]
    rows += [(place, row.cells, row) for place, row in enumerate(table.rows)]
    for (place, _, row), cells in zip(rows, standing(cells for _, cells, _ in rows), strict=True):
        for cell, column, beside in cells:
            yield replace(_need(cell, column, room[beside], row, hold, figure), row=place)


def _need(cell: Cell, column: int, lead: float, row: Row | None, hold: Callable[[str], str], figure: float) -> Need:
    whole = text = piece = 0.0
    signs = 0
    lines = list(_lines(cell.text))
    measure = slanted_width if row is None else width
    for line in lines:
        wide = measure(line, figure)
        whole, text = max(whole, wide), text + wide
        pieces = [line] if cell.align == "end" and row is not None else _PIECE.findall(hold(line))
        for part in pieces:
            wide = _unbroken(part, figure, measure)
            if wide > piece:
                piece, signs = wide, len(part)
    bold = SLACK if row is None else BOLD if row.kind != "row" else 1.0
    if row is not None and column == 0:
        lead = INDENT[row.indent] if row.indent else 14.2 if row.kind == "total" else lead
    return Need(-1, column, cell.columns, piece * bold, whole * bold, text * bold, signs, lead, len(lines))


def _lines(text: Inlines) -> Iterator[str]:
    for paragraph in paragraphs(text):
        yield from _text(paragraph).split("\n")


def _unbroken(piece: str, figure: float, measure: Callable[[str, float], float]) -> float:
    """The width of what stays on one line of `piece`: of Chinese two signs, and all that stands between."""
    if not any(map(is_square, piece)):
        return measure(piece, figure)
    runs = re.split("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]", piece)
    return max(2.0, *(measure(run, figure) for run in runs))


def _least(needs: Sequence[Need], columns: int, setting: Setting) -> list[float]:
    """The points each column needs for its longest piece; what a cell over several lacks is shared among them."""
    least = [2 * setting.padding + GAP] * columns
    for need in sorted(needs, key=lambda need: need.columns):
        size = setting.head if need.head else setting.cell
        points = need.piece * size + need.signs * setting.apart + 2 * setting.padding + need.before
        points += GAP if setting.padding < GAP else 0
        reached = range(need.column, min(need.column + need.columns, columns))
        lacking = points - sum(least[place] for place in reached)
        if lacking > 0 and reached:
            for place in reached:
                least[place] += lacking / len(reached)
    return least


def _natural(needs: Sequence[Need], columns: int, setting: Setting) -> list[float]:
    """The points each column would take with every paragraph of its cells on one line."""
    natural = [0.0] * columns
    for need in needs:
        if need.columns == 1 and need.column < columns:
            size = setting.head if need.head else setting.cell
            natural[need.column] = max(
                natural[need.column], need.whole * (size + 2 * setting.apart) + 2 * setting.padding + need.before
            )
    return natural


def _shares(
    asked: Sequence[float], least: Sequence[float], needs: Sequence[Need], setting: Setting, *, whole: bool
) -> tuple[float, ...] | None:
    """The shares of the width, as `asked` where that will do; None where there is no room for all.

    With `whole`, no row may be longer than a page.
    """
    given = [share * setting.width for share in asked]

    def is_low(points: Sequence[float]) -> bool:
        return not whole or not any(_is_high(need, points, setting) for need in needs)

    if not _is_narrow(given, least) and is_low(given):
        return tuple(asked)
    if sum(least) > setting.width:
        return None
    natural = _natural(needs, len(asked), setting)
    ways = (_taken(given, least, setting.width), _parted(least, natural, setting.width))
    for points in ways[::-1] if max(asked) - min(asked) < 1e-6 else ways:
        if is_low(points):
            return tuple(point / setting.width for point in points)
    return None


def _is_narrow(points: Sequence[float], least: Sequence[float]) -> bool:
    return any(have < need - 0.01 for have, need in zip(points, least, strict=True))


def _is_high(need: Need, points: Sequence[float], setting: Setting) -> bool:
    """Tell whether a cell would take so many lines that its row fits no page."""
    room = sum(points[need.column : need.column + need.columns])
    if not room:  # a cell too many, which is told elsewhere
        return False
    lines = max(need.lines, need.text * (setting.cell + 2 * setting.apart) / room * 1.1)
    return lines * setting.cell * LEADING > HIGHEST * setting.height


def _taken(given: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """What was given, but for the columns that lack something: the others give it by what they have."""
    points, lacking = list(given), {place for place, need in enumerate(least) if given[place] < need}
    while True:
        free = [place for place in range(len(given)) if place not in lacking]
        left = room - sum(least[place] for place in lacking)
        asked = sum(given[place] for place in free)
        points = [least[place] if place in lacking else given[place] * left / asked for place in range(len(given))]
        short = {place for place in free if points[place] < least[place]}
        if not short:
            return points
        lacking |= short
        if len(lacking) == len(given):
            return [need * room / sum(least) for need in least]


def _parted(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """What each column needs, and of the rest as much as it would take."""
    wanted = [max(0.0, min(whole, room) - need) for need, whole in zip(least, natural, strict=True)]
    rest, total = room - sum(least), sum(wanted)
    if not total:
        return [need * room / sum(least) for need in least]
    return [need + rest * want / total for need, want in zip(least, wanted, strict=True)]
