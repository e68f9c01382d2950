"""One line and a half of Chinese is tried for a line.

WeasyPrint tries four, meant for narrow characters.
"""

from __future__ import annotations

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

SHORT = Upstream(
    "weasyprint.text.line_break:split_first_line",
    statements=("short_text = text[:int(max_width / style['font_size'] * ratio)]",),
)
SHORTER = "short_text = text[:int(max_width / style['font_size'] * lines_to_try(text, ratio))]"
WIDE_FROM = "\u2e80"  # the characters of Chinese, each as wide as high
WIDE_LINES = 1.5  # of which the first is set, the rest shows where the second may end


def lines_to_try(text: str, usual: float) -> float:
    """How many characters of `text` to set for a line.

    By how many are as wide as high in one. Four for other scripts (`usual` in WeasyPrint), whose characters are
    narrow.
    """
    beginning = text[:24]
    return WIDE_LINES if 2 * sum(sign >= WIDE_FROM for sign in beginning) > len(beginning) else usual


def apply() -> None:
    """Have `lines_to_try` asked."""
    restate(SHORT, SHORTER, lines_to_try=lines_to_try)


CHINESE_LINES = Repair(
    "one line and a half of Chinese",
    (SHORT,),
    apply,
    report="not reported yet",
    goes="when WeasyPrint asks the font how wide its characters are",
    buys="4–7 % of a Chinese document",
)
