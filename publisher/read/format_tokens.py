"""The pieces of a number format of a sheet: its sections, and the tokens in each (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<half>AM/PM|A/P)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)"
    r"|(?P<digit>[0#?])"
    r"|(?P<sign>[.,%/@])"
    r"|(?P<plain>.)",
    re.DOTALL,
)
_CURRENCY = re.compile(r"\$([^-]*)")
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a number format: its kind and its characters.

    Kinds are named after the groups of the pattern.
    """

    kind: str
    text: str

    @property
    def literal(self) -> str:
        """What it prints as it stands: words, signs, a currency."""
        match self.kind:
            case "quoted" | "escaped" | "plain":
                return self.text
            case "bracket":
                currency = _CURRENCY.match(self.text)
                return currency[1] if currency else ""
            case "sign" if self.text == "%":
                return "%"
        return ""

    @property
    def is_colour(self) -> bool:
        """Whether it sets what follows in a colour."""
        return self.kind == "bracket" and _COLOUR.fullmatch(self.text) is not None


AT, POINT, COMMA, PER_CENT, BAR = (Token("sign", text) for text in "@.,%/")


def sections_of(form: str) -> list[list[Token]]:
    """The tokens of each section of a format."""
    parts, start = [], 0
    for match in _TOKEN.finditer(form):
        if match.lastgroup == "plain" and match.group() == ";":
            parts.append(form[start : match.start()])
            start = match.end()
    return [_tokens(part) for part in (*parts, form[start:])]


def _tokens(section: str) -> list[Token]:
    return [Token(str(found.lastgroup), found[str(found.lastgroup)]) for found in _TOKEN.finditer(section)]
