"""WeasyPrint behind one door.

Imported when needed, font configuration shared, messages collected.
"""

from __future__ import annotations

import datetime
import io
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element, tostring

from publisher.failures import MissingDependency
from publisher.model.symbol import AKN_ENDING
from publisher.render.pdf.engine.collector import Collector
from publisher.render.pdf.engine.lines_once import Lines
from publisher.render.pdf.engine.loading import load_weasyprint
from publisher.render.pdf.engine.overflow import OVERFLOW, Said, overflows
from publisher.render.pdf.engine.parsed_tree import PARSED_TREE, of_tree
from publisher.render.pdf.engine.repairs import applied, missing
from publisher.render.style import style_sheet

VARIANT, OUTPUT_INTENT = "pdf/a-3a", "srgb"
# Media types of what is attached (RFC 9512, 7303, 7111); of all else that it is bytes.
_TYPES = {".yaml": "application/yaml", ".xml": "application/xml", ".csv": "text/csv"}
_ANY = "application/octet-stream"
INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class Engine:
    """WeasyPrint with one font configuration for the whole process.

    One a document would leak about 14 MiB each.
    """

    def __init__(self, weasyprint: ModuleType) -> None:
        from weasyprint.text.fonts import FontConfiguration

        self.on, self.missing = applied(), missing()
        self.weasyprint = weasyprint
        self.fonts = FontConfiguration()
        self.collector = Collector()
        self._stylesheets: dict[tuple[Path, int], Any] = {}

    def stylesheet(self, path: Path, sources: Any) -> Any:
        """The style sheet in `path`, parsed once while the file stays as it is."""
        key = (path, path.stat().st_mtime_ns)
        if key not in self._stylesheets:
            self._stylesheets[key] = self.weasyprint.CSS(
                string=style_sheet(path), url_fetcher=sources, font_config=self.fonts
            )
        return self._stylesheets[key]

    def rule(self, text: str, sources: Any) -> Any:
        """A style sheet of one rule."""
        return self.weasyprint.CSS(string=text, url_fetcher=sources, font_config=self.fonts)

    def document(self, root: Element, base: str, sources: Any) -> Any:
        """The element tree `root` as WeasyPrint takes it (weasyprint.HTML)."""
        if PARSED_TREE.name in self.on:
            return of_tree(root, base, sources)
        text = tostring(root, encoding="unicode", method="html")
        return self.weasyprint.HTML(string=text, base_url=base, url_fetcher=sources)

    def render(self, document: Any, stylesheets: list[Any]) -> Any:
        """`document` laid out in pages."""
        return document.render(font_config=self.fonts, stylesheets=stylesheets, pdf_variant=VARIANT)

    def overflows(self, pages: Iterable[Any]) -> list[Said]:
        """What does not fit `pages` (weasyprint.Page).

        Nothing where the engine's boxes are other than known.
        """
        return overflows(pages) if OVERFLOW.name in self.on else []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Draw a document, or a part of one, while the block runs."""
        Lines.kept = 0
        with self.collector.resting():
            yield

    def attachment(self, name: str, content: bytes, moment: datetime.datetime) -> Any:
        """`content` as an attachment.

        A source of the document, or the whole of it in another form (AKN4UN). Its type is not asked of the machine,
        whose table has others than the next one's.
        """
        made = self.weasyprint.Attachment(
            file_obj=io.BytesIO(content),
            name=name,
            description=name,
            relationship="Alternative" if name.endswith(AKN_ENDING) else "Source",
            created=moment,
            modified=moment,
        )
        made.source = nullcontext((io.BytesIO(content), None, None, _TYPES.get(PurePath(name).suffix, _ANY)))
        return made

    @contextmanager
    def listening(self) -> Iterator[list[str]]:
        """Collect warnings of WeasyPrint and fontTools in the block."""
        messages: list[str] = []
        ear = _Ear(messages)
        loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
        for logger in loggers:
            logger.addHandler(ear)
        try:
            yield messages
        finally:
            for logger in loggers:
                logger.removeHandler(ear)


class _Ear(logging.Handler):
    """A log handler that keeps each message once."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self._messages:
            self._messages.append(message)


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The engine of this process.

    MissingDependency, with the command that installs it, without Pango.
    """
    try:
        weasyprint = load_weasyprint()
    except OSError as error:  # what cffi raises when it cannot open a library
        raise MissingDependency(f"Pango cannot be loaded, so no PDF can be drawn. Install it: {INSTALL}") from error
    return Engine(weasyprint)
