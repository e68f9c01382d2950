"""Puts an AKN4UN file together, part after part.

Meta, cover page, preface, preamble, body, conclusions, attachments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml import etree

from publisher.model.inline import Call
from publisher.model.resolved import Block, Division, Document, EndRule, Heading, Note, Paragraph, Table
from publisher.render.akn.body import Hierarchy
from publisher.render.akn.elements import AKN, AKN4UN, Element, Identifiers, append, element
from publisher.render.akn.identity import identification, meta
from publisher.render.akn.inlines import Inliner, with_targets


def write_akn(resolved: Document) -> bytes:
    """`resolved` as AKN4UN XML in UTF-8, indented nowhere.

    White space counts between words.
    """
    notes = {note.id: note for note in (*resolved.notes, *_table_notes(resolved))}
    inliner = Inliner(notes, Identifiers())
    form = resolved.facts.form
    document = element(form.element, name=form.name, contains="originalVersion")
    append(document, meta(resolved), _cover(resolved, inliner), _preface(resolved, inliner))
    body, *annexes = resolved.divisions
    blocks: list[Block] = [block for block in body.blocks if not isinstance(block, EndRule)]
    if form.element == "statement":
        blocks = _opened(document, blocks, inliner)
    tail = _tail(blocks) if form.element == "statement" else []
    main = element("mainBody")
    Hierarchy(main, inliner).add(blocks[: len(blocks) - len(tail)])
    if not len(main):
        main.append(element("p"))
    document.append(main)
    if tail:
        lines = [
            inliner.paragraph(block.text, *_label(block, inliner)) for block in tail if isinstance(block, Paragraph)
        ]
        document.append(element("conclusions", *lines, eId="conclusions"))
    if annexes:
        document.append(
            element("attachments", *(_attachment(annex, n, resolved, inliner) for n, annex in enumerate(annexes, 1)))
        )
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "akn4un": AKN4UN})
    root.append(document)
    with_targets(root, inliner.identifiers)
    etree.cleanup_namespaces(root, top_nsmap={None: AKN, "akn4un": AKN4UN})
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data


def _table_notes(resolved: Document) -> Iterator[Note]:
    for division in resolved.divisions:
        for block in division.blocks:
            if isinstance(block, Table):
                yield from block.notes


def _cover(resolved: Document, inliner: Inliner) -> Element:
    """Page one above the title, line by line; the notes of the symbol at its asterisks."""
    head = resolved.masthead
    symbol = element("p", element("docNumber", head.symbol_organ + head.symbol_rest, refersTo="#symbol"))
    marks = {note.id: note.mark for note in resolved.notes}
    for name in resolved.symbol_notes:
        append(symbol, inliner.into(element("sup"), (Call(name, marks[name], "first-page"),)))
    rest = head.asterisks[len(resolved.symbol_notes) :]
    append(symbol, rest)
    day = element("docDate", head.date, date=resolved.facts.date, refersTo="#dateOfIssuance")
    made = element("coverPage", element("p", element("docAuthority", head.organization)), symbol, eId="coverPage")
    for name, words in (("emblem-words", head.emblem_words), ("programme", head.programme)):
        if words:
            made.append(element("p", element("docAuthority", words), class_=name))
    made.append(element("p", element("docStatus", head.distribution)))
    made.append(element("p", day))
    for words in (head.language, head.original):
        if words:
            made.append(element("p", words))
    for line in head.lines:
        words = inliner.into(
            element("session" if line.role == "session" else "inline", **_named(line.role, resolved)), line.text
        )
        made.append(element("p", words, class_=line.role))
    if head.job is not None:
        made.append(element("p", element("docketNumber", head.job.printed), class_="job"))
    return made


def _named(role: str, resolved: Document) -> dict[str, str]:
    if role == "session":
        return {"value": str(resolved.facts.session)} if resolved.facts.session else {"value": "0"}
    return {"name": role}


def _preface(resolved: Document, inliner: Inliner) -> Element:
    """Title and subtitle; the contents as a list that leads to the headings."""
    made = element("preface", eId="preface")
    for line in resolved.title:
        made.append(element("p", inliner.into(element("docTitle"), line)))
    for line in resolved.subtitle:
        made.append(element("p", inliner.into(element("docPurpose"), line)))
    return made


def _opened(document: Element, blocks: Sequence[Block], inliner: Inliner) -> list[Block]:
    """Number, title, the organ's line and the preamble put into `document`; the blocks that follow are given back."""
    rest = list(blocks)
    preface = document[-1]
    if rest and isinstance(rest[0], Heading) and rest[0].kind == "decision":
        head = rest.pop(0)
        assert isinstance(head, Heading)
        given = inliner.identifiers.give("title", "", name=head.id)
        number = [element("docNumber", head.number.printed), " "] if head.number else []
        preface.append(element("p", *number, inliner.into(element("docTitle"), head.text), eId=given))
    opening = list(takewhile(_in_preamble, rest))
    if not any(isinstance(block, Paragraph) and block.role == "organ" for block in opening):
        return rest
    made = element("preamble", eId="preamble")
    for block in opening:
        assert isinstance(block, Paragraph)
        formula = block.role == "organ"
        given = inliner.identifiers.give("formula" if formula else "container", "", name=block.id)
        words = inliner.paragraph(block.text)
        name = "enactingFormula" if formula else "preambular"
        made.append(element("formula" if formula else "container", words, eId=given, name=name))
    document.append(made)
    return rest[len(opening) :]


def _in_preamble(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ("organ", "preambular", "notice")


def _tail(blocks: Sequence[Block]) -> list[Block]:
    """The lines under a resolution: meeting and day, how it was adopted, who voted how."""
    ends = ("tail", "labelled")
    found = list(
        takewhile(lambda block: isinstance(block, Paragraph) and block.role in (*ends, "unnumbered"), reversed(blocks))
    )
    while found and not (isinstance(found[-1], Paragraph) and found[-1].role in ends):
        found.pop()
    return found[::-1]


def _label(block: Paragraph, inliner: Inliner) -> list[Element | str]:
    return [inliner.into(element("inline", name="label"), block.label), " "] if block.label else []


def _attachment(annex: Division, number: int, resolved: Document, inliner: Inliner) -> Element:
    """An annex as a document of its own in the file, under its label and title."""
    given = inliner.identifiers.give("att", str(number), name=annex.id)
    blocks: list[Block] = [block for block in annex.blocks if not isinstance(block, EndRule)]
    made = element("attachment", eId=given)
    head = blocks[0] if blocks and isinstance(blocks[0], Heading) and blocks[0].kind == "annex" else None
    if head is not None:
        blocks = blocks[1:]
        inliner.identifiers.known[head.id] = given
        if head.number:
            made.append(element("heading", head.number.printed))
        made.append(inliner.into(element("subheading"), head.text))
    main = element("mainBody")
    Hierarchy(main, inliner, given).add(blocks)
    if not len(main):
        main.append(element("p"))
    own = element("meta", identification(resolved, f"!annex_{number}"))
    made.append(element("doc", own, main, name="annex"))
    return made
