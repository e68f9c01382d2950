"""The environment of all templates.

By type, what may be reached and called; how long and how much may be written.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.runtime import BlockReference, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJA_TESTS

from publisher.sandbox.syntax import PUT_TOGETHER, STEP, admit
from publisher.sandbox.values import (
    CALLABLE,
    PARTS,
    FactGroup,
    Published,
    TooLong,
    entries_of,
    joined,
    method,
    replaced,
    require,
)

LARGEST_NUMBER = 10**15
NO_PARTS: frozenset[str] = frozenset()
MAY_BE_CALLED = (*CALLABLE, BlockReference, jinja2.Undefined)
# What a fault in a template, or in what it asks for, is raised as.
FAULTS = (
    jinja2.TemplateError, SecurityError, TooLong, TypeError, ValueError, LookupError, RuntimeError, ArithmeticError,
    AttributeError, StopIteration,
)  # fmt: skip
_FILTERS = (  # noqa: SIM905
    "default upper lower first last length count map select reject selectattr rejectattr trim escape e"  # they copy nothing
).split()  # fmt: skip
_TESTS = (  # noqa: SIM905
    "defined undefined none number integer boolean string mapping sequence iterable odd even divisibleby lower upper "
    "in eq equalto == ne != lt lessthan < le <= gt greaterthan > ge >= true false"
).split()  # fmt: skip


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates are given facts and published functions.

    Of other values only the parts listed for their type. `readable` lists further types with the fields a dot may
    reach. `longest` is how many characters a template may write.
    """

    _deadline = float("inf")  # of the processor time of this thread
    longest = 200_000
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self, readable: Mapping[type, frozenset[str]] | None = None, **options: Any) -> None:
        super().__init__(undefined=jinja2.StrictUndefined, **options)
        self._parts = {**PARTS, **(readable or {})}
        self.globals = {}
        self.filters = {name: JINJA_FILTERS[name] for name in _FILTERS} | self._own_filters()
        self.tests = {name: JINJA_TESTS[name] for name in _TESTS}
        self.concat = self._written  # type: ignore[method-assign]

    def _own_filters(self) -> dict[str, Callable[..., Any]]:
        return {
            STEP: self._step,
            PUT_TOGETHER: self._put_together,
            "list": entries_of,
            "join": lambda entries, between="": joined(entries, between, self.longest),
            "replace": lambda text, old, new, most=-1: replaced(str(text), old, new, most, self.longest),
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The parsed template, admitted; SecurityError where it is not."""
        tree = super()._parse(source, name, filename)
        admit(tree)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The fact, field or method called `attribute`, else an undefined."""
        if attribute in self._parts.get(type(obj), NO_PARTS):
            return getattr(obj, attribute)
        if isinstance(obj, dict):
            if attribute in obj or isinstance(obj, FactGroup):
                try:
                    return obj[attribute]
                except KeyError:
                    pass
        elif isinstance(obj, jinja2.environment.TemplateModule):
            found = vars(obj).get(attribute)
            return found if isinstance(found, CALLABLE) else self.undefined(obj=obj, name=attribute)
        elif isinstance(obj, jinja2.Undefined):
            obj._fail_with_undefined_error()
        if isinstance(obj, str | dict) and (found := method(obj, attribute, self.longest)) is not None:
            return found
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The entry `argument` of a list, text or group, else an undefined."""
        if isinstance(argument, str) and not (isinstance(obj, dict) and argument in obj):
            return self.getattr(obj, argument)
        if isinstance(obj, dict | list | tuple | str):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def allow(self, seconds: float) -> None:
        """Let templates run from now on for `seconds` of the processor.

        Those of the clock would fail a good one on a busy machine.
        """
        self._deadline = time.thread_time() + seconds

    def call(self, __context: Any, __obj: Any, *args: Any, **options: Any) -> Any:
        """Call a published function or a macro, unless time is up."""
        self._look_at_the_clock()
        if not isinstance(__obj, MAY_BE_CALLED):
            raise SecurityError("only published functions and macros can be called")
        return __context.call(__obj, *args, **options)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon with numbers, put lists and texts together.

        Nothing is repeated or padded.
        """
        match operator, left, right:
            case _, int() | float(), int() | float():
                if max(abs(left), abs(right)) > LARGEST_NUMBER:
                    raise TooLong("the number is larger than any in a document")
            case "+", str(), str():
                require(len(left) + len(right), self.longest)
            case "+", list() | tuple(), list() | tuple():
                return entries_of([*left, *right])
            case _:
                raise TypeError(f"“{operator}” is not for these values")
        return super().call_binop(context, operator, left, right)

    def _step(self, entries: Iterable[Any]) -> Iterator[Any]:
        """Give `entries` to a loop one by one, unless time is up."""
        for entry in entries:
            self._look_at_the_clock()
            yield entry

    def _put_together(self, parts: list[Any]) -> str:
        require(sum(len(part) if isinstance(part, str) else 40 for part in parts), self.longest)
        return markup_join(parts) if self.autoescape else str_join(parts)

    def _written(self, pieces: Iterable[str]) -> str:
        found: list[str] = []
        size, longest = 0, self.longest
        for piece in pieces:
            found.append(piece)
            size += len(piece)
            if size > longest:
                require(size, longest)
        return "".join(found)

    def _look_at_the_clock(self) -> None:
        if time.thread_time() > self._deadline:
            raise TooLong("the template runs longer than it may")


def published(functions: Mapping[str, Callable[..., Any]]) -> dict[str, Published]:
    """`functions` by name, each so that templates may call it."""
    return {name: Published(function) for name, function in functions.items()}
