"""Edits an editor could make, drawn at random: facts in the record, words, notes, tables, decisions of a language file."""

from __future__ import annotations

import copy
import datetime
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]
# words in each script, so that an edit looks like the text around it
_WORDS = {
    "en": ["regular", "the members", "two", "further", "as amended", "Nairobi"],
    "fr": ["ordinaire", "les membres", "deux", "tel que modifié", "Nairobi"],
    "es": ["ordinario", "los miembros", "dos", "en su forma enmendada", "Nairobi"],
    "ru": ["очередной", "члены", "два", "с поправками", "Найроби"],
    "ar": ["عادية", "الأعضاء", "دورتين", "بصيغته المعدلة", "نيروبي"],
    "zh": ["经常", "成员", "两个", "经修正的", "内罗毕", "会议", "了"],
}
_MARKS = re.compile(r"\{\{.*?\}\}|\[[^\]]*\](?:\([^)]*\))?|\*")


class NothingToEdit(Exception):
    """The document has nothing that this edit could change."""


@dataclass
class Draft:
    """The data of a document in one language, to be edited in place."""

    record: Data
    words: Data
    language: str
    chance: random.Random

    def one_of(self, found: list[Any]) -> Any:
        if not found:
            raise NothingToEdit
        return self.chance.choice(found)

    def reworded(self, text: str) -> str:
        """Change, add or take out some words outside marks and expressions."""
        spans = [hit.span() for hit in _MARKS.finditer(text)]
        joint = "" if self.language == "zh" else " "
        places = [
            at
            for at, sign in enumerate(text)
            if (joint == "" or sign == " ") and not any(start <= at < end for start, end in spans)
        ]
        at = self.one_of(places)
        until = at if self.chance.random() < 0.4 else min(len(text), at + self.chance.randint(1, 12))
        until = min([until, *(start for start, end in spans if start > at)])
        new = self.chance.choice(_WORDS[self.language])
        edited = text[:at] + joint + new + text[until:]
        return edited if edited.strip() else text + new


def paragraphs(words: Data) -> Iterator[tuple[list[Any], int]]:
    """Give every list that holds plain paragraphs of the body and the annexes, with the place of each."""
    for body in (words.get("body", []), *(annex.get("body", []) for annex in words.get("annexes", []))):
        yield from _within(body)


def _within(body: list[Any]) -> Iterator[tuple[list[Any], int]]:
    for place, block in enumerate(body):
        if isinstance(block, str) or (isinstance(block, dict) and "paragraph" in block):
            yield body, place
        elif isinstance(block, dict) and isinstance(block.get("body"), list):
            yield from _within(block["body"])


def _every(words: Data, key: str) -> list[Data]:
    found: list[Data] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if key in value:
                found.append(value)
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(words)
    return found


def _reword_paragraph(draft: Draft) -> None:
    body, place = draft.one_of(list(paragraphs(draft.words)))
    if isinstance(body[place], str):
        body[place] = draft.reworded(body[place])
    else:
        body[place]["paragraph"] = draft.reworded(body[place]["paragraph"])


def _rewrite_paragraph(draft: Draft) -> None:
    body, place = draft.one_of(
        [(b, n) for b, n in paragraphs(draft.words) if isinstance(b[n], str) and "[^" not in b[n]]
    )
    body[place] = _sentence(draft) + _sentence(draft)


def _sentence(draft: Draft) -> str:
    stop, joint = ("。", "") if draft.language == "zh" else (". ", " ")
    return joint.join(draft.chance.choices(_WORDS[draft.language], k=draft.chance.randint(4, 9))) + stop


def _withdraw_paragraph(draft: Draft) -> None:
    body, place = draft.one_of(
        [(b, n) for b, n in paragraphs(draft.words) if isinstance(b[n], str) and "[^" not in b[n]]
    )
    body[place] = {"paragraph": body[place], "withdrawn": True}


def _insert_paragraph(draft: Draft) -> None:
    # the number before it is looked up by the caller, who knows the resolved document
    body, place = draft.one_of(list(paragraphs(draft.words)))
    body.insert(place + 1, {"unnumbered": _sentence(draft)})


def _insert_bis(draft: Draft) -> None:
    body, place = draft.one_of([found for found in paragraphs(draft.words) if found[0] is draft.words["body"] or True])
    body.insert(place + 1, {"paragraph": _sentence(draft), "number": f"{900 + draft.chance.randint(1, 99)} bis"})


def _remove_paragraph(draft: Draft) -> None:
    body, place = draft.one_of(
        [(b, n) for b, n in paragraphs(draft.words) if isinstance(b[n], str) and "[^" not in b[n]]
    )
    del body[place]


def _reword_heading(draft: Draft) -> None:
    section = draft.one_of(_every(draft.words, "heading"))
    section["heading"] = draft.reworded(section["heading"] + " ")


def _reword_note(draft: Draft) -> None:
    notes = draft.words.get("footnotes", {})
    name = draft.one_of(sorted(notes))
    notes[name] = draft.reworded(notes[name] + " ")


def _add_note(draft: Draft) -> None:
    body, place = draft.one_of([(b, n) for b, n in paragraphs(draft.words) if isinstance(b[n], str)])
    name = f"added-{draft.chance.randint(1, 10**6)}"
    body[place] += f"[^{name}]"
    draft.words.setdefault("footnotes", {})[name] = _sentence(draft)


def _remove_note(draft: Draft) -> None:
    places = [
        (b, n, hit)
        for b, n in paragraphs(draft.words)
        if isinstance(b[n], str)
        for hit in re.findall(r"\[\^([^\]]+)\]", b[n])
        if hit in draft.words.get("footnotes", {})
    ]
    body, place, name = draft.one_of(places)
    body[place] = body[place].replace(f"[^{name}]", "")
    del draft.words["footnotes"][name]


def _tables(draft: Draft) -> list[Data]:
    return [table for table in _every(draft.words, "table") if isinstance(table["table"], list) and "columns" in table]


def _change_cell(draft: Draft) -> None:
    table = draft.one_of(_tables(draft))
    row = draft.one_of(table["table"])
    column = draft.chance.randrange(len(row))
    row[column] = draft.reworded(row[column] + " ") if isinstance(row[column], str) and row[column] else 4711


def _empty_cell(draft: Draft) -> None:
    row = draft.one_of(draft.one_of(_tables(draft))["table"])
    row[-1] = None


def _add_row(draft: Draft) -> None:
    table = draft.one_of(_tables(draft))
    row = copy.deepcopy(draft.one_of(table["table"]))
    row[0] = _sentence(draft)
    table["table"].insert(draft.chance.randint(0, len(table["table"])), row)


def _remove_row(draft: Draft) -> None:
    table = draft.one_of([table for table in _tables(draft) if len(table["table"]) > 1])
    rows = [row for row in table["table"] if not any("[^" in str(cell) for cell in row)]
    table["table"].remove(draft.one_of(rows))


def _table_title(draft: Draft) -> None:
    table = draft.one_of([table for table in _tables(draft) if table.get("title")])
    table["title"] = draft.reworded(table["title"] + " ")


def _table_note(draft: Draft) -> None:
    table = draft.one_of([table for table in _tables(draft) if table.get("notes")])
    name = draft.one_of(sorted(table["notes"]))
    table["notes"][name] = draft.reworded(table["notes"][name] + " ")


def _annex_title(draft: Draft) -> None:
    annex = draft.one_of(draft.words.get("annexes", []))
    annex["title"] = draft.reworded(annex["title"] + " ")


def _title(draft: Draft) -> None:
    draft.words["title"][0] = draft.reworded(draft.words["title"][0])


def _item(draft: Draft) -> None:
    holder = draft.one_of(
        [h for h in _every(draft.words, "items") if any(isinstance(item, str) for item in h["items"])]
    )
    place = draft.one_of([n for n, item in enumerate(holder["items"]) if isinstance(item, str)])
    holder["items"][place] = draft.reworded(holder["items"][place] + " ")


def _preamble(draft: Draft) -> None:
    decision = draft.one_of([d for d in draft.words.get("decisions", {}).values() if d.get("preamble")])
    place = draft.chance.randrange(len(decision["preamble"]))
    if draft.chance.random() < 0.5:
        decision["preamble"].insert(place, _sentence(draft))
    else:
        decision["preamble"][place] = draft.reworded(decision["preamble"][place] + " ")


def _decision_title(draft: Draft) -> None:
    decision = draft.one_of(list(draft.words.get("decisions", {}).values()))
    decision["title"] = draft.reworded(decision["title"] + " ")


def _statement(draft: Draft) -> None:
    lines = draft.one_of(_every(draft.words, "statement"))["statement"]
    place = draft.chance.randrange(len(lines))
    match draft.chance.randrange(3):
        case 0:
            lines[place] = draft.reworded(lines[place] + " ")
        case 1:
            lines.insert(place, _sentence(draft))
        case _:
            if len(lines) < 2:
                raise NothingToEdit
            del lines[place]


def _vote(draft: Draft) -> None:
    vote = draft.one_of(list(draft.record.get("votes", {}).values()))
    if isinstance(vote["in-favour"], list):
        vote["against"].append(vote["in-favour"].pop(draft.chance.randrange(len(vote["in-favour"]))))
    else:
        vote["in-favour"] += draft.chance.randint(1, 9)


def _elected(draft: Draft) -> None:
    election = draft.one_of(list(draft.record.get("elections", {}).values()))
    group = draft.one_of([states for states in election["elected"].values() if states])
    group[draft.chance.randrange(len(group))] = draft.chance.choice(["NAM", "THA", "POL", "PER", "NOR"])


def _day(draft: Draft) -> None:
    meeting = draft.one_of(draft.record.get("meetings", []))
    meeting["date"] += datetime.timedelta(days=1)


def _attendance(draft: Draft) -> None:
    members = draft.record["attendance"]["members"]
    members.remove(draft.one_of(members))


def _credentials(draft: Draft) -> None:
    if not draft.record.get("credentials"):
        raise NothingToEdit
    draft.record["credentials"]["formal"] += 1


def _officer(draft: Draft) -> None:
    bureau = draft.one_of(list(draft.record.get("bureaux", {}).values()))
    officer = draft.one_of([officer for officer in bureau["officers"] if officer.get("state")])
    officer["state"] = draft.chance.choice(["NAM", "THA", "POL", "PER", "NOR"])


EDITS: dict[str, Callable[[Draft], None]] = {
    "paragraph reworded": _reword_paragraph,
    "paragraph rewritten": _rewrite_paragraph,
    "paragraph withdrawn": _withdraw_paragraph,
    "paragraph removed": _remove_paragraph,
    "paragraph inserted, bis": _insert_bis,
    "unnumbered paragraph inserted": _insert_paragraph,
    "subparagraph reworded": _item,
    "heading reworded": _reword_heading,
    "title reworded": _title,
    "annex title reworded": _annex_title,
    "note reworded": _reword_note,
    "note added": _add_note,
    "note removed": _remove_note,
    "cell changed": _change_cell,
    "cell emptied": _empty_cell,
    "row added": _add_row,
    "row removed": _remove_row,
    "table title reworded": _table_title,
    "table note reworded": _table_note,
    "preambular paragraph": _preamble,
    "title of a decision": _decision_title,
    "statement": _statement,
    "vote": _vote,
    "State elected": _elected,
    "day of a meeting": _day,
    "State attending": _attendance,
    "credentials": _credentials,
    "officer": _officer,
}


def _add_table_note(draft: Draft) -> None:
    table = draft.one_of(_tables(draft))
    row = draft.one_of([row for row in table["table"] if isinstance(row, list) and isinstance(row[0], str)])
    name = f"added-{draft.chance.randint(1, 10**6)}"
    row[0] += f"[^{name}]"
    table.setdefault("notes", {})[name] = _sentence(draft)


def _add_column(draft: Draft) -> None:
    table = draft.one_of([t for t in _tables(draft) if all(isinstance(row, list) for row in t["table"])])
    table["columns"].append({"head": draft.chance.choice(_WORDS[draft.language])})
    for row in table["table"]:
        row.append(draft.chance.choice(_WORDS[draft.language]))
    if isinstance(table.get("total"), list):
        table["total"].append("–")


def _remove_table(draft: Draft) -> None:
    def within(body: list[Any]) -> Iterator[tuple[list[Any], int]]:
        for place, block in enumerate(body):
            if isinstance(block, dict):
                if "table" in block and "id" not in block:
                    yield body, place
                yield from within(block["body"]) if isinstance(block.get("body"), list) else ()

    bodies = [draft.words.get("body", []), *(annex.get("body", []) for annex in draft.words.get("annexes", []))]
    body, place = draft.one_of([found for one in bodies for found in within(one)])
    del body[place]


def _source(draft: Draft) -> None:
    holder = draft.one_of([one for one in _every(draft.words, "source") if isinstance(one["source"], str)])
    holder["source"] = draft.reworded(holder["source"] + " ")


def _figure_title(draft: Draft) -> None:
    holder = draft.one_of([one for one in _every(draft.words, "figure") if isinstance(one.get("title"), str)])
    holder["title"] = draft.reworded(holder["title"] + " ")


def _operative(draft: Draft) -> None:
    decision = draft.one_of([d for d in draft.words.get("decisions", {}).values() if d.get("operative")])
    place = draft.one_of([n for n, one in enumerate(decision["operative"]) if isinstance(one, str)])
    decision["operative"][place] = draft.reworded(decision["operative"][place] + " ")


# More than whole documents are tried with: what a corrigendum says of tables and figures as wholes.
FURTHER: dict[str, Callable[[Draft], None]] = {
    **EDITS,
    "table note added": _add_table_note,
    "column added": _add_column,
    "table removed": _remove_table,
    "source reworded": _source,
    "figure title reworded": _figure_title,
    "operative paragraph reworded": _operative,
}


def edited(draft: Draft, times: int, kinds: dict[str, Callable[[Draft], None]] = EDITS) -> list[str]:
    """Edit `draft` up to `times` times and give back the kinds of edits made."""
    made: list[str] = []
    for kind in draft.chance.sample(sorted(kinds), k=len(kinds)):
        if len(made) == times:
            break
        try:
            kinds[kind](draft)
        except NothingToEdit:
            continue
        made.append(kind)
    return made
