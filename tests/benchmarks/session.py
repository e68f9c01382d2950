"""Times a whole session: the Secretariat's records imported, built as DOCX and PDF, proved, and exported as AKN4UN.

The peer makes DOCX and PDF of the same texts with docxtpl and one call of LibreOffice, unproven. What is exported is
held against the record it came from by a reading of its own: words, numbers, notes, and who voted how.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tarfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import examine
from tests.benchmarks import annexes, peer
from tests.benchmarks.measuring import Taken, table, take

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
RECORD = re.compile(r"(?P<work>.+?)(?:-\d{7})?(?P<language>[ACEFRS])\.xml")
LETTERS = dict(zip("ACEFRS", ("ar", "zh", "en", "fr", "ru", "es"), strict=True))
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


@dataclass(frozen=True)
class Agreed:
    """So many of so many are the same in what was exported."""

    same: int
    of: int

    def __str__(self) -> str:
        return f"{self.same:,} of {self.of:,}"


def measure(here: Path, source: Path, works: int) -> str:
    """The tables for the first `works` of the session in `source`, a folder or an archive; for all where it is 0."""
    records = _records(source, here / "source")
    assert records, f"no records in {source}"
    chosen = sorted(records)[: works or None]
    files = [path for work in chosen for path in records[work].values()]
    steps: dict[str, Taken] = {"imported, and proved against the records": take(lambda: _import(files, here / "in"))}
    folders = sorted(path for path in (here / "in").iterdir() if path.is_dir())
    steps["built as DOCX, PDF and AKN4UN, and proved"] = take(lambda: _batch(here))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    texts = [(folder, language) for folder in folders for language in languages_in(folder)]
    places = [_prepared(here / "peer" / str(at), *text) for at, text in enumerate(texts)]
    peer.convert_many(places[:1], here / "profile")  # makes the profile of LibreOffice
    theirs = take(lambda: _peers(places, here / "profile"))
    whole = Taken(sum(one.wall for one in steps.values()), sum(one.processor for one in steps.values()))
    named = steps | {"all of it": whole, "docxtpl + LibreOffice, one call for all, unproven": theirs}
    rows = [
        [name, f"{one.wall:.1f} s", f"{one.processor:.1f} s", f"{one.wall / theirs.wall:.2f}"]
        for name, one in named.items()
    ]
    agreed = _agreed(records, chosen, here)
    head = [f"{len(chosen)} resolutions, {len(texts)} texts", "clock", "CPU", "of the peer's"]
    held = [[name, str(one)] for name, one in agreed.items()]
    return (
        table(head, rows)
        + "\n"
        + table(["AKN4UN of ours against the Secretariat's", "the same"], held)
        + f"\nThe largest process took {memory} MB.\n"
    )


def _records(source: Path, place: Path) -> dict[str, dict[str, Path]]:
    """The files of each work by language; an archive is unpacked to `place`."""
    if source.is_file():
        with tarfile.open(source) as archive:
            archive.extractall(place, filter="data")
        source = place
    found: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted(source.rglob("*.xml")):
        if named := RECORD.fullmatch(path.name):
            found[named["work"]][LETTERS[named["language"]]] = path
    return dict(found)


def _import(files: Sequence[Path], into: Path) -> None:
    """Every file at once: the languages of a work become one folder. Exit code 1 tells of one that could not be proved."""
    into.mkdir(parents=True)
    command = [sys.executable, "-m", "publisher", "import", *map(str, files), "--output", str(into)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr[-2000:]


def _batch(here: Path) -> None:
    command = [sys.executable, "-m", "publisher", "batch", str(here / "in"), "-o", str(here / "out")]
    command += ["-f", "docx,pdf,akn", "-j", "2", "--today", annexes.TODAY.isoformat()]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    refused = [one for one in json.loads((here / "out" / "summary.json").read_text()) if one.get("rejected")]
    assert not refused, refused[:3]


def _prepared(place: Path, folder: Path, language: str) -> Path:
    """The folder in which the peer finds a text."""
    place.mkdir(parents=True)
    resolved = examine(workspace_for(folder, annexes.TODAY), language).resolved
    assert resolved is not None, folder
    peer.prepare(resolved, place)
    return place


def _peers(places: Sequence[Path], profile: Path) -> None:
    subprocess.run([sys.executable, str(Path(peer.__file__)), *map(str, places), str(profile)], check=True)


# Held against the source


def _agreed(records: dict[str, dict[str, Path]], works: Sequence[str], here: Path) -> dict[str, Agreed]:
    """How many texts have the words of the record they came from, its numbers, its notes, its votes."""
    there: Counter[str] = Counter()
    same: Counter[str] = Counter()
    by_symbol = {_symbol(path): path for path in (here / "out").rglob("*.akn.xml")}
    for work in works:
        for language, path in records[work].items():
            record = etree.parse(str(path)).getroot()
            ours = by_symbol.get((*_symbol_of(record), language))
            made = etree.parse(str(ours)).getroot() if ours is not None else None
            for name, tell in _TOLD.items():
                wanted = tell(record)
                missing = wanted - tell(made) if made is not None else wanted
                there[name] += wanted.total()
                same[name] += wanted.total() - missing.total()
    return {name: Agreed(same[name], there[name]) for name in _TOLD}


def _symbol(path: Path) -> tuple[str, str]:
    """The symbol and the language of a file of ours."""
    return (*_symbol_of(etree.parse(str(path)).getroot()), path.name.removesuffix(".akn.xml").rpartition(".")[2])


def _symbol_of(root: Any) -> tuple[str]:
    found = root.find(f".//{AKN}coverPage//{AKN}docNumber")
    return ("".join("".join(found.itertext()).split()) if found is not None else "",)


def _words(root: Any) -> Counter[str]:
    """The words of preamble and body, notes left out."""
    return Counter(word for part in _parts(root) for text in _texts(part) for word in _WORD.findall(text))


def _numbers(root: Any) -> Counter[str]:
    """The numbers before the paragraphs."""
    found = (num for part in _parts(root) for num in part.iterfind(f".//{AKN}paragraph/{AKN}num"))
    return Counter(number for num in found if (number := "".join(filter(str.isalnum, "".join(num.itertext())))))


def _notes(root: Any) -> Counter[str]:
    """The words of each note."""
    notes = (note for part in _parts(root) for note in part.iter(f"{AKN}authorialNote"))
    return Counter("".join(_WORD.findall(unicodedata.normalize("NFKC", "".join(note.itertext())))) for note in notes)


def _votes(root: Any) -> Counter[str]:
    """How many voted on each side."""
    counts = root.iterfind(f".//{AKN}analysis//{AKN}voting/{AKN}count")
    return Counter(f"{one.get('refersTo', '').lstrip('#')} {int(one.get('value') or 0)}" for one in counts)


_TOLD = {"words": _words, "numbers of paragraphs": _numbers, "notes": _notes, "counts of votes": _votes}


def _parts(root: Any) -> Iterator[Any]:
    yield from root.iter(f"{AKN}preamble", f"{AKN}mainBody")


def _texts(element: Any) -> Iterator[str]:
    """The texts under an element in order, those of notes left out, a word that is parted by marks put together."""
    pieces: list[str] = []
    _gathered(element, pieces)
    yield unicodedata.normalize("NFKC", "".join(pieces))


def _gathered(element: Any, pieces: list[str]) -> None:
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name not in ("authorialNote", "", "num"):
        pieces.append(element.text or "")
        for child in element:
            _gathered(child, pieces)
        pieces.append(" " if name in ("p", "td", "th", "eol", "heading") else "")
    pieces.append(element.tail or "")
