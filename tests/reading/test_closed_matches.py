"""Every `match` over a union of the model ends in `assert_never`, so that mypy names each place a new kind touches."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import publisher
from publisher.model import document, inline, resolved, written_table

PACKAGE = Path(publisher.__file__).parent
UNIONS = {  # by the module a file takes the names from
    "publisher.model.inline": (inline.Inline,),
    "publisher.model.resolved": (resolved.Block,),
    "publisher.model.document": (document.Block,),
    "publisher.model.written_table": (written_table.TableRow,),
}


def members(union: Any) -> frozenset[str]:
    """The names of the classes in a union, however it is annotated."""
    return frozenset(
        name for part in get_args(union) for name in ((part.__name__,) if isinstance(part, type) else members(part))
    )


def named(pattern: ast.pattern) -> Iterator[str]:
    """The classes a pattern asks for."""
    for node in ast.walk(pattern):
        if isinstance(node, ast.MatchClass):
            yield node.cls.attr if isinstance(node.cls, ast.Attribute) else ast.unparse(node.cls)


def is_closed(found: ast.Match) -> bool:
    """Say whether the last case takes what is left and lets nothing be left."""
    last = found.cases[-1]
    takes_all = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None and last.guard is None
    return takes_all and ast.unparse(last.body[-1]).startswith("assert_never(")


def open_matches(text: str) -> list[int]:
    """The lines of matches over a union of the model that do not end in assert_never."""
    tree = ast.parse(text)
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in UNIONS
        for alias in node.names
    }  # fmt: skip
    modules = {
        alias.name
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "publisher.model"
        for alias in node.names
    }  # fmt: skip
    kinds = frozenset(
        name
        for module, unions in UNIONS.items()
        for union in unions
        for name in members(union)
        if name in imported or module.rpartition(".")[2] in modules
    ) - {"Words", "NoneType", "Given"}  # stand in places that are no blocks, too
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Match)
        and len({name for case in node.cases for name in named(case.pattern)} & kinds) > 1
        and not is_closed(node)
    ]


def test_every_match_over_the_model_ends_in_assert_never() -> None:
    found = {str(path): open_matches(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    assert len(found) > 500
    assert not {path: lines for path, lines in found.items() if lines}


def test_one_that_passes_over_the_rest_is_seen() -> None:
    """The search sees what it is for: a match left open in each of the ways there are."""
    head = "from publisher.model.resolved import Heading, Table\nfrom publisher.model import document as written\n"
    cases = "match block:\n    case Heading():\n        a()\n    case Table():\n        b()\n"
    written = "match block:\n    case written.Box() | written.Bullets():\n        a()\n"
    rests = ("", "    case _:\n        pass\n", "    case _ if b:\n        assert_never(block)\n")
    assert all(open_matches(head + match + rest) for match in (cases, written) for rest in rests)
    assert not open_matches(head + cases + "    case _:\n        assert_never(block)\n")


def test_what_stands_in_no_decision_is_all_that_its_paragraphs_are_not() -> None:
    of_decisions = (
        (document.OperativeBlock, document.NeverOperative),
        (document.PreambularBlock, document.NeverPreambular),
    )
    for allowed, never in of_decisions:
        assert members(allowed).isdisjoint(members(never))
        assert members(allowed) | members(never) == members(document.Block)
