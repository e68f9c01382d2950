"""Footnotes: numbers in the order of their calls, asterisks on page one, letters under tables; and the faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.model.inline import Call, Inlines, children, plain
from publisher.model.resolved import Document, Figure, Heading, Paragraph, Table
from tests.resolve.conftest import Resolve
from tests.resolve.test_numbers import document


def calls(found: Document) -> list[Call]:
    """Every call of the document in reading order, page one first."""
    lines: list[Inlines] = [*(line.text for line in found.masthead.lines), *found.title, *found.subtitle]
    for division in found.divisions:
        for block in division.blocks:
            match block:
                case Heading() | Figure():
                    lines.append(block.text if isinstance(block, Heading) else block.title)
                case Paragraph():
                    lines += [block.label, block.text]
                case Table():
                    rows = (*block.head, *(row.cells for row in block.rows))
                    lines += [block.title, *(cell.text for row in rows for cell in row)]
                case _:
                    pass
    return [call for line in lines for call in _calls(line)]


def _calls(inlines: Inlines) -> Iterator[Call]:
    for inline in inlines:
        if isinstance(inline, Call):
            yield inline
        yield from _calls(children(inline))


def marks(found: Document) -> list[str]:
    """The marks in reading order."""
    return [call.mark for call in calls(found)]


def test_numbers_run_in_the_order_of_calls_through_body_and_annexes(resolving: Resolve) -> None:
    """CONVENTIONS §2.5, X04: headings, subparagraphs and annexes in one series, whatever the order in the file."""
    words = {
        "body": [
            {"heading": "H[^e]", "body": ["a,[^d] b[^c]", {"paragraph": "p", "items": ["i[^b]"], "close": "c"}]},
        ],
        "annexes": [{"id": "x", "title": "T", "body": ["a *emphasis[^a]*"]}],
        "footnotes": {key: f"Note {key}." for key in "abcde"},
    }
    found = document(resolving(words))
    assert marks(found) == ["1", "2", "3", "4", "5"]
    assert [(note.id, note.mark, note.ordinal) for note in found.notes] == [
        ("e", "1", 1), ("d", "2", 2), ("c", "3", 3), ("b", "4", 4), ("a", "5", 5),
    ]  # fmt: skip


def test_many_decisions_with_notes_of_their_own(resolving: Resolve) -> None:
    """LAYOUT_FACTS §3: 25 decisions with 84 notes, each decision counting from 1; notes outside count by themselves."""
    decisions: dict[str, Any] = {}
    footnotes = {"first": "N.", "last": "N."}
    for number in range(1, 26):
        own = [f"n{number}-{n}" for n in range(4 if number <= 9 else 3)]
        footnotes |= dict.fromkeys(own, "A/73/726.")
        operative = [f"op[^{key}];" for key in own[1:]]
        decisions[f"2/{number}"] = {"title": f"T[^{own[0]}]", "preamble": ["p,"], "operative": operative}
    words = {
        "body": [
            "Before.[^first]",
            {"outcomes": list(decisions)},
            *({"decision": key} for key in decisions),
            "After.[^last]",
        ],
        "decisions": decisions,
        "footnotes": footnotes,
    }
    adoptions = [{"number": key} for key in decisions]
    found = document(resolving(words, footnotes_restart="decision", adoptions=adoptions))
    inside = [note for note in found.notes if note.restart != "document"]
    assert len(inside) == 84
    assert [note.mark for note in found.notes if note.restart == "document"] == ["1", "2"]
    for number in range(1, 26):
        own_marks = [note.mark for note in inside if note.restart == f"decision-2-{number}"]
        assert own_marks == ["1", "2", "3", "4"][: 4 if number <= 9 else 3]
    assert len({note.id for note in found.notes}) == 86


def test_notes_restart_in_annexes_where_the_record_says_so(resolving: Resolve) -> None:
    words = {
        "body": ["a[^a]"],
        "annexes": [{"id": f"x{n}", "title": "T", "body": [f"b[^b{n}]", f"c[^c{n}]"]} for n in range(2)],
        "footnotes": dict.fromkeys(["a", "b0", "c0", "b1", "c1"], "N."),
    }
    assert marks(document(resolving(words, footnotes_restart="annex"))) == ["1", "1", "2", "1", "2"]
    assert marks(document(resolving(words))) == ["1", "2", "3", "4", "5"]


def test_asterisks_of_page_one(resolving: Resolve) -> None:
    """CONVENTIONS §2.5, §4.1: reissues first, then the agenda line, then the title; figures are not disturbed."""
    words = {
        "title": ["A title[^front]"],
        "agenda": {"opening": "Opening."},
        "body": ["a[^a]"],
        "footnotes": {"a": "N."},
        "front-notes": {"front": "F."},
    }
    facts = {"reissues": [{"date": "2025-08-06"}], "agenda_item": ["opening"], "provisional_agenda": "HSP/HA.2/1"}
    found = document(resolving(words, **facts))
    assert [(note.mark, plain(note.text)) for note in found.notes] == [
        ("*", "Reissued for technical reasons on 6 August 2025."), ("**", "HSP/HA.2/1."), ("***", "F."), ("1", "N."),
    ]  # fmt: skip
    assert marks(found) == ["**", "***", "1"], "the reissue is called by the asterisk of the symbol"
    assert found.masthead.asterisks == "*"
    assert found.running.symbol == "HSP/HA.2/99"


def test_note_of_an_annex_is_an_asterisk_of_its_own(resolving: Resolve) -> None:
    words = {"annexes": [{"id": "x", "title": "T", "note": "raw"}], "footnotes": {"raw": "As received."}}
    (note,) = document(resolving(words)).notes
    assert (note.mark, note.series, note.restart) == ("*", "first-page", "annex-1")


def table(*rows: list[Any], notes: dict[str, str], **more: Any) -> dict[str, Any]:
    """A table of two columns."""
    return {"table": list(rows), "columns": [{"head": "h[^h]"}, {"head": "k"}], "notes": {"h": "H.", **notes}, **more}


def test_letters_under_tables_row_by_row(resolving: Resolve) -> None:
    """CONVENTIONS §2.5, X07: letters in the order of reading, restarting in each table, apart from the figures."""
    first = table(["x[^z]", "y"], ["v", "w[^y]"], notes={"y": "Y.", "z": "Z."}, total=["t[^t]", 1], title="T[^s]")
    first["notes"] |= {"t": "T.", "s": "S."}
    found = document(resolving({"body": [first, table(["x", "y"], notes={}), "a[^a]"], "footnotes": {"a": "N."}}))
    tables = [block for block in found.divisions[0].blocks if isinstance(block, Table)]
    assert [(note.mark, plain(note.text)) for note in tables[0].notes] == [
        ("a", "S."), ("b", "H."), ("c", "Z."), ("d", "Y."), ("e", "T."),
    ]  # fmt: skip
    assert [note.mark for note in tables[1].notes] == ["a"]
    assert marks(found) == ["a", "b", "c", "d", "e", "a", "1"]
    assert len({note.id for part in tables for note in part.notes}) == 6


def test_note_at_the_end_of_a_group_follows_or_precedes_the_sign(resolving: Resolve) -> None:
    """CONVENTIONS §2.5: after the punctuation in Chinese and English, before it in French."""
    seats = {"african": 1, "asia-pacific": 1}
    body = {"body": "habitat-executive-board", "term": [2025, 2029], "seats": seats,
            "elected": {"african": ["DZA"], "asia-pacific": ["CHN"]}}  # fmt: skip
    words = {
        "body": [{"election": "board", "notes": {"african": "n", "asia-pacific": "m"}}],
        "footnotes": {"n": "N.", "m": "M."},
    }
    ends = {"en": ["Algeria;^ and", "China.^"], "zh": ["阿尔及利亚；^", "中国。^"], "fr": ["Algérie^ ;", "Chine^."]}
    for language, expected in ends.items():
        found = document(resolving(words, language, elections={"board": body}))
        items = [block for block in found.divisions[0].blocks if isinstance(block, Paragraph) and block.role == "item"]
        shown = ["".join("^" if isinstance(part, Call) else plain((part,)) for part in item.text) for item in items]
        assert [
            text.replace("\u00a0", " ").replace("\u202f", " ")[-len(end) :]
            for text, end in zip(shown, expected, strict=True)
        ] == expected


def test_a_note_of_the_text_may_stand_in_the_title_of_a_table(resolving: Resolve) -> None:
    titled = table(["x", "y"], notes={}, title="Wells[^text]")
    assert resolving({"body": [titled], "footnotes": {"text": "T."}}).diagnostics == ()


def test_faults_are_found_and_stay_to_be_seen(resolving: Resolve) -> None:
    words = {
        "body": ["a[^a] b[^a] c[^gone]", table(["x[^a1]", "y[^text]"], notes={"never": "X."})],
        "footnotes": {"a": "N with [^text].", "text": "T.", "idle": "I."},
    }
    resolution = resolving(words)
    assert sorted(finding.code for finding in resolution.diagnostics) == [
        "FN001", "FN001", "FN002", "FN002", "FN003", "FN004", "FN005",
    ]  # fmt: skip
    assert resolution.document is not None
    (first, *_) = resolution.document.divisions[0].blocks
    assert isinstance(first, Paragraph)
    assert plain(first.text) == "a b[^a?] c[^gone?]"


def test_hint_names_the_nearest_note(resolving: Resolve) -> None:
    resolution = resolving({"body": ["a[^strategc-plan] b[^strategic-plan]"], "footnotes": {"strategic-plan": "N."}})
    assert ["strategic-plan" in finding.hint for finding in resolution.diagnostics] == [True]
