"""One document in several languages: which is the original, what a translation lacks, what it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.failures import BadRequest
from publisher.model.workspace import Workspace, languages_in

if TYPE_CHECKING:
    from publisher.model.diagnostic import Diagnostic
    from publisher.model.document import Document as Written
    from publisher.model.reference import Reference
    from publisher.model.resolved import Document as Resolved


def against_original(
    workspace: Workspace, written: Written, resolved: Resolved, reference: Reference, annex: str | None = None
) -> tuple[Diagnostic, ...]:
    """Where a document, or an `annex` of it, falls short of the version it was translated from."""
    from publisher.check import compare_translation
    from publisher.read import made_from

    language = original_of(workspace, written, annex)
    if language == written.language:
        return ()
    original = version(workspace, language, annex)
    if original is None:
        return ()  # what is wrong with it is told where that language is checked
    known = made_from(workspace.folder, written.language)
    return compare_translation(original, (written, resolved), known, reference)


def original_of(workspace: Workspace, written: Written, annex: str | None = None) -> str:
    """The language that the others are held against: the original one of the record where it is there.

    A working translation is nobody's original: where the original language has nothing else, the first other counts.
    """
    from publisher.read import languages_of_parts, read

    files = languages_of_parts(workspace.folder) if annex else {c: f"{c}.yaml" for c in languages_in(workspace.folder)}
    wanted = written.record.original
    named = [wanted] if isinstance(wanted, str) else list(wanted)
    for language in (*(code for code in named if code in files), *(code for code in files if code not in named)):
        found = written if language == written.language else read(workspace, language, files[language]).document
        if found is not None and found.words.translation == "official":
            return language
    return written.language


def original_of_folder(workspace: Workspace) -> str:
    """The language the others of a document folder are held against; BadRequest where none can be read."""
    from publisher.read import read

    for code in languages_in(workspace.folder):
        found = read(workspace, code).document
        if found is not None:
            return original_of(workspace, found)
    raise BadRequest(f"{workspace.folder} cannot be read in any language; see: publisher check {workspace.folder}")


def version(workspace: Workspace, language: str, annex: str | None = None) -> tuple[Written, Resolved] | None:
    """A language version as written and as resolved, None where it cannot be understood."""
    from publisher.language import vocabulary
    from publisher.model.reference import load_reference
    from publisher.pipeline.annexes import read_annex
    from publisher.read import read
    from publisher.resolve import resolve

    reading = read(workspace, language) if annex is None else read_annex(workspace, language, annex)
    if reading.document is None:
        return None
    words = vocabulary(language, workspace)
    resolution = resolve(reading.document, workspace, load_reference(workspace.reference), words)
    return (reading.document, resolution.document) if resolution.document is not None else None


def translated(workspace: Workspace, language: str) -> tuple[str, bytes]:
    """Name and content of the file that declares a translation up to date with the original as it stands."""
    from publisher.check import translation_pairs
    from publisher.read import translated_file

    found = _understood(workspace, language)
    original = original_of(workspace, found[0])
    if original == language:
        raise BadRequest(f"“{language}” is the original of {workspace.folder}, not a translation")
    pairs = translation_pairs(_understood(workspace, original), found)
    return f"{language}.txt", translated_file(pairs)


def _understood(workspace: Workspace, language: str) -> tuple[Written, Resolved]:
    found = version(workspace, language)
    if found is None:
        raise BadRequest(f"{workspace.folder} cannot be read in “{language}”; see: publisher check {workspace.folder}")
    return found
