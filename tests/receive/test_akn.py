"""The Secretariat's AKN4UN files come in whole: facts once, words for each language, faults of the source told."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from publisher.pipeline.importing import bring_in_records
from publisher.receive.received import Received

TODAY = datetime.date(2027, 11, 20)
HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
<statement name="resolution"><meta><identification source="#DGACM"><FRBRWork><FRBRdate date="0001-01-01"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression></identification>
<classification source="x"><keyword showAs="WELLS"/></classification>
<analysis source="#un"><parliamentary><voting outcome="adoptedRecordedVote"><count value="{counted}" refersTo="inFavour">
<akn4un:voters><organization GUID="https://unterm.un.org/unterm2/en/view/49486917-0912-4519-85a3-9db6c825987d">ALGERIA</organization>
<organization>CÔTE D’IVOIRE</organization></akn4un:voters></count></voting></parliamentary></analysis></meta>
<coverPage><p><docAuthority>x</docAuthority></p><p><docNumber>A/RES/80/10</docNumber></p>
<p><docDate date="2025-11-26">26</docDate></p><p><session value="80">{session}</session></p>
<p><inline title="69 (b)" name="agenda item">{item}</inline></p><p><inline name="agenda item name">{title}</inline></p>
<p><docTitle>{adopted}</docTitle></p><p><docProponent>[{by} (<inline>A/80/545, {para} 23</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>80/10.</docNumber> <docTitle><span class="bold">{name}</span></docTitle></p></preface>
<preamble><formula><p><span class="italic">{organ}</span>,</p></formula>"""
ENGLISH = HEAD.format(
    code="eng", counted=2, session="Eightieth session", item="Agenda item 69 (b)", title="Wells",
    adopted="Resolution adopted by the General Assembly on 26 November 2025", by="on the report of the Third Committee",
    para="para.", name="Days of the well", organ="The General Assembly",
)  # fmt: skip
FRENCH = HEAD.format(
    code="fra", counted=2, session="Quatre-vingtième session", item="Point 69 b) de l’ordre du jour", title="Puits",
    adopted="Résolution adoptée par l’Assemblée générale le 26 novembre 2025",
    by="sur la base du rapport de la Troisième Commission", para="par.", name="Journées du puits",
    organ="L’Assemblée générale",
)  # fmt: skip
TEXT = """<container><p>	<span class="italic">Recalling</span> its resolution <a href="https://docs.un.org/en/A/RES/70/1">70/1</a>,<authorialNote
marker="{mark}"><p>	See A/80/1, para. 5*3.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_9"><num>1.</num><list><intro><p><span class="italic">Decides</span>:</p></intro>
<point><num>({letter})</num><content><p>One metre<sup>2</sup>;</p></content></point>
<point><num>(b)</num><content><p>Two;</p></content></point></list></paragraph>
<paragraph><num>{second}</num><content><p><span class="italic">Requests</span> a report.</p></content></paragraph></mainBody>
<conclusions><p><event><location title="51st">{meeting}</location><eol/><docDate date="2025-11-26">{day}</docDate></event></p></conclusions>
</statement></akomaNtoso>"""
TAIL = {"meeting": "51st plenary meeting", "day": "26 November 2025"}
QUEUE = {"meeting": "51e séance plénière", "day": "26 novembre 2025"}
PLAIN = {"mark": "1", "letter": "a", "second": "2."}


def brought_in(folder: Path, **files: str) -> list[Received]:
    """What an import of these files gives."""
    paths = [folder / f"{name}.xml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(bring_in_records(paths, None, workspace_for(folder, TODAY)))


def test_two_languages_make_one_folder_with_the_facts_once(tmp_path: Path) -> None:
    [received] = brought_in(
        tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL), f=FRENCH + TEXT.format(**PLAIN, **QUEUE)
    )
    assert received.is_whole and received.folder == "A-RES-80-10"
    record, english = received.files["record.yaml"].decode(), received.files["en.yaml"].decode()
    for fact in (
        '{number: "69 (b)", id: item-1}', "proponent: {by: third-committee, symbol: A/80/545, paragraph: \"23\"}",
        "{number: 51, date: \"2025-11-26\"}", "in-favour: [CIV, DZA]", "subjects:", "date: \"2025-11-26\"",
    ):  # fmt: skip
        assert fact.replace('"', "") in record.replace('"', ""), fact
    assert "[70/1](A/RES/70/1),[^n1]" in english and "5\\*3" in english and "One metre^{2};" in english
    assert "title: Resolution" not in english and "plenary" not in english  # the program writes these from the facts
    folder = tmp_path / "made"
    folder.mkdir()
    for name, data in received.files.items():
        (folder / name).write_bytes(data)
    for language in ("en", "fr"):
        found = examine(workspace_for(folder, TODAY), language).diagnostics
        assert [one for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"mark": "4"}, "note out of sequence"),
        ({"letter": "\u0430"}, "letter of another script"),
        ({"second": "7."}, "the number 7 is out of sequence"),
    ],
)
def test_faults_of_the_source_are_told_and_kept(tmp_path: Path, planted: dict[str, str], told: str) -> None:
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**{**PLAIN, **planted}, **TAIL))
    assert received.files and any(told in found.message for found in received.findings)
    assert any("day 0001-01-01" in found.message for found in received.findings)
    assert any("identifier that contradicts" in found.message for found in received.findings)


def test_a_list_with_other_numbers_keeps_them_as_words(tmp_path: Path) -> None:
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**{**PLAIN, "letter": "vii"}, **TAIL))
    assert received.is_whole and "(vii) One metre" in received.files["en.yaml"].decode()


def test_what_is_passed_over_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from publisher.receive.akn import text

    monkeypatch.setattr(text, "operative", lambda *given: text.Operative())
    monkeypatch.setattr(text, "rest", lambda source: ([], []))
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL))
    assert not received.is_whole and {"IM020", "IM022"} <= {found.code for found in received.findings}


def test_what_is_exchanged_while_reading_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from publisher.receive.akn import words

    read = words.escape
    monkeypatch.setattr(words, "escape", lambda said: read(said.replace("Two", "Ten")))
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL))
    assert "IM022" in {found.code for found in received.findings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<a>", "IM001"),
        ("<a/>", "IM002"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + ENGLISH, "IM005"),
        (ENGLISH.replace("A/RES/80/10", "") + TEXT.format(**PLAIN, **TAIL), "IM002"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, text: str, code: str) -> None:
    [received] = brought_in(tmp_path, e=text)
    assert not received.files and [found.code for found in received.findings] == [code]


# Records of other organs, each with what sets its kind apart.

COUNCIL = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
<statement name="{kind}"><meta><identification source="#DGACM"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
</identification>{meta}</meta><coverPage><p><docAuthority refersTo="#publisher">United Nations</docAuthority></p>
<p><docNumber>{symbol}</docNumber></p><p><docDate date="2024-07-16">16 July 2024</docDate></p>{cover}</coverPage>
{preface}{text}</statement></akomaNtoso>"""
RIGHTS = """<p><inline name="languageOfExpression" refersTo="#English">English</inline></p>
<p><inline refersTo="#french" name="originalLanguage">Original: French</inline></p>
<p><docAuthority refersTo="#subsidiaryBody">Human Rights Council</docAuthority></p><p><session value="56">Fifty-sixth session</session></p>
<p><event refersTo="#session"><date date="2024-06-18">18 June</date><date date="2024-07-12">12 July 2024</date></event></p>
<p><docTitle>Resolution adopted by the Human Rights Council on 11 July 2024</docTitle></p>"""
VOTED = """<conclusions><p><event><location title="36th">36th meeting</location><eol/><docDate date="2024-07-11">11 July 2024</docDate></event></p>
<p><vote><outcome>[Adopted by a recorded vote of <quantity>2</quantity> to <quantity>1</quantity>, with <quantity>1</quantity> abstention. The
voting was as follows:<outcome>In favour:<eol/><organization>Albania, Côte d’Ivoire</organization></outcome><outcome>Against:<eol/>
<organization>Chile</organization></outcome><outcome>Abstaining:<eol/><organization>Ghana]</organization></outcome></outcome></vote></p></conclusions>"""
RIGHTS_TEXT = """<preamble><formula><p>The Human Rights Council,</p></formula><container><p>Recalling its resolution,<authorialNote marker="2"><p>See
A/1.</p></authorialNote></p></container></preamble><mainBody><paragraph><num>1.</num><content><p>Decides one;</p></content></paragraph>
<paragraph><num>2.</num><content><p>Decides two.</p></content></paragraph></mainBody>"""
HEADED = """<preface><p><docNumber>56/17.</docNumber><docTitle>Wells and rights</docTitle></p></preface>"""


def council(tmp_path: Path, **parts: str) -> tuple[Received, dict[str, Any], dict[str, Any]]:
    """What a record of a council gives: all of it, its facts, its words."""
    given = {"kind": "resolution", "meta": "", "cover": "", "preface": ""} | parts
    [received] = brought_in(tmp_path, e=COUNCIL.format(**given))
    assert received.is_whole, [one for one in received.findings if one.severity is Severity.ERROR]
    record, words = (yaml.safe_load(received.files[name]) for name in ("record.yaml", "en.yaml"))
    return received, record, words


def test_a_record_of_the_human_rights_council_gives_session_languages_and_the_vote_of_its_words(tmp_path: Path) -> None:
    received, record, words = council(
        tmp_path, symbol="A/HRC/RES/56/17", cover=RIGHTS, preface=HEADED, text=RIGHTS_TEXT + VOTED
    )
    assert record["original"] == "fr" and record["organ"] == "human-rights-council"
    assert record["session"] == {"number": 56, "days": [datetime.date(2024, 6, 18), datetime.date(2024, 7, 12)]}
    assert record["votes"]["adoption"]["in-favour"] == ["ALB", "CIV"] and record["votes"]["adoption"]["against"] == [
        "CHL"
    ]
    assert record["adoptions"][0]["manner"] == "vote" and "tail" not in words["decisions"]["56/17"]
    left = {(one.position.text, one.reason) for one in received.accounts.left_out()}
    assert ("2", "notes are counted from 1 as they are called") in left


def test_a_title_in_the_place_of_the_number_of_the_agenda_item_is_its_title(tmp_path: Path) -> None:
    said = '<p><inline name="agenda item"{}</inline></p>'
    english = said.format(' title="3">Agenda item 3') + said.format(">Wells").replace('item"', 'item name"')
    for place, (first, second) in enumerate(((english, said.format(">Колодцы")), (said.format(">Wells"), english))):
        folder = tmp_path / str(place)
        folder.mkdir()
        files = {}
        for letter, language, name, cover in (("e", "eng", "English", first), ("r", "rus", "Russian", second)):
            given = {"kind": "resolution", "meta": "", "preface": HEADED, "text": RIGHTS_TEXT}
            if letter == "r":
                given["text"] = RIGHTS_TEXT.replace("Decides", "постановляет рассмотреть вопрос о колодцах и воде")
                given["text"] = given["text"].replace("Recalling its resolution", "ссылаясь на свою резолюцию о праве")
            text = COUNCIL.format(symbol="A/HRC/RES/56/17", cover=RIGHTS + cover, **given)
            files[letter] = text.replace('"eng"', f'"{language}"').replace("#English", "#" + name)
        [received] = brought_in(folder, **files)
        record, russian = (yaml.safe_load(received.files[name]) for name in ("record.yaml", "ru.yaml"))
        if place == 0:
            assert record["agenda-item"] == [{"number": "3", "id": "item-1"}]
            assert russian["agenda"] == {"item-1": "Колодцы"}
        else:  # the facts are taken from the first language, which does not give the number
            assert "agenda-item" not in record


def test_a_draft_that_was_not_adopted_says_so(tmp_path: Path) -> None:
    voting = "".join(
        f'<count value="0{len(names)}" refersTo="{side}"><akn4un:voters>'
        + "".join(f"<organization>{name}</organization>" for name in names)
        + "</akn4un:voters></count>"
        for side, names in (("inFavour", ["ALBANIA", "CHILE"]), ("against", ["CHINA"]))
    )
    meta = f'<analysis source="#un"><parliamentary><voting>{voting}</voting></parliamentary></analysis>'
    title = '<preface><p><docTitle refersTo="sponsors">\t\tBrazil and Chile: draft resolution</docTitle></p></preface>'
    text = RIGHTS_TEXT.replace("Human Rights", "Security").replace('marker="2"', 'marker="1"')
    _, record, words = council(
        tmp_path, kind="draftResolution", symbol="S/2023/506", meta=meta, preface=title, text=text
    )
    assert record["votes"]["adoption"]["adopted"] is False and record["votes"]["adoption"]["against"] == ["CHN"]
    assert words["title"] == ["Brazil and Chile: draft resolution"]


def test_a_statement_of_a_president_resolves_nothing(tmp_path: Path) -> None:
    title = "<preface><p><docTitle>Statement by the President of the Security Council</docTitle></p></preface>"
    text = "<mainBody><alinea><content><p>At its 9th meeting:</p></content></alinea><paragraph><content><p>“One.”</p></content></paragraph></mainBody>"
    _, record, words = council(tmp_path, symbol="S/PRST/2026/1", preface=title, text=text)
    assert record["kind"] == "note" and "adoptions" not in record
    assert words["body"] == [{"unnumbered": "At its 9th meeting:"}, {"unnumbered": "“One.”"}]


def test_a_text_within_a_paragraph_is_read_as_lines(tmp_path: Path) -> None:
    inner = RIGHTS_TEXT.partition("<mainBody>")[2].removesuffix("</mainBody>")
    text = f"""<preamble><formula><p>The Economic and Social Council</p></formula></preamble><mainBody><paragraph><content><p>Recommends
    this:<embeddedStructure><container><p>The Assembly,</p></container>{inner}</embeddedStructure></p></content></paragraph></mainBody>"""
    _, _, words = council(tmp_path, symbol="E/RES/2024/10", text=text, preface=HEADED.replace("56/17", "2024/10"))
    operative = words["decisions"]["2024/10"]["operative"]
    assert operative == [
        {"unnumbered": "Recommends this:"},
        {"unnumbered": "The Assembly,"},
        "Decides one;",
        "Decides two.",
    ]


# What is said of a vote under a text, in the words of each language as the Human Rights Council prints them.
VOTES = {
    "en": ("[Adopted by a recorded vote of 3 to 1, with 2 abstentions. The voting was as follows:", "In favour:",
           "Albania, Côte d’Ivoire, Netherlands (Kingdom of the)", "Against:", "Chile", "Abstaining:", "Ghana, Viet Nam"),
    "fr": ("[Adoptée à l’issue d’un vote enregistré par 3 voix contre une, avec 2 abstentions. Les voix se sont réparties comme suit :",
           "Ont voté pour:", "Albanie, Côte d’Ivoire, Pays-Bas (Royaume des)", "Ont voté contre:", "Chili", "Se sont abstenus:",
           "Ghana, Viet Nam"),
    "es": ("[Aprobada en votación registrada por 3 votos contra 1 y 2 abstenciones. El resultado de la votación fue el siguiente:",
           "Votos a favor:", "Albania, Côte d’Ivoire, Países Bajos (Reino de los).", "Votos en contra:", "Chile.", "Abstenciones:",
           "Ghana, Viet Nam"),
    "ru": ("[Принята в результате заносимого в отчет о заседании голосования 3 голосами против 1 при 2 воздержавшихся. Голоса "
           "распределились следующим образом:", "Голосовали за:", "Албания, Кот-д'Ивуар, Нидерланды (Королевство).",
           "Голосовали против:", "Чили.", "Воздержались:", "Вьетнам, Гана"),
    "zh": ("[记录表决以3票对1票、2票弃权获得通过。表决情况如下：", "赞成：", "阿尔巴尼亚、科特迪瓦、荷兰王国", "反对：", "智利", "弃权：",
           "加纳、越南"),
    "ar": ("[اعتُمد بتصويت مسجل بأغلبية 3 أصوات مقابل صوت واحد وامتناع عضوين عن التصويت. وكان التصويت على النحو التالي:",
           "المؤيدون:", "ألبانيا، كوت ديفوار، هولندا(مملكة)", "المعارضون:", "شيلي", "الممتنعون عن التصويت:", "غانا، فييت نام"),
}  # fmt: skip
CODES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho", "ar": "ara"}


def voted(language: str, sentence: str, *lists: str) -> str:
    """A record whose words tell of a vote, and whose meta does not."""
    sides = "".join(
        f"<outcome>{label}<eol/><organization>{names}</organization></outcome>"
        for label, names in zip(lists[::2], lists[1::2], strict=True)
    )
    tail = f"<conclusions><p><vote><outcome>{sentence}{sides}</outcome></vote></p></conclusions>"
    record = COUNCIL.replace('language="eng"', f'language="{CODES[language]}"')
    text = re.sub(r">[A-Z][^<]*<", f">{lists[1]}<", RIGHTS_TEXT)  # words of the language
    return record.format(
        kind="resolution", symbol="A/HRC/RES/56/17", meta="", cover=RIGHTS, preface=HEADED, text=text + tail
    )


@pytest.mark.parametrize("language", VOTES)
def test_who_voted_how_is_read_from_the_words_of_each_language(tmp_path: Path, language: str) -> None:
    *head, last = VOTES[language]
    [received] = brought_in(tmp_path, e=voted(language, *head, f"{last}]"))
    vote = yaml.safe_load(received.files["record.yaml"])["votes"]["adoption"]
    sides = (["ALB", "CIV", "NLD"], ["CHL"], ["GHA", "VNM"])
    assert (vote["in-favour"], vote["against"], vote["abstaining"]) == sides
    assert any("read from the words" in found.message for found in received.findings)


@pytest.mark.parametrize(("before", "after"), [("to 1", "to 10"), ("Chile", "Chile and others"), ("Viet Nam", "Ghana")])
def test_a_vote_whose_lists_and_counts_differ_stays_words(tmp_path: Path, before: str, after: str) -> None:
    *head, last = (part.replace(before, after) for part in VOTES["en"])
    [received] = brought_in(tmp_path, e=voted("en", *head, f"{last}]"))
    vote = yaml.safe_load(received.files["record.yaml"]).get("votes", {}).get("adoption", {})
    assert not any(isinstance(cast, list) for cast in vote.values())
    tail = yaml.safe_load(received.files["en.yaml"])["decisions"]["56/17"]["tail"]
    assert any(after in line for line in tail)


def test_marks_that_say_otherwise_than_the_printed_vote_give_way(tmp_path: Path) -> None:
    *head, last = VOTES["en"]
    marked = """<analysis source="#un"><parliamentary><voting outcome="adoptedRecordedVote"><count value="2" refersTo="inFavour">
    <organization>ALBANIA</organization><organization>COTE D'IVOIRE</organization></count></voting></parliamentary></analysis>"""
    record = voted("en", *head, f"{last}]").replace("</identification>", f"</identification>{marked}")
    [received] = brought_in(tmp_path, e=record)
    assert yaml.safe_load(received.files["record.yaml"])["votes"]["adoption"]["in-favour"] == ["ALB", "CIV", "NLD"]
    assert any("the votes are marked as 2 – 0 – 0" in found.message for found in received.findings)


def test_a_vote_of_the_security_council_is_a_fact_though_no_outcome_is_marked(tmp_path: Path) -> None:
    voting = '<count value="01" refersTo="inFavour"><organization>UNITED KINGDOM</organization></count>'
    meta = f'<analysis source="#un"><parliamentary><voting>{voting}</voting></parliamentary></analysis>'
    text = RIGHTS_TEXT.replace("Human Rights", "Security").replace('marker="2"', 'marker="1"')
    _, record, _ = council(tmp_path, symbol="S/RES/2819 (2026)", meta=meta, text=text)
    assert record["votes"]["adoption"]["in-favour"] == ["GBR"] and record["adoptions"][0]["manner"] == "vote"


@pytest.mark.parametrize("end", [",", "،", "，", ";"])
def test_what_ends_with_a_comma_before_the_first_number_is_preamble(tmp_path: Path, end: str) -> None:
    """Many Arabic records close their preamble a paragraph too early; a line that ends otherwise is none of it."""
    late = f"<mainBody><paragraph><content><p>Commending the wells{end}</p></content></paragraph>"
    received, _, words = council(
        tmp_path, symbol="A/HRC/RES/56/17", cover=RIGHTS, preface=HEADED, text=RIGHTS_TEXT.replace("<mainBody>", late)
    )
    [decision] = words["decisions"].values()
    is_preamble = end != ";"
    assert (decision["preamble"][-1] == f"Commending the wells{end}") is is_preamble
    assert (f"Commending the wells{end}" in str(decision["operative"])) is not is_preamble
    assert any("too early" in found.message for found in received.findings) is is_preamble


def _spoken(language: str, body: str) -> str:
    """A record in English or French with `body` between its preamble and its last lines."""
    head, tail = (ENGLISH, TAIL) if language == "en" else (FRENCH, QUEUE)
    end = TEXT[TEXT.index("<conclusions>") :].format(**tail)
    return f"{head}</preamble><mainBody>{body}</mainBody>{end}"


def _lines(*lines: str) -> str:
    return "".join(f"<paragraph><content><p>{line}</p></content></paragraph>" for line in lines)


def _bold(words: str) -> str:
    return f'<span class="bold">{words}</span>'


ENDING = "<paragraph><num>1.</num><content><p>Decides to meet;</p></content></paragraph>"


def test_a_line_most_versions_set_as_a_heading_is_one_in_all(tmp_path: Path) -> None:
    english = _spoken("en", _lines(_bold("Wells and springs"), "Water was found (see below).") + ENDING)
    french = _spoken("fr", _lines("Puits et sources", "De l’eau a été trouvée.") + ENDING)
    [received] = brought_in(tmp_path, e=english, f=french)
    for language, title in (("en", "Wells and springs"), ("fr", "Puits et sources")):
        blocks = yaml.safe_load(received.files[f"{language}.yaml"])["decisions"]["80/10"]["operative"]
        assert [block["heading"] for block in blocks if "heading" in block] == [title]
    assert received.is_whole


def test_a_sentence_bold_in_one_version_only_is_no_heading(tmp_path: Path) -> None:
    english = _spoken("en", _lines("Water was found here;") + ENDING)
    french = _spoken("fr", _lines(_bold("De l’eau a été trouvée ;")) + ENDING)
    [received] = brought_in(tmp_path, e=english, f=french)
    blocks = yaml.safe_load(received.files["fr.yaml"])["decisions"]["80/10"]["operative"]
    assert blocks[0] == {"unnumbered": "**De l’eau a été trouvée ;**"}


@pytest.mark.parametrize(
    ("body", "operative"),
    [
        (
            ENDING + _lines("2 Requests a report."),  # the stop after the number is forgotten
            ["Decides to meet;", "Requests a report."],
        ),
        (
            "<paragraph><num>1.</num><content><p>Decides:</p></content></paragraph>"
            "<paragraph><num>(a)</num><content><p>To dig;</p></content></paragraph>"
            + _lines("(b)\tTo drink.")
            + ENDING,
            [{"paragraph": "Decides:", "items": ["To dig;", "To drink."]}],
        ),
        (
            "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>To dig;</p>"
            "</content><sublist><point><num>(b)</num><content><p>To drink.</p></content></point></sublist></point></list>"
            "</paragraph>" + ENDING,
            [{"paragraph": "Decides:", "items": ["To dig;", "To drink."]}],
        ),
        (
            "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>To dig:</p>"
            "</content></point></list></paragraph>" + _lines("(i) Here;", "(ii) There;", "(b) To drink.") + ENDING,
            [{"paragraph": "Decides:", "items": [{"item": "To dig:", "items": ["Here;", "There;"]}, "To drink."]}],
        ),
        (
            "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>To dig.</p>"
            "</content><sublist><point><num>II.</num><content><p>Springs</p></content></point></sublist></point></list>"
            "</paragraph>" + ENDING.replace("1.", "2."),
            [
                {"paragraph": "Decides:", "items": ["To dig."]},
                {"heading": "II. Springs", "numbered": False, "body": ["Decides to meet;"]},
            ],
        ),
        (
            _lines("• To dig;", "• To drink.") + ENDING,
            [{"bullets": ["To dig;", "To drink."]}],
        ),
        (
            "<container><table><tr><td><p>Principle I</p></td></tr><tr><td><p>Water is common.</p></td></tr></table></container>"
            + ENDING,
            [{"unnumbered": "Principle I"}, {"unnumbered": "Water is common."}],
        ),
    ],
)
def test_numbers_letters_and_frames_say_what_a_line_is(tmp_path: Path, body: str, operative: list[Any]) -> None:
    [received] = brought_in(tmp_path, e=_spoken("en", body))
    blocks = yaml.safe_load(received.files["en.yaml"])["decisions"]["80/10"]["operative"]
    assert blocks[: len(operative)] == operative
    assert received.is_whole


def test_paragraphs_that_a_record_puts_into_the_preamble_are_operative_from_1_on(tmp_path: Path) -> None:
    preamble = """<container><p>Resolves:</p></container><container><blockList><listIntroduction>In sum:</listIntroduction>
    <item><num>1.</num><p>Wells are dug;</p></item></blockList></container></preamble>"""
    rest = "<paragraph><num>2.</num><content><p>Springs are kept.</p></content></paragraph>"
    record = _spoken("en", rest).replace("</preamble>", preamble, 1)
    [received] = brought_in(tmp_path, e=record)
    decision = yaml.safe_load(received.files["en.yaml"])["decisions"]["80/10"]
    assert decision["preamble"] == ["Resolves:", "In sum:"]
    assert decision["operative"] == ["Wells are dug;", "Springs are kept."]


def test_white_space_of_the_file_is_no_space_before_a_note_or_a_comma(tmp_path: Path) -> None:
    note = '<authorialNote marker="1"><p>See A/80/1.</p></authorialNote>'
    title = f'<span class="bold">Days</span>\n   {note}\n   <span class="bold">, of the well</span>'
    record = ENGLISH.replace('<span class="bold">Days of the well</span>', title)
    [received] = brought_in(tmp_path, e=record + TEXT.format(**{**PLAIN, "mark": "2"}, **TAIL))
    assert yaml.safe_load(received.files["en.yaml"])["decisions"]["80/10"]["title"] == "Days[^n1], of the well"


def test_empty_brackets_before_a_note_are_those_of_its_mark(tmp_path: Path) -> None:
    note = '<authorialNote marker="1"><p>()\t<a href="https://docs.un.org/en/A/80/1">A/80/1</a>.</p></authorialNote>'
    record = ENGLISH.replace("Days of the well</span>", f"Days of the well</span>{note}")
    [received] = brought_in(tmp_path, e=record + TEXT.format(**{**PLAIN, "mark": "2"}, **TAIL))
    assert yaml.safe_load(received.files["en.yaml"])["footnotes"]["n1"] == "[A/80/1](A/80/1)."
    assert any("empty brackets" in found.message for found in received.findings if found.code == "IM013")


@pytest.mark.parametrize(
    ("counted", "sides"),
    [("1", (["ALB"], ["CHN"])), ("2", (2, 1))],  # one side has a State too many, or nobody can say which
)
def test_a_state_marked_on_two_sides_is_on_the_one_that_counts_it(
    tmp_path: Path, counted: str, sides: tuple[Any, Any]
) -> None:
    voting = (
        f'<count value="{counted}" refersTo="inFavour"><organization>ALBANIA</organization><organization>CHINA</organization>'
        '</count><count value="1" refersTo="abstaining"><organization>CHINA</organization></count>'
    )
    meta = f'<analysis source="#un"><parliamentary><voting>{voting}</voting></parliamentary></analysis>'
    text = RIGHTS_TEXT.replace('marker="2"', 'marker="1"')
    received, record, _ = council(tmp_path, symbol="S/RES/2819 (2026)", meta=meta, text=text)
    vote = record["votes"]["adoption"]
    assert (vote["in-favour"], vote["abstaining"]) == sides
    assert any("CHN is listed on two sides" in found.message for found in received.findings)


def test_what_the_facts_print_in_the_place_of_page_one_is_told_once(tmp_path: Path) -> None:
    cover = RIGHTS.replace("Fifty-sixth session", "Session 56")
    received, _, _ = council(tmp_path, symbol="A/HRC/RES/56/17", cover=cover, preface=HEADED, text=RIGHTS_TEXT + VOTED)
    told = [found for found in received.findings if "Session 56" in found.message + found.span]
    assert [found.code for found in told] == ["IM010"] and "“Fifty-sixth session” is printed" in told[0].message
    assert not [found for found in received.findings if found.code == "IM023"]


OLDER = "Adopted at the 51st plenary meeting, on 26 November 2010, by a recorded vote of 3 to 1, with 2 abstentions, as follows:"


@pytest.mark.parametrize("place", ["conclusions", "note"])
def test_a_vote_that_older_records_tell_of_in_a_line_or_a_note_is_read(tmp_path: Path, place: str) -> None:
    lists = "".join(
        f"<p>{label} {names}</p>" for label, names in zip(VOTES["en"][1::2], VOTES["en"][2::2], strict=True)
    )
    said, title = f"<p>{OLDER}</p>{lists}", HEADED
    if place == "note":
        title = title.replace("</docTitle>", f'<authorialNote marker="1">{said}</authorialNote></docTitle>')
    tail = f"<conclusions>{said}</conclusions>" if place == "conclusions" else ""
    _, record, words = council(
        tmp_path, symbol="A/RES/65/10", preface=title.replace("56/17", "65/10"), text=RIGHTS_TEXT + tail
    )
    assert record["votes"]["adoption"]["against"] == ["CHL"] and record["votes"]["adoption"]["abstaining"] == [
        "GHA",
        "VNM",
    ]
    assert record["adoptions"][0]["manner"] == "vote" and OLDER in str(words)


@pytest.mark.parametrize(
    ("printed", "symbol", "folder"),
    [
        ("A/RES/80/10**", "A/RES/80/10", "A-RES-80-10"),
        ("A/RES/65/10 A and B", "A/RES/65/10 A and B", "A-RES-65-10-A-and-B"),
        ("S/RES/1 (1946)", "S/RES/1 (1946)", "S-RES-1-1946"),  # whose text has no number and title above it
        ("S/PRST/2026/1", "S/PRST/2026/1", "S-PRST-2026-1"),
    ],
)
def test_symbols_of_every_form_come_in_and_make_a_folder_name(
    tmp_path: Path, printed: str, symbol: str, folder: str
) -> None:
    text = ENGLISH.replace("A/RES/80/10</docNumber>", f"{printed}</docNumber>") + TEXT.format(**PLAIN, **TAIL)
    [received] = brought_in(tmp_path, e=text)
    assert received.is_whole, [one for one in received.findings if one.severity is Severity.ERROR]
    assert (yaml.safe_load(received.files["record.yaml"])["symbol"], received.folder) == (symbol, folder)
    assert any("issued again" in found.message for found in received.findings) is printed.endswith("*")


def test_a_letter_among_the_words_that_only_looks_like_the_one_due_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    lines = "".join(
        f"<paragraph><content><p>{line}</p></content></paragraph>" for line in ("(\u0430)\tTo dig;", "(b)\tTo drink.")
    )
    leading = "<paragraph><num>1.</num><content><p>Decides:</p></content></paragraph>"
    body = f"{leading}{lines}<paragraph><num>2.</num><content><p>Decides to meet.</p></content></paragraph>"
    start, end = TEXT.index("<mainBody>"), TEXT.index("</mainBody>")
    text = TEXT[:start].format(**PLAIN) + f"<mainBody>{body}" + TEXT[end:].format(**TAIL)
    [received] = brought_in(tmp_path, e=ENGLISH + text)
    assert received.is_whole, [one for one in received.findings if one.severity is Severity.ERROR]
    [decision] = yaml.safe_load(received.files["en.yaml"])["decisions"].values()
    assert decision["operative"][0] == {"paragraph": "Decides:", "items": ["To dig;", "To drink."]}
    assert any("the subparagraph is lettered (a)" in found.message for found in received.findings)
    assert not [found for found in received.findings if found.code == "IM023"]
