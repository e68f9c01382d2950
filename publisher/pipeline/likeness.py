"""Files from outside held against the bytes a build gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import Workspace
from publisher.pipeline.conductor import ATTACHED, Attached, build
from publisher.pipeline.drawing import ALL_FORMATS, Format


def not_as_built(workspace: Workspace, language: str, files: Mapping[str, bytes]) -> dict[str, tuple[Diagnostic, ...]]:
    """What tells each of `files` from that of a build, if anything.

    `files` maps names to bytes; those of ours in kind. A PDF may carry what is printed of its source, all of it or the
    AKN4UN: all are builds.
    """
    from publisher.verify import unlike

    formats = {name: format for name in files if (format := _format_of(name)) is not None}
    built = _built(workspace, language, formats.values(), ATTACHED[0])
    found: dict[str, tuple[Diagnostic, ...]] = {}
    for name, format in formats.items():
        if (ours := built.get(format)) is None:
            continue
        found[name] = unlike(files[name], ours, name)
        if found[name] and format == "pdf":
            others = (_built(workspace, language, ["pdf"], attached).get("pdf") for attached in ATTACHED[1:])
            found[name] = () if files[name] in others else found[name]
    return found


def _format_of(name: str) -> Format | None:
    """The format of a file by the end of its name, None where it is none of ours."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    return next((format for format in ALL_FORMATS if format == ending or (format == "akn" and ending == "xml")), None)


def _built(
    workspace: Workspace, language: str, formats: Iterable[Format], attached: Attached
) -> Mapping[Format, bytes]:
    """The files a build gives, by their format; Word takes its page numbers from the PDF, which is laid out with it."""
    wanted = [format for format in ALL_FORMATS if format in set(formats)]
    return build(workspace, language, wanted, attached=attached).files if wanted else {}
