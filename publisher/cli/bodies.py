"""The command for bodies of one's own: organ."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publisher.cli import choices
from publisher.cli.asking import named
from publisher.failures import BadRequest
from publisher.speech import phrase

if TYPE_CHECKING:
    from publisher.model.reference import Organ

ACTIONS = ("new", "list")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ASKED = (  # option, question; asked of a person at a terminal where the option is not given
    ("name", "Name in running text, without article ({code})"),
    ("opening", "Line above its preambles, with article and comma ({code}; empty: none)"),
    ("organization", "Words at the top of page one ({code}; empty: United Nations)"),
)


def organ(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="new, or list.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="What records call it, such as wells-board.")] = "",
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="CODE=NAME", help="Its name, a language each: en=Wells Board.")
    ] = None,
    opening: Annotated[
        list[str] | None, typer.Option("--opening", metavar="CODE=LINE", help="Line above preambles: en=The Board,")
    ] = None,
    organization: Annotated[
        list[str] | None,
        typer.Option("--organization", metavar="CODE=WORDS", help="Top of page one, where not “United Nations”."),
    ] = None,
    symbol_prefix: Annotated[
        str | None, typer.Option("--symbol-prefix", metavar="WMB/", help="How the symbols of its documents begin.")
    ] = None,
    headquarters: Annotated[
        str | None, typer.Option("--headquarters", metavar="PLACE", help="Key of the place it sits in: geneva.")
    ] = None,
    emblem: Annotated[
        str | None, typer.Option("--emblem", metavar="NAME", help="Picture in reference/emblems/, without ending.")
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Your reference folder, above your documents.")
    ] = Path("reference"),
) -> None:
    """Add a body of your own, that sessions and documents can be of.

    Or list all there are. It goes into organs.yaml of a `reference` folder of yours, which holds for every document
    below the folder it is in, and lies over the bodies that come with the program. What is not given as an option is
    asked for.

    Examples:

        publisher organ new

        publisher organ new wells-board --name "en=Wells Board" --symbol-prefix WMB/

        publisher organ list
    """
    from publisher.model.reference import load_reference
    from publisher.model.workspace import own_reference_of, shipped

    choices.one_of(action, ACTIONS, "action")
    reference = load_reference(shipped("reference"), own_reference_of(output.parent))
    known = reference.organs
    if action == "list":
        typer.echo("\n".join(map(_listed, known.values())))
        return
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    given = {"name": name, "opening": opening, "organization": organization}
    texts = {option: _by_language(values or [], option) for option, values in given.items()}
    texts = _asked(texts) if asks else texts
    key = _free_key(key, texts, known, asks)
    if not texts["name"]:
        raise BadRequest('give its name in at least one language: --name "en=Wells Board"')
    prefix = _prefix(symbol_prefix, asks)
    if asks:
        headquarters = headquarters or _answer("Key of the place it sits in (empty: none)")
        emblem = emblem or _answer("Its emblem, a picture in reference/emblems/ (empty: a neutral one)")
    if headquarters:
        choices.one_of(headquarters, tuple(reference.places), "place")
    entry = _entry(key, texts, {"symbol-prefix": prefix, "headquarters": headquarters, "emblem": emblem})
    _put_down(output, key, entry)


def _free_key(key: str, texts: dict[str, dict[str, str]], known: Container[str], asks: bool) -> str:
    """The key that was given or is asked for; it must be free."""
    if asks and not key:
        usual = named(next(iter(texts["name"].values()), ""), "")
        key = str(typer.prompt(phrase("Key, which records call it by"), default=usual or None))
    if not _KEY.fullmatch(key):
        raise BadRequest(f"“{key}” is no key: small letters, figures and hyphens, such as wells-board")
    if key in known:
        raise BadRequest(f"there is an organ “{key}” already; change its entry, or choose another key")
    return key


def _listed(organ: Organ) -> str:
    """The line that tells of a body: key, how its symbols begin, name."""
    return f"{organ.id}  {organ.symbol_prefix}  {organ.names.get('en') or next(iter(organ.names.values()), '')}"


def _prefix(given: str | None, asks: bool) -> str:
    """How the symbols of its documents begin, as given or asked for."""
    asked = phrase("How the symbols of its documents begin, such as WMB/")
    prefix = given or (str(typer.prompt(asked)) if asks else "")
    if not prefix:
        raise BadRequest("say how the symbols of its documents begin: --symbol-prefix WMB/")
    return prefix


def _put_down(output: Path, key: str, entry: str) -> None:
    """Add the entry to organs.yaml, and say how records name the body."""
    from publisher.batch.placing import place

    file = output / "organs.yaml"
    ours = "# Bodies of our own, over those that come with publisher.\n"
    before = file.read_text(encoding="utf-8") if file.is_file() else ours
    place(output, {"organs.yaml": f"{before.rstrip(chr(10))}\n\n{entry}".encode()})
    typer.echo(f"{file}: {key}\nIn a record.yaml below {output.resolve().parent}: organ: {key}")


def _by_language(values: Sequence[str], option: str) -> dict[str, str]:
    """The values of an option by the language code before their equals sign."""
    found = {}
    for value in values:
        code, sign, words = value.partition("=")
        if not sign or not re.fullmatch(r"[a-z]{2,3}", code) or not words.strip():
            raise BadRequest(f"--{option} wants a language and words: en=…; “{value}” is not so written")
        found[code] = words.strip()
    return found


def _asked(texts: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """What was given, and for each option without a value the answer of the person, in English."""
    made = {option: dict(values) for option, values in texts.items()}
    codes = list(made["name"])
    if not codes:
        said = str(typer.prompt(phrase("Languages, by their codes"), default="en"))
        codes = [code.strip() for code in said.split(",") if code.strip()]
    for option, question in _ASKED:
        if made[option]:
            continue
        for code in codes:
            if answer := _answer(question.format(code=code)):
                made[option][code] = answer
    return made


def _answer(question: str) -> str:
    """What a person answers, which may be nothing."""
    return str(typer.prompt(phrase(question), default="", show_default=False)).strip()


def _entry(key: str, texts: Mapping[str, Mapping[str, str]], facts: Mapping[str, str | None]) -> str:
    """The entry as YAML."""
    from publisher.receive.folder import scalar

    lines = [f"{key}:"]
    for option, label in (
        ("name", "names"),
        ("opening", "opening"),
        ("organization", "organization"),
        ("name", "programme"),
    ):
        if texts[option]:
            lines.append(f"  {label}:")
            lines += [f"    {code}: {scalar(words)}" for code, words in texts[option].items()]
    lines += [f"  {fact}: {scalar(value)}" for fact, value in facts.items() if value]
    return "".join(f"{line}\n" for line in lines)
