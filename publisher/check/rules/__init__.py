"""The rules: one small file each, called as the catalogue names its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from publisher.catalogue.checking import CHECKING
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Kind, Trait


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it finds, its documentation, its kinds of documents.

    A module of a rule may name traits of kinds: `ONLY` those with one of them, `EXCEPT` none that has one.
    """

    find: Callable[[Evidence], Iterable[Fault]]
    documentation: str
    only: tuple[Trait, ...] = ()
    excepted: tuple[Trait, ...] = ()

    def speaks_of(self, kind: Kind) -> bool:
        """True where documents of `kind` are held against the rule."""
        return (not self.only or any(trait in kind.traits for trait in self.only)) and not any(
            trait in kind.traits for trait in self.excepted
        )


def _rule(module_name: str) -> Rule:
    module = import_module(module_name)
    return Rule(module.find, module.__doc__ or "", getattr(module, "ONLY", ()), getattr(module, "EXCEPT", ()))


_MODULES = frozenset(module.name for module in iter_modules(__path__))
# What the catalogue lists for checking and has no module is found elsewhere: by waivers, between languages.
RULES: dict[str, Rule] = {
    row.code: _rule(f"{__name__}.{name}") for row in CHECKING if (name := row.name.replace("-", "_")) in _MODULES
}
