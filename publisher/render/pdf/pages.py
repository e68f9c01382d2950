"""A page to write as a PDF: tree, style sheets, sources, moment."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from xml.etree.ElementTree import Element

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.pdf.engine import Engine
from publisher.render.pdf.prepare import prepare
from publisher.render.pdf.sources import sources_of


class Kept(Protocol):
    """Where drawn parts are kept from one build of a document to the next."""

    def is_empty(self) -> bool:
        """Tell whether there is nothing to get."""

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`."""

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`."""

    def keep_only(self, keys: Collection[str]) -> None:
        """Remove what is kept under other keys."""


@dataclass(slots=True)
class Earlier:
    """What this process knows of a document from the draft before.

    `parts` as laid out and `drawn` as painted, by number, the latter with their keys; the `frame` around the words, with
    all it was made of.
    """

    parts: dict[int, Any] = field(default_factory=dict)
    drawn: dict[int, tuple[str, Any]] = field(default_factory=dict)
    frame: tuple[Any, Any] = (None, None)


class PagePdf(NamedTuple):
    """A page to write as a PDF, with attached files and kept parts.

    `earlier` is what this process laid out of the draft before, see `parts.again`.
    """

    page: str
    resolved: Document
    workspace: Workspace
    attachments: Mapping[str, bytes] | None = None
    kept: Kept | None = None
    earlier: Earlier | None = None


def prepared(drawing: Engine, work: PagePdf) -> tuple[Element, Any, list[Any]]:
    """The tree of a page, what it may read, and its styles."""
    sources = sources_of(work.workspace)
    stylesheets = [drawing.stylesheet(path, sources) for path in style_paths(work.resolved, work.workspace)]
    moment = moment_of(work.resolved).strftime("%Y-%m-%dT%H:%M:%SZ")
    page = prepare(work.page, moment)
    if (top := work.resolved.running.top) is not None:
        stylesheets.append(drawing.rule(f"@page {{ margin-top: {top:.2f}pt }}", sources))
        page.set("data-top", f"{top:.2f}")  # what is kept of a page is found again by what is written in it
    return page, sources, stylesheets


def style_paths(resolved: Document, workspace: Workspace) -> list[Path]:
    """The style sheets of `resolved`, in order.

    What all share, its profile, then its direction, language and kind, alone and in its profile. Of these only those
    that exist: most directions, languages and kinds need nothing of their own.
    """
    own = resolved.profile.style
    paths = [workspace.template(f"style/{name}.css") for name in ("base", *own)]
    turned = (f"{name}-{resolved.direction}" for name in own)
    kinds = (f"{name}-{resolved.kind}{turn}" for name in own for turn in ("", f"-{resolved.direction}"))
    for name in (resolved.direction, *turned, resolved.language, resolved.kind, *kinds):
        with suppress(FileNotFoundError):
            paths.append(workspace.template(f"style/{name}.css"))
    return paths


def moment_of(resolved: Document) -> datetime.datetime:
    """The midnight (UTC) the document is dated.

    A file must not depend on the day it was made.
    """
    return datetime.datetime.combine(resolved.properties.date, datetime.time(tzinfo=datetime.UTC))
