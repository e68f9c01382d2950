"""Native footnotes: their part, and marks counted or given (`*`)."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.render.docx.elements import Element, q, text, w

NO_BREAK_SPACE = "\u00a0"
INVISIBLE = "\u200b"  # a zero-width space: a custom mark that takes no room


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote's number in the file, and its mark if it is given.

    None where Word counts it.
    """

    id: int
    custom: str | None


class Footnotes:
    """The footnotes part: adds a note for each first call.

    It remembers its number for later ones.
    """

    def __init__(self, root: Element, style: str) -> None:
        self._root = root
        self._style = style
        self._counted = {"ins": 0, "del": 0}  # with all changes accepted, with all rejected
        self._marks: dict[str, NoteMark] = {}
        self._next = max((int(note.get(q("id"), "0")) for note in root.findall(q("footnote"))), default=0) + 1

    def restart(self) -> None:
        """Count from 1 again: a section begins whose notes restart."""
        self._counted = {"ins": 0, "del": 0}

    def mark(self, note: str, series: str, printed: str, change: str | None = None) -> NoteMark:
        """The mark of a new note: counted, or else given.

        Counted where Word arrives at `printed`. In a redline an inserted call counts in the new text only, a struck
        one (`change` “del”) in the old one only.
        """
        custom: str | None = printed
        if series == "text" and printed == str(self._counted[change or "ins"] + 1):
            for text in (change,) if change else self._counted:
                self._counted[text] += 1
            custom = None
        made = NoteMark(self._next, custom)
        self._next += 1
        self._marks[note] = made
        return made

    def known(self, note: str) -> NoteMark | None:
        """The mark of a note already called."""
        return self._marks.get(note)

    def add(self, mark: NoteMark, content: list[Element], bidi: bool, hidden: bool = False) -> None:
        """Write the body of a note: mark, tab, then its words.

        `hidden` where its call has no visible mark. LibreOffice drops a given mark that has the style of a footnote
        mark and prints that of the call instead; a mark that no call prints is therefore plain. Of several given
        marks LibreOffice 7.4 drops only the first, so it shows the others twice; Word shows each once.
        """
        properties = w("pPr", w("pStyle", val=self._style))
        if bidi:
            properties.append(w("bidi"))
        # LibreOffice drops the tab behind a mark; the space keeps the plain mark apart from the words.
        sign = w("footnoteRef") if mark.custom is None else text(mark.custom + (NO_BREAK_SPACE if hidden else ""))
        look = [] if hidden else [w("rPr", w("rStyle", val="FootnoteReference"))]
        body = w("p", properties, w("r", *look, sign), w("r", w("tab")), *content)
        self._root.append(w("footnote", body, id=mark.id))

    @staticmethod
    def call(mark: NoteMark) -> Element:
        """The run that calls a note; a given mark follows it, takes no number and is as large as the words before it."""
        if mark.custom is None:
            properties = w("rPr", w("rStyle", val="FootnoteReference"))
            return w("r", properties, w("footnoteReference", id=mark.id))
        return w("r", w("footnoteReference", customMarkFollows=1, id=mark.id), text(mark.custom))
