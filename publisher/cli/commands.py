"""Takes a command line apart, and loads only the command it names."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup

from publisher.cli import loudness
from publisher.cli.spoken import Spoken, refusing
from publisher.failures import BadRequest
from publisher.speech import usage

COMMANDS = {  # name → the module it is in, the panel of the help it stands in; in the order of the help
    "new": ("starting", "Documents"),
    "import": ("importing", "Documents"),
    "build": ("building", "Documents"),
    "batch": ("batching", "Documents"),
    "annexes": ("annexing", "Documents"),
    "check": ("building", "Documents"),
    "verify": ("building", "Documents"),
    "preview": ("previewing", "Documents"),
    "why": ("batching", "Documents"),
    "trust": ("trusting", "Documents"),
    "organ": ("bodies", "Documents"),
    "translated": ("languages", "Languages"),
    "concordance": ("languages", "Languages"),
    "issue": ("issuing", "Issue and correct"),
    "register": ("registering", "Issue and correct"),
    "reissue": ("issuing", "Issue and correct"),
    "corrigendum": ("issuing", "Issue and correct"),
    "revision": ("issuing", "Issue and correct"),
    "addendum": ("issuing", "Issue and correct"),
    "redline": ("comparing", "Issue and correct"),
    "handbook": ("reading", "Help"),
    "schema": ("manual", "Help"),
    "explain": ("manual", "Help"),
    "doctor": ("manual", "Help"),
}


NAMELESS = "nothing is named where a file or folder is wanted: “”"


class Commands(Spoken, TyperGroup):
    """All commands; each is loaded when it is asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands: Any = dict.fromkeys(COMMANDS)  # the names serve suggestions

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """What a command line asks of the program."""
        with refusing():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Carry the command out."""
        with refusing():
            return super().invoke(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, panel = COMMANDS[cmd_name]
        alone = typer.Typer(add_completion=False, rich_markup_mode=self.rich_markup_mode)
        command = getattr(import_module(f"publisher.cli.{module}"), f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        alone.command(cmd_name, cls=Command, rich_help_panel=panel)(command)
        made = typer.main.get_command(alone)
        made.params += loudness.options()
        return made

    def get_params(self, ctx: Any) -> list[Any]:
        """The options of no command."""
        return _as_typed(super().get_params(ctx))


class Command(Spoken, TyperCommand):
    """A command that takes texts and paths as they are typed."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The arguments and options of the command."""
        return _as_typed(super().get_params(ctx))


def _as_typed(parameters: list[Any]) -> list[Any]:
    """`parameters`, which from now on take what is typed where that is all there is to do."""
    for parameter in parameters:
        if "get_runtime_param" not in vars(parameter):
            parameter.get_runtime_param = _AsTyped(parameter).itself
            parameter.display_type_rich = _Said(parameter).in_help
    return parameters


class _Said:
    """Says in the help what a value is in an editor's words, where Typer would name a type of Python's."""

    def __init__(self, parameter: Any) -> None:
        self._parameter = parameter
        self._typers = parameter.display_type_rich

    def in_help(self, ctx: Any) -> str | None:
        """The kind of value of an option.

        Nothing for an argument, which has its name, and for a switch.
        """
        said: str | None = self._typers(ctx=ctx)
        if said is None or not said.startswith("<"):
            return said and usage(said)
        named = self._parameter.param_type_name == "argument" or getattr(self._parameter, "is_flag", False)
        return None if named else usage(_KINDS.get(said, "TEXT"))


_KINDS = {
    "<int>": "NUMBER",
    "<int range>": "NUMBER",
    "<float>": "NUMBER",
    "<float range>": "NUMBER",
    "<Path>": "PATH",
    "<path>": "PATH",
    "<directory>": "FOLDER",
}


def kind_of(parameter: Any) -> str:
    """What the value of an option is called in the help."""
    return _Said(parameter).in_help(None) or "TEXT"


class _AsTyped:
    """Stands in for what turns the words of a command line into the values of one parameter.

    Typer has every value validated by pydantic, which takes as long to load as two hundred documents to look over; it
    is left to do so with the values that need it.
    """

    def __init__(self, parameter: Any) -> None:
        self._typers = parameter.get_runtime_param
        annotation = parameter.type_descriptor.annotation
        self._many = get_origin(annotation) is list
        self._kind = get_args(annotation)[0] if self._many else annotation

    def itself(self) -> _AsTyped:
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value of a parameter, of the kind its command wants."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if self._many and isinstance(value, (list, tuple)) and all(map(self._plain, value)):
            return [self._taken(one) for one in value]
        if not self._many and self._plain(value):
            return self._taken(value)
        return self._typers().coerce(value, param=param, ctx=ctx)

    def _plain(self, value: Any) -> bool:
        return isinstance(value, self._kind) or (self._kind is Path and isinstance(value, str))

    def _taken(self, value: Any) -> Any:
        if self._kind is Path and value == "":  # Python takes it for the folder one is in
            raise BadRequest(NAMELESS)
        return value if isinstance(value, self._kind) else Path(value)
