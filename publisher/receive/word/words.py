"""Words in the marks of authors' text, made from the runs of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import unquote

from publisher.model.inline import Bold, Emphasis, Link
from publisher.model.symbol import Symbol
from publisher.openxml.content import Look, NoteCall, Picture, Piece, Run
from publisher.receive.accounts import Accounts
from publisher.receive.calls import joined
from publisher.wording.marks import escape, parse

_JINJA = re.compile(r"\{(?=[{%])")
_OF_A_DOCUMENT = re.compile(r"https?://(?:www\.)?(?:docs\.un\.org|undocs\.org)(?:/(?:ar|en|es|fr|ru|zh))?/(\S+)")
_LETTER = re.compile(r"[a-z]{1,2}|[\u0621-\u064a]{1,2}")
_LETTERS = re.compile(r"([,\s]*)([^,\s]+)")
_OUTSIDE = re.compile(r"(?:[\s.,;:!?)}%]|\\\])*")
_BLANKS = re.compile(r"[ \t]+")
# What no line of a folder may hold: places where a word may part, and marks of direction, which the program sets anew.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u061c\u200b\u200e\u200f\ufeff\u0003\u0004")) | dict.fromkeys(
    (0x85, 0x2028, 0x2029), "\n"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that calls a note of the table, in the run it was typed in."""

    name: str
    run: Run
    before: str = ""  # what stands between it and the letter before it


def raised(pieces: Iterable[Piece]) -> list[str]:
    """The raised letters in `pieces`: what may call a note of a table."""
    return [
        one
        for piece in pieces
        if isinstance(piece, Run) and piece.look.position == "superscript"
        for one in re.split(r"[,\s]+", piece.text.strip())
        if _LETTER.fullmatch(one)
    ]


def lettered(pieces: Iterable[Piece], letters: Mapping[str, str], called: set[str]) -> list[Piece | Letter]:
    """`pieces` with each raised letter of a table's note as its call.

    A note is called once; where its letter stands again it stays a raised letter.
    """
    made: list[Piece | Letter] = []
    for piece in pieces:
        given = _LETTERS.findall(piece.text.strip()) if isinstance(piece, Run) else []
        raised = isinstance(piece, Run) and (piece.look.position == "superscript" or piece.text.strip().startswith("*"))
        if (
            isinstance(piece, Run)
            and raised
            and given
            and all(one in letters and one not in called for _, one in given)
        ):
            called.update(one for _, one in given)
            made += [Letter(letters[one], piece, sign) for sign, one in given]
            if after := piece.text.strip()[sum(len(sign + one) for sign, one in given) :]:
                made.append(replace(piece, text=after))
        else:
            made.append(piece)
    return made


@dataclass(frozen=True, slots=True)
class _Style:
    """What of a run's look and place is written as a mark."""

    bold: bool = False
    italic: bool = False
    link: str = ""

    @property
    def unlinked(self) -> _Style:
        """The look alone: a link stands within the marks of it."""
        return replace(self, link="")


PLAIN = Look()
_UNMARKED = _Style()


@dataclass(slots=True)
class WordsOf:
    """Makes words of pieces, and enters in the accounts what went into them.

    `call` gives the mark of a note's call. `plain` is the look the words have of themselves: what a heading is set in
    is no emphasis.
    """

    accounts: Accounts
    call: Callable[[NoteCall], str]
    unlinked: list[str] = field(default_factory=list)  # addresses that no link of a folder leads to

    def words(self, pieces: Iterable[Piece | Letter], plain: Look = PLAIN, *, links: bool = True) -> str:
        """The words of `pieces`; pictures are left to whoever places them."""
        said = [piece for piece in pieces if isinstance(piece, Run | NoteCall | Letter)]
        written: list[tuple[str, _Style]] = []
        for style, group in groupby(_spread(said, plain, links), lambda pair: pair[1].unlinked):
            linked = groupby(group, lambda pair: pair[1].link)
            text = "".join([self._linked(self._positioned(piece for piece, _ in one), link) for link, one in linked])
            written.append((text, style))
        return joined(_tidy(_joined(written)))

    def _linked(self, text: str, link: str) -> str:
        """`text` as the words of a link, blanks at its ends left outside; a file on somebody's disk is none."""
        inner = text.strip()
        if not link or not inner:
            return text
        made = f"[{inner}]({_address(link)})"
        if not any(isinstance(one, Link) for one in parse(made)):
            self.unlinked.append(link)
            return text
        return text.replace(inner, made)

    def _positioned(self, pieces: Iterable[Piece | Letter]) -> str:
        """The words of pieces of one style, raised and lowered ones between their marks."""
        inner = groupby(pieces, lambda piece: piece.look.position if isinstance(piece, Run) else "")
        return "".join([_positioned("".join(map(self._of, run)), position) for position, run in inner])

    def _of(self, piece: Piece | Letter) -> str:
        match piece:
            case NoteCall():
                return self.call(piece)
            case Letter():
                self.accounts.use_once(piece.run.element)
                return _positioned(piece.before, "superscript") + f"[^{piece.name}]"
            case Run():
                self.accounts.use_once(piece.element)
                return _cleaned(piece.text) if piece.look.position else _escaped(piece.text)
            case Picture():
                return ""


def _spread(pieces: Sequence[Piece | Letter], plain: Look, links: bool) -> list[tuple[Piece | Letter, _Style]]:
    """Each piece with its style; a blank, a raised sign or a call between two of one style has theirs."""
    styles = [_style(piece, plain, links) for piece in pieces]
    for at in range(1, len(styles) - 1):
        if styles[at] is None:
            after = next((style for style in styles[at + 1 :] if style is not None), None)
            before = styles[at - 1]
            styles[at] = before if before == after else _UNMARKED
    return [(piece, style or _UNMARKED) for piece, style in zip(pieces, styles, strict=True)]


def _style(piece: Piece | Letter, plain: Look, links: bool) -> _Style | None:
    """The style of a piece; None where it takes that of its neighbours."""
    if not isinstance(piece, Run) or (not piece.text.strip() and not piece.link):
        return None
    look = piece.look
    made = _Style(look.bold and not plain.bold, look.italic and not plain.italic, piece.link if links else "")
    return None if look.position and made == _UNMARKED else made


def _joined(written: Sequence[tuple[str, _Style]]) -> str:
    """The texts between their marks; where the marks of two would run into each other the shorter one goes without.

    So does a mark that would not be read as one, as within a word.
    """
    texts = [text for text, _ in written]
    marked = [_marked(text, style) for text, style in written]
    for at in range(len(marked) - 1):
        if marked[at].endswith("*") and marked[at + 1].startswith("*") and not marked[at].endswith("\\*"):
            shorter = at if len(marked[at]) < len(marked[at + 1]) else at + 1
            marked[shorter] = texts[shorter]
    for at, text in enumerate(texts):
        if marked[at] != text and not _is_read(
            marked[at], texts[at - 1] if at else "", "".join(texts[at + 1 : at + 2])
        ):
            marked[at] = text
    return "".join(marked)


def _is_read(marked: str, before: str, after: str) -> bool:
    """Whether the marks of a text are read as such between what stands before and after it."""
    return any(isinstance(one, Emphasis | Bold) for one in parse(_last_sign(before) + marked + after[:1]))


def _last_sign(text: str) -> str:
    return text[-2:] if text[-2:-1] == "\\" else text[-1:]


def _positioned(text: str, position: str) -> str:
    sign = {"superscript": "^", "subscript": "_"}.get(position, "")
    inner = text.strip()
    if not sign or not inner or set(inner) & set("{}\n[]"):
        return text
    return text.replace(inner, f"{sign}{{{inner}}}")


def _marked(text: str, style: _Style) -> str:
    """`text` between its marks; blanks at its ends, and the stop that no emphasis begins with, stand outside them."""
    before = _OUTSIDE.match(text)[0]  # type: ignore[index]
    inner = text[len(before) :].rstrip()
    after = text[len(before) + len(inner) :]
    if not inner:
        return text
    if style.bold:  # three asterisks are no mark: what is both is bold
        inner = f"**{inner}**"
    elif style.italic:
        inner = f"*{inner}*"
    return before + inner + after


def _address(link: str) -> str:
    """What a link is typed to lead to: a document by its symbol, else the address."""
    if (found := _OF_A_DOCUMENT.fullmatch(link)) and (symbol := Symbol.parse(unquote(found[1]))):
        return symbol.text
    safe = link.replace(" ", "%20")
    balanced = re.fullmatch(r"(?:[^()]|\([^()]*\))*", safe)
    return safe if balanced else safe.replace("(", "%28").replace(")", "%29")


def _cleaned(text: str) -> str:
    return text.translate(_DROPPED)


def _escaped(text: str) -> str:
    return _JINJA.sub(r"\\{", escape(_cleaned(text)))


def _tidy(text: str) -> str:
    """Blanks as one, none at the ends of a line."""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
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
