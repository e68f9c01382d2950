"""Document symbols: grammar, parts, names of folders and files.

Source: UN Library, “UN document symbols”; CONVENTIONS §3; the symbols of the organs' own papers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

# First components of published symbols. In running text only these begin a symbol: “and/or 5”, “AC/DC” are none.
ORGANS = (
    "CEDAW|SPLOS|ESCAP|ESCWA|TPNW|UNEP|ICCD|CCPR|CERD|CRPD|CTOC|APLC|DTIE|FCCC|CLCS|COSP|UNFF|CRC|CAT|CBD|CCM|"
    "CCW|CED|CMW|ECA|ECE|IDB|ISBA|JIU|LOS|NPT|OPP|PBC|BWC|CAC|CEB|FAO|HRI|UNA|UNW|WFP|WHO|HSP|CD|DP|GC|HS|ID|LC|ST|TD|XA|A|E|S|T"
)
LONG_SYMBOL, STROKES = 20, frozenset("/.")  # characters from which a line may end in a symbol, after these
_NUMBER = (
    r"(?:E?S-)?[0-9]{1,5}(?:-[A-Z][0-9]?(?!/)|[A-Z](?:-[A-Z])?|\((?:E?S-)?[IVXLC]+\))?"  # 80, S-35, 258B, 1514(XV)
    r"(?:-[0-9]{1,5})?"  # of reports that are one: CERD/C/SVK/CO/11-12
)
_COUNT = r"[0-9]{1,5}(?:-[0-9]{1,5})?"  # SR.665-666, Add.1-7
_WORD = r"[A-Z]{1,12}(?:-[A-Z]{1,12}){0,4}"  # HA, CEFACT, FPA-ICEF-UNOPS, COP-MOP
_TITLED = (
    r"(?:Add|Agenda|Amend|Concl|Corr|Corrigendum|Dec|Enclosure|Misc|Min|Rec|Res|Rev|Sub|Summary|Suppl"
    r"|OzL\.(?:Conv|Pro)(?:\.WG)?)"
)
_OF_BODY = (  # B(S-XXXII), COP(16), WG2020, WG8J
    rf"(?:{_WORD}(?:\((?:E?S-)?(?:[IVXLC]+|[0-9]{{1,3}})\))?|[A-Z]{{2,12}}[0-9]{{1,4}}[A-Z]?)"
)
_WITH_NUMBER = rf"{_OF_BODY}(?: (?:EG|IG|WG)(?=\.))?(?:\.(?:{_COUNT}|[A-Z]{{1,3}}|[IVXLC]{{1,7}}))?"  # WG.6, MED IG.24
_COMPONENT = rf"(?:{_NUMBER}|{_WITH_NUMBER}|{_TITLED}(?:\.{_COUNT})?|\([0-9]{{3,4}}\))"
_QUALIFIER = (
    r"(?:(?:Part|Parts|Vol|Sect|Sects|Income sect|Resumption|Annex|Suppl)\.? ?(?:[IVXLC]+|[0-9]{1,3}[A-Z]?|[A-Z])"
    r"(?:[–-](?:[IVXLC]+|[0-9]{1,3}[A-Z]?|[A-Z]))?|Introduction|Foreword|Plan outline|Annex|Summary"
    r"|Resumption|[A-Z]{3,5}\.[0-9]{1,3}/[0-9]{1,3}|Decision [0-9]{1,3}/[0-9]{1,3}|[0-9]{4})"
)
_ENDING = rf"(?:/Part [A-Z0-9]{{1,3}}|/{_TITLED}(?:\.{_COUNT})?)"
_BODY = rf"(?:/{_COMPONENT}(?![A-Za-z])){{1,12}}"
_TAIL = rf"(?: ?\({_QUALIFIER}\){_ENDING}*)?"
_IN_SENTENCE = (
    r"(?: [A-Z][-–][A-Z](?![A-Za-z])| [A-Z](?=[,.;:)，。；：）、،؛]|$))?"  # a letter before a word may be an article
)
_LETTERS = r" [A-Z](?:[-–][A-Z])?"  # of the parts of a resolution: A/RES/80/84 A-B
_WHOLE = re.compile(rf"(?P<organ>{_WORD}(?:\.[0-9]{{1,3}})?)(?P<rest>{_BODY}(?:{_LETTERS})?{_TAIL})")
# between the symbols of one document, A/80/434–S/2025/632: a dash, or a hyphen before the next organ
_JOINT = re.compile(rf"–(?! ?[A-Z](?!\S))|(?<=[0-9])-(?=(?:{ORGANS})(?:\.[0-9]{{1,3}})?/)")
_MOST = 3  # symbols of one document
_SUFFIX = re.compile(r"/(Add|Amend|Corr|Rev|Summary)(?:\.([0-9]{1,4}))?$")
_PART_OF = re.compile(r" ?\((?:Annex|Decision)\b[^()]*\)$")  # what `publisher annexes` takes out of a document
_NUMBERED = re.compile(  # A/RES/80/10 A, A/HRC/DEC/57/101, S/PRST/2026/2, S/RES/2812 (2026)
    r"/(?:RES|DEC|PRST)/((?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?: [A-Z](?:[-–][A-Z])?)?|[0-9]{1,5} ?\([0-9]{4}\))(?=/|$)"
)
_IN_SESSION = re.compile(r"[./]([0-9]{1,3})/(?:Res|Dec)\.([0-9]{1,4})(?=/|$)")  # UNEP/EA.6/Res.1
_YEAR = 4  # figures
_SITTING = r"(?:(?:C\.[0-9]|RES|DEC|PRST)/)?(E?S-)?([0-9]{1,4})(?=[/.])"
_IN_NAMES = str.maketrans({"/": "-", " ": "-", "(": None, ")": None, "–": "_"})
_AFTER_NUMBER = re.compile(r"(?<=[0-9])\(")  # S/RES/2812(2026), as it is written too
_DIGIT = re.compile(r"[0-9]")


AKN_ENDING = "akn.xml"  # of the names of finished files in AKN4UN


@dataclass(frozen=True, slots=True)
class Suffix:
    """The ending of a symbol that follows from another: Corr.1, Add.2.

    `number` is 0 where it has none.
    """

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol without asterisks, as printed.

    Of a document of several organs, all of them (A/80/434–S/2025/632).
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Symbol | None:
        """The symbol that `text` is as a whole, trailing asterisks left out.

        None where it is none.
        """
        bare = text.rstrip("*")
        parts = cls(bare).each
        whole = all(_WHOLE.fullmatch(part) and _DIGIT.search(part) for part in parts)
        return cls(bare) if whole and len(parts) <= _MOST else None

    def __str__(self) -> str:
        return self.text

    @property
    def each(self) -> tuple[str, ...]:
        """The symbols it consists of: mostly one."""
        return tuple(_JOINT.split(self.text)) if "(" not in self.text else (self.text,)

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """What is printed one after another, and whether it is the large name of an organ.

        A, /80/434–, S, /2025/632.
        """
        made, at = [], 0
        for one in self.each:
            start = self.text.index(one, at)
            organ = Symbol(one).organ
            made += [(self.text[at:start], False), (organ, True), (one[len(organ) :], False)]
            at = start + len(one)
        return tuple((words, large) for words, large in made if words)

    @property
    def address(self) -> str:
        """Where the document stands on the web, by its first symbol.

        https://undocs.org/S/RES/2231(2015).
        """
        return "https://undocs.org/" + quote(self.each[0].replace(" ", "").replace("–", "-"), safe="/().-")

    @property
    def organ(self) -> str:
        """The first component, printed large: HSP of HSP/HA.2/16."""
        return self.text.partition("/")[0]

    @property
    def rest(self) -> str:
        """What follows the first component: /HA.2/16."""
        return self.text[len(self.organ) :]

    @property
    def parent(self) -> Symbol | None:
        """The document this one belongs to by its symbol, or None.

        Of …/Rev.1/Corr.1 that of …/Rev.1.
        """
        found = _SUFFIX.search(self.text)
        return Symbol(self.text[: found.start()]) if found else self.whole

    @property
    def whole(self) -> Symbol | None:
        """The document out of which this one was taken, annex or decision.

        None for one that is whole itself.
        """
        found = _PART_OF.search(self.text)
        return Symbol(self.text[: found.start()]) if found else None

    @property
    def suffix(self) -> Suffix | None:
        """The ending that makes it a corrigendum, revision … of its parent."""
        found = _SUFFIX.search(self.text)
        return Suffix(found[1], int(found[2] or 0)) if found else None

    @property
    def annex(self) -> str:
        """The Roman number of the annex a qualifier names, else “”.

        II of HSP/HA.2/16 (Annex II).
        """
        found = re.search(r"\(Annex ([IVXLC]+)\)$", self.text)
        return found[1] if found else ""

    def followed_by(self, kind: str, number: int) -> Symbol:
        """The symbol of what follows from this one: HSP/HA.2/16/Corr.1."""
        return Symbol(f"{self.text}/{kind}.{number}")

    @property
    def number(self) -> str:
        """The number of the resolution or decision it is: 80/10 of A/RES/80/10.

        As it is cited: 6/1 of UNEP/EA.6/Res.1, 2812 (2026) of S/RES/2812(2026); “” of any other document.
        """
        if found := _IN_SESSION.search(self.text):
            return f"{found[1]}/{found[2]}"
        found = _NUMBERED.search(self.text)
        return re.sub(r" ?\(", " (", found[1]) if found else ""

    def sitting(self, prefix: str, *, yearly: bool = False) -> tuple[int, str] | None:
        """Number and part of the session it names after the organ's `prefix`.

        2, regular of HSP/HA.2/16; also behind a Main Committee (A/C.4/80/SR.22); 36, special of A/HRC/RES/S-36/1; with
        `yearly`, of an organ whose sessions are years, 2026, yearly of E/2026/3. None where it names none.
        """
        found = re.match(re.escape(prefix) + _SITTING, self.text) if prefix else None
        if found is None or (len(found[2]) == _YEAR) != yearly:
            return None
        regular = "yearly" if yearly else "regular"
        return int(found[2]), {"S-": "special", "ES-": "emergency"}.get(found[1] or "", regular)

    @property
    def folder(self) -> str:
        """The usual name of its folder: HSP-HA.2-16-Annex-II."""
        return _AFTER_NUMBER.sub("-(", self.text.rstrip("*")).translate(_IN_NAMES)

    def file_stem(self, language: str) -> str:
        """The name of its files in a language, less the ending: HSP-HA.2-16.zh."""
        return f"{self.folder}.{language}"


def folded(text: str) -> str:
    """`text` as a reader tells symbols apart.

    Look-alike letters and figures, spaces and case are one.

    Source: Unicode Technical Standard 39, confusables, as far as they occur in symbols.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKE)
    kept = (sign for sign in plain if not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Cc", "Mn"))
    figures = (str(unicodedata.digit(sign, sign)) for sign in kept)
    return "".join(figures).translate(_LOOK_ALIKE).casefold().rstrip("*")


_LOOK_ALIKE = str.maketrans(
    "АВЕЅЗІЈКМНОРСТУХавеѕіјкмнорстухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανρ‐‑‒–—−⁄∕∗․＊٭",
    "ABES3IJKMHOPCTYXabesijkmhopctyxdhqwABEZHIKMNOPTYXoiavp------//*.**",
)


def symbol_spans(text: str, further: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Start and end of each symbol in running text (CONVENTIONS §3.3).

    Asterisks included. `further` are first components beside the published ones, such as those of the organs in the
    reference data.
    """
    if "/" not in text:
        return []
    return [found.span() for found in _in_text(further).finditer(text) if _DIGIT.search(found.group())]


def beginnings(text: str) -> list[tuple[int, int]]:
    """Start and end of whatever begins as a symbol does.

    Whole or cut off: “HSP/HA.2/”, “A/80/add.1”.
    """
    return [found.span() for found in _LIKE.finditer(text)] if "/" in text else []


_LIKE = re.compile(
    rf"(?<![\w/.-])(?:{ORGANS})(?:\.[0-9]{{1,3}})?/(?:[A-Za-z0-9](?:[A-Za-z0-9./*-]|\([A-Z0-9-]+\)){{0,60}}(?:/?\[[^\]\s]{{0,8}}\])?"
    rf"|(?=[\s，。、）)]|$))"
)


@lru_cache(maxsize=64)
def _in_text(further: frozenset[str]) -> re.Pattern[str]:
    organs = "|".join([*map(re.escape, sorted(further, key=len, reverse=True)), ORGANS])
    return re.compile(
        rf"(?<![A-Za-z0-9/.])(?:{organs})(?:\.[0-9]{{1,3}})?{_BODY}\*{{0,3}}{_TAIL}{_IN_SENTENCE}\*{{0,3}}(?![A-Za-z0-9])"
    )
