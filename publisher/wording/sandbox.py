"""The sandboxes for expressions and for wording templates.

Expressions in authors' text cannot run long. An author's expression is held to a closed list of syntax nodes before
it is compiled: no repetition, no multiplication, no calls but the published functions. What is left does a fixed
amount of work for each character written, so it needs no clock. Wording templates run in the sandbox all templates
run in (`publisher.sandbox`).
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError

from publisher.sandbox import FactGroup, Sandbox, TooLong, descendants

LONGEST_EXPRESSION = 400  # characters; the longest honest one seen has 120
LONGEST_RESULT = 200_000  # characters one text may grow to
SECONDS = 2.0  # for one sentence of a wording template

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


class NotPrintable(Exception):
    """What an expression gives is no text.

    A date without a form, a list, a group of facts, nothing.
    """


class UndefinedFact(Exception):
    """An expression names a fact that is not there.

    `known` are the names it could have meant.
    """

    def __init__(self, name: str, owner: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no fact “{name}”" + (f" in “{owner}”" if owner else ""))
        self.near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)


class AuthorEnvironment(Sandbox):
    """A sandbox for expressions in authors' text.

    Of other values than facts only the parts of a date are reached.
    """

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
    all_nodes = descendants(tree)
    for node in all_nodes:
        _admit(node)
    names = frozenset(node.name for node in all_nodes if isinstance(node, nodes.Name))
    return _COMPILING.compile(tree, name="words"), names


@lru_cache(maxsize=1024)
def compiled_template(source: str, name: str) -> CodeType:
    """The code of a wording template.

    SecurityError where it holds what no template needs.
    """
    return _TEMPLATES.compile(source, name=name, filename=name)


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
        case _:
            pass


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


def author_environment(filters: Filters, facts: dict[str, Any]) -> AuthorEnvironment:
    """The sandbox that works out authors' expressions over `facts`."""
    environment = AuthorEnvironment(optimized=False, finalize=printable)
    environment.filters.update(filters)
    environment.globals = facts
    return environment


def template_environment(filters: Filters, facts: dict[str, Any], loader: jinja2.BaseLoader) -> Sandbox:
    """The sandbox that works out wording templates over `facts`."""
    environment = Sandbox(optimized=False, trim_blocks=True, lstrip_blocks=True, loader=loader)
    environment.filters.update(filters)
    environment.globals = facts
    return environment


def _later(*args: object, **options: object) -> str:
    """Stand in for a filter while compiling: refusing keeps Jinja from working it out before there is a language."""
    raise NotImplementedError


_COMPILING = AuthorEnvironment(optimized=False, finalize=printable)
_TEMPLATES = Sandbox(optimized=False, trim_blocks=True, lstrip_blocks=True)
for _environment in (_COMPILING, _TEMPLATES):
    _environment.filters.update(dict.fromkeys(FILTERS, _later))
