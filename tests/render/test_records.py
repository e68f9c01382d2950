"""Records of a meeting: the box on who may correct them stands at the foot of page one, over nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY
from tests.house.conftest import Told, publisher
from tests.verify.surgery import Parcel, W

__all__ = ["publisher"]
PROFILES = {"A/C.4/80/SR.7": "new-york", "A/80/PV.7": "new-york", "HSP/HA.3/PV.7": "nairobi", "HSP/HA.3/SR.7": "geneva"}


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
@pytest.mark.parametrize(("symbol", "profile"), PROFILES.items())
def test_the_box_stands_at_the_foot(
    publisher: Callable[..., Told], tmp_path: Path, symbol: str, profile: str, language: str
) -> None:
    kind = "summary-record" if "SR" in symbol else "verbatim-record"
    told = publisher("new", symbol, "--kind", kind, "--profile", profile, "-l", language)
    assert told.exit_code == 0, told.err
    folder = next((tmp_path / "data").iterdir())
    words = (folder / f"{language}.yaml").read_text("utf-8")
    speech = next(line for line in words.splitlines() if line.strip().startswith('- "**') and "(*" not in line)
    long = speech.replace("[--].", " ".join(["word"] * 60) + ".")
    (folder / f"{language}.yaml").write_text(words.replace(speech, "\n".join([long] * 20)), "utf-8")
    built = build(workspace_for(folder, TODAY), language, ("pdf", "docx"))
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]
    files = {str(part): content for part, content in built.files.items()}
    with pdfplumber.open(io.BytesIO(files["pdf"])) as document:
        page = document.pages[0]
        boxed = [w for w in page.extract_words() if "@un.org" in w["text"]]
        top = max(line["top"] for line in page.rects + page.lines if line["top"] < boxed[0]["top"])
        speeches = [word for word in page.extract_words() if word["text"].strip(".") == "word"]
        assert len(boxed) == 1 and boxed[0]["top"] > 0.7 * float(page.height)
        assert bool(speeches) == (kind == "verbatim-record") and all(word["bottom"] < top for word in speeches)
    body = etree.fromstring(Parcel(files["docx"]).parts["word/document.xml"])
    frames = [frame.getparent().getparent() for frame in body.iter(f"{W}framePr")]
    assert len(frames) == 1 and "@un.org" in "".join(frames[0].itertext())


SEATS = """\
bureaux:
  presiding:
    officers: [{office: president, person: presiding, state: SVN}]
  members:
    officers: [{office: member, state: USA, person: one}, {office: member, state: DZA, person: two}, {office: member, state: GBR}]
persons: {presiding: {}, one: {}, two: {}}
"""
LISTED = {
    "en": ("President:", "Members:", ["Algeria", "United Kingdom of Great Britain and Northern Ireland", "United States of America"]),
    "fr": ("Présidence :", "Membres :", ["Algérie", "États-Unis d’Amérique", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"]),
}  # fmt: skip


@pytest.mark.parametrize("language", LISTED)
def test_page_one_says_who_presided_and_who_sits(publisher: Callable[..., Told], tmp_path: Path, language: str) -> None:
    assert publisher("new", "S/PV.10129", "-l", language).exit_code == 0
    folder = tmp_path / "data" / "S-PV.10129"
    record = (folder / "record.yaml").read_text("utf-8")
    (folder / "record.yaml").write_text(record.partition("bureaux:")[0] + SEATS, "utf-8")
    words = (folder / f"{language}.yaml").read_text("utf-8")
    named = 'persons:\n  presiding: "Mr. Novak"\n  one: "Ms. Moore"\n  two: "Mr. Sahli"\n'
    (folder / f"{language}.yaml").write_text(named + "body:" + words.partition("body:")[2], "utf-8")
    built = build(workspace_for(folder, TODAY), language, ("pdf", "docx", "html", "akn"))
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]
    president, members, states = LISTED[language]
    with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
        lines = document.pages[0].extract_text_lines()
        on_page = document.pages[0].extract_words()
    led = {line["text"].split(" .")[0]: line for line in lines if " . . . " in line["text"]}
    seated = [one for one in states if "Brit" not in one and "Bret" not in one]  # nobody speaks for that one
    assert list(led) == [f"{president} Mr. Novak", f"{members} {seated[0]}", seated[1]]
    first = next(word["x0"] for word in on_page if word["text"] == seated[0])
    assert abs(first - led[seated[1]]["x0"]) < 1  # under each other, with a label before them or not
    assert len({round(line["x1"]) for line in led.values()}) == 1  # what the dots lead to ends with the lines of text
    said = [line["text"].split(" .")[0].removeprefix(f"{members} ") for line in lines]
    assert [line for line in said if line in states] == states
    body = etree.fromstring(Parcel(built.files["docx"]).parts["word/document.xml"])
    dotted = [tab.getparent().getparent().getparent() for tab in body.iter(f"{W}tab") if tab.get(f"{W}leader") == "dot"]
    assert [len(list(one.iter(f"{W}r"))) > 2 for one in dotted][:2] == [True, True] and len(
        dotted
    ) == 4  # the one without a person has the stop, and no dots


def test_nothing_is_wrong_with_the_row_of_dots_of_a_chinese_record(
    publisher: Callable[..., Told], tmp_path: Path
) -> None:
    assert publisher("new", "S/PV.10129", "-l", "zh").exit_code == 0
    folder = tmp_path / "data" / "S-PV.10129"
    record = (folder / "record.yaml").read_text("utf-8")
    (folder / "record.yaml").write_text(record.partition("bureaux:")[0] + SEATS, "utf-8")
    words = (folder / "zh.yaml").read_text("utf-8")
    named = "persons: {presiding: 诺瓦克先生, one: 穆尔女士, two: 萨赫利先生}\n"
    (folder / "zh.yaml").write_text(named + "body:" + words.partition("body:")[2], "utf-8")
    built = build(workspace_for(folder, TODAY), "zh", ("html",))
    assert b'class="lead"' in built.files["html"] and "LA107" not in {one.code for one in built.diagnostics}
