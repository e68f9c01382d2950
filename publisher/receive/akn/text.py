"""The words of one language version.

Titles, preamble, operative paragraphs, annexes, notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from publisher.language import Vocabulary
from publisher.receive.akn import facts
from publisher.receive.akn.blocks import Operative, interposed, operative, parted, preamble
from publisher.receive.akn.halves import COMMAS, part_halves
from publisher.receive.akn.rest import rest
from publisher.receive.akn.shape import tag
from publisher.receive.akn.source import AKN, Element, Source, plain
from publisher.receive.akn.words import Notes, escaped, one_line, text_of
from publisher.receive.nearest import unboxed
from publisher.receive.written import Written, bare, signs


def words_of(source: Source, written: Written) -> dict[str, Any]:
    """The words of `source` as a language file holds them.

    What the program will write from the record is left to it where it is the same.
    """
    vocabulary, record = written.vocabulary, written.record
    notes = Notes(source, vocabulary)
    content: dict[str, Any] = {}
    root = source.root
    _cover(source, written)
    titles = [one_line([text_of(found, notes)]) for found in root.iterfind(f".//{AKN}coverPage//{AKN}docTitle")]
    if titles and not written.says(titles, written.title(several=root.find(f".//{AKN}component") is not None)):
        content["title"] = titles
    if not titles and (own := root.find(f".//{AKN}preface//{AKN}docTitle")) is not None:  # a draft, a statement
        content["title"] = [one_line([text_of(own, notes, bold=False)])]
    content |= _source_line(root, notes, written)
    items = [
        (f"item-{place}", one_line([text_of(title, notes) for title in titles]) or "[--]")
        for place, (_, titles) in enumerate(facts.items_of(source, vocabulary) if "agenda-item" in record else (), 1)
    ]
    if items:
        content["agenda"] = dict(items)
    number = record["adoptions"][0]["number"]
    is_titled = _is_headed(written) and ("title" not in content or bool(titles))
    decision, annexes = _decision(source, notes, written, is_titled=is_titled)
    if record["kind"] != "note":
        content["decisions"] = {number: decision}
    else:
        content["body"] = [*decision.get("preamble", ()), *decision.get("operative", ())]
        content["body"] += [{"unnumbered": line} for line in decision.get("tail", ())]
    annexes += _attachments(root, notes, vocabulary)
    if annexes:
        content["annexes"] = [{"id": f"attached-{place}", **annex} for place, annex in enumerate(annexes, 1)]
    if notes.bodies:
        content["footnotes"] = dict(notes.bodies)
    above, within = rest(source)
    if above:
        content["subtitle"] = [*(content.get("subtitle") or written.source()), *above]
    if within:
        holder, key = (content, "body") if record["kind"] == "note" else (_last(decision), "operative")
        holder[key] = [*holder.get(key, ()), *({"unnumbered": line} for line in within)]
    return content


def _is_headed(written: Written) -> bool:
    """True where the program prints number and title of the text above it."""
    return written.record["kind"] != "note" and written.is_headed


def _last(decision: dict[str, Any]) -> dict[str, Any]:
    """The decision, or the last of its parts."""
    last: dict[str, Any] = decision["parts"][-1] if "parts" in decision else decision
    return last


def _cover(source: Source, written: Written) -> None:
    """What the program prints by itself on page one; where a language says otherwise than the facts, it is told."""
    root = source.root
    cover = root.find(f".//{AKN}coverPage")
    for name in ("docAuthority", "docNumber", "docStatus"):
        for found in cover.iterfind(f".//{AKN}{name}"):
            if not _in_title(found):
                source.use_all(found)
    _languages(cover, source, written)
    items = list(cover.iterfind(f'.//{AKN}inline[@name="agenda item"]'))
    for found, line in (
        (cover.find(f".//{AKN}session"), written.session()),
        (facts.session_event(source), written.session_days()),
        *((day, written.day()) for day in cover.iterfind(f".//{AKN}docDate") if not _in_title(day)),
        *((item, written.items()) for item in items),
    ):
        if found is None or not plain(found):
            continue
        if signs(plain(found)) == signs(line):
            source.use_all(found)
        else:
            said = f"page one reads “{plain(found)}”; “{line}” is printed, as the facts have it for all languages"
            source.leave_out(said, found, line)
    for preface in root.iterfind(f".//{AKN}preface") if _is_headed(written) else ():
        for found in preface.iterfind(f".//{AKN}docNumber"):
            source.use_all(found)


def _in_title(piece: Element) -> bool:
    """True of a day or number that is among the words of a title."""
    return any(tag(above) == "docTitle" for above in piece.iterancestors())


def _languages(cover: Element, source: Source, written: Written) -> None:
    """The lines that name the language and the original: those the program prints are left to it."""
    for name, lines in facts.LANGUAGE_LINES.items():
        for found in cover.iterfind(f'.//{AKN}inline[@name="{name}"]'):
            if signs(plain(found)) in map(signs, written.languages()):
                source.use_all(found)
            else:
                source.leave_out(lines, found)


def _source_line(root: Element, notes: Notes, written: Written) -> dict[str, Any]:
    """The line of page one in square brackets, where it is another than the program will write of the facts."""
    found = root.find(f".//{AKN}coverPage//{AKN}docProponent")
    line = text_of(found, notes) if found is not None else ""
    return {"subtitle": [line]} if line and not written.says([plain(found)], written.source()) else {}


def _decision(
    source: Source, notes: Notes, written: Written, *, is_titled: bool
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The decision as a language file holds it, and the annexes that the record put into its body.

    `is_titled` False leaves its title alone, which is that of the document.
    """
    root = source.root
    main = root.find(f"{AKN}statement")
    holder = main if main is not None else root.find(f"{AKN}documentCollection")
    holder = holder if holder is not None else root
    title = holder.find(f"{AKN}preface//{AKN}docTitle") if is_titled else None
    made: dict[str, Any] = {"title": one_line([text_of(title, notes, bold=False)]) if title is not None else ""}
    made["title"] = made["title"] or "[--]"
    annexes: list[dict[str, Any]] = []
    if main is not None:
        annexes += _resolving(main, made, notes, written)
    parts = []
    for component in root.iterfind(f".//{AKN}component/{AKN}statement"):
        heading = component.find(f"{AKN}preface//{AKN}docTitle")
        part: dict[str, Any] = {"part": text_of(heading, notes, bold=False) if heading is not None else ""}
        annexes += _resolving(component, part, notes, written)
        parts.append(part | _tails(component, notes))
    if parts:
        made["parts"] = parts
        _collected(holder, source)
    made |= _tails(holder, notes)
    last = _last(made)  # under which the program prints the lines that the facts give
    if written.says(last.get("tail", ()), written.tail()):
        last.pop("tail")
    return made, annexes


def _tails(statement: Element, notes: Notes) -> dict[str, Any]:
    """The lines under a statement: meeting, day, adoption."""
    tails = [tail for part in statement.iterfind(f"{AKN}conclusions") for tail in _tail(part, notes)]
    return {"tail": tails} if tails else {}


def _collected(collection: Element, source: Source) -> None:
    """The list of parts of a collection is the program's own."""
    body = collection.find(f"{AKN}collectionBody")
    if body is not None:
        source.use_all(body)


def _resolving(statement: Element, made: dict[str, Any], notes: Notes, written: Written) -> list[dict[str, Any]]:
    """Preamble and operative paragraphs of a statement put into `made`; what follows an annex's label is given back."""
    part_halves(statement, notes.source)
    halves = [part for part in statement if tag(part) in ("preamble", "mainBody")]
    last = max((place for place, part in enumerate(halves) if tag(part) == "preamble"), default=-1)
    before: list[Any] = []
    opened = False
    for part in halves[: last + 1]:
        if tag(part) == "preamble":
            for line in (text_of(formula, notes) for formula in part.iterfind(f"{AKN}formula")):
                if opened:
                    before.append({"unnumbered": line})
                elif not written.says([line], [written.sentence("decision-organ")]):
                    made["organ"] = line
                opened = True
            place = (
                before[-1]["body"] if before and isinstance(before[-1], dict) and "heading" in before[-1] else before
            )
            place += preamble(part, notes)
        else:
            notes.source.tolerate("preamble in pieces")
            before += interposed(list(part), notes)
    before, numbered = parted(before)
    elements = [element for part in halves[last + 1 :] for element in part]
    if before and (late := _still_preamble(elements)):
        notes.source.tolerate("preamble that ends too early")
        said = interposed(elements[:late], notes)
        before += [
            block["unnumbered"] if isinstance(block, dict) and block.keys() == {"unnumbered"} else block
            for block in said
        ]
        elements = elements[late:]
    cut = next(
        (place for place, element in enumerate(elements) if _is_label(element, written.vocabulary)), len(elements)
    )
    told: Operative = operative(elements[:cut], notes, numbered)
    if before:
        made["preamble"] = unboxed(before)
    if told.blocks:
        made["operative"] = unboxed(told.blocks)
    return list(_annexes(elements[cut:], notes, written.vocabulary))


def _still_preamble(elements: Sequence[Element]) -> int:
    """How many paragraphs before the first number belong to the preamble: they end with a comma, as only those do.

    The last of a text is none of them: something is resolved.
    """
    late = takewhile(
        lambda element: (
            tag(element) == "paragraph"
            and element.find(f"{AKN}num") is None
            and plain(element).rstrip().endswith(COMMAS)
        ),
        elements,
    )
    return min(sum(1 for _ in late), max(len(elements) - 1, 0))


def _is_label(element: Element, vocabulary: Vocabulary) -> bool:
    """True where a line is nothing but “Annex” or “Annex II”."""
    if tag(element) != "paragraph":
        return False
    words = bare(plain(element))
    labels = [vocabulary.annex_label(1, 1).printed, *(vocabulary.annex_label(n, 30).printed for n in range(1, 31))]
    return words in {bare(label) for label in labels}


def _attachments(root: Element, notes: Notes, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for document in root.iterfind(f".//{AKN}attachments/{AKN}attachment/{AKN}doc"):
        body = document.find(f"{AKN}mainBody")
        made += _annexes(list(body) if body is not None else [], notes, vocabulary)
    return made


def _annexes(elements: Sequence[Element], notes: Notes, vocabulary: Vocabulary) -> Iterator[dict[str, Any]]:
    """An annex for each label: the line after it is its title, the rest its body."""
    starts = [place for place, element in enumerate(elements) if _is_label(element, vocabulary)] or [0]
    if starts[0] > 0:
        starts = [0, *starts]
    for start, end in zip(starts, [*starts[1:], len(elements)], strict=True):
        part = list(elements[start:end])
        if not part:
            continue
        if _is_label(part[0], vocabulary):
            notes.source.use_all(part.pop(0))
        title = text_of(part.pop(0), notes, bold=False) if part else "[--]"
        body = operative(part, notes)
        told: dict[str, Any] = {} if body.counts else {"numbered": False}
        yield {"title": title or "[--]", **told, "body": body.blocks}


def _tail(conclusions: Element, notes: Notes) -> Iterator[str]:
    """The lines under the text: meeting and day, then how it was adopted."""
    for line in conclusions:
        event = line.find(f"{AKN}event")
        if event is None:
            sides = list(line.iterfind(f".//{AKN}outcome/{AKN}outcome"))
            notes.apart.update(sides)
            yield from filter(None, (text_of(part, notes) for part in (line, *sides)))
            continue
        said = [text_of(part, notes) for part in event]
        yield from (f"*{words}*" for words in dict.fromkeys(filter(None, said)))
        for word in (notes.source.use(line), *(notes.source.use(part, "tail") for part in line)):
            if word.strip():
                yield escaped(word.strip())
