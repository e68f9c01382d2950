"""WeasyPrint behind one door: imported when first needed, its font configuration shared, its messages collected."""

from __future__ import annotations

import atexit
import datetime
import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree.ElementTree import Element

from publisher.failures import MissingDependency
from publisher.render.pdf.changes import change
from publisher.render.pdf.loading import load_weasyprint

VARIANT, OUTPUT_INTENT = "pdf/a-3a", "srgb"
INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class Engine:
    """WeasyPrint with one font configuration for the whole process: one a document would leak about 14 MiB each."""

    def __init__(self, weasyprint: ModuleType) -> None:
        from weasyprint.text.fonts import FontConfiguration

        change(weasyprint)
        self.weasyprint = weasyprint
        self.fonts = FontConfiguration()
        # WeasyPrint copies the faces that style sheets name to a folder which it does not always live to remove.
        self.fonts._folder = Path(tempfile.mkdtemp(prefix="weasyprint-"))
        atexit.register(shutil.rmtree, self.fonts._folder, ignore_errors=True)
        self.used = False  # whether a document was drawn before
        self.laid_out = 0  # pages whose boxes may still be held
        self.settled = False  # whether what stays from one document to the next is known
        self._stylesheets: dict[tuple[Path, int], Any] = {}

    def stylesheet(self, path: Path, sources: Any) -> Any:
        """The style sheet in `path`, parsed once while the file stays as it is."""
        key = (path, path.stat().st_mtime_ns)
        if key not in self._stylesheets:
            self._stylesheets[key] = self.weasyprint.CSS(
                string=path.read_text(encoding="utf-8"), url_fetcher=sources, font_config=self.fonts
            )
        return self._stylesheets[key]

    def document(self, root: Element, base: str, sources: Any) -> Any:
        """The element tree `root` as WeasyPrint takes it (weasyprint.HTML), not parsed once more."""
        import cssselect2

        document = self.weasyprint.HTML.__new__(self.weasyprint.HTML)
        document.base_url, document.url_fetcher, document.media_type = base, sources, "print"
        document.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        document.etree_element = document.wrapper_element.etree_element
        return document

    def render(self, document: Any, stylesheets: list[Any]) -> Any:
        """`document` laid out in pages."""
        return document.render(font_config=self.fonts, stylesheets=stylesheets, pdf_variant=VARIANT)

    def context(self, document: Any, stylesheets: list[Any]) -> tuple[Any, Any]:
        """What WeasyPrint lays `document` out with, styles computed, and its styles of counters."""
        from weasyprint.css.counters import CounterStyle

        counters = CounterStyle()
        options = {**self.weasyprint.DEFAULT_OPTIONS, "stylesheets": stylesheets}
        context = self.weasyprint.Document._build_layout_context(document, self.fonts, counters, {}, options)
        return context, counters

    def assembled(self, pages: list[Any], html: Any) -> Any:
        """A document (weasyprint.Document) of `pages` that are laid out, with the metadata of `html`."""
        from weasyprint.document import DocumentMetadata
        from weasyprint.html import get_html_metadata

        metadata = DocumentMetadata(**get_html_metadata(html))
        return self.weasyprint.Document(pages, metadata, html.url_fetcher, self.fonts, {}, OUTPUT_INTENT)

    def attachment(self, name: str, content: bytes, moment: datetime.datetime) -> Any:
        """`content` as an attachment that is the source of the document."""
        import io

        return self.weasyprint.Attachment(
            file_obj=io.BytesIO(content),
            name=name,
            description=name,
            relationship="Source",
            created=moment,
            modified=moment,
        )

    @contextmanager
    def listening(self) -> Iterator[list[str]]:
        """Collect what WeasyPrint and fontTools report as a warning or worse while the block runs."""
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
    """The engine of this process; MissingDependency, with the command that installs it, without Pango."""
    try:
        weasyprint = load_weasyprint()
    except OSError as error:  # what cffi raises when it cannot open a library
        raise MissingDependency(f"Pango cannot be loaded, so no PDF can be drawn. Install it: {INSTALL}") from error
    return Engine(weasyprint)
