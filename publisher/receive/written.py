"""What the program will write of a resolution by itself.

An import leaves it to the facts where it is the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from publisher.language import Vocabulary
from publisher.model.document import Language
from publisher.model.record import NumberedItem, Record
from publisher.model.reference import Reference, Resolutions
from publisher.model.workspace import Workspace
from publisher.receive.folder import Noted, OneLine
from publisher.wording import Wording
from publisher.wording.adoption import tail_lines, title_lines
from publisher.wording.names import NoName


@dataclass(frozen=True)
class Written:
    """The lines that the facts of `record` give in one language.

    As the folder will hold them.
    """

    record: Mapping[str, Any]
    reference: Reference
    vocabulary: Vocabulary
    workspace: Workspace

    @cached_property
    def _facts(self) -> Record:
        return Record.model_validate(unfolded(self.record))

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.workspace, self.vocabulary, self._facts, Language(), self.reference)

    @property
    def _form(self) -> Resolutions | None:
        organ = self.reference.organs.get(self._facts.organ)
        return organ.resolutions if organ else None

    @property
    def is_headed(self) -> bool:
        """True where number and title of a resolution stand above its text."""
        return self._form is None or self._form.headed

    def says(self, issued: Sequence[str], written: Sequence[str]) -> bool:
        """True where what was issued is what will be written.

        White space and emphasis apart.
        """
        return bool(written) and bare("".join(issued)) == bare("".join(written))

    def session(self) -> str:
        """The line of the session in the masthead; empty where there is none."""
        session = self._facts.session
        return self.vocabulary.session_line(session.number, session.part) if session else ""

    def day(self) -> str:
        """The date in the masthead."""
        return self.vocabulary.masthead_date(self._facts.date)

    def session_days(self) -> str:
        """The line of the session's days in the masthead.

        Empty where they are not known.
        """
        session = self._facts.session
        return self.vocabulary.period(session.days, "line") if session and session.days else ""

    def languages(self) -> list[str]:
        """The lines of the language and of the original that page one may have."""
        return [self.vocabulary.language_line(), self.vocabulary.original_line(self._facts.original)]

    def items(self) -> str:
        """The line of the agenda items in the masthead."""
        given = [item.number for item in self._facts.agenda_item if isinstance(item, NumberedItem)]
        return self.vocabulary.masthead_items([self.vocabulary.item_as_printed(number) for number in given])

    def title(self, *, several: bool) -> list[str]:
        """The lines of the title, of one resolution or of several."""
        facts, form = self._facts, self._form
        if form is None:
            return [self.vocabulary.capital(self.vocabulary.reference("resolution", facts.adoptions[0].number))]
        if not facts.meetings:
            return []
        return title_lines(form, facts, facts.adoptions[0], self.vocabulary, several=several)

    def source(self) -> list[str]:
        """The line in square brackets: on whose report or proposal.

        None where the record does not say.
        """
        given = self._facts.adoptions[0].proponent
        by = self.reference.proponents.get(given.by, {}).get(self.vocabulary.code) if given else None
        if given is None or by is None:
            return []
        return [self.sentence("resolution-source", by=by, symbol=given.symbol, paragraph=given.paragraph)]

    def sentence(self, name: str, /, **facts: Any) -> str:
        """A standard sentence in the language."""
        return self._wording.sentence(name, **facts)

    def tail(self) -> list[str]:
        """The lines under the text: meeting, day, adoption, voters.

        None where a State has no name.
        """
        facts = self._facts
        given = (facts, facts.adoptions[0], self.vocabulary, self.reference, self.sentence)
        try:
            lines = list(tail_lines(self._form, *given))
        except NoName:
            return []
        return [f"{line.label} {line.words}".strip() for line in lines]


def sentences(vocabulary: Vocabulary, reference: Reference, workspace: Workspace) -> Callable[..., str]:
    """What writes the standard sentences of a language that take no fact of a record."""
    facts = {
        "symbol": "A/1",
        "kind": "note",
        "profile": "geneva",
        "organ": "none",
        "date": "2000-01-01",
        "original": "en",
    }
    return Wording(workspace, vocabulary, Record.model_validate(facts), Language(), reference).sentence


def signs(words: str) -> str:
    """The letters and figures of `words`, to compare lines by.

    Such as differ in points and brackets.
    """
    return "".join(filter(str.isalnum, words))


def bare(words: str) -> str:
    """`words` without white space, emphasis and what escapes a sign, to compare lines by.

    Raised letters and hyphens that hold are those they stand for: 3ª is 3a.
    """
    return re.sub(r"[\s*\\]+", "", unicodedata.normalize("NFKC", words).replace("\u2010", "-"))


def unfolded(value: Any) -> Any:
    """Plain values of what a folder's writer sets on one line or remarks on."""
    match value:
        case OneLine() | Noted():
            return unfolded(value.value)
        case Mapping():
            return {key: unfolded(inner) for key, inner in value.items()}
        case list() | tuple():
            return [unfolded(inner) for inner in value]
        case _:
            return value
