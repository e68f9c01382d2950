"""Page one of a Word file.

The masthead's facts, the lines under it, the title, the asterisk notes. Each family keeps them elsewhere: New York in
the head of the first page, with document variables, and its notes in frames; Geneva, UNFCCC and our own files in a
table that floats above the text. A line counts as understood where it is what the program itself prints of a fact.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, Literal

from publisher.language import Vocabulary
from publisher.model.reference import OFFICIAL_LANGUAGES, Reference
from publisher.model.symbol import Symbol
from publisher.openxml.content import (
    Block,
    Content,
    Look,
    NoteCall,
    Paragraph,
    Picture,
    Run,
    Table,
    cells_in,
    paragraphs_in,
)
from publisher.receive.accounts import Accounts
from publisher.receive.word.notes import Notes
from publisher.receive.word.numbers import parted, with_number
from publisher.receive.word.organ import name_among, names, organ_lines, organ_of, own_organ
from publisher.receive.word.ranks import rank_of, styled_rank
from publisher.receive.word.session_lines import FIGURES, alike, says_item, says_session, session_lines
from publisher.receive.word.side_by_side import OrgansReader
from publisher.receive.word.words import WordsOf

SYMBOL = re.compile(
    r"[A-Z][A-Za-z]{0,9}(?:/[A-Z0-9][A-Za-z0-9.()*-]*(?: \((?:Sect|Part|Vol)[^)]*\))?){1,6}(?:/Part [A-Z])?"
)
_JOB = re.compile(r"(?P<number>[A-Z]{0,3}\.?\d{2}-?\d{4,6})\*?\s*[(\[]\s*[ACEFRS]\s*[)\]](?P<dates>(?:\s+\d{6}){0,3})")
_ASTERISKS = re.compile(r"(?:\t|^)\s*(\*{1,5}|†{1,3})\s*(?:\t|\s)\s*")
_CATEGORIES = ("general", "limited", "restricted", "derestricted")
_MOST_SYMBOLS = 3  # of one document (ODS takes so many)
_LONGEST_LINE = 150  # characters of a line under the masthead
_LATEST_LINES = 24  # lines between masthead and title, at most


@dataclass(slots=True)
class Front:
    """What page one says.

    `start` is the index of the first block of the body after it.
    """

    facts: dict[str, object] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)  # key of a fact → the words it was read from
    organs: Mapping[str, Any] = field(default_factory=dict)  # of the document's own: key → entry
    organ_lines: list[str] | None = None  # where they are not the usual ones of the organ
    session_line: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)  # mark → words
    unknown: list[str] = field(default_factory=list)
    item: tuple[str, str] | None = None  # name and title of the agenda item it is issued under
    items: dict[str, str] = field(default_factory=dict)  # those of further organs
    moved: list[str] = field(default_factory=list)  # marks of notes that the title calls in the place of the symbol
    start: int = 0
    above: list[Block] = field(default_factory=list)  # what stands over the masthead
    taken: set[object] = field(default_factory=set)  # elements of paragraphs that went into the notes of page one


@dataclass(slots=True)
class FrontReader:
    """Reads page one of `content` in the language of `vocabulary`."""

    content: Content
    vocabulary: Vocabulary
    reference: Reference
    accounts: Accounts
    words: WordsOf
    notes: Notes
    reissued: re.Pattern[str]  # what a note on a reissue says, its day as the group “day”
    organs: OrgansReader
    front: Front = field(default_factory=Front)

    def read(self) -> Front:
        """The facts and lines of page one."""
        self._masthead_lines()
        self._foot()
        self._organ_and_variables()
        self._lines()
        self.front.notes |= dict(self.notes.of_symbol(self.words))
        self._reissues()
        self._session_lines()
        self._uncalled()
        return self.front

    # The masthead

    def _masthead(self) -> Iterator[Paragraph]:
        yield from paragraphs_in(self._of_page_one("header"))
        for index, block in enumerate(self.content.body[:3]):
            if isinstance(block, Paragraph):
                table = self._boxed_masthead(block)
            else:
                table = block if (block.floating or index == 0) and self._is_masthead(block) else None
                if table is not None:
                    self.front.start, self.front.above = index + 1, self.content.body[:index]
            if table is not None:
                yield from paragraphs_in([table])
                _used_cells(table, self.accounts)
                return

    def _of_page_one(self, place: Literal["header", "footer"]) -> list[Block]:
        """The head or foot of page one: its own, else that of its section where it says what a masthead does."""
        heads = self.content.heads
        usual = heads.get((0, place, "default"), [])
        texts = [paragraph.text for paragraph in paragraphs_in(usual)]
        has_facts = any(map(self._is_of_masthead, texts)) or any(map(_JOB.search, texts))
        return heads.get((0, place, "first")) or (usual if has_facts else [])

    def _boxed_masthead(self, paragraph: Paragraph) -> Table | None:
        """The masthead in a text box, as LibreOffice keeps tables that float; it is taken off the paragraph."""
        for picture in (piece for piece in paragraph.pieces if isinstance(piece, Picture)):
            for table in (block for box in picture.boxes for block in box if isinstance(block, Table)):
                if self._is_masthead(replace(table, floating=True)):
                    self.accounts.use_once(picture.element)
                    paragraph.pieces.remove(picture)
                    return table
        return None

    def _is_masthead(self, table: Table) -> bool:
        texts = [paragraph.text.strip() for paragraph in paragraphs_in([table])]
        said = [text for text in texts if text]
        if len(texts) >= 40 or not 1 <= len(set(filter(None, map(_symbol, said)))) <= _MOST_SYMBOLS:
            return False
        return table.floating or any(map(self._is_of_masthead, said))

    def _is_of_masthead(self, text: str) -> bool:
        """Whether a line says what only a masthead does: a distribution, an original, a date, the organization."""
        vocabulary = self.vocabulary
        printed = [vocabulary.distribution(category) for category in _CATEGORIES]
        printed += [vocabulary.original_line(code) for code in OFFICIAL_LANGUAGES]
        printed += [vocabulary.language_line(), vocabulary.entries.masthead.united_nations]
        is_one = any(alike(text, line) for line in printed) or masthead_date(text, vocabulary) is not None
        return is_one or self._fixed.match(text.strip()) is not None

    def _masthead_lines(self) -> None:
        """Every line a fact, or the name of an organ that is not among those known, or left out."""
        odd: list[list[Paragraph]] = [[]]  # what no fact stands for, in groups that stand together
        for paragraph in self._masthead():
            text = _line(paragraph)
            if text and alike(text, self.vocabulary.language_line()):
                _leave(paragraph, "the program decides whether the masthead has this line", self.accounts)
            elif text and not self._understood(text) and not self._understood_in_parts(paragraph.text):
                odd[-1].append(paragraph)
                continue
            else:
                _used(paragraph, self.accounts)
            if odd[-1]:
                odd.append([])
        groups = [[_line(paragraph) for paragraph in group] for group in odd if group]
        name = () if "programme" in self.front.facts else name_among(groups)
        if name:
            self.front.facts["own-programme"] = " ".join(name)
        for paragraph in (one for group in odd for one in group):
            if (text := _line(paragraph)) in name:
                _used(paragraph, self.accounts)
                continue
            self.front.unknown.append(text)
            _leave(paragraph, "a line of the masthead that no fact stands for", self.accounts)

    def _understood(self, text: str) -> bool:
        vocabulary, facts = self.vocabulary, self.front.facts
        if found := _symbol(text):
            if "symbol" not in facts:
                self._fact("symbol", found.rstrip("*"), text)
                facts["asterisks"] = len(text) - len(text.rstrip("*"))
            return found.rstrip("*") == facts["symbol"]
        for category in _CATEGORIES:
            if alike(text, vocabulary.distribution(category)):
                self._fact("distribution", category, text)
                return True
        if (day := masthead_date(text, vocabulary)) is not None:
            self._fact("date", day, text)
            return True
        for code in OFFICIAL_LANGUAGES:
            if alike(text, vocabulary.original_line(code)):
                self._fact("original", code, text)
                return True
            if alike(text, vocabulary.language_line([code])):
                self._fact("language-only", [code], text)
                return True
        if alike(text, vocabulary.entries.masthead.united_nations):
            return True
        return self._names_organ(text)

    def _understood_in_parts(self, text: str) -> bool:
        """Whether each line of a paragraph is understood: several organs, or all lines of a cell in one paragraph.

        Programs that join paragraphs leave nothing between them.
        """
        lines = [line for line in text.splitlines() if line.strip()]
        parts = [[part for part in self._fixed.split(line) if part.strip()] for line in lines]
        if sum(map(len, parts)) < 2 or not all(self._understood(part.strip()) for line in parts for part in line):
            return False
        self.accounts.reworded += [line for line, joined in zip(lines, parts, strict=True) if len(joined) > 1]
        return True

    @property
    def _fixed(self) -> re.Pattern[str]:
        """The lines of a masthead that are the same in every document."""
        lines = map(self.vocabulary.distribution, _CATEGORIES), map(self.vocabulary.original_line, OFFICIAL_LANGUAGES)
        listed = sorted(map(_with_blanks, chain(*lines)), key=len, reverse=True)
        return re.compile(f"({'|'.join(listed)})")

    def _names_organ(self, text: str) -> bool:
        known = any(names(organ, text, self.vocabulary.code) for organ in self.reference.organs.values())
        if known:
            self.front.facts.setdefault("programme", text)
        return known

    def _fact(self, key: str, value: object, words: str) -> None:
        self.front.facts.setdefault(key, value)
        self.front.evidence.setdefault(key, words)

    def _foot(self) -> None:
        for paragraph in paragraphs_in(self._of_page_one("footer")):
            text = paragraph.text.strip()
            if found := _JOB.search(text):
                self._fact("job", found["number"], text)
                days = [_code_date(code) for code in found["dates"].split()]
                self.front.facts["job-dates"] = [day for day in days if day is not None]
                _used(paragraph, self.accounts)

    def _organ_and_variables(self) -> None:
        variables = self.content.variables
        facts = self.front.facts
        if "symbol" not in facts and (found := _symbol(variables.get("sss1", ""))):
            self._fact("symbol", found, "the document variable sss1")
        if "job" not in facts and (number := variables.get("FooterJN", "").strip()):
            self._fact("job", number, "the document variable FooterJN")
        symbol, code = str(facts.get("symbol", "")), self.vocabulary.code
        name = str(facts.get("own-programme", ""))
        organ = organ_of(symbol, str(facts.get("programme", "")) or name, self.reference, code)
        if organ is not None:
            self._fact("organ", organ.id, str(facts.get("programme", symbol)))
        elif name:
            key, entry = own_organ(name, symbol, code)
            self.front.organs = {key: entry}
            self._fact("organ", key, name)

    # The lines under the masthead

    def _side_by_side(self) -> None:
        """A table of the organs, where the masthead is followed by one: its first organ is that of the document."""
        body, start = self.content.body, self.front.start
        at = next(
            (at for at, one in enumerate(body[start:], start) if isinstance(one, Table) or one.text.strip()), None
        )
        table = body[at] if at is not None else None
        said = self.organs.read(table) if isinstance(table, Table) else None
        if at is None or not isinstance(table, Table) or said is None:
            return
        _used_cells(table, self.accounts)
        for paragraph in paragraphs_in([table]):
            _used(paragraph, self.accounts)
        self.front.facts["also"] = said.also
        self.front.items |= said.items
        for line in said.lines[1:]:  # the first names the organ
            self._under_masthead(line)
        self.front.start = at + 1

    def _lines(self) -> None:
        self._side_by_side()
        lines = self._line_paragraphs()
        title = self._where_title_begins(lines) if self.front.facts or any(map(rank_of, lines)) else 0
        above = [one for one in self.front.above if isinstance(one, Paragraph)]
        self._frames([*above, *lines])
        for line in (*above, *lines[:title]):
            self._under_masthead(line)
        titled = title < len(lines) and rank_of(lines[title]) > 0 and bool(lines[title].text.strip())
        end = self._title(lines[title:]) if titled else 0
        if title + end:
            last = lines[title + end - 1]
            self.front.start = self.content.body.index(last) + 1
        for line in (*above, *(line for line in lines if self.content.body.index(line) < self.front.start)):
            for picture in (piece for piece in line.pieces if isinstance(piece, Picture)):
                self._box(picture)
        front = self.front
        for said in (front.session_line, front.title, front.subtitle):
            said[:] = map(self._called, said)

    def _box(self, picture: Picture) -> None:
        """What stands in a text box of page one: its notes, and lines under the masthead."""
        lines = [line for box in picture.boxes for line in paragraphs_in(box)]
        for inner in (piece for line in lines for piece in line.pieces if isinstance(piece, Picture)):
            self._box(inner)
        inside = [line for line in lines if line.text.strip()]
        if not inside:
            self.accounts.leave_out("a rule or emblem of page one", picture.element)
            return
        self.accounts.use_once(picture.element)
        for cell in (cell for box in picture.boxes for cell in cells_in(box)):
            self.accounts.use_once(cell.element)
        self._frames(inside)
        for line in inside:
            self._under_masthead(line)

    def _where_title_begins(self, lines: Sequence[Paragraph]) -> int:
        """The first line in a style of titles; without one the first of the largest that look like headings.

        That one stands below the lines that say organ, session, place or agenda item.
        """
        is_styled = any(styled_rank(line) and line.text.strip() for line in lines)
        known = 0 if is_styled else self._known_lines(lines)
        ranked = [
            (styled_rank(line) or 9, rank_of(line) or 9, at)
            for at, line in enumerate(lines)
            if line.text.strip() and at >= known
        ]
        best = min(((styled, rank) for styled, rank, _ in ranked), default=(9, 9))
        if best == (9, 9):  # no title: what is short and has no number stands under the masthead
            long = (at for at, line in enumerate(lines) if len(line.text) > _LONGEST_LINE or parted(line).number)
            return known or next(long, len(lines))
        return next(at for styled, rank, at in ranked if (styled, rank) == best)

    def _known_lines(self, lines: Sequence[Paragraph]) -> int:
        """Up to which of `lines` they say organ, session, place, the agenda item and its title."""
        organ = self.reference.organs.get(str(self.front.facts.get("organ", "")))
        names = organ.lines.get(self.vocabulary.code, ()) if organ else ()
        end = 0
        said = [(at, line.text.strip()) for at, line in enumerate(lines) if line.text.strip()]
        for place, (at, text) in enumerate(said):
            if len(text) > _LONGEST_LINE:
                break
            if says_item(text, self.vocabulary):
                end = said[place + 1][0] + 1 if place + 1 < len(said) else at + 1
            elif any(alike(text, name) for name in names) or says_session(text, self.vocabulary, self.reference):
                end = at + 1
        return end

    def _line_paragraphs(self) -> list[Paragraph]:
        found: list[Paragraph] = []
        for block in self.content.body[self.front.start :]:
            if isinstance(block, Table) or len(found) > _LATEST_LINES:
                break
            found.append(block)
        return found

    def _frames(self, lines: Sequence[Paragraph]) -> None:
        for line in lines:
            if found := _ASTERISKS.match(line.text):
                pieces = [replace(piece) for piece in line.pieces if isinstance(piece, Run)]
                left = found.end()
                for piece in pieces:
                    taken = min(left, len(piece.text))
                    if taken:
                        self.accounts.use_once(piece.element)
                    piece.text, left = piece.text[taken:], left - taken
                self.front.notes[found[1]] = self.words.words(pieces)
                self.front.taken.add(line.element)
                self.accounts.use_once(line.element)

    def _under_masthead(self, line: Paragraph) -> None:
        if not line.text.strip() or _ASTERISKS.match(line.text):
            return
        self.front.session_line.append(self._called(self.words.words(with_number(line), _own_look(line))))
        self.accounts.use_once(line.element)

    def _title(self, lines: Sequence[Paragraph]) -> int:
        """Take title and subtitle off `lines`; how many lines they are."""
        ahead = next((at for at, line in enumerate(lines) if self._is_contents(line)), None)
        end = taken = 0
        for at, line in enumerate(lines):
            if ahead is not None and at >= ahead:
                break
            if not line.text.strip() or _ASTERISKS.match(line.text):
                end = at + 1 if taken and ahead is not None else end
                continue
            if taken and ahead is None and not self._goes_on(line):
                break
            words = self._called(self.words.words(with_number(line), _own_look(line)))
            self.accounts.use_once(line.element)
            if self.front.subtitle or (taken and (_is_subtitle(line) or rank_of(line) != rank_of(lines[0]))):
                self.front.subtitle.append(words)
            else:
                self.front.title.append(words)
            taken, end = taken + 1, at + 1
        return end

    def _goes_on(self, line: Paragraph) -> bool:
        """Whether a line after the first of the title still belongs to it."""
        if _is_subtitle(line) or (_is_title(line) and line.style.lower().startswith(("title", "documenttitle"))):
            return True
        return bool(_BY_WHOM.match(line.text.strip())) and len(line.text) < 120

    def _is_contents(self, line: Paragraph) -> bool:
        return any(alike(line.text.strip(), self.vocabulary.label(of)) for of in ("contents", "contents-of-meeting"))

    def _called(self, words: str) -> str:
        """The asterisks somebody typed at the end of a line, as calls of the notes of page one."""
        found = re.search(r"(?:\\\*)+$", words)
        if found is None or found[0].replace("\\", "") not in self.front.notes:
            return words
        return words[: found.start()] + f"[^{front_note(found[0].count('*'))}]"

    def _reissues(self) -> None:
        """A note that says what the program says of a reissue is the fact of it."""
        for mark, words in list(self.front.notes.items()):
            found = self.reissued.fullmatch(words)
            day = day_in(found["day"], self.vocabulary) if found else None
            if day is not None and self.front.facts.get("asterisks", 0):
                self.front.facts.setdefault("reissues", []).append(day)  # type: ignore[attr-defined]
                self.front.evidence.setdefault("reissues", words)
                del self.front.notes[mark]

    def _uncalled(self) -> None:
        """Notes whose asterisks stand at the symbol, or where nothing of the text is: the title calls them instead."""
        written = "\n".join([*self.front.session_line, *self.front.title, *self.front.subtitle])
        for mark in self.front.notes:
            call = f"[^{front_note(len(mark))}]"
            if call not in written and self.front.title:
                self.front.title[-1] += call
                self.front.moved.append(mark)

    def _session_lines(self) -> None:
        """What the lines under the masthead state goes into the facts; the rest stays as lines."""
        organ = self.reference.organs.get(str(self.front.facts.get("organ", "")))
        self.front.organ_lines, lines = organ_lines(self.front.session_line, organ, self.vocabulary)
        read = session_lines(lines, self.vocabulary, self.reference)
        for key, (value, line) in read.facts.items():
            self._fact(key, value, line)
        self.front.session_line, self.front.item = read.left, read.item


_BY_WHOM = re.compile(
    r"(?:Note|Report|Prepared|Submitted|Communication|Letter|Statement|Annotated|Provisional|Draft|Addendum|Corrigendum|Revision|Proposal)\b"
)


def front_note(asterisks: int) -> str:
    """The name of the note of page one with so many asterisks."""
    return f"page-one-{asterisks}"


def masthead_date(text: str, vocabulary: Vocabulary) -> datetime.date | None:
    """The day that the masthead prints as `text`."""
    figures = text.translate(FIGURES)
    year = re.search(r"\b(?:19|20)\d\d|(?:19|20)\d\d(?=年)", figures)
    if year is None or len(text) > 40:
        return None
    first = datetime.date(int(year[0]), 1, 1)
    days = (first + datetime.timedelta(days=count) for count in range(366))
    return next((day for day in days if alike(text, vocabulary.masthead_date(day))), None)


def reissue_pattern(template: str) -> re.Pattern[str]:
    """What a wording template of a reissue note writes, on any day."""
    sentence = re.sub(r"\{#.*?#\}", "", template, flags=re.DOTALL).strip()
    parts = [re.escape(part.strip()) for part in re.split(r"\{\{.*?\}\}", sentence)]
    return re.compile(r"\s*(?P<day>.+?)\s*".join(parts))


def day_in(text: str, vocabulary: Vocabulary) -> datetime.date | None:
    """The day that `text` names as the language prints days.

    The longest where several fit.
    """
    year = re.search(r"(?:19|20)\d\d", text)
    if year is None:
        return None
    first = datetime.date(int(year[0]), 1, 1)
    days = (first + datetime.timedelta(days=count) for count in range(366))
    bare = "".join(text.split())
    found = [day for day in days if "".join(vocabulary.date(day).split()) in bare]
    return max(found, key=lambda day: len(vocabulary.date(day)), default=None)


def _with_blanks(line: str) -> str:
    """A pattern of `line`, whatever its blanks."""
    return r"\s*".join(map(re.escape, line.split()))


def _line(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split())


def _symbol(text: str) -> str:
    """`text` where it is a symbol, or several joined by dashes, and nothing else."""
    text = text.strip()
    is_one = SYMBOL.fullmatch(text.rstrip("*")) and re.search(r"\d", text)
    return text if is_one or Symbol.parse(text) is not None else ""


def _is_title(line: Paragraph) -> bool:
    return rank_of(line) == 1 and bool(line.text.strip())


def _is_subtitle(line: Paragraph) -> bool:
    return line.style.lower() in ("subtitle", "documentsubtitle")


def _own_look(line: Paragraph) -> Look:
    """What all words of a line look like is no emphasis in it."""
    runs = [run.look for run in line.runs if run.text.strip()]
    return Look(bold=all(look.bold for look in runs), italic=all(look.italic for look in runs))


def _code_date(code: str) -> datetime.date | None:
    try:
        return datetime.datetime.strptime(code, "%d%m%y").date()
    except ValueError:
        return None


def _used(paragraph: Paragraph, accounts: Accounts) -> None:
    accounts.use_once(paragraph.element)
    for piece in paragraph.pieces:
        if not isinstance(piece, NoteCall):
            accounts.use_once(piece.element)


def _leave(paragraph: Paragraph, reason: str, accounts: Accounts) -> None:
    accounts.leave_out(reason, paragraph.element, *(piece.element for piece in paragraph.pieces))


def _used_cells(table: Table, accounts: Accounts) -> None:
    for cell in cells_in([table]):
        accounts.use_once(cell.element)
