"""One document in several languages: original, lacks, origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.failures import BadRequest
from publisher.model.workspace import Workspace, languages_in
from publisher.pipeline.understanding import Understood, understand
from publisher.pipeline.whole import reading_of

if TYPE_CHECKING:
    from publisher.model.diagnostic import Diagnostic
    from publisher.model.document import Document as Written


def against_original(understood: Understood) -> tuple[Diagnostic, ...]:
    """Where a document or annex falls short of what it translates."""
    from publisher.check import compare_translation
    from publisher.read import made_from

    workspace, version = understood.workspace, understood.forms()
    language = original_of(workspace, version[0], understood.annex)
    if language == understood.language:
        return ()
    original = understand(workspace, language, understood.annex)
    if original.written is None or original.resolved is None:
        return ()  # what is wrong with it is told where that language is checked
    known = made_from(workspace.folder, understood.language)
    return compare_translation(original.forms(), version, known, understood.reference)


def original_of(workspace: Workspace, written: Written, annex: str | None = None) -> str:
    """The language that the others are held against.

    The original one of the record where it is there. A working translation is nobody's original: where the original
    language has nothing else, the first other counts.
    """
    from publisher.read import languages_of_parts

    files = languages_of_parts(workspace.folder) if annex else {c: f"{c}.yaml" for c in languages_in(workspace.folder)}
    wanted = written.record.original
    named = [wanted] if isinstance(wanted, str) else list(wanted)
    for language in (*(code for code in named if code in files), *(code for code in files if code not in named)):
        found = written if language == written.language else reading_of(workspace, language, files[language]).document
        if found is not None and found.words.translation == "official":
            return language
    return written.language


def original_of_folder(workspace: Workspace) -> str:
    """The language the others of a document folder are held against.

    BadRequest where none can be read.
    """
    for code in languages_in(workspace.folder):
        found = reading_of(workspace, code).document
        if found is not None:
            return original_of(workspace, found)
    raise BadRequest(f"{workspace.folder} cannot be read in any language; see: publisher check {workspace.folder}")


def translated(workspace: Workspace, language: str) -> tuple[str, bytes]:
    """Name and content of the file that says a translation is up to date."""
    from publisher.check import translation_pairs
    from publisher.read import translated_file

    found = understand(workspace, language).forms()
    original = original_of(workspace, found[0])
    if original == language:
        raise BadRequest(f"“{language}” is the original of {workspace.folder}, not a translation")
    pairs = translation_pairs(understand(workspace, original).forms(), found)
    return f"{language}.txt", translated_file(pairs)
