"""Resolved documents made by hand: every kind of block in three scripts, for tests of the page and its writers."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from publisher.model.finished import finished
from publisher.model.inline import Call, Emphasis, Inlines, LeftToRight, LineBreak, Reference, Symbol, Text
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
    Paragraph,
    Properties,
    Row,
    RunningMatter,
    Table,
)
from publisher.model.workspace import Workspace, shipped
from tests.conftest import profile_of

DATE = datetime.date(2025, 6, 14)


def words(*parts: object) -> Inlines:
    """Inlines: strings become Text, everything else stays."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)  # type: ignore[misc]


def number(printed: str, sequence: str, depth: int, ordinal: int | None, form: str, pattern: str) -> Number:
    return Number(printed, sequence, depth, ordinal, form, pattern)  # type: ignore[arg-type]


def section(identifier: str, depth: int, printed: str, text: str) -> Heading:
    form = ["cjk", "upper-letter", "decimal", "lower-letter", "lower-roman"][depth - 1]
    return Heading(
        identifier, "section", depth, number(printed, "headings", depth - 1, 1, form, "{}."), words(text), text
    )


def numbered(position: int, text: Inlines, sequence: str = "body", printed: str | None = None) -> Paragraph:
    printed = printed or f"{position}."
    return Paragraph(
        f"{sequence}-{position}", "numbered", number(printed, sequence, 0, position, "decimal", "{}."), text
    )


def item(identifier: str, depth: int, printed: str, text: Inlines) -> Paragraph:
    return Paragraph(identifier, "item", number(printed, "list", depth - 1, 1, "lower-letter", "({})"), text)


def plain(identifier: str, role: str, *parts: object) -> Paragraph:
    return Paragraph(identifier, role, None, words(*parts))  # type: ignore[arg-type]


def cells(*texts: str, align: str = "start") -> tuple[Cell, ...]:
    return tuple(Cell(words(text), "start" if place == 0 else align) for place, text in enumerate(texts))  # type: ignore[arg-type]


def table(identifier: str, rows: int = 6, landscape: bool = False, columns: int = 4) -> Table:
    head = (cells("Category", *[f"Column {n}" for n in range(2, columns + 1)], align="end"),)
    body = tuple(
        cells(f"Row {row}", *[f"{row * 1000 + n}.{n}" for n in range(2, columns + 1)], align="end")
        for row in range(1, rows + 1)
    )
    first = (Cell(words("Row 1", Call(f"{identifier}-a", "a", "table"))), *body[0][1:])
    return Table(
        identifier,
        "Table 1",
        words("Resources by category"),
        head,
        (*map(Row, (first, *body[1:])), Row(cells("Total", *["99 999.0"] * (columns - 1), align="end"), "total")),
        (2 / (columns + 1), *[1 / (columns + 1)] * (columns - 1)),
        (Note(f"{identifier}-a", "table", "a", 1, words("Provisional figures.")),),
        words("Source: the secretariat."),
        landscape,
        "Resources by category",
    )


def masthead(**changes: object) -> Masthead:
    head = Masthead(
        "United Nations",
        "HSP",
        "/HA.2/16",
        "*",
        "emblems/habitat.svg",
        "UN-Habitat",
        "United Nations Human Settlements Programme",
        "Distr.: General",
        "14 June 2025",
        "English",
        "Original: English",
        (
            MastheadLine("organ", words("United Nations Habitat Assembly")),
            MastheadLine("session", words("Resumed second session")),
            MastheadLine("place", words("Nairobi, 29 and 30 May 2025")),
        ),
        JobLine("K2510492 [E]    060825", "K2510492", "https://undocs.org/en/HSP/HA.2/16", "Please recycle"),
    )
    return replace(head, **changes)  # type: ignore[arg-type]


def properties(language: str, title: str) -> Properties:
    return Properties(
        title, "HSP/HA.2/16*", "Proceedings", "UN-Habitat", language, ("HSP/HA.2/16",), DATE, None, "original"
    )


REISSUE = Note("reissue", "first-page", "*", 1, words("Reissued for technical reasons on 6 August 2025."))
ENGLISH = (
    "The General Assembly had before it the report of the Secretary-General on the implementation of the strategic "
    "plan, which it had requested at its previous session, and took note of the "
    "recommendations that were contained in it. "
)


def english(profile: str = "nairobi") -> Document:
    """An English report with every kind of block."""
    body: list[Block] = [
        section("chapter-1", 1, "I.", "Organization of the session (agenda items 1–5)"),
        section("opening", 2, "A.", "Opening of the session (agenda item 1)"),
        numbered(
            1,
            words(ENGLISH * 2, "See document ", Symbol("HSP/HA.2/12"), ".", Call("n1", "1", "text"), " More follows."),
        ),
        numbered(
            2,
            words(
                "The Assembly ",
                Emphasis(words("took note")),
                " of paragraph ",
                Reference("body-1", words("1"), "number"),
                ":",
            ),
        ),
        item("i1", 1, "(a)", words(ENGLISH)),
        item("i2", 2, "(i)", words(ENGLISH)),
        item("i3", 3, "a.", words("Deep.")),
        item("i4", 4, "i.", words("Deeper.")),
        plain("c1", "close", "as set out above."),
        section("third", 3, "1.", "A heading of the third level"),
        numbered(3, words(ENGLISH, Call("n2", "2", "text"))),
        section("fourth", 4, "(a)", "A heading of the fourth level"),
        numbered(4, words(ENGLISH)),
        *[numbered(n, words(ENGLISH * 3)) for n in range(5, 13)],
        section("chapter-2", 1, "II.", "Resources"),
        numbered(13, words("The figures stand in table 1.")),
        table("t1"),
        plain("vote", "unnumbered", "Adopted by a recorded vote of 105 to 2, with 1 abstention."),
        Paragraph(
            "for",
            "labelled",
            None,
            words("Algeria, Angola, Argentina, Armenia, Australia, Austria, " * 4),
            words("In favour:"),
        ),
        Paragraph("against", "labelled", None, words("Nowhere, Elsewhere"), words("Against:")),
        plain("q1", "quotation", ENGLISH),
        plain("s1", "signature", "(Signed) A. N. Other"),
        plain("s2", "signature", "President"),
        table("t2", rows=4, landscape=True, columns=9),
        EndRule(),
    ]
    annexes = (
        Division(
            "annex-1",
            "annex",
            (
                Heading(
                    "annex-1-heading",
                    "annex",
                    1,
                    number("Annex I", "annexes", 0, 1, "upper-roman", "Annex {}"),
                    words("Decisions adopted"),
                    "Annex I. Decisions adopted",
                ),
                plain("original", "notice", "[Original: French]"),
                Heading(
                    "decision-2-6",
                    "decision",
                    1,
                    None,
                    words("Decision 2/6: Strategic plan for 2026–2029"),
                    "Decision 2/6",
                ),
                plain("organ", "organ", Emphasis(words("The United Nations Habitat Assembly,"))),
                plain("p1", "preambular", Emphasis(words("Recalling")), " its decision 2/1,"),
                Paragraph(
                    "o1",
                    "operative",
                    number("1.", "decision-2-6", 0, 1, "decimal", "{}."),
                    words(Emphasis(words("Approves")), " the strategic plan;", Call("n3", "3", "text")),
                ),
                Paragraph(
                    "o2",
                    "operative",
                    number("2.", "decision-2-6", 0, 2, "decimal", "{}."),
                    words(Emphasis(words("Requests")), " the Executive Director:"),
                ),
                item("oi1", 1, "(a)", words(ENGLISH)),
                Paragraph(
                    "ag1",
                    "agenda-entry",
                    number("1.", "agenda-3", 0, 1, "decimal", "{}."),
                    words("Opening of the session."),
                ),
                plain("tail", "tail", "4th plenary meeting", LineBreak(), "30 May 2025"),
            ),
        ),
        Division(
            "annex-2",
            "annex",
            (
                Heading(
                    "annex-2-heading",
                    "annex",
                    1,
                    number("Annex II", "annexes", 0, 2, "upper-roman", "Annex {}"),
                    words("Message of the Secretary-General"),
                    "Annex II",
                ),
                plain("st1", "statement", "Excellencies,"),
                plain("st2", "statement", ENGLISH),
                Figure(
                    "f1",
                    "Figure I",
                    words("A ring"),
                    "figures/ring.svg",
                    words("A ring."),
                    words("Source: drawn for the tests."),
                ),
                section("a2-a", 2, "A.", "High-level dialogue"),
                numbered(1, words(ENGLISH), "annex-2"),
            ),
        ),
    )
    notes = (
        REISSUE,
        Note(
            "n1",
            "text",
            "1",
            1,
            words(
                "Official Records of the General Assembly, Eightieth Session, Supplement No. 8 (",
                Symbol("A/80/8"),
                "). " + ENGLISH,
            ),
        ),
        Note("n2", "text", "2", 2, words("Ibid., para. 5.")),
        Note("n3", "text", "3", 3, words(Symbol("HSP/HA.2/13"), ".")),
    )
    contents = (
        ContentsEntry("chapter-1", "I.", words("Organization of the session"), 1),
        ContentsEntry("opening", "A.", words("Opening of the session"), 2),
        ContentsEntry("chapter-2", "II.", words("Resources"), 1),
        ContentsEntry("annex-1-heading", "", words("Annex I. Decisions adopted"), 1),
    )
    title = "Proceedings of the United Nations Habitat Assembly at its resumed second session"
    return finished(
        Document(
            "HSP/HA.2/16",
            "session-report",
            profile_of(profile).layout,
            "en",
            "ltr",
            masthead(),
            RunningMatter("HSP/HA.2/16", "25-10492"),
            (words(title),),
            (words("Report of the Rapporteur"),),
            "Contents",
            contents,
            (Division("body", "body", tuple(body)), *annexes),
            notes,
            properties("en", title),
        )
    )


CHINESE = (
    "人居大会主席在开幕词中回顾说，人居大会在第2/2号决定中决定第二届会议休会，"
    "以便使人居署的规划周期更好地与联合国系统发展方面业务活动四年度全面政策审查保持一致。"
)


def chinese(profile: str = "nairobi") -> Document:
    """A Chinese report: chapters, notes before punctuation, a list of outcomes, a decision."""
    body: list[Block] = [
        section("chapter-1", 1, "一、", "会议安排（议程项目1-5）"),
        section("opening", 2, "A.", "会议开幕（议程项目1）"),
        *[
            numbered(
                n, words(CHINESE * 2, "载于", Symbol("HSP/HA.2/12"), "。", Call(f"n{n}", str(n), "text"), "随后发言。")
            )
            for n in range(1, 14)
        ],
        numbered(14, words("大会", Emphasis(words("注意到")), "下列各点：")),
        item("i1", 1, "(a)", words(CHINESE, "；", Call("n14", "14", "text"))),
        section("chapter-2", 1, "二、", "选举"),
        Paragraph("l1", "labelled", None, words("马来西亚"), words("主席：")),
        Table(
            "t1",
            None,
            (),
            (cells("决定", "标题"),),
            (Row(cells("2/6", "联合国人类住区规划署2026–2029年期间战略计划")),),
            (0.2, 0.8),
            (),
            (),
            False,
            "决定",
        ),
        EndRule(),
    ]
    annex = Division(
        "annex-1",
        "annex",
        (
            Heading(
                "annex-1-heading",
                "annex",
                1,
                number("附件一", "annexes", 0, 1, "cjk", "附件{}"),
                words("通过的决定"),
                "附件一 通过的决定",
            ),
            Heading("decision-2-6", "decision", 1, None, words("第2/6号决定：战略计划"), "第2/6号决定"),
            plain("organ", "organ", "联合国人居大会，"),
            plain("p1", "preambular", "回顾第2/1号决定，"),
            Paragraph("o1", "operative", number("1.", "decision-2-6", 0, 1, "decimal", "{}."), words("核准战略计划；")),
            plain("st1", "statement", "诸位阁下，"),
            numbered(1, words(CHINESE * 3), "annex-1"),
        ),
    )
    notes = (
        Note("reissue", "first-page", "*", 1, words("由于技术原因于2025年8月6日重发。")),
        *[Note(f"n{n}", "text", str(n), n, words(f"见A/79/{n}号文件。")) for n in range(1, 15)],
    )
    head = masthead(
        organization="联合国",
        emblem_words="联合国人居署",
        programme="联合国人类住区规划署",
        language="Chinese",
        lines=(
            MastheadLine("organ", words("联合国人类住区规划署联合国人居大会")),
            MastheadLine("session", words("第二届会议续会")),
            MastheadLine("place", words("2025年5月29日和30日，内罗毕")),
        ),
    )
    title = "联合国人类住区规划署联合国人居大会第二届会议续会会议记录"
    lines = (words("联合国人类住区规划署联合国人居大会第二届会议续会"), words("会议记录"))
    return finished(
        Document(
            "HSP/HA.2/16",
            "session-report",
            profile_of(profile).layout,
            "zh",
            "ltr",
            head,
            RunningMatter("HSP/HA.2/16", "25-10492"),
            lines,
            (),
            "目录",
            (),
            (Division("body", "body", tuple(body)), annex),
            notes,
            properties("zh-Hans", title),
        )
    )


ARABIC = (
    "رحبت جمعية الموئل بالخطة الاستراتيجية للفترة 2026-2029 وطلبت "
    "إلى المديرة التنفيذية أن تقدم تقريرا عن تنفيذها إلى الجمعية في دورتها القادمة، بما في ذلك ما يتصل بالموارد. "
)


def arabic(profile: str = "nairobi") -> Document:
    """An Arabic report with Latin runs, symbols and notes."""
    body: list[Block] = [
        section("chapter-1", 1, "أولا -", "تنظيم الدورة"),
        section("opening", 2, "ألف -", "افتتاح الدورة"),
        *[
            numbered(
                n,
                words(
                    ARABIC * 3,
                    "انظر الوثيقة ",
                    Symbol("HSP/HA.2/12"),
                    "،",
                    Call(f"n{n}", str(n), "text"),
                    " و",
                    LeftToRight(words("Anne Hidalgo")),
                    ".",
                ),
                printed=f"{n} -",
            )
            for n in range(1, 9)
        ],
        item("i1", 1, "(أ)", words(ARABIC)),
        item("i2", 1, "(ب)", words(ARABIC)),
        Table(
            "t1",
            "الجدول 1",
            words("الموارد"),
            (cells("الفئة", "2025", "2026", align="end"),),
            (
                Row(cells("الموظفون", "1 200.5", "1 300.0", align="end")),
                Row(cells("المجموع", "1 200.5", "1 300.0", align="end"), "total"),
            ),
            (0.5, 0.25, 0.25),
            (),
            (),
            False,
            "الموارد",
        ),
        EndRule(),
    ]
    annex = Division(
        "annex-1",
        "annex",
        (
            Heading(
                "annex-1-heading",
                "annex",
                1,
                number("المرفق الأول", "annexes", 0, 1, "arabic-ordinal", "المرفق {}"),
                words("المقررات"),
                "المرفق الأول",
            ),
            numbered(1, words(ARABIC), "annex-1", "1 -"),
        ),
    )
    notes = (
        Note("reissue", "first-page", "*", 1, words("أعيد إصدارها لأسباب فنية في 6 آب/أغسطس 2025.")),
        *[Note(f"n{n}", "text", str(n), n, words("انظر ", Symbol(f"A/79/{n}"), "، الفقرة 5.")) for n in range(1, 9)],
    )
    head = masthead(
        organization="الأمم المتحدة",
        emblem_words="موئل الأمم المتحدة",
        programme="برنامج الأمم المتحدة للمستوطنات البشرية",
        language="Arabic",
        lines=(
            MastheadLine("organ", words("جمعية الأمم المتحدة للموئل")),
            MastheadLine("session", words("الدورة الثانية المستأنفة")),
            MastheadLine("place", words("نيروبي، 29 و30 أيار/مايو 2025")),
        ),
    )
    title = "محضر أعمال جمعية الأمم المتحدة للموئل في دورتها الثانية المستأنفة"
    return finished(
        Document(
            "HSP/HA.2/16",
            "session-report",
            profile_of(profile).layout,
            "ar",
            "rtl",
            head,
            RunningMatter("HSP/HA.2/16", "25-10492"),
            (words(title),),
            (),
            "المحتويات",
            (),
            (Division("body", "body", tuple(body)), annex),
            notes,
            properties("ar", title),
        )
    )


RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">'
    '<circle cx="50" cy="20" r="18" fill="none" stroke="#000" stroke-width="2"/></svg>'
)


def workspace(folder: Path) -> Workspace:
    """A workspace whose document folder holds the one figure these documents show."""
    (folder / "figures").mkdir(parents=True, exist_ok=True)
    (folder / "figures" / "ring.svg").write_text(RING, encoding="utf-8")
    return Workspace(folder, (folder / "templates", shipped("templates")), shipped("reference"), DATE)
