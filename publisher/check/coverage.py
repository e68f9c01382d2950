"""The rules of United Nations documents that a program can decide.

Each with the codes that carry it out: 111 of them. A row is: rule, what it asks, codes (whoever reports them), and
why something is left out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule, the codes that carry it out, and a remark.

    The remark says what is left out or held by construction.
    """

    asks: str
    codes: tuple[str, ...] = ()
    remark: str = ""


def _c(asks: str, codes: str = "", remark: str = "") -> Covered:
    return Covered(asks, tuple(codes.split()), remark)


MADE = "made from the record, and held in the finished files by verify"

COVERAGE: dict[str, Covered] = {
    "M01": _c("symbol on page one, in running heads and metadata", "OUT040 OUT060 OUT071"),
    "M02": _c("grammar of symbols, session in the symbol", "ID101 ID102 ID114 ID115 RF108"),
    "M03": _c("no placeholders", "ID103"),
    "M04": _c("masthead complete", "RD012 ID111 OUT060"),
    "M05": _c("language line and original agree", "ID109 OUT060", MADE),
    "M06": _c("masthead words of the language", "OUT060", MADE),
    "M07": _c("masthead date real, after the last meeting, before a reissue", "RD013 ID104 ID105 FA102"),
    "M08": _c("session number in symbol and title", "ID102 ID106"),
    "M09": _c("session days and place agree everywhere", "ID107 ID113"),
    "M10": _c("weekday fits date", "FA101"),
    "M11": _c("distribution fits symbol", "ID108"),
    "M12": _c("language-only documents", "ID109"),
    "M13": _c("job number, bar code, date codes", "ID110 OUT061"),
    "M14": _c("QR address", "OUT061", MADE),
    "M15": _c("title on page one and in the properties", "OUT060 OUT071"),
    "M16": _c("asterisks and reissue notes", "ID105 ID116 FN101 OUT022 OUT060"),
    "M17": _c("asterisk marks and notes one to one", "FN001 FN002 FN101"),
    "N01": _c("paragraphs consecutive", "NU101 NU102 NU124 NU001 OUT010 OUT012"),
    "N02": _c("annexes restart at 1", "NU102 OUT012"),
    "N03": _c("the same numbering in all languages", "BD101 BD102"),
    "N04": _c("subparagraphs sequential, two or more, four degrees", "NU002 NU101 NU102 NU103"),
    "N05": _c("punctuation of subparagraphs", "NU104"),
    "N06": _c("bullets without semicolon", "", "the model has no bullets: lists are subparagraphs with marks (N05)"),
    "N07": _c("heading numbers sequential", "NU101 NU102 NU002"),
    "N08": _c("no single subheading", "NU105"),
    "N09": _c("headings: capitals, no stop, no note", "NU106 NU107 FN105",
              "abbreviations in headings are left: whether one can be avoided is a judgement"),
    "N10": _c("headings cover the agenda in order", "NU108 NU109 NU125 RF105 FA003"),
    "N11": _c("heading = agenda title", "NU110 RF106"),
    "N12": _c("agenda lines end with a stop", "NU111"),
    "N13": _c("contents = headings, pages right", "NU126 OUT082"),
    "N14": _c("annexes cited exist and are cited", "NU112 RF104 RF001"),
    "N15": _c("decision numbers agree everywhere", "NU113 NU114 RF107 FA001"),
    "N16": _c("decision titles agree everywhere", "FA127", "tables and headings take the title from one place"),
    "N17": _c("preambular and operative forms", "NU115 NU116 NU117 NU118"),
    "N18": _c("approved operative verbs, also and further", "NU118 NU119"),
    "N19": _c("a single operative paragraph is unnumbered", "NU120"),
    "N20": _c("organ line", "NU121"),
    "N21": _c("chapters of a session report", "NU122 ID111"),
    "N22": _c("end rule, nothing after it", "OUT006", MADE),
    "N23": _c("length limit", "NU123", "not for Chinese, which does not part words"),
    "X01": _c("references resolve", "RF001 RF101 RF111 RF112", "references into other documents are not looked up"),
    "X02": _c("above and below", "RF102"),
    "X03": _c("no page references", "RF103"),
    "X04": _c("footnotes consecutive, marks and notes 1:1", "FN001 FN002 FN003 FN101 FN107 FN108 OUT025 OUT026"),
    "X05": _c("place of the mark beside punctuation", "FN102"),
    "X06": _c("notes begin with a capital, end with a stop", "FN103 FN104"),
    "X07": _c("letters in tables", "FN005"),
    "X08": _c("no back-reference to note numbers in decisions", "FN106 RF110"),
    "X09": _c("cited symbols valid", "RF108", "whether a cited document exists is known to the register only"),
    "X10": _c("one symbol, one document", "RF109"),
    "X11": _c("titles in quotation marks exact", "FA127", "titles of the document’s own decisions; others are unknown"),
    "X12": _c("“resolution 70/1”", "RF113"),
    "X13": _c("“see”, not “cf.”", "RF114"),
    "X14": _c("note of the provisional agenda", "FN001", "written from `provisional-agenda`"),
    "V01": _c("votes ≤ members present", "FA108",
              "quorum is left: each organ has its own, and a meeting’s presence is not the session’s"),
    "V02": _c("lists of a recorded vote", "FA109", "counts are the lengths of the lists"),
    "V03": _c("adopted = majority", "FA110"),
    "V04": _c("vote formula and inflection", "FA112 LA130"),
    "V05": _c("method and lists, consensus and counts", "FA111 FA131"),
    "V06": _c("seats announced = filled", "FA113 FA115 FA130"),
    "V07": _c("State in its regional group", "FA114 FA116"),
    "V08": _c("terms consistent", "FA117 FA118"),
    "V09": _c("officers", "FA119 FA120",
              "balance of regions is left: vacancies and rotation make it lawful to miss; gender by FA129"),
    "V10": _c("attendance count and names", "FA121 FA122 FA123 RD021"),
    "V11": _c("credentials add up", "FA124 FA125 FA126 FA132"),
    "V12": _c("meetings in order, one date and half", "FA103 FA104 FA105 RD025 RD030"),
    "V13": _c("opening before closing", "FA106 FA107"),
    "V14": _c("names spelled alike", "FA128 FA129", "titles of speakers are left: they change with the sentence"),
    "V15": _c("observers are not members", "FA122"),
    "V16": _c("order of States", "FA123", "lists are sorted by the vocabulary of the language"),
    "V17": _c("place and days identical everywhere", "ID107 ID113"),
    "T01": _c("form of dates", "LA114 FA102"),
    "T02": _c("form of ranges", "LA112"),
    "T03": _c("numbers in words and figures", "LA124", "English; ages, ratios and mixed series are left to the editor"),
    "T04": _c("thousands and decimals", "LA113"),
    "T05": _c("per cent", "LA116"),
    "T06": _c("1.5 million", "LA113"),
    "T07": _c("decades", "LA132", "“this year” is left: whether it is vague is a judgement"),
    "T08": _c("form of times", "LA115"),
    "T09": _c("dashes and hyphens", "LA112", "minus signs are left: the table writer sets them"),
    "T10": _c("quotation marks", "LA106 LA117", "the place of the final stop needs the sense of the sentence"),
    "T11": _c("no serial comma", "LA122", "one-word items only: clauses cannot be told from lists"),
    "T12": _c("spelling", "LA118"),
    "T13": _c("abbreviations explained, without stops", "LA119 LA120 LA131"),
    "T14": _c("principal organs in full", "LA119"),
    "T15": _c("no article before an abbreviation", "LA133"),
    "T16": _c("capitals of Member States, secretariat", "LA108"),
    "T17": _c("names of countries", "LA109 LA110"),
    "T18": _c("persons with honorific, alike", "FA128 FA129", "whether a person needs an honorific is a judgement"),
    "T19": _c("italics not for emphasis", "LA136"),
    "T20": _c("and/or", "LA123"),
    "T21": _c("fractions", "LA134"),
    "T22": _c("capitals in headings", "NU107"),
    "T23": _c("inclusive words", "LA121 FA129"),
    "T24": _c("spaces, brackets, quotes", "LA105 LA106 LA107 LA135 LA137 LA138 LA139 LA142"),
    "T25": _c("foreign words and scripts", "LA101 LA102 LA103"),
    "T26": _c("terminology", "LA108"),
    "T27": _c("doubled words, phrases and items; misspelt words", "LA104 LA140 LA141 NU127"),
    "T28": _c("Western punctuation in Chinese", "LA111 LA129"),
    "T29": _c("French spaces and apostrophes", "LA125 LA117"),
    "T30": _c("Arabic punctuation, months, figures", "LA126 LA114"),
    "T31": _c("Russian forms", "LA127 LA112 LA117"),
    "T32": _c("Spanish forms", "LA128 LA113 LA114", "the comma before “y” is left: clauses cannot be told from lists"),
    "P01": _c("Corr, Add, Rev have their parent", "ID112", "the register refuses gaps in their numbers and parents never issued"),
    "P02": _c("“for” words occur in the parent", "", "`revise` generates the instructions and proves them"),
    "P03": _c("applied, the corrigendum gives valid text", "", "`revise` applies them; the result is checked anew"),
    "P04": _c("a revision differs", "", "`issue` refuses one that says the same as its parent"),
    "P05": _c("a reissue keeps symbol and date", "ID105", "`issue` refuses another date; another symbol is another document"),
    "P06": _c("six languages alike", "BD101 BD102 BD103 BD104 BD105 BD109 BD110 BD111"),
    "P07": _c("PDF and DOCX say the same", "OUT002 OUT003 OUT004 OUT050"),
    "P08": _c("bookmarks, language, structure of files", "OUT070 OUT074 OUT076"),
}  # fmt: skip
