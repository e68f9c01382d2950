"""Files from outside held against the very bytes a build of the document gives."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import Workspace
from publisher.pipeline.conductor import ATTACHED, Attached, build
from publisher.pipeline.drawing import FORMATS, Format


def not_as_built(workspace: Workspace, language: str, files: Mapping[str, bytes]) -> dict[str, tuple[Diagnostic, ...]]:
    """For each of `files` (name → bytes) what tells it from the file a build gives, nothing where it is that file.

    A PDF may carry what is printed of its source or all of it: both are builds.
    """
    from publisher.verify import unlike

    wanted = _formats(files)
    built = _built(workspace, language, wanted, ATTACHED[0])
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for name, data in files.items():
        ending = PurePath(name).suffix.lower().removeprefix(".")
        if ours := built.get(ending):
            found[name] = unlike(data, ours, name)
            if found[name] and ending == "pdf" and data in _built(workspace, language, ["pdf"], "source").values():
                found[name] = ()
    return found


def _formats(files: Mapping[str, bytes]) -> list[Format]:
    endings = {PurePath(name).suffix.lower().removeprefix(".") for name in files}
    return [format for format in FORMATS if format in endings]


def _built(workspace: Workspace, language: str, formats: list[Format], attached: Attached) -> dict[str, bytes]:
    """The files a build gives, by their format; Word takes its page numbers from the PDF, which is laid out with it."""
    if not formats:
        return {}
    return {str(ending): data for ending, data in build(workspace, language, formats, attached=attached).files.items()}
