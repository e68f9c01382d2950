"""What is changed in WeasyPrint 70.0, each change held to the text it was written for.

Tags: its tree is replaced by `tags.add_tags`. Footnotes: to fit one more line it moves notes to the next page, away
from calls that are already placed; here the line moves. Packing: the hardest level of zlib takes twice the time of the
usual one to save a quarter of one per cent.
"""

from __future__ import annotations

import inspect
import zlib
from types import ModuleType, SimpleNamespace
from typing import Any

from publisher.failures import MissingDependency
from publisher.render.pdf.tags import add_tags

VERSION = "70.0"
USUAL_PACKING = 6
MOVES_NOTES = "report = not context.in_column and can_break_now and not could_break_before"


class OtherEngine(MissingDependency):
    """The installed WeasyPrint is not the one these changes were written for."""


def change(weasyprint: ModuleType) -> None:
    """Apply the changes to the imported module `weasyprint`; OtherEngine when it is another version."""
    import pydyf
    from weasyprint import pdf
    from weasyprint.layout import block

    if weasyprint.__version__ != VERSION:
        raise OtherEngine(f"WeasyPrint {weasyprint.__version__} is installed, {VERSION} is needed")
    pdf.add_tags = add_tags
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(USUAL_PACKING))
    if not hasattr(block._linebox_layout, "keeps_notes"):
        block._linebox_layout = _keeping_notes(block)


def _keeping_notes(block: ModuleType) -> Any:
    """Give back the function that lays lines out, less the statement that sends notes away from their calls."""
    lines, first = inspect.getsourcelines(block._linebox_layout)
    source = "".join(lines)
    if source.count(MOVES_NOTES) != 1:
        raise OtherEngine("WeasyPrint lays out footnotes in another way than version 70.0 did")
    changed = "\n" * (first - 1) + source.replace(MOVES_NOTES, "report = False")  # line numbers stay those of the file
    names: dict[str, Any] = {}
    exec(compile(changed, str(block.__file__), "exec"), vars(block), names)
    names["_linebox_layout"].keeps_notes = True
    return names["_linebox_layout"]
