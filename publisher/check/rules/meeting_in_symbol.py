"""The symbol of a record of a meeting names another meeting.

Why: the record is looked for under the number of its meeting, and the title is written from the data.
Authority: UN Library, “UN document symbols” (M02): SR.22 and PV.22 are the records of the twenty-second meeting.
Bad: `symbol: A/C.3/79/SR.22` beside `meetings: [{number: 23, date: 2024-10-15}]`
Good: `symbol: A/C.3/79/SR.22` beside `meetings: [{number: 22, date: 2024-10-15}]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("meeting",)
_NUMBER = re.compile(r"/(?:SR|PV)\.(\d{1,5})")


def find(evidence: Evidence) -> Iterator[Fault]:
    """The symbol, where it names no meeting or another one than the record."""
    record = evidence.record
    named, held = _NUMBER.search(record.symbol), record.meetings[0].number if record.meetings else None
    if named is None:
        message, hint = f"“{record.symbol}” names no meeting", "end it with SR. or PV. and the number of the meeting"
    elif held is not None and int(named[1]) != held:
        message, hint = f"“{record.symbol}” is the record of meeting {named[1]}, not {held}", "make them agree"
    else:
        return
    at = evidence.sources.word(evidence.record_file, "symbol", record.symbol)
    yield Fault(message, at, record.symbol, hint)
