"""Tables of Word files: columns that are white space go, heads stand over heads, rows have kinds, letters call notes."""

from __future__ import annotations

from typing import Any

from tests.receive.conftest import Bring, lost
from tests.receive.packages import new_york, p, r, tbl, tc, tr


def first_table(body: list[Any]) -> dict[str, Any]:
    found = next(block for block in body if isinstance(block, dict) and "table" in block)
    return dict(found)


def test_a_budget_table_of_new_york(bring: Bring) -> None:
    """Two rows of heads over each other, spacer rows and columns, a group, an indent, totals, lettered notes."""
    bold = p(r("Total", "b"))
    rows = [
        tr(tc(""), tc("2025/26 apportionment", 2), tc(""), tc("Variance", 2), head=True),
        tr(
            tc("Category"),
            tc("Brindisi"),
            tc(p(r("Total") + r("a", "super"))),
            tc(""),
            tc("Amount"),
            tc("Share"),
            head=True,
        ),
        tr(*[tc("")] * 6, head=True),
        tr(tc(p(r("Civilian personnel", "b")), 6)),
        tr(tc("\tInternational staff"), tc("16 734.5", align="right"), tc("–"), tc(""), tc("(1 088.5)"), tc("(2.4)")),
        tr(tc(p(r("\tVolunteers") + r("b", "super"))), tc("3", align="right"), tc("4"), tc(""), tc("5"), tc("6")),
        tr(
            tc(bold),
            *[tc(p(r(str(number), "b")), 1) for number in (1, 2)],
            tc(""),
            tc(p(r("3", "b"))),
            tc(p(r("4", "b"))),
        ),
    ]
    body = [
        p("Table 1", "H23"),
        p(r("Financial resources", "b"), "H23"),
        p("(Thousands of United States dollars)", "SingleTxt"),
        tbl(*rows, columns=6),
        p(r("\t") + r("a", "super") + r("\tIncluding Valencia."), "FootnoteText"),
        p("\tb\tUnited Nations Volunteers.", "FootnoteText"),
        p("1.\tAfter the table.", "SingleTxt"),
    ]
    brought = bring(new_york("".join(body)))
    assert lost(brought) == []
    table = first_table(brought.words["body"])
    assert (table["title"], table["unit"]) == ("Financial resources", "Thousands of United States dollars")
    assert [column["head"] for column in table["columns"]] == ["Category", "2025/26 apportionment", "Variance"]
    assert [column["head"] for column in table["columns"][1]["columns"]] == ["Brindisi", "Total[^t1-a]"]
    assert table["columns"][1]["columns"][0]["align"] == "end"
    assert table["table"] == [
        {"group": "Civilian personnel"},
        {"row": ["International staff", "16 734.5", "–", "(1 088.5)", "(2.4)"], "indent": 1},
        {"row": ["Volunteers[^t1-b]", "3", "4", "5", "6"], "indent": 1},
        {"total": ["Total", "1", "2", "3", "4"]},
    ]
    assert table["notes"] == {"t1-a": "Including Valencia.", "t1-b": "United Nations Volunteers."}
    assert brought.words["body"][-1] == "After the table."


def test_cells_that_reach_down_and_across_and_hold_paragraphs(bring: Bring) -> None:
    rows = [
        tr(tc("Name"), tc("What"), tc("When"), head=True),
        tr(tc("Wells", merge="restart"), tc(p("Dig;") + p("Line.")), tc("May")),
        tr(tc("", merge="continue"), tc("Cover", 2)),
    ]
    brought = bring(new_york(p("1.\tSee the table.", "SingleTxt") + tbl(*rows, columns=3)))
    assert lost(brought) == []
    assert first_table(brought.words["body"])["table"] == [
        [{"cell": "Wells", "rows": 2}, ["Dig;", "Line."], "May"],
        [{"cell": "Cover", "columns": 2}],
    ]


def test_letters_that_counting_would_not_give_stay_as_typed(bring: Bring) -> None:
    """The heading calls note a, the table only b: neither is renamed."""
    rows = [tr(tc("Kind"), tc("Posts"), head=True), tr(tc(p(r("Staff") + r("b", "super"))), tc("5"))]
    body = [
        p(r("\tHuman resources") + r("a", "super"), "H23"),
        p("Words between.", "SingleTxt"),
        tbl(*rows),
        p("\ta\tHighest level.", "FootnoteText"),
        p("\tb\tTemporary.", "FootnoteText"),
    ]
    brought = bring(new_york("".join(body)))
    assert lost(brought) == []
    (section,) = brought.words["body"]
    assert section["heading"] == "Human resources^{a}"
    table = first_table(section["body"])
    assert table["table"] == [["Staff^{b}", "5"]]
    assert table["source"] == "^{a} Highest level.\n^{b} Temporary."


def test_a_label_that_counting_would_not_give_stands_in_the_title(bring: Bring) -> None:
    rows = [tr(tc("A"), tc("B"), head=True), tr(tc("1"), tc("2"))]
    brought = bring(new_york(p("Table 26.1", "H23") + p("Deliverables", "H23") + tbl(*rows)))
    assert lost(brought) == []
    table = first_table(brought.words["body"])
    assert (table["title"], table["numbered"]) == ("Table 26.1\nDeliverables", False)


def test_a_summary_in_a_box(bring: Bring) -> None:
    box = tbl(tr(tc(p(r("Summary", "i")))), tr(tc("The report is short.")), tr(tc("It ends soon.")), columns=1)
    brought = bring(new_york(box + p("\tI.\tMandate", "HCh") + p("1.\tText.", "SingleTxt")))
    assert lost(brought) == []
    assert brought.words["summary"] == ["The report is short.", "It ends soon."]


def test_a_planted_cell_that_is_dropped_fails(bring: Bring, monkeypatch: Any) -> None:
    """The accounts find what the table reader passes over."""
    from publisher.receive.word.tables import TableReader

    kept = TableReader._with_gaps
    monkeypatch.setattr(TableReader, "_with_gaps", lambda self, at, cells: kept(self, at, cells)[:-1])
    rows = [tr(tc("A"), tc("B"), head=True), tr(tc("1"), tc("lost words"))]
    brought = bring(new_york(tbl(*rows)))
    assert {found.code for found in lost(brought)} == {"IM020", "IM022"}
    assert not brought.received.is_whole
