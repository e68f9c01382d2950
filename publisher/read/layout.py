"""Reads the YAML of a document's profile and kind.

The document's own or the shipped ones.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.model.workspace import Workspace
from publisher.read.shape import nearest, shaped
from publisher.read.source import load
from publisher.read.tree import parse

Shape = TypeVar("Shape", bound=BaseModel)
_NO_PAGES = frozenset(["base", "block", "inline", "masthead", "contents", "concordance"])  # what pages are made of


@dataclass(frozen=True, slots=True)
class LayoutRead(Generic[Shape]):
    """A profile or kind, if it can be used, and the findings on its file.

    The text of the file where there are findings.
    """

    part: Shape | None
    findings: tuple[Diagnostic, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)


def read_profile(workspace: Workspace, name: str, at: Position | None = None) -> LayoutRead[Profile]:
    """The profile `name` of templates/profile.

    `at` is where the record names it.
    """
    found = _read(workspace, f"profile/{name}.yaml", Profile, name)
    if found is not None:
        return found
    known = profiles_of(workspace)
    hint = nearest(name, known) or f"There are: {', '.join(known)}. Another one is reference/profile/{name}.yaml."
    return LayoutRead(None, (finding("RD029", f"no profile is called “{name}”", at, span=name, hint=hint),))


def read_kind(workspace: Workspace, name: str, at: Position | None = None) -> LayoutRead[Kind]:
    """The kind `name`, by its YAML or by its page.

    templates/kind, or templates/page/<name>.xhtml.j2.
    """
    known = kinds_in(workspace.templates)
    found = _read(workspace, f"kind/{name}.yaml", Kind, name)
    if found is None and name in known:
        found = LayoutRead(Kind(name=name))
    if found is None:
        hint = nearest(name, known) or f"There are: {', '.join(known)}. Another one is templates/page/{name}.xhtml.j2."
        return LayoutRead(
            None, (finding("RD031", f"no kind of document is called “{name}”", at, span=name, hint=hint),)
        )
    if found.part is None:
        return found
    kind = found.part if found.part.page else found.part.model_copy(update={"page": name})
    try:
        workspace.template(f"page/{kind.page}.xhtml.j2")
    except FileNotFoundError:
        said = f"the kind “{name}” has no page: templates/page/{kind.page}.xhtml.j2 is missing"
        return LayoutRead(None, (*found.findings, finding("RD031", said, at, span=name)), found.sources)
    return LayoutRead(kind, found.findings, found.sources)


def profiles_in(roots: tuple[Path, ...]) -> list[str]:
    """The names of all profiles under template `roots`, in alphabetical order."""
    return sorted({path.stem for root in roots for path in (root / "profile").glob("*.yaml")})


def profiles_of(workspace: Workspace) -> list[str]:
    """The names of all profiles that a document may have, the user's own among them."""
    own = [Path(name).stem for name, _ in workspace.own_reference if name.startswith("profile/")]
    return sorted({*profiles_in(workspace.templates), *own})


def kinds_in(roots: tuple[Path, ...]) -> list[str]:
    """The names of all kinds under template `roots`, in order."""
    pages = {path.name.removesuffix(".xhtml.j2") for root in roots for path in (root / "page").glob("*.xhtml.j2")}
    named = {path.stem for root in roots for path in (root / "kind").glob("*.yaml")}
    return sorted((pages - _NO_PAGES) | named)


def _read(workspace: Workspace, template: str, shape: type[Shape], name: str) -> LayoutRead[Shape] | None:
    try:
        path = workspace.template(template)
    except FileNotFoundError:
        return None
    own = path.is_relative_to(workspace.folder) or path in dict(workspace.own_reference).values()
    shown = Path(os.path.relpath(path, workspace.folder)).as_posix() if own else f"templates/{template}"
    return _shaped(path, path.stat().st_mtime_ns, shape, name, shown)


@lru_cache(maxsize=32)
def _shaped(path: Path, changed: int, shape: type[Shape], name: str, shown: str) -> LayoutRead[Shape]:
    text, found = load(path, shown)
    if text is None:
        return LayoutRead(None, tuple(found))
    value, faults = parse(text, shown)
    if faults:
        return LayoutRead(None, tuple(faults), {shown: text})
    made = shaped(value, shape, shown)
    part = made.part.model_copy(update={"name": name}) if made.part is not None else None
    return LayoutRead(part, tuple(made.findings), {shown: text} if made.findings else {})
