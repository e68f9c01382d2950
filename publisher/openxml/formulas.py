"""Formulas as words on a line: what stands above, below and under a root is told by signs (ISO/IEC 29500-1, 22.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from publisher.openxml.package import Element, W

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = (f"{M}oMath", f"{M}oMathPara")
_TEXTS = (f"{M}t", f"{W}t")
_SINGLE = re.compile(r"[\w.,]*|\([^()]*\)")  # what needs no brackets beside a sign
_INTEGRAL = "∫"  # the sign of an operator that names none


def linear(formula: Element | None, hidden: Collection[str] = ()) -> str:
    """`formula` on one line, as Word's linear form writes it.

    “(a+b)/c”, “x^2”, “√(y)”; what stands in changes of the kinds `hidden` left out.
    """
    if formula is None:
        return ""

    def said(element: Element | None) -> str:
        return linear(element, hidden)

    return "".join([_part(child, said) for child in formula if child.tag not in hidden])


def is_flat(formula: Element) -> bool:
    """Whether `formula` is but signs beside each other: nothing in it stands above, below or under another."""
    return not any(element.tag.removeprefix(M) in _WRITERS for element in formula.iter(f"{M}*"))


_Say = Callable[[Element | None], str]


def _part(element: Element, said: _Say) -> str:
    if not isinstance(element.tag, str) or element.tag.endswith("Pr"):
        return ""
    if element.tag in _TEXTS:
        return element.text or ""
    writer = _WRITERS.get(element.tag.removeprefix(M)) if element.tag.startswith(M) else None
    return writer(element, said) if writer else said(element)


def _bracketed(element: Element | None, said: _Say) -> str:
    text = said(element)
    return text if _SINGLE.fullmatch(text) else f"({text})"


def _fraction(element: Element, said: _Say) -> str:
    return "/".join(_bracketed(element.find(M + name), said) for name in ("num", "den"))


def _scripts(element: Element, said: _Say) -> str:
    limit = "_" if element.tag == f"{M}limLow" else "^"
    places = (("_", "sub"), ("^", "sup"), (limit, "lim"))
    found = ((sign, element.find(M + name)) for sign, name in places)
    return "".join(sign + _bracketed(one, said) for sign, one in found if one is not None and len(one))


def _with_scripts(element: Element, said: _Say) -> str:
    return _bracketed(element.find(f"{M}e"), said) + _scripts(element, said)


def _before(element: Element, said: _Say) -> str:
    return _scripts(element, said) + _bracketed(element.find(f"{M}e"), said)


def _operator(element: Element, said: _Say) -> str:
    sign = _said(element, "naryPr", "chr")
    return f"{_INTEGRAL if sign is None else sign}{_scripts(element, said)} {said(element.find(f'{M}e'))}"


def _delimited(element: Element, said: _Say) -> str:
    begin, between, end = (
        usual if (sign := _said(element, "dPr", name)) is None else sign
        for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
    )
    return begin + between.join(map(said, element.iterchildren(f"{M}e"))) + end


def _root(element: Element, said: _Say) -> str:
    degree, inner = (said(element.find(M + name)) for name in ("deg", "e"))
    return f"√({degree}&{inner})" if degree else f"√({inner})"


def _rows(element: Element, said: _Say) -> str:
    rows = list(element.iterchildren(f"{M}mr")) or [element]
    made = "; ".join("&".join(map(said, row.iterchildren(f"{M}e"))) for row in rows)
    return f"({made})" if element.tag == f"{M}m" else made.replace("&", "; ")


def _said(element: Element, properties: str, name: str) -> str | None:
    found = element.find(f"{M}{properties}/{M}{name}")
    said: str | None = found.get(f"{M}val", "") if found is not None else None
    return said


_WRITERS: dict[str, Callable[[Element, _Say], str]] = {
    "f": _fraction,
    **dict.fromkeys(("sSup", "sSub", "sSubSup", "limLow", "limUpp"), _with_scripts),
    "sPre": _before,
    "rad": _root,
    "nary": _operator,
    "d": _delimited,
    "m": _rows,
    "eqArr": _rows,
}
