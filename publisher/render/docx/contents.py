"""The table of contents: a TOC field with its result there.

Page numbers as drawn in the PDF.
"""

from __future__ import annotations

import unicodedata

from publisher.render.docx.elements import Element, paragraph, properties_of, put, q, text, w
from publisher.render.docx.fields import begin_field, end_field, page_reference
from publisher.render.docx.manuscript import CHANGES, Manuscript
from publisher.render.docx.runs import Ink, draw, words_of
from publisher.render.vocabulary import OutsideVocabulary

EN_SPACE = "\u2002"
# Twips that a column of characters takes at most: “Annex III” ends before the words of an entry, “Приложение III” does
# not; what does not end flush at its own stop either, “Annexe III” in Geneva, begins at the margin.
COLUMN, WIDEST_COLUMN = 90, 100
LONGEST_DEEPER_NUMBER = 3
_HEADS = {"contents-heading": "ContentsHead", "contents-page": "ContentsPage"}
DEEPEST = 3  # the contents styles of the UN go to “toc 3”


def draw_contents(nav: Element, manuscript: Manuscript) -> list[Element]:
    """The heading of the contents and its entries, one field around them all."""
    made: list[Element] = []
    entries: list[Element] = []
    depths: list[int] = []
    for child in nav:
        kind = (child.get("class") or "").split()
        if kind[:1] == ["contents-heading"] or kind == ["contents-page"]:
            head = _head(child, _HEADS[kind[0]], manuscript)
            if change := CHANGES.get(child.get("data-change", "")):
                _track(head, change, manuscript)
            made.append(head)
        elif kind[:1] == ["contents-entry"]:
            depths.append(int(kind[1].removeprefix("depth-")))
            entries.append(_entry(child, depths[-1], manuscript))
        else:
            raise OutsideVocabulary(f"class “{child.get('class')}” in the contents on line {child.sourceline}")
    if entries:
        for run in reversed(begin_field(f'TOC \\o "1-{max(depths)}" \\h \\z \\u')):
            entries[0].insert(1, run)
        entries[-1].extend(end_field())
    return made + entries


def _head(head: Element, style: str, manuscript: Manuscript) -> Element:
    """A head of the contents; where it tells what its chapters are, that stands over their numbers."""
    words = draw(head, Ink(manuscript.rightward), manuscript)
    over_numbers = next((child for child in head if child.get("class") == "number"), None)
    if over_numbers is None:
        return paragraph(manuscript.styles.id(style), words)
    runs = [*draw(over_numbers, Ink(manuscript.rightward), manuscript), w("r", w("tab")), *words]
    made = paragraph(manuscript.styles.id(style), runs)
    put(properties_of(made), w("tabs", w("tab", val="right", pos=_page_stop(manuscript))))
    put(properties_of(made), w("jc", val="left"))
    return made


def _page_stop(manuscript: Manuscript) -> int:
    """The stop at which the numbers of pages end."""
    stops = manuscript.styles.property("TOC1", "tabs")
    return max((int(stop.get(q("pos"))) for stop in (() if stops is None else stops)), default=0)


def _entry(entry: Element, depth: int, manuscript: Manuscript) -> Element:
    """`[tab] number tab words tab tab page`; the tabs are those of the contents styles."""
    target = entry.get("data-target", "")
    number = next((words_of(child) for child in entry if child.get("class") == "number"), "")
    link = next(child for child in entry if child.tag == "a")
    change = CHANGES.get(entry.get("data-change", ""))
    name = manuscript.bookmarks.name(manuscript.targets[target].anchor)
    runs: list[Element] = []
    style = f"TOC{min(depth, DEEPEST)}"
    end, begin = _number_stop(style, manuscript), manuscript.styles.measure(style, "ind", "left")
    flush = depth > 1 or columns(number) * COLUMN <= end
    long = columns(number) > LONGEST_DEEPER_NUMBER if depth > 1 else columns(number) * WIDEST_COLUMN > begin
    tabs = int(not number) if depth > 1 else 2 if long or not number else int(flush)
    runs += [w("r", w("tab")) for _ in range(tabs)]
    if number:
        runs += draw(_as_text(number), Ink(manuscript.rightward), manuscript)
        runs.append(w("r", text(EN_SPACE) if long else w("tab")))
    runs += draw(link, Ink(manuscript.rightward), manuscript)
    paged = "unpaged" not in (entry.getparent().get("class") or "")
    runs += [w("r", w("tab")), w("r", w("tab"))] if paged else []
    if not paged:
        content = [w("hyperlink", *runs, anchor=name, history=1)] if name else runs
    elif change == "del":
        page = manuscript.pages.get(target)
        content = [*runs, *([w("r", text(str(page)))] if page else [])]
    else:
        runs += page_reference(name, manuscript.pages.get(target)) if name else []
        content = [w("hyperlink", *runs, anchor=name, history=1)] if name else runs
    made = paragraph(manuscript.styles.id(style), content)
    if change:
        _track(made, change, manuscript)
    own = [] if flush or long else [w("tab", val="clear", pos=end)]
    if stops := own + _needless_stops(style, manuscript):
        put(properties_of(made), w("tabs", *stops))
    return made


def _track(entry: Element, change: str, manuscript: Manuscript) -> None:
    """Show a whole entry as inserted or struck: every run that is not yet, and the end of the paragraph."""
    for run in [run for run in entry.iter(q("r")) if run.getparent().tag not in (q("ins"), q("del"))]:
        if change == "del":
            for characters in run.findall(q("t")):
                characters.tag = q("delText")
        mark = manuscript.revisions.mark(change)
        run.addprevious(mark)
        mark.append(run)
    put(properties_of(entry), w("rPr", manuscript.revisions.mark(change)))


def _number_stop(style: str, manuscript: Manuscript) -> int:
    """The stop at which the numbers of entries end."""
    stops = manuscript.styles.property(style, "tabs")
    ends = [int(stop.get(q("pos"))) for stop in (() if stops is None else stops) if stop.get(q("val")) == "right"]
    return ends[0] if ends else 0


def _needless_stops(style: str, manuscript: Manuscript) -> list[Element]:
    """Clear the tab stops for deeper entries, at which the tab behind a short entry would halt."""
    stops = manuscript.styles.property(style, "tabs")
    left = manuscript.styles.measure(style, "ind", "left")
    if stops is None:
        return []
    positions = [int(stop.get(q("pos"))) for stop in stops if stop.get(q("val")) == "left"]
    return [w("tab", val="clear", pos=position) for position in positions if position > left]


def columns(characters: str) -> int:
    """How many columns `characters` take.

    A Chinese one two, an Arabic vowel sign none.
    """
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in characters
    )


def _as_text(characters: str) -> Element:
    made = w("t")
    made.text = characters
    return made
