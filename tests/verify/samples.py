"""One short report, resolved, in Chinese, English and Arabic: every kind of line that verify has an eye on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from publisher.model.finished import finished
from publisher.model.inline import Call, Emphasis, Inlines, LineBreak, Reference, Symbol, Text
from publisher.model.resolved import (
    Block,
    Cell,
    ContentsEntry,
    Division,
    Document,
    EndRule,
    Figure,
    Heading,
    JobLine,
    Masthead,
    MastheadLine,
    Note,
    Number,
    NumberForm,
    Paragraph,
    ParagraphRole,
    Properties,
    Row,
    RunningMatter,
    Table,
)
from publisher.model.workspace import Workspace, shipped
from tests.conftest import profile_of

DATE = datetime.date(2025, 6, 14)
RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">'
    '<circle cx="50" cy="20" r="18" fill="none" stroke="#000" stroke-width="2"/></svg>'
)


@dataclass(frozen=True)
class Sayings:
    """The words of one language and how it numbers."""

    language: str
    direction: Literal["ltr", "rtl"]
    tag: str
    long: str
    heads: tuple[str, str, str, str]
    chapters: tuple[NumberForm, str, tuple[str, str]]
    sections: tuple[NumberForm, str, tuple[str, str]]
    paragraph: str
    items: tuple[NumberForm, str, tuple[str, str, str]]
    annex: tuple[NumberForm, str, str]
    masthead: tuple[str, str, str, str]
    note: str
    word: str  # an ordinary word of its own
    reissued: str
    table: tuple[str, str]


CHINESE = Sayings(
    "zh", "ltr", "zh-Hans",
    "人居大会主席在开幕词中回顾说，人居大会决定第二届会议休会，以便使人居署的规划周期更好地"
    "与联合国系统发展方面业务活动四年度全面政策审查保持一致。"
    "她强调（包括在以往各届会议上）“人人享有适当住房”的重要性；各国、各区域、各城市都应采取行动。",
    ("会议安排", "会议开幕", "出席情况", "选举"),
    ("cjk", "{}、", ("一、", "二、")), ("upper-letter", "{}.", ("A.", "B.")), "{}.",
    ("lower-letter", "({})", ("(a)", "(b)", "(c)")), ("cjk", "附件{}", "附件一"),
    ("联合国", "联合国人类住区规划署", "联合国人居大会", "第二届会议续会"),
    "根据亚太国家区域组的来文，预计将由马来西亚接替。",
    "战略计划", "由于技术原因于2025年8月6日重发。", ("决定", "标题"),
)  # fmt: skip
ENGLISH = Sayings(
    "en", "ltr", "en",
    "The Assembly had before it the report of the Executive Director on the implementation of the strategic plan, "
    "which it had requested at its previous session (held in 2023), and took note of the recommendations "
    "contained in it. ",
    ("Organization of the session", "Opening", "Attendance", "Elections"),
    ("upper-roman", "{}.", ("I.", "II.")), ("upper-letter", "{}.", ("A.", "B.")), "{}.",
    ("lower-letter", "({})", ("(a)", "(b)", "(c)")), ("upper-roman", "Annex {}", "Annex I"),
    ("United Nations", "United Nations Human Settlements Programme", "United Nations Habitat Assembly",
     "Second session"),
    "According to a communication from the regional group, Malaysia is expected to take its place.",
    "resources", "Reissued for technical reasons on 6 August 2025.", ("Decision", "Title"),
)  # fmt: skip
ARABIC = Sayings(
    "ar", "rtl", "ar",
    "رحّبت جمعية الموئل بالخطة الاستراتيجية للفترة 2026-2029 (بما في ذلك ما يتصل بالموارد) "
    "وطلبت إلى المديرة التنفيذية أن "
    "تقدم تقريرا عن تنفيذها إلى الجمعية في دورتها القادمة، مع مراعاة المادة 13 من النظام الداخلي. ",
    ("تنظيم الدورة", "افتتاح الدورة", "الحضور", "الانتخابات"),
    ("arabic-ordinal", "{} -", ("أولا -", "ثانيا -")), ("abjad-word", "{} -", ("ألف -", "باء -")), "{} -",
    ("abjad-letter", "({})", ("(أ)", "(ب)", "(ج)")), ("arabic-ordinal", "المرفق {}", "المرفق الأول"),
    ("الأمم المتحدة", "برنامج الأمم المتحدة للمستوطنات البشرية", "جمعية الأمم المتحدة للموئل", "الدورة الثانية"),
    "وفقاً لرسالة من المجموعة الإقليمية، من المتوقع أن تحلّ ماليزيا محلها.",
    "الموارد", "أُعيد إصدارها لأسباب فنية في 6 آب/أغسطس 2025.", ("المقرر", "العنوان"),
)  # fmt: skip
ALL = {sayings.language: sayings for sayings in (CHINESE, ENGLISH, ARABIC)}


def words(*parts: object) -> Inlines:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)  # type: ignore[misc]


def report(sayings: Sayings) -> Document:
    """The report in the words of `sayings`: contents, two chapters, a table, an annex, three notes."""
    say, title = sayings, f"{sayings.masthead[2]} {sayings.masthead[3]}"
    head = Masthead(
        say.masthead[0], "HSP", "/HA.2/16", "*", "emblems/habitat.svg", "", say.masthead[1], "Distr.: General", "14 June 2025", "",
        "Original: English",
        (MastheadLine("organ", words(say.masthead[2])), MastheadLine("session", words(say.masthead[3]))),
        JobLine("K2510492 (E)    060825", "K2510492", "https://undocs.org/en/HSP/HA.2/16", "Please recycle"),
    )  # fmt: skip
    notes = (
        Note("reissue", "first-page", "*", 1, words(say.reissued)),
        Note("uae", "text", "1", 1, words(say.note)),
        Note("plan", "text", "2", 2, words(Symbol("HSP/HA.2/13"), ".")),
    )
    contents = (
        ContentsEntry("chapter-1", say.chapters[2][0], words(say.heads[0]), 1),
        ContentsEntry("attendance", say.sections[2][1], words(say.heads[2]), 2),
        ContentsEntry("chapter-2", say.chapters[2][1], words(say.heads[3]), 1),
    )
    properties = Properties(title, "HSP/HA.2/16*", "", "", say.tag, (), DATE, None, "original")
    return finished(Document(
        "HSP/HA.2/16", "session-report", profile_of("nairobi").layout, say.language, say.direction, head,
        RunningMatter("HSP/HA.2/16", "25-10492"), (words(title),), (), "Contents", contents,
        (Division("body", "body", tuple(_body(say))), _annex(say)), notes, properties,
    ))  # fmt: skip


def _body(say: Sayings) -> list[Block]:
    def numbered(position: int, *parts: object) -> Paragraph:
        return _paragraph(say, "body", position, *parts)

    def item(position: int, *parts: object) -> Paragraph:
        form, pattern, printed = say.items
        number = Number(printed[position - 1], "body", 1, position, form, pattern)
        return Paragraph(f"item-{position}", "item", number, words(*parts))

    agenda = [_entry(place, text) for place, text in enumerate(say.heads, 1)]
    table = Table(
        "outcome", None, (), ((_cell(say.table[0]), _cell(say.table[1])),),
        (Row((Cell(words("2/6", Call("letter", "a", "table"))), _cell(say.heads[1]))),
         Row((_cell("2/7"), _cell(say.heads[2])))),
        (0.3, 0.7), (Note("letter", "table", "a", 1, words(say.word)),), (), False, say.table[1],
    )  # fmt: skip
    reference = Reference("body-2", words("2"), "number")
    return [
        _heading(say, "chapter-1", 1, 1, say.heads[0]), _heading(say, "opening", 2, 1, say.heads[1]),
        numbered(1, say.long * 2, Symbol("HSP/HA.2/12"), " ", say.word, "."),
        numbered(2, say.long, Call("uae", "1", "text"), " ", say.word),
        *[numbered(place, say.long * 3) for place in range(3, 8)],
        _heading(say, "attendance", 2, 2, say.heads[2]),
        numbered(8, say.long, reference, "."), item(1, say.heads[1]), item(2, say.heads[2]), item(3, say.heads[3]),
        numbered(9, say.long), *agenda,
        *[numbered(place, say.long * 2) for place in range(10, 18)],
        _heading(say, "chapter-2", 1, 2, say.heads[3]),
        numbered(18, say.long), table, Paragraph("chair", "labelled", None, words(say.heads[1]), words(say.heads[0])),
        Figure("ring", None, words(say.heads[3]), "figures/ring.svg", words(say.word), ()), EndRule(),
    ]  # fmt: skip


def _annex(say: Sayings) -> Division:
    form, pattern, printed = say.annex
    label = Number(printed, "annexes", 0, 1, form, pattern)
    blocks: list[Block] = [
        Heading("annex-one", "annex", 1, label, words(say.heads[3]), f"{printed}. {say.heads[3]}"),
        Heading("decision", "decision", 1, None, words("2/6 ", say.heads[1]), "2/6"),
        _plain("organ", "organ", Emphasis(words(say.masthead[2]))), _plain("whereas", "preambular", say.long),
        _operative(1, say.long, Call("plan", "2", "text")), _operative(2, say.long),
        _plain("tail", "tail", say.heads[1], LineBreak(), "2025"),
        _paragraph(say, "annex-1", 1, say.long), _paragraph(say, "annex-1", 2, say.long),
        _plain("statement", "statement", say.long),
    ]  # fmt: skip
    return Division("annex-1", "annex", tuple(blocks))


def _heading(say: Sayings, identifier: str, depth: int, ordinal: int, text: str) -> Heading:
    form, pattern, printed = say.chapters if depth == 1 else say.sections
    number = Number(printed[ordinal - 1], "headings", depth - 1, ordinal, form, pattern)
    return Heading(identifier, "section", depth, number, words(text), f"{number.printed} {text}")


def _paragraph(say: Sayings, sequence: str, position: int, *parts: object) -> Paragraph:
    number = Number(say.paragraph.format(position), sequence, 0, position, "decimal", say.paragraph)
    return Paragraph(f"{sequence}-{position}", "numbered", number, words(*parts))


def _entry(position: int, text: str) -> Paragraph:
    number = Number(f"{position}.", "agenda", 0, position, "decimal", "{}.")
    return Paragraph(f"agenda-{position}", "agenda-entry", number, words(text))


def _operative(position: int, *parts: object) -> Paragraph:
    number = Number(f"{position}.", "decision-2-6", 0, position, "decimal", "{}.")
    return Paragraph(f"operative-{position}", "operative", number, words(*parts))


def _plain(identifier: str, role: ParagraphRole, *parts: object) -> Paragraph:
    return Paragraph(identifier, role, None, words(*parts))


def _cell(text: str) -> Cell:
    return Cell(words(text))


def workspace(folder: Path) -> Workspace:
    """A workspace whose document folder holds the figure of the report."""
    (folder / "figures").mkdir(parents=True, exist_ok=True)
    (folder / "figures" / "ring.svg").write_text(RING, encoding="utf-8")
    return Workspace(folder, (folder / "templates", shipped("templates")), shipped("reference"), DATE)
