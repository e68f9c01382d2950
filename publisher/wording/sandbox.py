"""The two Jinja sandboxes: one for expressions in authors' text, which cannot run long, one for wording templates.

An author's expression is held to a closed list of syntax nodes before it is compiled: no repetition, no
multiplication, no calls but the published functions. What is left does a fixed amount of work for each character
written, so it needs no clock. Wording templates belong to the house (or to the document's own folder): they may loop
over facts, at most three loops deep, and every call they make looks at a deadline.
"""

from __future__ import annotations

import datetime
import difflib
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from publisher.wording.facts import FactGroup

LONGEST_EXPRESSION = 400  # characters; the longest honest one seen has 120
LONGEST_RESULT = 200_000  # characters one text may grow to
SECONDS = 2.0  # for one sentence of a wording template
DEEPEST_LOOP = 3

Filters = dict[str, Callable[..., Any]]
FILTERS = frozenset(
    [
        "date",
        "period",
        "time",
        "half",
        "states",
        "bodies",
        "join",
        "listed",
        "count",
        "ordinal",
        "cardinal",
        "plural",
        "number",
        "per_cent",
        "capital",
        "the",
        "of",
        "quote",
    ]
)
FUNCTIONS = frozenset(
    [
        "meeting",
        "decision",
        "item",
        "person",
        "organ",
        "place",
        "state",
        "body",
        "label",
        "regional_group",
        "office",
        "years",
    ]
)

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Call,
    nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Add,
    nodes.Sub, nodes.Neg, nodes.Concat, nodes.Keyword, nodes.List,
)  # fmt: skip


class TooLong(Exception):
    """An expression, or what came of it, is longer than any sentence; or a template ran out of time."""


class NotPrintable(Exception):
    """What an expression gives is no text: a date without a form, a list, a group of facts, nothing."""


class UndefinedFact(Exception):
    """An expression names a fact that is not there; `known` are the names it could have meant."""

    def __init__(self, name: str, owner: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no fact “{name}”" + (f" in “{owner}”" if owner else ""))
        self.near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)


class FactsEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox where a dot reaches facts first, and names with an underscore never."""

    deadline = float("inf")
    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers; text is not repeated or padded, so that no short template writes a long text."""
        if not isinstance(left, int) or not isinstance(right, int) or (operator == "**" and right > 9):
            raise SecurityError(f"“{operator}” is for whole numbers in a wording template")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The fact called `attribute`, else what the sandbox lets through, else an undefined."""
        if isinstance(obj, FactGroup) and not attribute.startswith("_"):
            try:
                return obj[attribute]
            except KeyError:
                if attribute not in ("items", "values", "keys"):
                    return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, str) and attribute in (
            "format",
            "format_map",
            "center",
            "ljust",
            "rjust",
            "zfill",
            "expandtabs",
        ):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The fact or entry `argument`, else an undefined."""
        if isinstance(obj, FactGroup) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def call(self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what the sandbox allows, unless time is up."""
        if time.monotonic() > self.deadline:
            raise TooLong("the wording template runs longer than two seconds")
        return super().call(__context, __obj, *args, **kwargs)


class AuthorEnvironment(FactsEnvironment):
    """A sandbox for expressions in authors' text: of other values than facts only the parts of a date are reached."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The fact called `attribute`, else an undefined."""
        if isinstance(obj, FactGroup):
            try:
                return obj[attribute]
            except KeyError:
                raise UndefinedFact(attribute, obj.known_as, obj) from None
        if isinstance(obj, datetime.date) and attribute in ("year", "month", "day"):
            return getattr(obj, attribute)
        raise UndefinedFact(attribute, "", ())


@lru_cache(maxsize=4096)
def compiled(expression: str) -> tuple[CodeType, frozenset[str]]:
    """The code of an author's expression and the names it needs.

    SecurityError, TooLong or TemplateSyntaxError where it is refused.
    """
    if len(expression) > LONGEST_EXPRESSION:
        raise TooLong(f"the expression has {len(expression)} characters; {LONGEST_EXPRESSION} are allowed")
    tree = _COMPILING.parse("{{" + expression + "}}")
    all_nodes = _descendants(tree)
    for node in all_nodes:
        _admit(node)
    names = frozenset(node.name for node in all_nodes if isinstance(node, nodes.Name))
    return _COMPILING.compile(tree, name="words"), names


@lru_cache(maxsize=1024)
def compiled_template(source: str, name: str) -> CodeType:
    """The code of a wording template; SecurityError where its loops nest too deep."""
    tree = _TEMPLATES.parse(source, name)
    _admit_loops(tree, 0)
    return _TEMPLATES.compile(tree, name=name, filename=name)


def _descendants(node: nodes.Node) -> list[nodes.Node]:
    found, waiting = [], [node]
    while waiting:
        found.append(current := waiting.pop())
        waiting.extend(current.iter_child_nodes())
    return found


def _admit(node: nodes.Node) -> None:
    match node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
            if name.startswith("_"):
                raise SecurityError(f"“{name}” is no fact: names do not begin with an underscore")
        case nodes.Call(node=nodes.Name(name=name)) if name in FUNCTIONS:
            pass
        case nodes.Filter(name=name) if name not in FILTERS:
            raise SecurityError(f"there is no filter “{name}”; there are " + ", ".join(sorted(FILTERS)))
        case nodes.Call():
            raise SecurityError("only these can be called: " + ", ".join(sorted(FUNCTIONS)))
        case _ if not isinstance(node, _ALLOWED):
            raise SecurityError(
                f"“{type(node).__name__.lower()}” is not allowed in words; choose, compare, add or join facts"
            )


def _admit_loops(node: nodes.Node, depth: int) -> None:
    depth += isinstance(node, nodes.For)
    if depth > DEEPEST_LOOP or (isinstance(node, nodes.For) and node.recursive):
        raise SecurityError(
            f"loops may stand at most {DEEPEST_LOOP} deep in a wording template and may not call themselves"
        )
    for child in node.iter_child_nodes():
        _admit_loops(child, depth)


def printable(value: Any) -> Any:
    """`value` where it can stand in a sentence as it is: text or a number."""
    match value:
        case jinja2.Undefined() | str():
            return value
        case bool() | None:
            raise NotPrintable(
                "the fact has no value to print" if value is None else "the fact is yes or no, not words"
            )
        case int() | float():
            return value
        case datetime.date():
            raise NotPrintable("a date needs its form: put | date after it")
        case list() | tuple():
            raise NotPrintable("a list needs its form: put | join or | count after it")
        case _ if callable(value):
            raise NotPrintable("this wants brackets after it, with what it is asked for")
    raise NotPrintable("this is a group of facts; name one of them after a dot")


def bounded(value: Any) -> Any:
    """`value`, unless it is text longer than any sentence."""
    if isinstance(value, str) and len(value) > LONGEST_RESULT:
        raise TooLong(f"the wording template writes {len(value)} characters")
    return value


def author_environment(filters: Filters, facts: dict[str, Any]) -> AuthorEnvironment:
    """The sandbox that works out authors' expressions over `facts`."""
    environment = AuthorEnvironment(undefined=jinja2.StrictUndefined, optimized=False, finalize=printable)
    environment.filters = {**_BUILT_IN, **filters}
    environment.globals = facts
    return environment


def template_environment(filters: Filters, facts: dict[str, Any], loader: jinja2.BaseLoader) -> FactsEnvironment:
    """The sandbox that works out wording templates over `facts`."""
    environment = FactsEnvironment(
        undefined=jinja2.StrictUndefined, optimized=False, finalize=bounded, trim_blocks=True, lstrip_blocks=True,
        loader=loader,
    )  # fmt: skip
    environment.filters = {**_BUILT_IN, **filters}
    environment.globals = facts
    return environment


def _later(*args: object, **options: object) -> str:
    """Stand in for a filter while compiling: refusing keeps Jinja from working it out before there is a language."""
    raise NotImplementedError


_BUILT_IN = {
    name: JINJA_FILTERS[name]
    for name in [
        "default",
        "upper",
        "lower",
        "first",
        "last",
        "list",
        "length",
        "map",
        "select",
        "reject",
        "selectattr",
        "rejectattr",
        "trim",
        "replace",
    ]
}
_COMPILING = AuthorEnvironment(undefined=jinja2.StrictUndefined, optimized=False, finalize=printable)
_TEMPLATES = FactsEnvironment(
    undefined=jinja2.StrictUndefined, optimized=False, finalize=bounded, trim_blocks=True, lstrip_blocks=True
)
_COMPILING.filters = _TEMPLATES.filters = {**_BUILT_IN, **dict.fromkeys(FILTERS, _later)}
