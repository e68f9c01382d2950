"""A draft of a process that stays is that of a fresh start, whatever was edited before."""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest

from publisher.manuscript import Node, Tree, Unwritable, deleted, entered, moved, read_tree, reworded, scalar
from publisher.preview import draft as drafts
from publisher.preview.draft import Draft, check_draft, draw_draft
from tests.conftest import TODAY

ROOT = Path(__file__).parents[2]
TEXTS = frozenset(["body", "annexes", "footnotes"])  # of a language file: where the words are


def _nodes(tree: Tree, kind: str) -> list[Node]:
    assert tree.root is not None
    return [
        node
        for node in tree.root.walk()
        if node.kind == kind and not node.inside and node.path and node.path[0] in TEXTS
    ]


def _reworded(tree: Tree, chance: random.Random) -> str:
    """A word or most of a page more, in a paragraph, a heading, a note or a cell."""
    node = chance.choice([node for node in _nodes(tree, "scalar") if " " in node.value])
    return reworded(tree, node.path, node.value + " Words." * chance.choice([1, 9, 300]))


def _shortened(tree: Tree, chance: random.Random) -> str:
    node = max((chance.choice(_nodes(tree, "scalar")) for _ in range(5)), key=lambda one: len(one.value))
    return reworded(tree, node.path, node.value.split(" ")[0])


def _entered(tree: Tree, chance: random.Random) -> str:
    node = chance.choice(_nodes(tree, "sequence"))
    return entered(tree, node.path, chance.randrange(len(node.children) + 1), scalar("A paragraph put in here."))


def _deleted(tree: Tree, chance: random.Random) -> str:
    node = chance.choice(chance.choice(_nodes(tree, "sequence")).children)
    return deleted(tree, node.path)


def _moved(tree: Tree, chance: random.Random) -> str:
    node = chance.choice(chance.choice(_nodes(tree, "sequence")).children)
    return moved(tree, node.path, chance.choice([-1, 1]))


CHANGES = (_reworded, _reworded, _shortened, _entered, _deleted, _moved)


def _edit(path: Path, chance: random.Random) -> None:
    tree = read_tree(path.read_text(encoding="utf-8"))
    for _ in range(20):
        try:
            path.write_text(chance.choice(CHANGES)(tree, chance), encoding="utf-8")
        except Unwritable:
            continue
        return


def _all_of(draft: Draft) -> tuple[object, ...]:
    """All that is shown of a draft."""
    said = (draft.title, draft.symbol, draft.facts, draft.findings, draft.said)
    return draft.pdf, draft.pages, draft.pieces, *said


def edited(folder: Path, language: str, seed: int, edits: int, parts: Path) -> int:
    """Edit a document and draw each state both ways; how many states had pages."""
    chance, path, shown = random.Random(seed), folder / f"{language}.yaml", 0
    draw_draft(folder, language, TODAY, parts)
    for number in range(edits):
        before = path.read_text(encoding="utf-8")
        _edit(path, chance)
        one = draw_draft(folder, language, TODAY, parts)
        if chance.random() < 0.7:  # otherwise somebody writes on before anything is looked for
            check_draft(folder, language, TODAY, parts)
        staying, drafts._EARLIER = drafts._EARLIER, {}
        fresh = draw_draft(folder, language, TODAY, parts / f"fresh-{seed}-{number}")
        drafts._EARLIER = staying
        assert _all_of(one) == _all_of(fresh), (folder.name, language, seed, number)
        if one.pdf:
            shown += 1
        else:  # what cannot be read is taken back, as anyone would
            path.write_text(before, encoding="utf-8")
    return shown


@pytest.mark.parametrize(
    ("name", "language", "seed"), [("DEMO-CVW.3-15", "en", 1), ("HSP-HA.2-16", "zh", 2), ("DEMO-CVW.3-15", "ar", 3)]
)
def test_whatever_was_edited_the_draft_is_that_of_a_fresh_start(
    name: str, language: str, seed: int, tmp_path: Path
) -> None:
    """Words, paragraphs, items, rows and notes put in, moved, taken out: pages, places, findings are the same."""
    folder = tmp_path / name
    shutil.copytree(ROOT / "data" / name, folder)
    assert edited(folder, language, seed, 4, tmp_path / "parts") > 1


if __name__ == "__main__":
    import tempfile

    for one in range(*map(int, sys.argv[3:5])):
        with tempfile.TemporaryDirectory() as place:
            shutil.copytree(sys.argv[1], Path(place) / "document")
            print(one, edited(Path(place) / "document", sys.argv[2], one, 12, Path(place) / "parts"), flush=True)
