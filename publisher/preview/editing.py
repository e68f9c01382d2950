"""Changes to the files of a document: the lines of one entry.

Refused where the file has changed meanwhile.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path as FilePath
from typing import Any

import yaml

from publisher.batch.placing import place
from publisher.failures import Worded
from publisher.manuscript import (
    BYTE_ORDER_MARK,
    Node,
    Path,
    Tree,
    Unwritable,
    entered,
    named,
    node_of,
    read_tree,
    reworded,
    scalar,
)
from publisher.mending import mend
from publisher.model.diagnostic import Diagnostic

RECORD, NOTES = "record.yaml", "footnotes"
MOST_UNDONE = 200  # changes that can be undone


class Conflict(Worded):
    """The file has changed underneath.

    What stands there now, against what was to be written.
    """

    def __init__(self, theirs: str, mine: str) -> None:
        super().__init__("the file has been changed by somebody else meanwhile")
        self.theirs, self.mine = theirs, mine


class NoEntry(Worded, LookupError):
    """There is no such file or entry in the document."""


class NotYaml(Unwritable):
    """A file breaks the rules of YAML at the moment, in a line."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(
            "“{file}” cannot be understood at the moment; put it right first, at line {line} or just before",
            file=file,
            line=str(line),
        )


@dataclass(frozen=True, slots=True)
class Step:
    """A change made here: a file before and after."""

    name: str
    before: str
    after: str


@dataclass(slots=True)
class Editing:
    """The YAML files of the document in `folder`, changed entry by entry.

    The last changes can be undone.
    """

    folder: FilePath
    made: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        """The files that may be read and changed.

        The record and the language files, annexes included.
        """
        own = sorted(path.name for path in self.folder.glob("*.yaml") if path.is_file())
        return (
            *own,
            *(f"annexes/{path.name}" for path in sorted(self.folder.glob("annexes/*.yaml")) if path.is_file()),
        )

    def text(self, name: str) -> str:
        """A file as it stands.

        NoEntry where the document has no file of that name, or it is no text.
        """
        if name not in self.names():
            raise NoEntry("the document has no file “{name}”", name=name)
        try:
            return (self.folder / name).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise NoEntry("“{name}” cannot be read: {problem}", name=name, problem=str(error)) from error

    def tree(self, name: str) -> Tree:
        """The entries of a file; Unwritable where it is no YAML at the moment."""
        try:
            return read_tree(self.text(name))
        except (yaml.YAMLError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            raise NotYaml(name, mark.line + 1 if mark is not None else 1) from error

    def reword(self, name: str, path: Path, before: str, words: str) -> Path:
        """Write `words` where `before` stood.

        Conflict where it does not stand there any more. The path it has now.
        """
        tree = self.tree(name)
        node = standing(tree, path, before)
        if node is None or node.kind != "scalar":
            raise Conflict(_reads(tree, node_of(tree, path)), words)
        self._write(name, tree.text, reworded(tree, node.path, words))
        return node.path

    def note(self, name: str, path: Path, before: str, around: tuple[str, str], note: str) -> str:
        """Call a new footnote at the cursor and write it.

        `around` are the words at either side; the words with their call.
        """
        tree = self.tree(name)
        node = standing(tree, path, before)
        if node is None:
            raise Conflict(_reads(tree, node_of(tree, path)), "".join(around))
        notes = node_of(tree, (NOTES,))
        known = {key.value for key in notes.keys} if notes is not None else set()
        key = next(key for number in count(len(known) + 1) if (key := f"note-{number}") not in known)
        words = f"{around[0]}[^{key}]{around[1]}"
        self._write(name, tree.text, named(read_tree(reworded(tree, node.path, words)), (NOTES,), key, note))
        return words

    def mend(self, finding: Diagnostic) -> None:
        """Mend a finding in its file.

        Unwritable where its words do not stand there any more.
        """
        name = finding.at.file if finding.at is not None else ""
        text = self.text(name)
        mended = mend(text, finding)
        if mended is None:
            raise Unwritable("the words at fault do not stand there as they were found; open the line")
        self._write(name, text, mended)

    def waive(self, code: str, where: str, reason: str, language: str) -> None:
        """Accept findings of `code` on lines with `where`, with the reason.

        It is written into the record.
        """
        entry = [f"code: {scalar(code)}", *([f"where: {scalar(where)}"] if where else []), f"reason: {scalar(reason)}"]
        source = "\n".join([*entry, f"language: {scalar(language)}"])
        tree = self.tree(RECORD)
        if node_of(tree, ("waivers", 0)) is not None:
            self._write(RECORD, tree.text, entered(tree, ("waivers",), sys.maxsize, source))
            return
        if node_of(tree, ("waivers",)) is not None:
            raise Unwritable("the record has an empty list of waivers; take it out first")
        ending = "" if tree.text.endswith("\n") else "\n"
        lines = source.replace("\n", "\n    ")
        self._write(RECORD, tree.text, f"{tree.text}{ending}\nwaivers:\n  - {lines}\n")

    def change(self, name: str, path: Path, before: str, work: Callable[[Tree, Path], tuple[str, Path]]) -> Path:
        """Write what `work` makes of the entry that reads `before`; where what it made stands.

        Conflict where the entry does not stand there any more.
        """
        tree = self.tree(name)
        node = standing(tree, path, before)
        if node is None:
            raise Conflict(_reads(tree, node_of(tree, path)), before)
        text, made = work(tree, node.path)
        self._write(name, tree.text, text)
        return made

    def replace(self, name: str, digest: str, text: str) -> None:
        """Write a whole file.

        Conflict where it is not the one of that `digest` any more.
        """
        now = self.text(name)
        if digest_of(now) != digest:
            raise Conflict(now, text)
        self._write(name, now, text)

    def undo(self) -> str | None:
        """Take the last change back: the name of its file, or None.

        Conflict where the file went on.
        """
        return self._again(self.made, self.undone, lambda step: (step.after, step.before))

    def redo(self) -> str | None:
        """Make the last change undone once more."""
        return self._again(self.undone, self.made, lambda step: (step.before, step.after))

    def _again(self, taken: list[Step], given: list[Step], sides: Callable[[Step], tuple[str, str]]) -> str | None:
        if not taken:
            return None
        step = taken[-1]
        expected, wanted = sides(step)
        now = self.text(step.name)
        if now != expected:
            raise Conflict(now, wanted)
        self._place(step.name, wanted)
        given.append(taken.pop())
        return step.name

    def _write(self, name: str, before: str, text: str) -> None:
        text = _in_the_manner_of(before, text)
        if text == before:
            return
        self._place(name, text)
        self.made.append(Step(name, before, text))
        del self.made[:-MOST_UNDONE]
        self.undone.clear()

    def _place(self, name: str, text: str) -> None:
        target = self.folder / name
        place(target.parent, {target.name: text.encode("utf-8")})


def digest_of(text: str) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def told(tree: Tree, node: Node) -> dict[str, Any]:
    """An entry for the page: its place, style, words or lines."""
    start = tree.text.rfind("\n", 0, node.start) + 1
    return {
        "path": list(node.path),
        "kind": node.kind,
        "words": node.value if node.kind == "scalar" else "",
        "source": source_of(tree, node),
        "line": node.line,
        "column": node.column,
        "key": str(node.path[-1]) if node.path and isinstance(node.path[-1], str) else "",
        "first": tree.text[start : node.start].strip() == "",
    }


def source_of(tree: Tree, node: Node) -> str:
    """The lines of an entry as they are written, without its indent."""
    return _dedented(plainly(tree.text[node.start : node.end]), node.column - 1)


def plainly(text: str) -> str:
    """A text as editors in a browser take it.

    Lines end with one character, no mark at the beginning.
    """
    return text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n")


def _in_the_manner_of(before: str, text: str) -> str:
    """`text` with the line ends and the mark at the beginning that the file has, as programs on Windows write it."""
    plain = plainly(text)
    if "\r\n" in before and before.count("\r\n") == before.count("\n"):
        plain = plain.replace("\n", "\r\n")
    elif "\r" in before:  # of both kinds: each line stays as it is
        return text
    return BYTE_ORDER_MARK + plain if before.startswith(BYTE_ORDER_MARK) else plain


def _dedented(source: str, indent: int) -> str:
    first, *rest = source.split("\n")
    return "\n".join([first, *(line[indent:] if not line[:indent].strip() else line for line in rest)])


def standing(tree: Tree, path: Path, before: str) -> Node | None:
    """The entry that reads `before`: at `path`, or where it has moved.

    None where there is none any more, or there are several.
    """
    here = node_of(tree, path)
    if here is not None and _reads(tree, here) == before:
        return here
    if tree.root is None or not before:
        return None
    kind = here.kind if here is not None else "scalar"
    found = [node for node in tree.root.walk() if _reads(tree, node) == before]
    found = [node for node in found if node.kind == kind] or found
    return found[0] if len(found) == 1 else None


def _reads(tree: Tree, node: Node | None) -> str:
    """What the page shows of an entry: its words, or its lines."""
    if node is None:
        return ""
    return node.value if node.kind == "scalar" else source_of(tree, node)
