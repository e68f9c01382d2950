"""The functions of WeasyPrint and pydyf that are replaced here.

What they were written as, and putting others in their place.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import linecache
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from types import ModuleType
from typing import Any

PACKAGES = ("weasyprint", "pydyf")
_RESTATED: dict[Any, str] = {}  # the text of functions that were compiled here


@dataclass(frozen=True, slots=True)
class Upstream:
    """A function “weasyprint.text.line_break:Layout.setup”, by name.

    And what of its text counts. `statements` are those that are put in other words, each once in the function;
    without them, `digest` is that of the whole text (the first 16 hexadecimal digits of SHA-256): it is called or
    replaced as a whole.
    """

    name: str
    digest: str = ""
    statements: tuple[str, ...] = ()

    @property
    def module(self) -> ModuleType:
        """The module the function stands in."""
        return importlib.import_module(self.name.partition(":")[0])

    def function(self) -> Any:
        """The function as it is now.

        AttributeError or ImportError where there is none of that name.
        """
        found: Any = self.module
        for part in self.name.partition(":")[2].split("."):
            found = getattr(found, part)
        if isinstance(found, property):
            found = found.fget
        return found

    def installed_digest(self) -> str:
        """The digest of the text that is installed.

        AttributeError or ImportError where there is none.
        """
        return digest_of(text_of(self.function()))

    def is_as_written_for(self) -> bool:
        """Tell whether the installed text is the one this counts on."""
        try:
            text = text_of(self.function())
        except (AttributeError, ImportError):
            return False
        if self.statements:
            return all(text.count(statement) == 1 for statement in self.statements)
        return digest_of(text) == self.digest


def digest_of(text: str) -> str:
    """The digest of a function's text that `Upstream` states."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def text_of(function: Any) -> str:
    """The text of a function, as it stands in the file or was compiled here."""
    return _RESTATED.get(function) or _source(inspect.unwrap(function))


def restate(upstream: Upstream, *otherwise: str, **names: Any) -> None:
    """Put the statements of `upstream` in other words, one for each.

    Wherever the function is used. `names` are what the words need and its module has not got. Line numbers stay those
    of the file.
    """
    function, module = upstream.function(), upstream.module
    text = text_of(function)
    for statement, words in zip(upstream.statements, otherwise, strict=True):
        text = text.replace(statement, words)
    vars(module).update(names)
    made: dict[str, Any] = {}
    blank = "\n" * (function.__code__.co_firstlineno - 1)
    exec(compile(blank + text, str(module.__file__), "exec"), vars(module), made)
    new = made[function.__name__]
    _RESTATED[new] = text
    put(upstream, new)


def put(upstream: Upstream, new: Callable[..., Any]) -> None:
    """Have `new` called for `upstream`, wherever it was imported.

    In its class or in all modules that imported it.
    """
    old, path = upstream.function(), upstream.name.partition(":")[2]
    if "." in path:
        owner, _, name = path.rpartition(".")
        setattr(getattr(upstream.module, owner), name, new)
        return
    for module in [module for name, module in sys.modules.items() if name.partition(".")[0] in PACKAGES]:
        if vars(module).get(path) is old:
            setattr(module, path, new)


def _source(function: Any) -> str:
    """The text of a function: by its indentation, which `inspect` takes 3 ms to parse."""
    code = function.__code__
    lines = linecache.getlines(code.co_filename)[code.co_firstlineno - 1 :]
    depth = len(lines[0]) - len(lines[0].lstrip())
    decorators = list(takewhile(lambda line: line.lstrip().startswith("@"), lines))
    head, *body = lines[len(decorators) :]
    within = takewhile(lambda line: not line.strip() or len(line) - len(line.lstrip()) > depth, body)
    return textwrap.dedent("".join([*decorators, head, *within])).rstrip() + "\n"
