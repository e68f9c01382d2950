"""Random corrections of random texts: the instructions made for them, carried out, give the corrected text exactly."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.model.document import Language
from publisher.revise import Disproved, Renumbered, instructions, prove
from publisher.revise.corrigendum import corrections as written_corrections
from publisher.revise.corrigendum import instructions_in
from publisher.revise.location import Location, Passage
from publisher.revise.passages_file import dump, load
from publisher.revise.sentences import sentence_of, sentences
from publisher.revise.substitution import substituted, substitutions

ENGLISH = [
    "The",
    "Assembly",
    "adopted",
    "decision",
    "2/6",
    "by",
    "105",
    "votes",
    "to",
    "2",
    "with",
    "1",
    "abstention",
    "on",
    "Friday",
    "morning",
    "in",
    "Nairobi",
]
CHINESE = list("人居大会在第三次全体会议上通过了关于战略计划的决定并请执行主任向执行局提交报告")
RUSSIAN = [
    "Ассамблея",
    "приняла",
    "решение",
    "большинством",
    "голосов",
    "при",
    "одном",
    "воздержавшемся",
    "в",
    "Найроби",
]
ARABIC = ["اعتمدت", "الجمعية", "المقرر", "بأغلبية", "الأصوات", "في", "نيروبي", "يوم", "الجمعة"]
SCRIPTS = [(ENGLISH, " ", ". "), (CHINESE, "", "。"), (RUSSIAN, " ", ". "), (ARABIC, " ", ". ")]


@st.composite
def texts(draw: st.DrawFn) -> str:
    words, joint, stop = draw(st.sampled_from(SCRIPTS))
    said = [
        joint.join(draw(st.lists(st.sampled_from(words), min_size=3, max_size=14)))
        for _ in range(draw(st.integers(1, 4)))
    ]
    call = f"{CALL_OPEN}n{draw(st.integers(1, 3))}{CALL_CLOSE}" if draw(st.booleans()) else ""
    return (stop.join(said) + stop).strip() + call


@st.composite
def rewordings(draw: st.DrawFn, text: str) -> str:
    """Change, add or take out characters and words somewhere in `text`, once to three times."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 8)))
        if (
            CALL_OPEN in text[at:until]
            or CALL_CLOSE in text[at:until]
            or text[:at].count(CALL_OPEN) > text[:at].count(CALL_CLOSE)
        ):
            continue
        text = text[:at] + draw(st.sampled_from(["", "和", " and ", "104", "の", " (as amended)", "，"])) + text[until:]
    return text


def paragraph(number: str, text: str, *, ordinal: int = 0) -> Passage:
    kind = "unnumbered" if ordinal else "paragraph"
    return Passage(Location("", "", kind, (number,), ordinal), text, f"para-{number}-{ordinal}", page=3)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[list[Passage], list[Passage], set[str]]:
    old, new, kinds = [], [], set()
    unnumbered = 0
    for number in range(1, draw(st.integers(2, 9))):
        text = draw(texts())
        issued = paragraph(str(number), text)
        old.append(issued)
        what = draw(st.sampled_from(["keep", "keep", "reword", "delete", "insert", "unnumbered", "rewrite"]))
        kinds.add(what)
        match what:
            case "reword":
                new.append(paragraph(str(number), draw(rewordings(text))))
            case "rewrite":
                new.append(paragraph(str(number), draw(texts())))
            case "delete":
                pass
            case "insert":
                new += [issued, paragraph(f"{number} bis", draw(texts()))]
            case "unnumbered":
                before = [draw(texts()) for _ in range(draw(st.integers(0, 3)))]
                after = list(before)
                if after and draw(st.booleans()):
                    after.pop(draw(st.integers(0, len(after) - 1)))
                after.insert(draw(st.integers(0, len(after))), draw(texts()))
                old += [paragraph(str(number), t, ordinal=n) for n, t in enumerate(before, 1)]
                new += [issued, *(paragraph(str(number), t, ordinal=n) for n, t in enumerate(after, 1))]
                unnumbered += 1
            case _:
                new.append(issued)
    return old, new, kinds


@settings(max_examples=400)
@given(corrections())
def test_instructions_lead_exactly_to_the_corrected_text(case: tuple[list[Passage], list[Passage], set[str]]) -> None:
    old, new, kinds = case
    try:
        orders = instructions(old, new)
    except Renumbered:
        event("the same words under another number")
        return
    for kind in kinds:
        event(kind)
    prove(old, orders, new)
    assert bool(orders) == ([p.text for p in old] != [p.text for p in new] or len(old) != len(new))


@settings(max_examples=300)
@given(st.data())
def test_a_substitution_stands_once_and_leads_to_the_new_text(data: st.DataObject) -> None:
    old = data.draw(texts())
    new = data.draw(rewordings(old))
    changes = substitutions(old, new)
    if changes is None:
        event("whole passage")
        return
    assert substituted(old, changes) == new
    for change in changes:
        assert (sentences(old)[change.sentence - 1] if change.sentence else old).count(change.old) == 1
        assert change.old == change.old.strip()


def test_the_proof_fails_on_a_wrong_instruction() -> None:
    old = [paragraph("1", "The vote was 105 to 2."), paragraph("2", "It was adopted.")]
    new = [paragraph("1", "The vote was 104 to 2."), paragraph("2", "It was adopted.")]
    (order,) = instructions(old, new)
    from dataclasses import replace

    for wrong in (replace(order, new="103"), replace(order, old="106"), replace(order, location=old[1].location)):
        with pytest.raises(Disproved):
            prove(old, [wrong], new)
    with pytest.raises(Disproved):
        prove(old, [], new)


def test_moved_numbers_are_refused() -> None:
    old = [paragraph("1", "The first paragraph stays."), paragraph("2", "The second paragraph moves.")]
    new = [old[0], paragraph("2", "A paragraph put between."), paragraph("3", "The second paragraph moves.")]
    with pytest.raises(Renumbered, match="paragraph 2 of the issued text is paragraph 3"):
        instructions(old, new)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two. Three.", 3),
        ("Mr. Smith met Ms. Jones at No. 5. They talked.", 2),
        ("第一句。第二句！第三句。", 3),
        ("Первое предложение. Второе предложение.", 2),
        ("الجملة الأولى. الجملة الثانية.", 2),
        ("At 10.40 a.m. the President opened it", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
    assert "".join(sentences(text)) == text
    last = sentences(text)[-1].strip()
    assert sentence_of(text, text.rindex(last), len(last)) == (count if count > 1 else 0)


@settings(max_examples=150)
@given(corrections())
def test_what_the_language_file_holds_is_what_is_proved(case: tuple[list[Passage], list[Passage], set[str]]) -> None:
    old, new, _ = case
    try:
        orders = instructions(old, new)
    except Renumbered:
        return
    blocks = written_corrections(orders, {f"n{number}": str(number) for number in range(1, 4)})
    words = Language.model_validate({"title": ["Corrigendum"], "body": blocks})
    prove(old, instructions_in(words.body), new)


def test_the_passages_of_an_edition_come_back_from_their_file() -> None:
    passages = [paragraph("1", f"One{CALL_OPEN}n1{CALL_CLOSE} “two”"), paragraph("1", "一", ordinal=2)]
    assert load(dump(passages)) == tuple(passages)
