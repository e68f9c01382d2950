"""The identifier of a version is the digest of what is written.

Pydyf puts the whole file together again for it.
"""

from __future__ import annotations

from publisher.render.pdf.engine.repair import Repair
from publisher.render.pdf.engine.text import Upstream, restate

PACKED_AGAIN = Upstream(
    "pydyf:PDF.write", statements=("data = b''.join(obj.data for obj in self.objects if obj.free != 'f')",)
)


def apply() -> None:
    """Have the digest taken of the bytes that are there."""
    restate(PACKED_AGAIN, "data = output.getvalue()")


IDENTIFIER = Repair(
    "identifier of what is written",
    (PACKED_AGAIN,),
    apply,
    report="not reported yet",
    goes="when pydyf does not pack streams twice",
    buys="up to 4 %",
)
