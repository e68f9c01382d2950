"""New folders and changed records: only what is named changes, every other line of the editor's file stays."""

from __future__ import annotations

import datetime

import pytest
from ruamel.yaml import YAML

from publisher.revise.folders import reissued_record, revision_folder

DAY = datetime.date(2025, 10, 15)
RECORD = """\
# the facts
symbol: HSP/HA.2/16 # the symbol
kind: session-report
date: 2025-06-14 # in the masthead
job:
  number: K2510492

  dates: {zh: [2025-06-14]}
reissues:
  - {date: 2025-08-06, reason: technical}
attendance:
  members: [
    DZA, AGO,
    ARG
  ]

# what is waived
waivers:
- {code: FA113, reason: as issued and known}
"""


def changed_lines(text: str) -> list[str]:
    before, after = RECORD.splitlines(), text.splitlines()
    return [f"-{line}" for line in before if line not in after] + [f"+{line}" for line in after if line not in before]


def test_a_reissue_adds_one_line() -> None:
    text = reissued_record(RECORD.encode(), DAY).decode()
    assert changed_lines(text) == ["+  - {date: 2025-10-15, reason: technical}"]
    first = RECORD.replace("reissues:\n  - {date: 2025-08-06, reason: technical}\n", "")
    text = reissued_record(first.encode(), DAY).decode()
    assert YAML(typ="safe", pure=True).load(text)["reissues"] == [{"date": DAY, "reason": "technical"}]


def test_a_revision_keeps_the_data_and_drops_asterisks_and_job_number() -> None:
    name, files = revision_folder({"record.yaml": RECORD.encode(), "a.csv": b"1"}, "HSP/HA.2/16", 1, DAY)
    assert name == "HSP-HA.2-16-Rev.1" and files["a.csv"] == b"1"
    text = files["record.yaml"].decode()
    assert changed_lines(text) == [
        "-symbol: HSP/HA.2/16 # the symbol",
        "-date: 2025-06-14 # in the masthead",
        "-job:",
        "-  number: K2510492",
        "-  dates: {zh: [2025-06-14]}",
        "-reissues:",
        "-  - {date: 2025-08-06, reason: technical}",
        "+symbol: HSP/HA.2/16/Rev.1",
        "+date: 2025-10-15",
        "+parent: {symbol: HSP/HA.2/16, relation: revision}",
    ]


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
def test_the_last_entry_may_end_the_file_in_any_way(ending: str) -> None:
    text = reissued_record(("symbol: A/1\ndate: 2025-06-14" + ending).encode(), DAY).decode()
    assert YAML(typ="safe", pure=True).load(text) == {
        "symbol": "A/1",
        "date": datetime.date(2025, 6, 14),
        "reissues": [{"date": DAY, "reason": "technical"}],
    }
