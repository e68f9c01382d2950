"""A plain reading of the Secretariat's XML (Akoma Ntoso): one resolution, good enough to be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tests.check.precision.work import Work, escaped

NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LANGUAGES = {"Arabic": "ar", "Chinese": "zh", "English": "en", "French": "fr", "Russian": "ru", "Spanish": "es"}
ORGANS = {"A/HRC": "human-rights-council", "A/": "general-assembly", "E/": "economic-and-social-council"}
_DEGREES = {"paragraph": 0, "point": 1, "item": 1}


def works(corpus: Path) -> Iterator[Work]:
    """Every resolution under `corpus`, its language versions together."""
    for english in sorted(corpus.rglob("English/*.xml")):
        versions = {code: _version(english, folder) for folder, code in LANGUAGES.items()}
        trees = {code: etree.parse(str(path)).getroot() for code, path in versions.items() if path is not None}
        name = f"{english.parent.parent.name}/{re.sub(r'(-[0-9]+)?E$', '', english.stem)}"
        record = _record(trees["en"])
        yield Work(name, record, {code: _Words(tree, record).words() for code, tree in trees.items()})


def _version(english: Path, folder: str) -> Path | None:
    stem = re.sub(r"(-[0-9]+)?E$", "", english.stem)
    letter = "C" if folder == "Chinese" else folder[0]
    found = sorted((english.parent.parent / folder).glob(f"{stem}[-{letter}]*.xml"))
    return found[0] if found else None


def _record(root: Any) -> dict[str, Any]:
    symbol = _flat(root.find(f".//{NS}coverPage//{NS}docNumber"))
    dates = [date.get("date") for date in root.iter(f"{NS}docDate", f"{NS}FRBRdate") if date.get("date", "0") > "1"]
    number = re.search(r"/([0-9]{1,3}/[0-9]{1,3})$", symbol)
    session = root.find(f".//{NS}session")
    record: dict[str, Any] = {
        "symbol": symbol, "kind": "decision", "profile": "new-york",
        "organ": next((key for start, key in ORGANS.items() if symbol.startswith(start)), "general-assembly"),
        "date": max(dates)[:10], "original": "en",
        "adoptions": [{"number": number[1] if number else "1/1", "kind": "resolution", "manner": "without-vote"}],
    }  # fmt: skip
    if session is not None and (session.get("value") or "").isdigit():
        record["session"] = {"number": int(session.get("value"))}
    return record


class _Words:
    """The words of one language on their way into the shape of a language file."""

    def __init__(self, root: Any, record: dict[str, Any]) -> None:
        self.root = root
        self.number = record["adoptions"][0]["number"]
        self.notes: dict[str, str] = {}

    def words(self) -> dict[str, Any]:
        """The language file."""
        title = self.root.find(f".//{NS}preface//{NS}docTitle")
        shown = self._line(title) if title is not None else f"Resolution {self.number}"
        statement = self.root.find(f"{NS}statement")
        body = statement.find(f"{NS}mainBody") if statement is not None else None
        decision = {"title": shown, "preamble": list(self._preamble()), "operative": list(self._operative(body))}
        annexes = [self._annex(place, doc) for place, doc in enumerate(self.root.iter(f"{NS}attachment"), 1)]
        kept: dict[str, Any] = {
            "title": [shown], "decisions": {self.number: {k: v for k, v in decision.items() if v}},
            "body": [{"decision": self.number}], "annexes": annexes, "footnotes": self.notes,
        }  # fmt: skip
        return {key: value for key, value in kept.items() if value}

    def _preamble(self) -> Iterator[str]:
        for container in self.root.iter(f"{NS}preamble"):
            for block in container.iterfind(f"{NS}container"):
                yield from filter(None, (self._line(p) for p in block.iter(f"{NS}p") if _owner(p) is None))

    def _operative(self, body: Any) -> Iterator[Any]:
        """Paragraphs with their subparagraphs; headings and tables of the operative part are left out."""
        numbered = body is not None and any(one.find(f"{NS}num") is not None for one in body.iterfind(f"{NS}paragraph"))
        for element in body.iterfind(f"{NS}paragraph") if body is not None else ():
            heading = (
                numbered and element.find(f"{NS}num") is None and re.search(r"[^.;:,،؛。；：，*”»]$", _flat(element))
            )
            if not heading:
                yield from self._paragraph(element, apart=False)

    def _annex(self, place: int, attachment: Any) -> dict[str, Any]:
        body = attachment.find(f".//{NS}mainBody")
        blocks = list(self._blocks(body, apart=True)) if body is not None else []
        return {"id": f"annex-{place}", "title": f"Annex {place}", "numbered": True, "body": blocks}

    def _blocks(self, body: Any, apart: bool = False) -> Iterator[Any]:
        """Paragraphs in their order; `apart`, those without a number are unnumbered and bold lines headings."""
        for element in body:
            match etree.QName(element).localname if isinstance(element.tag, str) else "":
                case "paragraph":
                    yield from self._paragraph(element, apart)
                case "container" if apart and (rows := list(self._rows(element))):
                    head, *rest = rows
                    yield {"table": rest or [head], "columns": [{"head": cell or "–"} for cell in head]}
                case _:
                    continue

    def _paragraph(self, element: Any, apart: bool) -> Iterator[Any]:
        items = self._items(element)
        own = " ".join(filter(None, (self._line(p) for p in element.iter(f"{NS}p") if _owner(p) is element)))
        numbered = element.find(f"{NS}num") is not None
        if not own and not items:
            return
        if apart and not numbered and not items:
            bold = all(_owner(span) is not element for span in ()) and _is_bold(element)
            yield {"heading": own.replace("*", "")} if bold and len(own) < 200 else {"unnumbered": own}
        elif items:
            yield {"paragraph": own or "–", "items": items}
        else:
            yield own

    def _items(self, element: Any) -> list[Any]:
        """Subparagraphs; those of a `sublist`, which the XML sets beside the point it belongs to, stand under it."""
        items: list[Any] = []
        for child in element.iter(f"{NS}point", f"{NS}item"):
            if _owner(child.getparent()) is not element:
                continue
            own = " ".join(filter(None, (self._line(p) for p in child.iter(f"{NS}p") if _owner(p) is child)))
            inner = self._items(child)
            item: Any = {"item": own, "items": inner} if inner else own
            if child.getparent().tag == f"{NS}sublist" and items:
                above = items[-1] if isinstance(items[-1], dict) else {"item": items[-1], "items": []}
                items[-1] = {**above, "items": [*above["items"], item]}
            elif own:
                items.append(item)
        return items

    def _rows(self, container: Any) -> Iterator[list[str]]:
        rows = [
            [self._line(cell) for cell in row if cell.tag in (f"{NS}td", f"{NS}th")]
            for row in container.iter(f"{NS}tr")
        ]
        width = max(map(len, rows), default=0)
        return ([*row, *[""] * (width - len(row))] for row in rows)

    def _line(self, element: Any) -> str:
        """The words of an element: italics between asterisks, notes called and kept."""
        text = "".join(self._inside(element)).replace("\xad", "")
        text = re.sub(r"[ \t\n\r]+", " ", text).strip()
        text = re.sub(r"\((\[\^n[0-9]+\])\)", r"\1", text)
        text = re.sub(
            r"^\(\) |^\u200e?[0-9]+(?: ?[-–]|\.) (?=\D)|^\(\w \w\) ", "", text
        )  # a number typed into the words; an empty mark of a note
        text = re.sub(r"(\[\^n[0-9]+\]) +(?=[\u3400-\u9fff])", r"\1", text)  # Chinese has no spaces around marks
        return re.sub(r"\*(\s*)\*", r"\1", text)

    def _inside(self, element: Any) -> Iterator[str]:
        if element.tag == f"{NS}eol":
            yield " "
        yield escaped(element.text or "")
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else "comment"
            match name:
                case "authorialNote":
                    identifier = f"n{len(self.notes) + 1}"
                    self.notes[identifier] = " ".join(self._line(p) for p in child.iter(f"{NS}p")) or "–"
                    yield f"[^{identifier}]"
                case "span" if child.get("class") == "italic" and (words := "".join(self._inside(child))).strip():
                    bare = words.strip().replace("*", "")
                    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
                    yield f"{before}*{bare}*{after}"
                case "comment" | "num":
                    pass
                case _:
                    yield from self._inside(child)
            yield escaped(child.tail or "")


def _owner(element: Any) -> Any:
    """The paragraph or point that a piece of text belongs to; notes keep their own."""
    while element is not None and etree.QName(element).localname not in (*_DEGREES, "authorialNote"):
        element = element.getparent()
    return element


def _is_bold(element: Any) -> bool:
    spans = [span for span in element.iter(f"{NS}span") if span.get("class") == "bold"]
    return bool(spans) and len("".join("".join(span.itertext()) for span in spans)) >= 0.9 * len(_flat(element))


def _flat(element: Any) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
