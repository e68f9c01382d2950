"""Faults of documents of one kind, planted in the clean documents of those kinds."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from tests.check.mutations.table import plants, swap
from tests.check.planting import Text, at_line_of, both, in_record, in_words, per_language, upon

DELEGATION = re.compile(r"      - heading: [^\n]*\n(?:        [^\n]*\n)+")
MEMBERS = 4  # delegations of the first category

# --- resolutions -----------------------------------------------------------------------------------------------------
plants(
    "ID117",
    *upon(
        "resolution",
        both(in_record(r"(?<=- number: )80/310", "80/301"), in_words(r"^  80/310:", "  80/301:")),
        both(in_record(r"(?<=- number: )80/310", "80/31"), in_words(r"^  80/310:", "  80/31:")),
        at_line_of(in_record(r"(?<=symbol: A/RES/80/)310", "301", "31", "130"), "number: 80/310", "record"),
    ),
)
plants(
    "ID118",
    *upon(
        "resolution",
        in_record("(?<=^date: 2025-)12-03", "11-20", "11-25"),
        per_language(
            en=in_words(r"(?<=title: )International [^\n]*", r"\g<0>\n    tail: [25 November 2025]"),
            fr=in_words(r"(?<=title: )Journée [^\n]*", r"\g<0>\n    tail: [25 novembre 2025]"),
            es=in_words(r"(?<=title: )Día [^\n]*", r"\g<0>\n    tail: [25 de noviembre de 2025]"),
            ru=in_words(r"(?<=title: )Международный [^\n]*", r"\g<0>\n    tail: [25 ноября 2025 года]"),
            ar=in_words(r"(?<=title: )اليوم [^\n]*", r"\g<0>\n    tail: [25 تشرين الثاني/نوفمبر 2025]"),
            zh=in_words(r"(?<=title: )国际[^\n]*", r"\g<0>\n    tail: [2025年11月25日]"),
        ),
    ),
)
plants("ID119", *upon("resolution", in_record(r"(?<=date: 202)5(?=-11-26)", "4", "3", "7")))
plants(
    "ID120",
    *upon("resolution", at_line_of(in_record(r"^    proponent:[^\n]*\n", ""), "number: 80/310", "record")),
)
plants(
    "ID121",
    *upon(
        "resolution",
        in_record(r"second(?=-committee, symbol)[^,]*, symbol: A/80/545", r"third-committee, symbol: A/C.3/80/L.7"),
    ),
)
plants(
    "NU131", *upon("resolution", at_line_of(in_words(r"    operative:\n(?:      - [^\n]*\n)+", ""), "    preamble:"))
)
plants("FA135", *upon("resolution", in_words(r"2015(?!\d)", "2025", "2005", "1951", within="70/1")))
plants("FA136", *upon("resolution", in_record(r"(?<=sponsors: \[CHE, KEN, )NOR", "CHE", "KEN")))


# --- lists of participants -------------------------------------------------------------------------------------------
def _put(text: Text, words: str, delegation: str) -> Text:
    """The document with other words, the fault being the heading of a delegation where it stands last."""
    return replace(text, words=words, file="words", line=words.count("\n", 0, words.rindex(delegation)) + 1)


def _at_the_end(text: Text, random: Random) -> Text:
    """One of the members, not of the last two, behind all of them."""
    members = [hit.group() for hit in DELEGATION.finditer(text.words)][:MEMBERS]
    moved = random.choice(members[: MEMBERS - 2])
    others = [one for one in members if one != moved]
    return _put(text, text.words.replace("".join(members), "".join([*others, moved])), moved)


def _once_more(text: Text, random: Random) -> Text:
    """One of the members among the observers too."""
    listed = [hit.group() for hit in DELEGATION.finditer(text.words)]
    heading = random.choice(listed[:MEMBERS]).splitlines()[0]
    again = f"{heading}\n        numbered: false\n        body:\n          - unnumbered: Xyz Xyz\n"
    return _put(text, text.words.replace(listed[MEMBERS], again + listed[MEMBERS]), again)


def _unsent(text: Text, random: Random) -> Text:
    """One of the delegations without anybody."""
    chosen = random.choice([hit.group() for hit in DELEGATION.finditer(text.words)])
    heading = chosen.splitlines()[0] + "\n"
    return _put(text, text.words.replace(chosen, heading + "        numbered: false\n"), heading)


plants("NU132", *upon("participants", _at_the_end))
plants(
    "NU133",
    *upon("participants", _once_more, in_words(r"(          - unnumbered: [^\n]*\n)(?=          - unn)", r"\1\1")),
)
plants("NU134", *upon("participants", _unsent))
plants(
    "FA137",
    *upon(
        "participants",
        in_record(r"(?<=members: \[FRA, KEN, MEX, )NOR", "NOR, CHL", "NOR, PRT"),
        at_line_of(in_record(r"MEX, ", ""), r'heading: .*"MEX"'),
        at_line_of(both(in_record("MEX, ", ""), in_record(r"(?<=observer-states: \[)", "MEX, ")), r'heading: .*"MEX"'),
    ),
)

# --- supplements -----------------------------------------------------------------------------------------------------
plants(
    "ID122",
    *upon(
        "supplement",
        in_record("(?<=supplement: )38", "1", "83", "37", '"38A"'),
        at_line_of(in_record("  supplement: 38\n", ""), "^symbol", "record"),
    ),
)
plants(
    "ID123",
    *upon(
        "supplement",
        in_record("(?<=issn: )0082-8173", "0082-8137", "0028-8173", "00828173", "0082-817"),
        at_line_of(in_record("  issn: .*\n", ""), "^kind", "record"),
    ),
)
plants(
    "NU135",
    *upon(
        "supplement",
        in_words("^body:\n", "body:\n  - Xyz.\n"),
        at_line_of(
            in_words(r"(  - heading: [^\n]*\n)    body:\n      - (?!unnumbered)[^\n]*\n(?=  - heading)", r"\1"),
            r"^  - heading: [^\n]*\n(?=  - heading)",
        ),
    ),
)
plants("NU136", *upon("supplement", at_line_of(in_record("contents: true\n", ""), "^kind", "record")))

# --- records of meetings ---------------------------------------------------------------------------------------------
plants(
    "ID124",
    *upon("record", at_line_of(in_record(r"bureaux:\n(?:  +[^\n]*\n)+", ""), "^kind", "record")),
)
plants(
    "NU137",
    *upon(
        "record",
        swap(
            en=(r"\*\*The Chair\*\*", "**The Acting Chair**"),
            fr=(r"\*\*La Présidente\*\*", "**Le Président par intérim**"),
            es=(r"\*\*La Presidenta\*\*", "**El Presidente interino**"),
            ru=(r"\*\*Председатель\*\*", "**Исполняющий обязанности Председателя**"),
            ar=(r"\*\*الرئيسة\*\*", "**الرئيس بالنيابة**"),
            zh=(r"\*\*主席\*\*", "**代理主席**"),
        ),
    ),
)
plants("FA138", *upon("record", in_words(r"11(?=(?:[.:时]|时| h | ч\. )40)", "12", "09", "13")))

# --- letters ---------------------------------------------------------------------------------------------------------
plants(
    "ID125",
    *upon(
        "letter",
        at_line_of(in_record("(?<=^date: 2025-)10-14", "10-02", "09-14"), r"(?<=^title:\n)  - "),
        at_line_of(
            in_words(
                r"(?<!\d)9(?! ?月)(?=(?: de)? (?:October|octobre|octubre|октября|تشرين)|日)", "8", within="title:"
            ),
            r"^    title:",
        ),
    ),
)
