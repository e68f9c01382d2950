"""The second reading: what was typed, held against what is printed.

By the author's files and the finished ones. It shares no step with `read` and `resolve`: the YAML is scanned anew,
the cells of sheets are taken from the parts of the file. What may lie between typed and printed is listed in
`transformations`; anything else is a loss.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.catalogue.causes import Block
from publisher.model.diagnostic import Diagnostic
from publisher.typed.blocks import blocks_of
from publisher.typed.sameness import long_texts, record_entries
from publisher.typed.scan import Entries, Sequence, scanned
from publisher.typed.search import Printed, Search, words_of
from publisher.typed.sheets import Sheets
from publisher.typed.units import Custom, Reading, Unit

if TYPE_CHECKING:
    from publisher.language import Vocabulary

__all__ = ["Custom", "Printed", "Typed", "adoptions_in", "long_texts", "record_entries", "typed_of", "words_of"]


@dataclass(frozen=True, slots=True)
class Typed:
    """The texts typed for one document in one language, in order.

    The order they are printed in.
    """

    units: tuple[Unit, ...] = ()
    blocks: tuple[Block, ...] = ()

    def losses(self, printed: Printed, name: str) -> tuple[Diagnostic, ...]:
        """Where the finished file `name` says otherwise than was typed.

        At the author's line or cell.
        """
        return Search(printed, name).look(self.units) if self.units else ()


def typed_of(
    folder: Path, file: str, sources: Mapping[str, str], words: Vocabulary, part: str | None = None, *,
    custom: Custom | None = None,
) -> Typed:  # fmt: skip
    """What is typed in the language file `file`.

    `sources` hold the text; `part` names an annex or decision; by `custom` decisions are printed.
    """
    root = scanned(sources[file], file) if file in sources else None
    if not isinstance(root, Entries):
        return Typed()
    return Typed(
        tuple(Reading(root, Sheets(folder, sources, words).cells, custom).units(part)), tuple(blocks_of(root, file))
    )


def adoptions_in(record: str) -> tuple[str, ...]:
    """The numbers of the decisions that the text of a record adopts, in its order."""
    root = scanned(record, "record.yaml")
    listed = root.get("adoptions") if isinstance(root, Entries) else None
    adopted = listed.items if isinstance(listed, Sequence) else []
    return tuple(one.word("number") for one in adopted if isinstance(one, Entries))
