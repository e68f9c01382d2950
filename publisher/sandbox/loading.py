"""Where templates come from: files below the template roots.

Whatever a name or a link says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import jinja2

from publisher.model.workspace import file_below

LARGEST_TEMPLATE = 500_000  # bytes


class BelowRoots(jinja2.BaseLoader):
    """Loads templates by name from the first root that has them.

    Read again when the file has changed.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = tuple(roots)

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of the template, its path, and whether it is still that.

        TemplateNotFound where no root has it.
        """
        path = file_below(self._roots, template)
        if path is None:
            raise jinja2.TemplateNotFound(template)
        read = path.stat().st_mtime_ns
        return template_text(path), str(path), lambda: file_below(self._roots, template) == path and _same(path, read)


def _same(path: Path, read: int) -> bool:
    return path.stat().st_mtime_ns == read


def template_text(path: Path) -> str:
    """The text of a template file.

    TemplateError where it is no text or larger than any template.
    """
    if path.stat().st_size > LARGEST_TEMPLATE:
        raise jinja2.TemplateError(f"{path.name} is larger than any template")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise jinja2.TemplateError(f"{path.name} is not UTF-8 text") from error
