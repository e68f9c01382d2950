"""A real document as the measure takes it in: brought in by the program's own import, checked in each language."""

from __future__ import annotations

import datetime
import re
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from publisher import pipeline
from publisher.batch import placing
from publisher.check.passage import passages_of
from publisher.language import vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.reference import load_reference
from publisher.model.workspace import Workspace, workspace_for
from publisher.receive.akn import receive_akn
from publisher.receive.word import Options, language_of_word, receive_word
from tests.check.precision.judgements import Finding

TODAY = datetime.date(2026, 11, 1)
_SIGNS_OF_A_WORD = 1.6  # of Chinese: the length of a Chinese text over that of the English one, in words
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLACE = re.compile(
    r"(?<=[0-9])(-[0-9]+)?[A-Z]?$|-[0-9]+[A-Z]?$"
)  # job number and letter of the language, after the symbol


@dataclass(frozen=True, slots=True)
class Work:
    """The files of one document: a Word file, or the XML of its languages."""

    name: str
    files: tuple[Path, ...]


@dataclass(slots=True)
class Measured:
    """What was found in a document, and how many words were looked at in each language."""

    words: dict[str, float] = field(default_factory=dict)
    found: list[Finding] = field(default_factory=list)


def unpacked(corpus: Path, into: Path) -> tuple[Path, ...]:
    """Where the files of a corpus lie: there, and in `into`, where its archives are unpacked."""
    for archive in [corpus] if corpus.suffix == ".xz" else sorted(corpus.rglob("*.tar.xz")):
        with tarfile.open(archive) as packed:
            packed.extractall(into, filter="data")
    return (corpus, into)


def works(corpus: Iterable[Path]) -> list[Work]:
    """Every document of a corpus, by name: its Word files, and its records with their languages together."""
    records: dict[str, list[Path]] = defaultdict(list)
    word: list[Path] = []
    for place in corpus:
        for path in place.rglob("*.xml"):
            records[_PLACE.sub("", path.stem).rstrip("-")].append(path)
        word += [place] if place.suffix == ".docx" else place.rglob("*.docx")
    single = [Work(path.stem, (path,)) for path in word]
    return sorted([*single, *(Work(n, tuple(sorted(files))) for n, files in records.items())], key=lambda w: w.name)


def measure(work: Work, languages: tuple[str, ...], remarks: bool) -> Measured:
    """What the check tells of each language of a document."""
    measured = Measured()
    for files, spoken in _received(work):
        with tempfile.TemporaryDirectory() as place:
            placing.place(Path(place), files, lasting=False)
            for language in sorted(set(spoken) & set(languages)):
                _examine(work, workspace_for(Path(place), TODAY), language, remarks, measured)
    return measured


def _received(work: Work) -> Iterator[tuple[Mapping[str, bytes], tuple[str, ...]]]:
    """The files of the folder made of a document, and its languages."""
    with tempfile.TemporaryDirectory() as nowhere:
        workspace = workspace_for(Path(nowhere), TODAY)
        reference = load_reference(workspace.reference, workspace.own_reference)
        if work.files[0].suffix == ".docx":
            data = work.files[0].read_bytes()
            language = language_of_word(data)
            options = Options(changes="accept")
            name = work.files[0].name
            received = receive_word(data, name, vocabulary(language, workspace), reference, workspace, options, {})
            yield received.files, (language,)
            return
        sources = [(path.name, path.read_bytes()) for path in work.files]
        for one in receive_akn(sources, workspace, reference):
            yield one.files, tuple(one.sources)


def _examine(work: Work, workspace: Workspace, language: str, remarks: bool, measured: Measured) -> None:
    examined = pipeline.examine(workspace, language, remarks=remarks)
    if examined.resolved is None:
        measured.found.append(Finding(work.name, language, "UNREAD", "error", "", str(examined.diagnostics[:2]), ""))
        return
    text = " ".join(passage.text for passage in passages_of(examined.resolved))
    signs = len(_HAN.findall(text))
    measured.words[language] = len(_HAN.sub(" ", text).split()) + signs / _SIGNS_OF_A_WORD
    measured.found += [_finding(work.name, language, found, examined.sources) for found in examined.diagnostics]


def _finding(work: str, language: str, found: Diagnostic, sources: Mapping[str, str]) -> Finding:
    line = ""
    if isinstance(found.at, Position):
        lines = sources.get(found.at.file, "").splitlines()
        line = lines[found.at.line - 1].strip() if found.at.line <= len(lines) else ""
    start = line.find(found.span) if found.span else 0
    sentence = line[max(0, start - 110) : start + len(found.span) + 110] if start >= 0 else line[:220]
    return Finding(work, language, found.code, str(found.severity), found.span, found.message, sentence)
