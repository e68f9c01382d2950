"""What a cross-reference can point at.

Blocks with an identifier, decisions, agenda lines and notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from publisher.language import Vocabulary
from publisher.language.numbering import in_section
from publisher.model.inline import Inlines, Text, plain
from publisher.model.resolved import Block, EndRule, Figure, Heading, Note, Number, NumberForm, Paragraph, Table
from publisher.resolve.adopted import adoption_of
from publisher.resolve.drafting import Draft, DraftDivision, Drafting

Home = tuple[int, str]  # number of the annex, 0 for the body; number of the decision, “” outside of any
BODY: Home = (0, "")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads and what it says.

    `words` is None where there is nothing to say; `shows` as in Reference. `home` is where it stands, None for what
    has a name of its own in the whole document: annexes, decisions, tables, figures, notes. `outer` is what
    references from elsewhere call its home (“annex I”), empty for the body.
    """

    id: str
    words: Inlines
    shows: str
    home: Home | None = None
    outer: str = ""


def value_of(number: Number) -> str:
    """The value in a printed number: “(b)” → “b”.

    “附件二” → “二”
    """
    before, _, after = number.pattern.partition("{}")
    return number.printed.removeprefix(before).removesuffix(after) if "{}" in number.pattern else ""


def targets(divisions: Sequence[DraftDivision], notes: Sequence[Note], drafting: Drafting) -> dict[str, Target]:
    """The targets by every name they have.

    The author's identifier, the made one, a decision's number.
    """
    vocabulary = drafting.vocabulary
    found: dict[str, Target] = {
        note.id: Target(note.id, (Text(vocabulary.reference("footnote", note.mark)),), "note") for note in notes
    }
    counts: Counter[str] = Counter()
    for division in divisions:
        headings: list[str] = []
        path: tuple[str, ...] = ()
        outer = {"annex": "", "decision": ""}
        for draft in division.drafts:
            path = _path(draft.block, path)
            target = _target(draft, headings, path, counts, drafting)
            if isinstance(draft.block, Heading) and draft.block.kind in ("annex", "decision"):
                outer[draft.block.kind] = plain(target.words)
            elif isinstance(draft.block, Heading | Paragraph) and target.shows != "words":
                named = outer["decision"] if draft.decision else outer["annex"]
                target = replace(target, home=(division.number, draft.decision or ""), outer=named)
            if isinstance(draft.block, Heading | Paragraph) and not _is_counted(draft.block):
                target = replace(target, shows="words")
            # The first of two blocks with one name wins; blocks win over notes, which are named by calls.
            for name in (target.id, draft.id, *draft.aliases):
                if name and (name not in found or found[name].shows == "note"):
                    found[name] = target
    return found


def _target(
    draft: Draft, headings: list[str], path: tuple[str, ...], counts: Counter[str], drafting: Drafting
) -> Target:
    """The target that a block is."""
    block = draft.block
    match block:
        case Heading():
            return Target(block.id, *_of_heading(block, draft, headings, drafting))
        case Paragraph():
            said = _of_paragraph(block, path, drafting.vocabulary)
            return Target(block.id, (Text(said),) if said else (), "number")
        case Table() | Figure() if block.label:
            kind = "table" if isinstance(block, Table) else "figure"
            counts[kind] += 1
            return Target(block.id, (Text(_of_label(kind, counts[kind], drafting)),), "number")
        case Table() | Figure():
            return Target(block.id, (), "words")
        case EndRule():
            return Target(block.id, (), "words")
        case _:
            assert_never(block)


def _of_label(kind: str, count: int, drafting: Drafting) -> str:
    """“table 2”; in a section of a budget “table 26.2”, “figure 26.II”."""
    section = drafting.document.record.section
    form: NumberForm = "upper-roman" if kind == "figure" else "decimal"
    return drafting.vocabulary.reference(kind, count if section is None else in_section(section, count, form))


def _cited(number: Number) -> str:
    """The value of a number of a paragraph, with the section of a budget it is counted in."""
    before = number.pattern.partition("{}")[0]
    return (before if before[:1].isdigit() else "") + value_of(number)


def _is_counted(block: Heading | Paragraph) -> bool:
    """Whether Word counts the number of the block: neither that of an only annex, nor an inserted one (“12 bis”)."""
    if isinstance(block, Heading) and block.kind == "decision":
        return True
    return block.number is not None and block.number.ordinal is not None and bool(value_of(block.number))


def _path(block: Block, path: tuple[str, ...]) -> tuple[str, ...]:
    """The number of the paragraph and of the items above and at `block`: ("5", "(b)", "(ii)").

    `path` is that of the block before; the first place is empty below a paragraph without a number.
    """
    number = block.number if isinstance(block, Paragraph) else None
    match block:
        case Paragraph(role="numbered" | "operative"):
            return (_cited(number) if number else "",)
        case Paragraph(role="item") if number:
            # “b.” is cited as “b”; brackets belong to the letter and stay.
            cited = number.printed.rstrip(" .-")
            return (*(path or ("",))[: number.depth + 1], cited)
        case Paragraph(role="agenda-entry" | "bullet" | "close"):
            return path
        case Paragraph() | Heading() | Table() | Figure() | EndRule():
            return ("",)
        case _:
            assert_never(block)


def _of_paragraph(block: Paragraph, path: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Say “paragraph 5 (b) (ii)” as the language does (CONVENTIONS §2.1)."""
    number = block.number
    match block.role:
        case _ if number is None:
            return ""
        case "agenda-entry":
            return vocabulary.reference("agenda-item", value_of(number))
        case "numbered" | "operative" | "item":
            cited = vocabulary.entries.numbering.path_joint.join(part for part in path if part)
            kind = "operative" if block.role == "operative" else "paragraph"
            return vocabulary.reference(kind, cited) if path[0] else cited
        case _:  # of whatever role: cited as it is printed
            return number.printed


def _of_heading(block: Heading, draft: Draft, headings: list[str], drafting: Drafting) -> tuple[Inlines, str]:
    """Say “annex II”, “section I.A”, “decision 2/6”; a heading without a number gives its own words."""
    number, vocabulary = block.number, drafting.vocabulary
    match block.kind:
        case "annex" | "appendix":
            value = value_of(number) if number else ""
            return (Text(vocabulary.reference(block.kind, value).strip()),), "number"
        case "attached" if number:
            return (Text(vocabulary.reference("annex", value_of(number)).strip()),), "number"
        case "chapter" if number:
            headings[:] = [vocabulary.reference("chapter", value_of(number))]
            return (Text(headings[0]),), "number"
        case "section" if number:
            headings[number.depth :] = [*[""] * (number.depth - len(headings)), value_of(number)]
            chapter = headings[0] if drafting.document.kind.chapters and number.depth else ""
            path = ".".join(value for value in headings[1 if chapter else 0 :] if value)
            said = vocabulary.reference("section", path)
            return (Text(vocabulary.within(chapter, said) if chapter else said),), "number"
        case "decision":
            decision = draft.aliases[0]
            adoption = adoption_of(decision, drafting)
            return (Text(vocabulary.reference(adoption.kind if adoption else "decision", decision)),), "number"
        case "attached" | "section" | "chapter" | "box" | "contents" | "summary":
            words = plain(block.text)
            return ((Text(words),) if words else ()), "words"
        case _:
            assert_never(block.kind)
