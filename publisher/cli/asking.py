"""What a person says of a new document, by options or asked at a terminal, and where it goes in its files."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from publisher.failures import BadRequest
from publisher.model.characters import slug
from publisher.model.symbol import Symbol
from publisher.speech import phrase

OFFICES = ("president", "vice-president", "rapporteur", "chair", "vice-chair")
_OFFICER = re.compile(r"(?P<office>[a-z-]+) *[=:] *(?P<rest>\S.*)")


class Asking:
    """Asks at a terminal for what was not said; elsewhere takes what is usual."""

    def __init__(self, quiet: bool) -> None:
        self.asks = not quiet and sys.stdin.isatty() and sys.stdout.isatty()

    def __call__(self, said: str | None, question: str, usual: str) -> str:
        """What was said or is answered, `usual` without either."""
        if said is not None or not self.asks:
            return usual if said is None else said
        return str(typer.prompt(phrase(question), default=usual))

    def several(self, said: str | None, question: str) -> tuple[str, ...]:
        """What was said between semicolons, or is answered a line each until an empty one."""
        if said is not None or not self.asks:
            return tuple(one.strip() for one in (said or "").split(";") if one.strip())
        typer.echo(phrase(f"{question}; one a line, an empty line ends:"))
        answers = []
        while answer := str(typer.prompt("", prompt_suffix="  ", default="", show_default=False)).strip():
            answers.append(answer)
        return tuple(answers)

    def for_symbol(self, said: str | None) -> str:
        """The symbol; once it was to be asked for, everything else is as well."""
        if said is None and self.asks:
            said = str(typer.prompt(phrase("Symbol, such as HSP/HA.3/1")))
        else:
            self.asks = False
        if said is None:
            raise BadRequest("say the symbol of the new document, such as HSP/HA.3/1")
        if Symbol.parse(said) is None or said.endswith("*"):
            raise BadRequest(f"“{said}” is no symbol; symbols look like HSP/HA.3/1 or HSP/HA.3/L.2/Add.1")
        return said


@dataclass(frozen=True, slots=True)
class Officer:
    """An office, the State that holds it, and the person's name where it was said."""

    office: str
    state: str
    name: str = ""

    @property
    def key(self) -> str:
        """What the record calls the person."""
        return named(self.name.split()[-1], "officer") if self.name else ""


@dataclass(frozen=True, slots=True)
class Story:
    """What was said of a session: items of its agenda, States, officers, titles of decisions."""

    agenda: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    officers: tuple[Officer, ...] = ()
    decisions: tuple[str, ...] = ()


def states_said(said: Sequence[str], output: Path) -> tuple[str, ...]:
    """The codes of States by the names or codes people write."""
    from publisher.model.reference import load_reference
    from publisher.model.workspace import own_reference_of, shipped
    from publisher.receive.names import bare, states_by_name, suggestion

    known = states_by_name(load_reference(shipped("reference"), own_reference_of(output)))
    found = []
    for name in said:
        if (code := known.get(bare(name))) is None:
            hint = suggestion(name, known) or "write its code, such as KEN, or its name"
            raise BadRequest(f"“{name}” is no State that is known; {hint}")
        found.append(code)
    return tuple(dict.fromkeys(found))


def officers_said(said: Sequence[str], output: Path) -> tuple[Officer, ...]:
    """The officers in “chair=KEN Grace Otieno”."""
    made = []
    for one in said:
        found = _OFFICER.fullmatch(one)
        if found is None or found["office"] not in OFFICES:
            raise BadRequest(f"“{one}” is no officer; write chair=KEN Grace Otieno. Offices: {', '.join(OFFICES)}")
        state, _, name = found["rest"].partition(" ")
        [code] = states_said([state], output)
        made.append(Officer(found["office"], code, name.strip()))
    return tuple(made)


def named(words: str, usual: str) -> str:
    """A name for records made of words: small letters, figures, hyphens."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = slug(plain)[:40].strip("-")
    return name if re.match(r"[a-z]", name) else usual


def told(files: Mapping[str, bytes], story: Story, original: str, session: int, meetings: int) -> dict[str, bytes]:
    """The files of a new report with the story of its session put in.

    Words stand in the original language; in others they are left to be given.
    """
    keys = _keys(story.agenda)
    made = {}
    for name, data in files.items():
        text = data.decode()
        if name == "record.yaml":
            text = _record(text, story, keys, session, meetings)
        elif name.endswith(".yaml"):
            text = _words(text, story, keys, session, own=name == f"{original}.yaml")
        made[name] = text.encode()
    return made


def _keys(agenda: Sequence[str]) -> tuple[str, ...]:
    """A name for each item, none twice."""
    made: list[str] = []
    for place, title in enumerate(agenda, 1):
        name = named(title, f"item-{place}")
        made.append(f"{name}-{place}" if name in (*made, "opening", "adoption", "other-matters", "closure") else name)
    return tuple(made)


def _record(text: str, story: Story, keys: Sequence[str], session: int, meetings: int) -> str:
    if keys:
        text = text.replace("  - matter\n", "".join(f"  - {key}\n" for key in keys))
    if story.states:
        listed = f"attendance:\n  members: [{', '.join(story.states)}]\n"
        text = re.sub(r"(?m)^# attendance:.*\n(?:#  .*\n)*", listed, text)
    if story.decisions:
        lines = [
            f"  - {{number: {session}/{place}, meeting: {meetings}}}\n" for place, _ in enumerate(story.decisions, 1)
        ]
        text = re.sub(r"(?m)^# adoptions:.*\n(?:#  .*\n)*", f"adoptions:\n{''.join(lines)}", text)
    if story.officers:
        lines = [
            f"      - {{office: {one.office}, state: {one.state}{f', person: {one.key}' if one.key else ''}}}\n"
            for one in story.officers
        ]
        text += f"\nbureaux:\n  officers:\n    meeting: 1\n    officers:\n{''.join(lines)}"
        persons = [f"  {one.key}: {{state: {one.state}}}\n" for one in story.officers if one.key]
        text += f"\npersons:\n{''.join(persons)}" if persons else ""
    return text


def _words(text: str, story: Story, keys: Sequence[str], session: int, *, own: bool) -> str:
    from publisher.receive.folder import scalar

    def said(words: str, end: str = "") -> str:
        return scalar(words.rstrip(".") + end) if own else f'"[--]{end}"'

    if keys:
        items = list(zip(keys, story.agenda, strict=True))
        section = re.search(r'(?m)^  - heading: "\[--\]"\n    agenda: \[matter\]\n(?:    .*\n)+', text)
        entry = re.search(r'(?m)^  matter: "\[--\](.*)"\n', text)
        if section and entry:
            chapters = [
                section[0].replace('"[--]"', said(title), 1).replace("[matter]", f"[{key}]") for key, title in items
            ]
            text = text.replace(section[0], "".join(chapters))
            text = text.replace(entry[0], "".join(f"  {key}: {said(title, entry[1])}\n" for key, title in items))
    if story.states:
        text = re.sub(r"(?m)^( *- ).*# - attendance: members.*$", r"\1attendance: members", text)
    if story.officers:
        text = re.sub(
            r'(?m)^( *- )"(.*?)\s*\[--\][.。]"( *# - officers: officers.*)$', r'\1"\2"\n\1officers: officers', text
        )
        if any(one.name for one in story.officers):
            named_ones = [f"  {one.key}: {said(one.name)}\n" for one in story.officers if one.key]
            text = text.replace("\nbody:\n", f"\npersons:\n{''.join(named_ones)}\nbody:\n", 1)
    if story.decisions:
        numbers = [f"{session}/{place}" for place, _ in enumerate(story.decisions, 1)]
        listed = "".join(f"      - decision: {number}\n" for number in numbers)
        text += f'\nannexes:\n  - id: decisions\n    title: "[--]"\n    body:\n{listed}\ndecisions:\n'
        for number, title in zip(numbers, story.decisions, strict=True):
            text += f'  {number}:\n    title: {said(title)}\n    operative:\n      - "[--]"\n'
    return text
