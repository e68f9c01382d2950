"""Figures stand without the space they have elsewhere in the text.

Why: 2030年 and 2030 年 in one text show two hands.
Authority: Chinese layout of the United Nations Office at Nairobi: a space between figures and characters (5.6).
Bad: 《2030年议程》 where the text has 2030 年 elsewhere
Good: 《2030 年议程》
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_FIGURE = re.compile(r"\d")
_SPACED = re.compile(r"[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]")
_TIGHT = re.compile(r"[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Tight figures where most stand with a space, once a passage.

    Five times as many; page one is left.
    """
    forms = evidence.words.wrong("digit-spacing")
    kinds = ("paragraph", "heading", "note", "cell")
    running = [p for p in evidence.own if p.kind in kinds and _FIGURE.search(p.text)]
    if not forms or sum(len(_SPACED.findall(p.text)) for p in running) < 5 * sum(
        len(_TIGHT.findall(p.text)) for p in running
    ):
        return
    for passage in running:
        for form in forms:
            hits = list(form.pattern.finditer(passage.text))
            if hits:
                start, end = hits[0].span()
                shown = passage.text[max(0, start - 2) : end + 2]
                times = f", {len(hits)} times here" if len(hits) > 1 else ""
                yield evidence.fault(
                    passage, start, end, f"“{shown}” has no space beside the figures{times}", f"use: {form.use}"
                )
