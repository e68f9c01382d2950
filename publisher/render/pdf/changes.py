"""What is changed in WeasyPrint 70.0, each change held to the text it was written for.

Tags: its tree is replaced by `tags.add_tags`. Footnotes: to fit one more line it moves notes to the next page, away
from calls that are already placed; here the line moves. Lines: a text that fills its line but for the space at its end
was broken after its first word; here the space hangs. Packing: the hardest level of zlib takes twice the time of the
usual one to save a quarter of one per cent. Identifier: to tell versions of a file apart, all of it was put together
and packed once more; here its digest is taken of what is written already. Fonts: see `fonts`. Styles: see `styles`.
Lines: see `lines`.
"""

from __future__ import annotations

import linecache
import textwrap
import zlib
from itertools import takewhile
from types import ModuleType, SimpleNamespace
from typing import Any

from publisher.failures import MissingDependency
from publisher.render.pdf.fonts import quicken
from publisher.render.pdf.lines import lines_to_try, quicken_lines
from publisher.render.pdf.styles import quicken_styles
from publisher.render.pdf.tags import add_tags

VERSION = "70.0"
USUAL_PACKING = 6
MOVES_NOTES = "report = not context.in_column and can_break_now and not could_break_before"
FITS = "if resume_index is None and first_line_width <= max_width:"
FITS_BUT_FOR_A_SPACE = """if resume_index is None and (
            first_line_width <= max_width or space_collapse and text[-1:] == ' ' and ' ' in text[:-1]):"""
SHORT = "short_text = text[:int(max_width / style['font_size'] * ratio)]"
SHORTER = "short_text = text[:int(max_width / style['font_size'] * lines_to_try(text, ratio))]"
PACKED_AGAIN = "data = b''.join(obj.data for obj in self.objects if obj.free != 'f')"
WRITTEN = "data = output.getvalue()"


class OtherEngine(MissingDependency):
    """The installed WeasyPrint is not the one these changes were written for."""


def change(weasyprint: ModuleType) -> None:
    """Apply the changes to the imported module `weasyprint`; OtherEngine when it is another version."""
    import pydyf
    from weasyprint import css, pdf
    from weasyprint.layout import block, inline, page, preferred
    from weasyprint.text import line_break

    if weasyprint.__version__ != VERSION:
        raise OtherEngine(f"WeasyPrint {weasyprint.__version__} is installed, {VERSION} is needed")
    pdf.add_tags = add_tags
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(USUAL_PACKING))
    quicken(pdf.fonts, _restated)
    pdf.build_fonts_dictionary = pdf.fonts.build_fonts_dictionary
    quicken_styles(css, page)
    quicken_lines(line_break)
    if not hasattr(block._linebox_layout, "restated"):
        pydyf.PDF.write = _restated(pydyf, pydyf.PDF.write, (PACKED_AGAIN, WRITTEN))
        block._linebox_layout = _restated(block, block._linebox_layout, (MOVES_NOTES, "report = False"))
        line_break.lines_to_try = lines_to_try
        whole = _restated(line_break, line_break.split_first_line, (FITS, FITS_BUT_FOR_A_SPACE), (SHORT, SHORTER))
        for module in (line_break, inline, preferred):
            module.split_first_line = whole


def _restated(module: ModuleType, function: Any, *changes: tuple[str, str]) -> Any:
    """`function` of `module` with statements in other words, its line numbers those of the file."""
    first, source = _source(function)
    for statement, otherwise in changes:
        if source.count(statement) != 1:
            raise OtherEngine(f"WeasyPrint’s {function.__name__} is not that of version {VERSION}")
        source = source.replace(statement, otherwise)
    names: dict[str, Any] = {}
    exec(compile("\n" * (first - 1) + source, str(module.__file__), "exec"), vars(module), names)
    names[function.__name__].restated = True
    return names[function.__name__]


def _source(function: Any) -> tuple[int, str]:
    """The line `function` begins on and its text: by its indentation, which `inspect` takes 3 ms to parse."""
    code = function.__code__
    head, *lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :]
    depth = len(head) - len(head.lstrip())
    within = takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) > depth, lines)
    return code.co_firstlineno, textwrap.dedent("".join([head, *within]))
