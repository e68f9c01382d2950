"""Puts facts into words.

Works out expressions in authors' text, writes sentences from templates.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import Language
from publisher.model.record import Record
from publisher.model.reference import Reference
from publisher.model.words import Words
from publisher.model.workspace import Workspace
from publisher.sandbox import FAULTS, TooLong
from publisher.sandbox.loading import template_text
from publisher.wording.facts import plain_fact, record_facts
from publisher.wording.filters import filters
from publisher.wording.functions import NoFact, functions, spoken
from publisher.wording.names import NoName
from publisher.wording.places import place_of
from publisher.wording.sandbox import (
    LONGEST_RESULT,
    SECONDS,
    NotPrintable,
    UndefinedFact,
    author_environment,
    compiled,
    compiled_template,
    template_environment,
)  # fmt: skip

_EXPRESSION = re.compile(
    r"\\(?P<kept>\{\{|\{%)|\{\{(?P<inside>(?:[^{}\"']|\"[^\"]{0,999}\"|'[^']{0,999}'|\{(?!\{)|\}(?!\})){0,2000})\}\}|(?P<open>\{\{|\{%)"
)
_DEEPEST_WORDS = 3  # words that take up words that take up words
MOST_FAULTS = 20  # told of one text


class Wording:
    """The wording of one document in one language.

    `expand` for authors' text, `sentence` for wording templates.
    """

    def __init__(
        self, workspace: Workspace, vocabulary: Vocabulary, record: Record, words: Language, reference: Reference
    ) -> None:
        self._workspace, self._language = workspace, vocabulary.code
        self._facts: dict[str, Any] = record_facts(record)
        self._known = frozenset(self._facts)
        self._open: list[Words] = []  # words that are being expanded, each taken up by the one before
        self._expanded: dict[tuple[str, Position | None], str] = {}
        calls = functions(record, words, reference, vocabulary, self._inner)
        tools = filters(vocabulary, reference)
        self._facts = {**self._facts, **calls}
        self._author = author_environment(tools, self._facts)
        self._templates = template_environment(
            tools, {**self._facts, "v": spoken(vocabulary)}, _WordingLoader(workspace, self._language)
        )

    def expand(self, words: Words) -> tuple[str, list[Diagnostic]]:
        """The text with every expression worked out, and the findings.

        One for each that could not be.
        """
        if "{" not in words.text:
            return words.text, []
        findings: list[Diagnostic] = []

        def replacement(found: re.Match[str]) -> str:
            if found["kept"]:
                return found["kept"]
            if len(findings) >= (MOST_FAULTS if not self._open else 1):
                return found.group()
            try:
                if found["open"]:
                    _refuse(found["open"])
                return self._value(found["inside"])
            except _FAULTS as fault:
                at = place_of(words, *found.span(), self._workspace.folder)
                findings.append(_finding(fault, found.group(), at))
                return found.group()

        text = _EXPRESSION.sub(replacement, words.text)
        if len(text) > LONGEST_RESULT + len(words.text):
            findings.append(
                finding("WD005", f"the text grows to {len(text)} characters", words.at, span=words.text[:60])
            )
            return words.text, findings
        return text, findings

    def sentence(self, name: str, /, **facts: Any) -> str:
        """The sentence that templates/wording/<language>/`name`.j2 writes.

        BrokenWording if it cannot. The result is one line of author's text, its marks still to be read: line breaks
        and indents of the template are not printed.
        """
        try:
            self._templates.allow(SECONDS)
            written = self._templates.get_template(f"{name}.j2").render(plain_fact(facts))
        except _FAULTS as fault:
            line = f", line {fault.lineno}" if isinstance(fault, jinja2.TemplateSyntaxError) else ""
            raise BrokenWording(f"wording/{self._language}/{name}.j2{line}: {fault}") from fault
        return re.sub(r"\s*\n\s*", "", written.strip())

    def _value(self, expression: str) -> str:
        """Work out one expression."""
        code, names = compiled(expression)
        for name in sorted(names - self._facts.keys()):
            raise UndefinedFact(name, "", self._facts)
        return jinja2.Template.from_code(self._author, code, self._facts).render()

    def _inner(self, words: Words) -> str:
        """Expand words that another text takes up, such as the title of an agenda item; their faults are its faults."""
        if words in self._open or len(self._open) >= _DEEPEST_WORDS:
            raise TooLong("these words take up each other without end")
        if (known := self._expanded.get((words.text, words.at))) is not None:
            return known
        self._open.append(words)
        try:
            text, findings = self.expand(words)
        finally:
            self._open.pop()
        if findings:
            raise NoFact(f"in the words it takes up: {findings[0].message}")
        self._expanded[words.text, words.at] = text
        return text


class BrokenWording(Exception):
    """A wording template is missing or cannot be worked out.

    The message names it and its line.
    """


_FAULTS = (*FAULTS, UndefinedFact, NotPrintable)


def _refuse(opening: str) -> None:
    if opening == "{%":
        raise SecurityError("statement")
    raise jinja2.TemplateSyntaxError("the braces are not closed", 1)


_NO_FACT = "the handbook lists the facts there are; \\{{ prints the braces"
_SAID_OF_SYNTAX = (  # what the reader of expressions says, and what an editor is told
    (r"unexpected '.*', expected '(.*)'", "“{}” is missing"),
    (r"expected token 'end of print statement', got '(.*)'", "“{}” stands where the expression should end"),
    (
        r"Expected an expression.*|expected name or number|.*'(?:end|begin) of print statement'|.*got '[()\]}|]'",
        "nothing stands where a fact is expected",
    ),
    (r"expected token 'name', got .*", "the name of a filter is missing"),
    (r"unexpected char (?:'|\")(.*)(?:'|\") at \d+", "“{}” is no sign of an expression"),
    (r"unexpected '(.*)'", "“{}” stands where it has no place"),
    (r"expected token '(.*)', got .*", "“{}” is missing"),
    (r"unexpected end of template.*", "the expression is not finished"),
)


def _in_words(said: str) -> str:
    """What is wrong with an expression, in an editor's words."""
    for form, words in _SAID_OF_SYNTAX:
        if found := re.fullmatch(form, said, re.DOTALL):
            return words.format(*found.groups())
    return said.strip("'\"")


def _finding(fault: Exception, expression: str, at: Any) -> Diagnostic:
    """Say what is wrong with an expression in the words of the catalogue."""
    match fault:
        case UndefinedFact():
            hint = "did you mean " + " or ".join(f"“{name}”" for name in fault.near) + "?" if fault.near else _NO_FACT
            return finding("WD001", f"{fault}: “{expression}”", at, span=expression, hint=hint)
        case NoFact() | NoName():
            return finding("WD001", f"{fault}: “{expression}”", at, span=expression)
        case SecurityError() if expression == "{%":
            hint = "write the sentence out, or let a wording template write it; \\{% prints the braces"
            return finding("WD003", "words hold a “{%” statement", at, span=expression, hint=hint)
        case SecurityError():
            return finding("WD004", f"{fault.message}: “{expression}”", at, span=expression)
        case TooLong():
            return finding("WD005", str(fault), at, span=expression[:60])
        case RecursionError():
            return finding("WD005", "the expression nests too deep", at, span=expression[:60])
        case _:
            message = _in_words((fault.message if isinstance(fault, jinja2.TemplateError) else str(fault)) or "")
            hint = "write it as {{ fact }} or {{ fact | filter }}; \\{{ prints the braces"
            return finding("WD002", f"{message}: “{expression}”", at, span=expression, hint=hint)


class _WordingLoader(jinja2.BaseLoader):
    """Loads the wording templates of one language, compiled once a process for each text they have had."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace, self._language = workspace, language

    def load(self, environment: jinja2.Environment, name: str, globals: Any = None) -> jinja2.Template:
        """The template `name`; TemplateNotFound when no template root has it."""
        try:
            path = self._workspace.template(f"wording/{self._language}/{name}")
        except FileNotFoundError:
            raise jinja2.TemplateNotFound(name) from None
        source = _source(path, path.stat().st_mtime_ns)
        return jinja2.Template.from_code(environment, compiled_template(source, name), globals or environment.globals)


@lru_cache(maxsize=1024)
def _source(path: Path, changed: int) -> str:
    """The text of a template file without its indents, read again only when it has changed."""
    return re.sub(r"(?m)^[ \t]+", "", template_text(path))
