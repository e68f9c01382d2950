"""What a template may be made of: a closed list of syntax.

Loops that look at the clock, texts put together in bounds.
"""

from __future__ import annotations

from math import isfinite
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

DEEPEST_LOOP = 3
# Filters that only the sandbox itself puts into a template: a name with a space cannot be typed there.
STEP, PUT_TOGETHER = "step by step", "put together"

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice,
    nodes.Call, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Mod, nodes.FloorDiv, nodes.Div, nodes.Neg, nodes.Pos, nodes.Concat,
    nodes.Keyword, nodes.Pair, nodes.Dict, nodes.List, nodes.Tuple, nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock,
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Block, nodes.Extends, nodes.Include, nodes.Import,
    nodes.FromImport, nodes.With,
)  # fmt: skip


def admit(tree: nodes.Template) -> None:
    """Rewrite the parsed template to keep within bounds.

    SecurityError where it holds what no template needs.
    """
    for node in descendants(tree):
        _admit(node)
    _admit_loops(tree, 0)
    _Bounding().visit(tree)


def descendants(node: nodes.Node) -> list[nodes.Node]:
    """`node` and every node below it."""
    found, waiting = [], [node]
    while waiting:
        found.append(current := waiting.pop())
        waiting.extend(current.iter_child_nodes())
    return found


def _admit(node: nodes.Node) -> None:
    match node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
            if name.startswith("_"):
                raise SecurityError(f"“{name}”: names in templates do not begin with an underscore")
        case nodes.Const(value=float(number)) if not isfinite(number):
            raise SecurityError("the number is larger than any in a document")
        case nodes.Extends(template=source) | nodes.Include(template=source) | nodes.Import(template=source):
            _admit_source(source)
        case nodes.FromImport(template=source):
            _admit_source(source)
        case nodes.Call(dyn_args=args, dyn_kwargs=options) if args is not None or options is not None:
            raise SecurityError("a call names each of its arguments")
        case _ if not isinstance(node, _ALLOWED):
            raise SecurityError(f"“{type(node).__name__.lower()}” is not allowed in templates")
        case _:
            pass


def _admit_source(source: nodes.Expr) -> None:
    if not isinstance(source, nodes.Const) or not isinstance(source.value, str):
        raise SecurityError("the name of another template stands in quotation marks")


def _admit_loops(node: nodes.Node, depth: int) -> None:
    depth += isinstance(node, nodes.For)
    if depth > DEEPEST_LOOP or (isinstance(node, nodes.For) and node.recursive):
        raise SecurityError(f"loops may stand at most {DEEPEST_LOOP} deep in a template and may not call themselves")
    for child in node.iter_child_nodes():
        _admit_loops(child, depth)


class _Bounding(NodeTransformer):
    """Sends every loop and every `~` through a filter of the sandbox's own."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802  the name is Jinja's
        self.generic_visit(node)
        node.iter = _filtered(node.iter, STEP)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), PUT_TOGETHER)


def _filtered(node: Any, name: str) -> nodes.Filter:
    made = nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
    made.environment = node.environment
    for child in descendants(made):
        child.environment = node.environment
    return made
