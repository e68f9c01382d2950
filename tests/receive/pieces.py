"""New Word files out of pieces of official ones: `python -m tests.receive.pieces FOLDER [--seeds N] [--first N] [--build]`.

Runs of paragraphs and tables are drawn from two or three files, shuffled, and put under the masthead of the first with
everything they hang on: styles, lists, notes, pictures. Some are then changed as other hands and programs would leave
them. Each file has to come in whole by its accounts and the second reading; with `--build` the words of what is built
of it are held against it as well, by a walk that shares no code with the import.
"""

from __future__ import annotations

import argparse
import copy
import posixpath
import random
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from publisher.batch import placing
from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.pipeline.importing import Wanted, bring_in
from publisher.receive.received import Received
from publisher.receive.word import Options
from tests.receive.measure import TODAY, W, share, without_contents, words_built, words_of_word

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LISTED = {"styles": "style", "numbering": "num", "footnotes": "footnote", "endnotes": "endnote"}
Element = Any


@dataclass
class Parts:
    """A Word file as parts, those that pieces hang on parsed."""

    names: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Parts:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def tree(self, name: str, otherwise: str = "") -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.names.get(name) or otherwise.encode())
        return self.trees[name]

    def related(self, kind: str) -> Element:
        """The part of a kind that hangs on the main one; an empty one where there is none."""
        for relation in self.relations():
            if relation.get("Type") == f"{_KINDS}/{kind}":
                return self.tree(posixpath.normpath(posixpath.join("word", relation.get("Target"))))
        relation = etree.SubElement(self.relations(), f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", f"made-{kind}")
        relation.set("Type", f"{_KINDS}/{kind}")
        relation.set("Target", f"{kind}.xml")
        return self.tree(f"word/{kind}.xml", f'<w:{kind} xmlns:w="{W[1:-1]}"/>')

    def relations(self) -> Element:
        return self.tree("word/_rels/document.xml.rels")

    @property
    def body(self) -> Element:
        return self.tree("word/document.xml").find(f"{W}body")

    def data(self) -> bytes:
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
            for name, content in (self.names | {name: etree.tostring(t) for name, t in self.trees.items()}).items():
                archive.writestr(name, content)
        return written.getvalue()


@dataclass
class Graft:
    """Takes pieces of the body of one file over into another, with all they hang on."""

    source: Parts
    target: Parts
    mark: str  # tells what comes from this file
    lists: dict[str, str] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)

    def take(self, piece: Element) -> Element:
        made = copy.deepcopy(piece)
        for end in list(made.iter(f"{W}sectPr")):
            end.getparent().remove(end)
        self._settle(made)
        return made

    def _settle(self, made: Element) -> None:
        for element in made.iter():
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in ("pStyle", "rStyle", "tblStyle"):
                self._style(element.get(f"{W}val"))
            elif name == "numId":
                element.set(f"{W}val", self._list(element.get(f"{W}val")))
            elif name in ("footnoteReference", "endnoteReference"):
                element.set(f"{W}id", self._note(name.removesuffix("Reference"), element.get(f"{W}id")))
            for attribute in [one for one in element.attrib if one.startswith(R)]:
                element.set(attribute, self._relation(element.get(attribute)))

    def _style(self, name: str | None) -> None:
        have = self.target.related("styles")
        if any(style.get(f"{W}styleId") == name for style in have.iterchildren(f"{W}style")):
            return
        for style in self.source.related("styles").iterchildren(f"{W}style"):
            if style.get(f"{W}styleId") == name:
                made = copy.deepcopy(style)
                have.append(made)
                for number in made.iter(f"{W}numId"):
                    number.set(f"{W}val", self._list(number.get(f"{W}val")))
                base = made.find(f"{W}basedOn")
                if base is not None:
                    self._style(base.get(f"{W}val"))

    def _list(self, number: str | None) -> str:
        if number in (None, "0"):
            return "0"
        if number not in self.lists:
            have, source = self.target.related("numbering"), self.source.related("numbering")
            self.lists[number] = new = str(10_000 + len(have))
            for instance in source.iterchildren(f"{W}num"):
                if instance.get(f"{W}numId") == number:
                    made = copy.deepcopy(instance)
                    made.set(f"{W}numId", new)
                    link = made.find(f"{W}abstractNumId")
                    for abstract in source.iterchildren(f"{W}abstractNum"):
                        if abstract.get(f"{W}abstractNumId") == link.get(f"{W}val"):
                            whole = copy.deepcopy(abstract)
                            whole.set(f"{W}abstractNumId", f"{self.mark}{link.get(f'{W}val')}")
                            have.insert(0, whole)
                    link.set(f"{W}val", f"{self.mark}{link.get(f'{W}val')}")
                    have.append(made)
        return self.lists[number]

    def _note(self, kind: str, number: str) -> str:
        if (kind, number) not in self.notes:
            have, source = self.target.related(f"{kind}s"), self.source.related(f"{kind}s")
            self.notes[kind, number] = new = f"{self.mark}{number}"
            for note in source.iterchildren(f"{W}{kind}"):
                if note.get(f"{W}id") == number:
                    made = copy.deepcopy(note)
                    made.set(f"{W}id", new)
                    for link in list(made.iter()):
                        for attribute in [one for one in link.attrib if one.startswith(R)]:
                            del link.attrib[attribute]
                    have.append(made)
                    self._settle(made)
        return self.notes[kind, number]

    def _relation(self, identifier: str) -> str:
        if identifier not in self.relations:
            new = f"{self.mark}-{identifier}"
            for relation in self.source.relations():
                if relation.get("Id") == identifier:
                    made = copy.deepcopy(relation)
                    made.set("Id", new)
                    if relation.get("TargetMode") != "External":
                        made.set("Target", self._part(relation.get("Target")))
                    self.target.relations().append(made)
            self.relations[identifier] = new
        return self.relations[identifier]

    def _part(self, target: str) -> str:
        """Copy a part and what hangs on it under a name of its own."""
        name = posixpath.normpath(posixpath.join("word", target))
        made = posixpath.join(posixpath.dirname(name), f"{self.mark}-{posixpath.basename(name)}")
        if name in self.source.names and made not in self.target.names:
            self.target.names[made] = self.source.names[name]
            below = f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"
            if below in self.source.names:
                self.target.names[f"{posixpath.dirname(made)}/_rels/{posixpath.basename(made)}.rels"] = (
                    self._parts_below(below, posixpath.dirname(name))
                )
        return "/" + made

    def _parts_below(self, relations: str, folder: str) -> bytes:
        """The relations of a part, with the parts they lead to."""
        root = etree.fromstring(self.source.names[relations])
        for one in root:
            target = posixpath.normpath(posixpath.join(folder, one.get("Target")))
            if one.get("TargetMode") != "External" and target in self.source.names:
                self.target.names.setdefault(target, self.source.names[target])
                one.set("Target", f"/{target}")
        return etree.tostring(root)


def composed(files: Sequence[bytes], random: random.Random, changes: Sequence[Callable[..., None]] = ()) -> bytes:
    """A Word file under the masthead of the first of `files`, its text drawn from all of them."""
    target = Parts.of(files[0])
    kept = _front(target.body)
    pieces: list[Element] = []
    for place, data in enumerate(files):
        graft = Graft(Parts.of(data), target, f"9{place}")
        whole = [one for one in graft.source.body if one.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")][_front_length(data) :]
        for _ in range(random.randint(2, 6)):
            length = min(len(whole), random.choice((1, 3, 8, 20)))
            begin = random.randrange(len(whole) - length + 1)
            pieces.append([graft.take(one) for one in whole[begin : begin + length]])
    random.shuffle(pieces)
    body = target.body
    end = body[-1]
    for one in list(body)[kept:]:
        if one is not end:
            body.remove(one)
    for one in (inner for piece in pieces for inner in piece):
        end.addprevious(one)
    for change in changes:
        change(target, random)
    return target.data()


def _front(body: Element) -> int:
    """How many elements at the begin are page one: those before the first text of some length."""
    for at, one in enumerate(body):
        if one.tag == f"{W}p" and len("".join(one.itertext(f"{W}t"))) > 200:
            return at
    return 0


def _front_length(data: bytes) -> int:
    return _front(Parts.of(data).body)


# What other hands and programs leave in a file


def _some(root: Element, tag: str, random: random.Random, share: float = 0.1) -> list[Element]:
    return [one for one in list(root.iter(tag)) if random.random() < share]


def controls(parts: Parts, random: random.Random) -> None:
    """Content controls round paragraphs, rows, cells, runs, within each other."""
    for tag in (f"{W}p", f"{W}tr", f"{W}tc", f"{W}r"):
        for one in _some(parts.body, tag, random):
            for _ in range(random.choice((1, 2))):
                _wrapped(one, "sdt", "sdtContent")


def _wrapped(one: Element, *names: str) -> None:
    outer = inner = etree.Element(W + names[0])
    one.addprevious(outer)
    outer.tail = None
    for name in names[1:]:
        inner = etree.SubElement(inner, W + name)
    inner.append(one)


def inserted(parts: Parts, random: random.Random) -> None:
    """Runs, rows and paragraph marks as tracked insertions."""
    for one in _some(parts.body, f"{W}r", random):
        _wrapped(one, "ins")
    for one in _some(parts.body, f"{W}p", random):
        properties = one.find(f"{W}pPr")
        if properties is not None:
            mark = properties.find(f"{W}rPr")
            mark = etree.SubElement(properties, f"{W}rPr") if mark is None else mark
            mark.insert(0, etree.Element(f"{W}ins"))


def struck(parts: Parts, random: random.Random) -> None:
    """Runs, rows and paragraph marks as tracked deletions."""
    runs = _some(parts.body, f"{W}r", random, 0.05)
    for one in _some(parts.body, f"{W}tr", random, 0.05):
        properties = one.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            one.insert(0, properties)
        etree.SubElement(properties, f"{W}del")
        runs += [run for run in one.iter(f"{W}r") if run not in runs]
    for one in runs:
        for text in one.iter(f"{W}t"):
            text.tag = f"{W}delText"
        _wrapped(one, "del")


def split(parts: Parts, random: random.Random) -> None:
    """Words over several runs, with bookmarks, proofing marks and soft hyphens between."""
    for one in _some(parts.body, f"{W}t", random, 0.2):
        words, run = one.text or "", one.getparent()
        if len(words) < 2 or run.tag != f"{W}r" or len(run.findall(f"{W}t")) > 1 or run[-1] is not one:
            continue
        cut = random.randrange(1, len(words))
        second = copy.deepcopy(run)
        for child in [child for child in second if child.tag not in (f"{W}rPr", f"{W}t")]:
            second.remove(child)
        one.text, second.find(f"{W}t").text = words[:cut], words[cut:]
        run.addnext(second)
        name = random.choice(("proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "commentRangeStart"))
        run.addnext(etree.Element(W + name, {f"{W}id": "77", f"{W}name": "_x"}))


def plain_styles(parts: Parts, random: random.Random) -> None:
    """Paragraphs whose style is gone, as after pasting."""
    for one in _some(parts.body, f"{W}pStyle", random, 0.3):
        one.getparent().remove(one)


def boxed(parts: Parts, random: random.Random) -> None:
    """Paragraphs in text boxes in the new and the old form, in frames, in tables of one cell."""
    for one in [one for one in _some(parts.body, f"{W}p", random, 0.05) if one.getparent() is parts.body]:
        match random.choice(("box", "frame", "table")):
            case "box":
                one.addprevious(box := etree.fromstring(_BOX))
                for place in list(box.iter(f"{W}txbxContent")):
                    place.append(copy.deepcopy(one))
                one.getparent().remove(one)
            case "frame":
                properties = one.find(f"{W}pPr")
                if properties is not None:
                    properties.insert(min(1, len(properties)), etree.Element(f"{W}framePr"))
            case _:
                _wrapped(one, "tbl", "tr", "tc")


_BOX = f"""<w:p xmlns:w="{W[1:-1]}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:x"><w:r>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><x:txbx><w:txbxContent/></x:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict><x:textbox><w:txbxContent/></x:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def merged(parts: Parts, random: random.Random) -> None:
    """Cells that are left out, span too much, go on from nothing; grids that are not there; tables in cells."""
    for one in _some(parts.body, f"{W}tr", random, 0.1):
        cells = one.findall(f"{W}tc")
        properties = one.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            one.insert(0, properties)
        for name in random.sample(("gridBefore", "gridAfter", "tblHeader"), 1):
            etree.SubElement(properties, W + name, {f"{W}val": "1"})
        for cell in random.sample(cells, min(1, len(cells))):
            inner = cell.find(f"{W}tcPr")
            inner = etree.SubElement(cell, f"{W}tcPr") if inner is None else inner
            cell.insert(0, inner)
            for name, value in random.choice(
                ((("gridSpan", "3"),), (("vMerge", "continue"),), (("vMerge", "restart"),))
            ):
                etree.SubElement(inner, W + name, {f"{W}val": value})
    for one in _some(parts.body, f"{W}tblGrid", random, 0.2):
        one.getparent().remove(one)
    tables = _some(parts.body, f"{W}tbl", random, 0.3)
    for table in tables[1:]:
        cell = next((cell for cell in tables[0].iter(f"{W}tc")), None)
        if cell is not None and table not in cell.iterancestors() and tables[0] not in table.iterdescendants():
            cell.insert(len(cell) - 1, table)


CHANGES: tuple[Callable[[Parts, random.Random], None], ...] = (
    controls, inserted, struck, split, plain_styles, boxed, merged,
)  # fmt: skip


# Holding them


def lost_of(received: Received) -> list[str]:
    """What makes an import fail: errors, but for the words of the masthead that the program writes itself."""
    return [
        f"{found.code} {found.message} “{found.span}”"
        for found in received.findings
        if found.severity is Severity.ERROR and not (found.code == "IM023" and "words are not" in found.message)
    ]


def held(data: bytes, *, built: bool = False) -> Iterator[str]:
    """What is wrong with the import of `data`."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "source.docx"
        path.write_bytes(data)
        received = bring_in(path, Wanted(Options(changes="accept"), "en"), workspace_for(Path(place), TODAY))
        yield from lost_of(received)
        if not built or not received.files:
            return
        folder = Path(place) / "made"
        placing.place(folder, received.files, lasting=False)
        made = {
            str(kind): content for kind, content in build(workspace_for(folder, TODAY), "en", ("docx",)).files.items()
        }
        if "docx" not in made:
            yield "no Word file is built"
        else:
            found = share(words_of_word(data) - without_contents(received), words_built(made["docx"]))
            if found.there < found.of:
                yield f"{found}: {' '.join(found.missing[:10])}"


def drawn(files: Sequence[bytes], seed: int) -> bytes:
    """The file that `seed` makes of `files`."""
    chance = random.Random(seed)
    some = chance.sample(list(files), min(len(files), chance.choice((1, 2, 3))))
    return composed(some, chance, chance.sample(CHANGES, chance.choice((0, 1, 2, 3))))


def main() -> None:
    """Print the seeds whose file does not come in whole."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seeds", type=int, default=20)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--build", action="store_true")
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    files = [path.read_bytes() for path in sorted(given.folder.glob("*.docx"))]
    failed = 0
    for seed in range(given.first, given.first + given.seeds):
        data = drawn(files, seed)
        if given.keep:
            (given.keep / f"{seed}.docx").write_bytes(data)
        try:
            found = list(held(data, built=given.build))
        except Exception:
            found = [traceback.format_exc()]
        failed += bool(found)
        for line in found[:3]:
            print(f"{seed}: {line[-1500:]}")
    print(f"{given.seeds} files, {failed} not whole")


if __name__ == "__main__":
    main()
