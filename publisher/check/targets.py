"""Paragraphs cited by hand, looked up in the part that cites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.check.evidence import Evidence
from publisher.check.passage import Passage
from publisher.check.recognise.citations import chapter_before, cited_in, decisions_in, elsewhere, symbols_in

_FAR = 2  # times the last paragraph of a decision: a number left behind is near, one beyond that is of another document


@dataclass(frozen=True, slots=True)
class Target:
    """A paragraph cited: where, which, and in what direction.

    The side it stands on is “” where it stands nowhere.
    """

    passage: Passage
    start: int
    end: int
    number: int
    direction: str
    side: str
    found: bool

    @property
    def words(self) -> str:
        """The words of the reference."""
        return self.passage.text[self.start : self.end]


def paragraph_targets(evidence: Evidence) -> Iterator[Target]:
    """Each paragraph of this document that words cite by number.

    Words that say “above”, “below” or “of the present report” always mean this document; a bare number does where
    its sentence names no other document.
    """
    places = _places(evidence)
    naming: dict[tuple[int, int], bool] = {}
    replaced = set(replaced_items(evidence))
    last = {scope: max(numbers) for scope, numbers in places.items()}
    for passage in evidence.own:
        if passage.quoted or passage.kind == "masthead":  # “Пункт 71” of page one is an item of the agenda
            continue
        if passage.index in replaced or _reproduced(passage, evidence):
            continue
        linked = {(start, end) for start, end, _ in passage.references}
        for seen in cited_in(passage.text, evidence.words, "paragraph"):
            if not seen.direction and _of_another(evidence, passage, seen.start, seen.end, naming):
                continue
            decided = passage.scope != passage.division
            if decided and not seen.direction and min(seen.numbers) > _FAR * last.get(passage.scope, 0):
                continue
            if any(start < seen.end and seen.start < end for start, end in linked):  # written by the program
                continue
            here = places.get(passage.scope) or places.get(passage.division) or {}
            around = places.get(passage.division, {})
            for number in seen.numbers:
                index = here.get(number, around.get(number, places.get("body", {}).get(number)))
                if index is None and seen.direction == "here":  # from an annex: of the text it is annexed to
                    index = next((scope[number] for scope in places.values() if number in scope), None)
                side = "" if index is None or index == passage.index else "above" if index < passage.index else "below"
                yield Target(passage, seen.start, seen.end, number, seen.direction, side, index is not None)


def _places(evidence: Evidence) -> dict[str, dict[int, int]]:
    """The index of each numbered paragraph, by the scope it counts in."""
    places: dict[str, dict[int, int]] = {}
    for passage in evidence.passages:
        if passage.role in ("numbered", "operative") and passage.number is not None and passage.number.ordinal:
            places.setdefault(passage.scope, {})[passage.number.ordinal] = passage.index
            if passage.role == "numbered":
                places.setdefault(passage.division, {})[passage.number.ordinal] = passage.index
    return places


def _of_another(
    evidence: Evidence, passage: Passage, start: int, end: int, naming: dict[tuple[int, int], bool]
) -> bool:
    """Say whether a bare number is of another document; `naming` keeps which sentences name one."""
    # the preamble speaks of other texts, of this one only as “the present resolution”
    if passage.kind == "note" or passage.role == "preambular" or elsewhere(passage.text, start, end, evidence.words):
        return True
    if passage.kind == "heading" and (start, end) == (0, len(passage.text)):
        return True  # a heading that is nothing but “Paragraph 23”: what is discussed under it
    bracket = passage.text.rfind("(", 0, start) + 1
    if bracket and ")" not in passage.text[bracket:start] and names_another(passage.text[bracket:end], evidence):
        return True  # “(ibid., chap. II, paras. 114 and 117)”, where the point after “chap.” ends no sentence
    if not evidence.chapters and chapter_before(passage.text, start, evidence.words):
        return True
    first, last = evidence.sentence_at(passage, start)
    if (passage.index, first) not in naming:
        sentence = passage.text[first:last]
        given = any(
            given_to_another(sentence[seen.end : seen.end + 80], evidence)
            for seen in cited_in(sentence, evidence.words, "paragraph")
        )
        naming[passage.index, first] = given or names_another(sentence, evidence)
    return naming[passage.index, first]


def replaced_items(evidence: Evidence) -> Iterator[int]:
    """The index of each lone item led in by words on another document.

    “paragraph 12 (g) of … shall be replaced by:”.
    """
    paragraphs = [passage for passage in evidence.own if passage.kind == "paragraph"]
    for before, here, after in zip(paragraphs, paragraphs[1:], [*paragraphs[2:], None], strict=False):
        alone = before.role != "item" and here.role == "item" and (after is None or after.role != "item")
        if alone and before.text.rstrip().endswith((":", "：")) and names_another(before.text, evidence):
            yield here.index


def _reproduced(passage: Passage, evidence: Evidence) -> bool:
    """True where a text ends with the paragraph it is taken from, as replies to another body quote it: “… (para. 23)”."""
    text = passage.text.rstrip(" .。;；")
    cited = list(cited_in(text, evidence.words, "paragraph")) if text.endswith((")", "）")) else []
    return bool(cited) and cited[-1].end == len(text) - 1 and text[cited[-1].start - 1] in "(（"


def names_another(sentence: str, evidence: Evidence) -> bool:
    """True where words name a document.

    By number, by symbol, or as treaties, rules and reports are called.
    """
    for adoption in evidence.record.adoptions:  # what the document itself adopts is no other one, and its noun with it
        sentence = re.sub(rf"(?:\w{{1,14}}\s)?{re.escape(adoption.number)}", "", sentence)
    cues = evidence.words.pattern("other-document")
    if cues is not None and cues.search(sentence):
        return True
    return any(decisions_in(sentence, evidence.words)) or any(symbols_in(sentence))


def given_to_another(following: str, evidence: Evidence) -> bool:
    """True where words after a number say what it is a number of.

    “paragraph 41 of the Agenda …”
    """
    pattern = evidence.words.pattern("number-of-another")
    return pattern is not None and pattern.search(following) is not None
