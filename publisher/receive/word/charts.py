"""Charts of a Word file: a sheet of figures, a drawing made of them."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

from publisher.openxml.package import Element

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = ("barChart", "bar3DChart", "lineChart", "line3DChart", "pieChart", "pie3DChart", "doughnutChart", "areaChart",
          "area3DChart", "scatterChart", "radarChart", "bubbleChart")  # fmt: skip
_COLOURS = (
    "#1f4e79",
    "#c55a11",
    "#7f7f7f",
    "#bf9000",
    "#2e75b6",
    "#548235",
    "#264478",
    "#9e480e",
    "#636363",
    "#997300",
)
_LEGEND = 11.0  # points between two lines of the legend
_CHARACTER = 4.6  # points a character is wide, on average


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart: name, manner, figures as the file keeps them."""

    name: str
    kind: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: title, categories, series.

    `horizontal` where bars lie, `stacked` where series stand on each other.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    horizontal: bool = False
    stacked: bool = False

    @property
    def words(self) -> str:
        """What the chart says, for those who cannot see it."""
        shown = [
            f"{one.name}: " + ", ".join(
                [f"{category} {figure}".strip() for category, figure in zip(self.categories, one.figures, strict=False)]
            )
            for one in self.series
        ]  # fmt: skip
        return ". ".join([part for part in (self.title, *shown) if part.strip(": ")])


def read_chart(root: Element) -> Chart:
    """The chart of a chart part, its figures those kept in the file."""
    title = root.find(f".//{_C}chart/{_C}title")
    series: list[Series] = []
    categories: tuple[str, ...] = ()
    horizontal = stacked = False
    for kind in _KINDS:
        for plot in root.iter(_C + kind):
            horizontal |= any(one.get("val") == "bar" for one in plot.iterchildren(f"{_C}barDir"))
            stacked |= any("tacked" in one.get("val", "") for one in plot.iterchildren(f"{_C}grouping"))
            for one in plot.iterchildren(f"{_C}ser"):
                values = _kept(one, "val") or _kept(one, "yVal")
                categories = categories or _kept(one, "cat") or _kept(one, "xVal")
                series.append(Series(" ".join(_kept(one, "tx")) or _literal(one), kind.removesuffix("Chart"), values))
    words = "".join(title.itertext(f"{_A}t")) if title is not None else ""
    return Chart(words, categories, tuple(series), horizontal, stacked)


def _kept(series: Element, name: str) -> tuple[str, ...]:
    """The values the file keeps of a reference, in order; “” where it has none."""
    found = series.find(_C + name)
    if found is None:
        return ()
    cache = next(found.iter(f"{_C}strCache", f"{_C}numCache", f"{_C}strLit", f"{_C}numLit", f"{_C}lvl"), None)
    if cache is None:
        return ()
    points = {int(point.get("idx")): (point.findtext(f"{_C}v") or "") for point in cache.iterchildren(f"{_C}pt")}
    count = cache.find(f"{_C}ptCount")
    size = int(count.get("val")) if count is not None else max(points, default=-1) + 1
    told = _digits if cache.tag in (f"{_C}numCache", f"{_C}numLit") else str
    return tuple(told(" ".join(points.get(at, "").split())) for at in range(min(size, 10_000)))


def _digits(figure: str) -> str:
    """A figure in the fifteen digits that Excel shows of it: 0.98899999999999999 is 0.989."""
    try:
        return f"{float(figure):.15g}" if len(figure) > 15 else figure
    except ValueError:
        return figure


def _literal(series: Element) -> str:
    return series.findtext(f"{_C}tx/{_C}v") or ""


def sheet(chart: Chart) -> bytes:
    """The figures of a chart as CSV.

    A row for each category, a column for each series.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["", *(one.name for one in chart.series)])
    for at, category in enumerate(chart.categories or [str(1 + at) for at in range(_longest(chart))]):
        writer.writerow([category, *(one.figures[at] if at < len(one.figures) else "" for one in chart.series)])
    return written.getvalue().encode()


def _longest(chart: Chart) -> int:
    return max((len(one.figures) for one in chart.series), default=0)


def drawing(chart: Chart, width: float, height: float) -> bytes:
    """The chart drawn as SVG of this size in points, from its figures alone."""
    width, height = max(width, 160.0), max(height, 100.0)
    legend = _LEGEND * len(chart.series) if len(chart.series) > 1 else 0.0
    size = f'width="{width:.0f}pt" height="{height:.0f}pt" viewBox="0 0 {width:.0f} {height:.0f}"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Liberation Sans" font-size="7.5">']
    top = 4.0
    if chart.title:
        parts.append(_text(width / 2, 10, chart.title, "middle", bold=True))
        top = 16.0
    is_round = bool(chart.series) and all(one.kind.startswith(("pie", "doughnut")) for one in chart.series)
    draw = _round if is_round else _bars
    parts += draw(chart, width, top, height - legend - 4)
    for at, one in enumerate(chart.series if legend else ()):
        y = height - legend + _LEGEND * at + 4
        parts.append(f'<rect x="6" y="{y - 6:.1f}" width="7" height="7" fill="{_colour(at)}"/>')
        parts.append(_text(17, y, one.name, "start"))
    return ("\n".join(parts) + "\n</svg>\n").encode()


def _bars(chart: Chart, width: float, top: float, bottom: float) -> list[str]:
    """Bars, lines and points over categories; bars that lie are drawn lying."""
    columns = max(1, len(chart.categories) or _longest(chart))
    values = [[_figure(text) for text in one.figures] for one in chart.series]
    sums = [sum(max(0.0, row[at]) for row in values if at < len(row)) for at in range(columns)] if chart.stacked else []
    highest = max([0.0, *sums, *(value for row in values for value in row)]) or 1.0
    lowest = min([0.0, *(value for row in values for value in row)])
    left, floor = 8.0, bottom - 14
    if chart.horizontal:
        left, floor = 8 + _CHARACTER * min(40, max((len(one) for one in chart.categories), default=0)), bottom - 2
    across, up = width - left - 26, floor - top - 8
    scale = (across if chart.horizontal else up) / (highest - lowest)
    step = (up if chart.horizontal else across) / columns
    bars = [at for at, one in enumerate(chart.series) if one.kind.startswith("bar")]
    thick = step * 0.7 / (1 if chart.stacked else max(1, len(bars)))
    far = (left, top) if chart.horizontal else (width - 8, floor)
    parts = [_line((left, floor), far)]
    for column in range(columns):
        begun = 0.0
        middle = (top + 8 if chart.horizontal else left) + step * (column + 0.5)
        for place, at in enumerate(bars):
            text = chart.series[at].figures[column] if column < len(chart.series[at].figures) else ""
            value = values[at][column] if column < len(values[at]) else 0.0
            near = middle - step * 0.35 + (0 if chart.stacked else thick * place)
            start = (begun if chart.stacked else 0.0) - lowest
            length = abs(value) * scale
            if chart.horizontal:
                x = left + (start + min(0.0, value)) * scale
                parts.append(_rect(x, near, length, thick, at))
                parts.append(
                    _text(
                        x + length / 2 if chart.stacked else x + length + 2,
                        near + thick / 2 + 2.5,
                        text,
                        "middle" if chart.stacked else "start",
                    )
                )
            else:
                y = floor - (start + max(0.0, value)) * scale
                parts.append(_rect(near, y, thick, length, at))
                parts.append(_text(near + thick / 2, y + length / 2 + 2.5 if chart.stacked else y - 2, text, "middle"))
            begun += max(0.0, value)
        name = chart.categories[column] if column < len(chart.categories) else ""
        parts.append(
            _text(left - 3, middle + 2.5, name, "end") if chart.horizontal else _text(middle, floor + 9, name, "middle")
        )
    for at, one in enumerate(chart.series):
        if at not in bars:
            points = [
                (left + step * (column + 0.5), floor - (value - lowest) * scale)
                for column, value in enumerate(values[at])
            ]
            path = " ".join([f"{x:.1f},{y:.1f}" for x, y in points])
            parts.append(f'<polyline points="{path}" fill="none" stroke="{_colour(at)}" stroke-width="1.2"/>')
            parts += [_text(x, y - 3, text, "middle") for (x, y), text in zip(points, one.figures, strict=False)]
    return parts


def _round(chart: Chart, width: float, top: float, bottom: float) -> list[str]:
    """The first series as sectors of a circle, each with its category and figure."""
    one = chart.series[0]
    values = [max(0.0, _figure(text)) for text in one.figures]
    total = sum(values) or 1.0
    radius = (bottom - top) / 2 - 12
    x, y, angle = width / 2, (top + bottom) / 2, -math.pi / 2
    parts = []
    for at, value in enumerate(values):
        turn = 2 * math.pi * value / total
        begin, end = (
            (x + radius * math.cos(angle), y + radius * math.sin(angle)),
            (x + radius * math.cos(angle + turn), y + radius * math.sin(angle + turn)),
        )
        if value == total:
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{_colour(at)}"/>')
        elif value:
            arc = f"A{radius:.1f},{radius:.1f} 0 {int(turn > math.pi)} 1 {end[0]:.1f},{end[1]:.1f} Z"
            path = f"M{x:.1f},{y:.1f} L{begin[0]:.1f},{begin[1]:.1f} {arc}"
            parts.append(f'<path d="{path}" fill="{_colour(at)}" stroke="#fff"/>')
        middle = angle + turn / 2
        side = "start" if math.cos(middle) >= 0 else "end"
        name = chart.categories[at] if at < len(chart.categories) else ""
        parts.append(
            _text(
                x + (radius + 6) * math.cos(middle),
                y + (radius + 6) * math.sin(middle),
                f"{name} {one.figures[at]}".strip(),
                side,
            )
        )
        angle += turn
    return parts


def _rect(x: float, y: float, width: float, height: float, at: int) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" height="{max(0.0, height):.1f}"'
    return f'<rect {place} fill="{_colour(at)}" fill-opacity="0.75"/>'


def _line(begin: tuple[float, float], end: tuple[float, float]) -> str:
    ends = f'x1="{begin[0]:.1f}" y1="{begin[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    return f'<line {ends} stroke="#7f7f7f" stroke-width="0.5"/>'


def _text(x: float, y: float, words: str, anchor: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{weight}>{escape(words)}</text>' if words else ""


def _colour(at: int) -> str:
    return _COLOURS[at % len(_COLOURS)]


def _figure(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0
