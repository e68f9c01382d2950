"""Words in the marks of authors' text, made from the runs of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import unquote

from publisher.model.symbol import Symbol
from publisher.openxml.content import Look, NoteCall, Piece, Run
from publisher.receive.accounts import Accounts
from publisher.wording.marks import escape

_JINJA = re.compile(r"\{(?=[{%])")
_OF_A_DOCUMENT = re.compile(r"https?://(?:www\.)?(?:docs\.un\.org|undocs\.org)(?:/(?:ar|en|es|fr|ru|zh))?/(\S+)")
_BLANKS = re.compile(r"[ \t]+")
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\u0003\u0004"))
_SYMBOL_FONT = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf02d": "−", "\uf0b0": "°", "\uf0a3": "≤", "\uf0b3": "≥",
                "\uf0b4": "×", "\uf0b1": "±", "\uf0ae": "→"}  # fmt: skip
_SYMBOLS = re.compile("[\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that calls a note of the table, in the run it was typed in."""

    name: str
    run: Run


def lettered(pieces: Iterable[Piece], letters: Mapping[str, str], called: set[str]) -> list[Piece | Letter]:
    """`pieces` with each superscript letter that names a note of the table as a call of it."""
    made: list[Piece | Letter] = []
    for piece in pieces:
        text = piece.text.strip() if isinstance(piece, Run) else ""
        names = [letters.get(one) for one in re.split(r"[,\s]+", text)] if text else []
        if (
            names
            and all(names)
            and isinstance(piece, Run)
            and (piece.look.position == "superscript" or text.startswith("*"))
        ):
            called.update(re.split(r"[,\s]+", text))
            made += [Letter(name, piece) for name in names if name]
        else:
            made.append(piece)
    return made


@dataclass(frozen=True, slots=True)
class _Style:
    """What of a run's look and place is written as a mark."""

    bold: bool
    italic: bool
    position: str
    link: str


@dataclass(slots=True)
class WordsOf:
    """Makes words of pieces, and enters in the accounts what went into them.

    `call` gives the mark of a note's call. `plain` is the look the words have of themselves: what a heading is set in
    is no emphasis.
    """

    accounts: Accounts
    call: Callable[[NoteCall], str]

    def words(self, pieces: Iterable[Piece | Letter], plain: Look = Look(), *, links: bool = True) -> str:  # noqa: B008  a value
        """The words of `pieces`; pictures are left to whoever places them."""
        written: list[str] = []
        for style, group in groupby(
            (piece for piece in pieces if isinstance(piece, Run | NoteCall | Letter)),
            lambda one: _style(one, plain, links),
        ):
            text = ""
            for piece in group:
                if isinstance(piece, NoteCall):
                    text += self.call(piece)
                elif isinstance(piece, Letter):
                    self.accounts.use_once(piece.run.element)
                    text += f"[^{piece.name}]"
                else:
                    self.accounts.use_once(piece.element)
                    text += _escaped(piece.text) if not (style and style.position) else piece.text
            written.append(_marked(text, style) if style else text)
        return _tidy("".join(written))


def _style(piece: Run | NoteCall | Letter, plain: Look, links: bool) -> _Style | None:
    if not isinstance(piece, Run):
        return None
    if not piece.text.strip() and not piece.link:
        # blanks between two marked runs belong to neither
        return None
    look = piece.look
    made = _Style(
        look.bold and not plain.bold, look.italic and not plain.italic, look.position, piece.link if links else ""
    )
    return made if made != _Style(False, False, "", "") else None


def _marked(text: str, style: _Style) -> str:
    """`text` between its marks, blanks at its ends left outside them."""
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    match style.position:
        case "superscript":
            inner = f"^{{{inner}}}"
        case "subscript":
            inner = f"_{{{inner}}}"
        case _:
            pass
    if style.italic:
        inner = f"*{inner}*"
    if style.bold:
        inner = f"**{inner}**"
    if style.link:
        inner = f"[{inner}]({_address(style.link)})"
    return before + inner + after


def _address(link: str) -> str:
    """What a link is typed to lead to: a document by its symbol, else the address."""
    if (found := _OF_A_DOCUMENT.fullmatch(link)) and (symbol := Symbol.parse(unquote(found[1]))):
        return symbol.text
    safe = link.replace(" ", "%20")
    balanced = re.fullmatch(r"(?:[^()]|\([^()]*\))*", safe)
    return safe if balanced else safe.replace("(", "%28").replace(")", "%29")


def _escaped(text: str) -> str:
    text = _SYMBOLS.sub(lambda found: _SYMBOL_FONT.get(found[0], found[0]), text.translate(_DROPPED))
    return _JINJA.sub(r"\\{", escape(text))


def _tidy(text: str) -> str:
    """Blanks as one, none at the ends of a line."""
    lines = [_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)


def unmarked(words: str) -> str:
    """`words` without backslashes: what they are compared by."""
    return re.sub(r"\\(.)", r"\1", words)


def all_look(pieces: Sequence[Piece], bold: bool = False, italic: bool = False) -> bool:
    """Whether every run with words in it is bold, or italic."""
    runs = [piece for piece in pieces if isinstance(piece, Run) and piece.text.strip()]
    return bool(runs) and all((piece.look.bold or not bold) and (piece.look.italic or not italic) for piece in runs)
