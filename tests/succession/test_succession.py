"""From one edition to the next, by the commands: what each makes, and what each refuses."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.conftest import trusted
from tests.succession.conftest import RECORD, WORDS, refusal, write

Office = Callable[..., Result]
SEVEN, EIGHT = WORDS, WORDS.replace("seven", "eight")


def done(result: Result) -> str:
    assert result.exit_code == 0, (result.output, result.exception)
    return result.output


def issue(office: Office, folder: str, day: str = "2025-07-01") -> str:
    return done(office("issue", folder, "--today", day, "--register", "register.sqlite"))


def test_corrigendum_then_a_second_then_a_revision(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", EIGHT)
    done(office("corrigendum", "corrected", "--date", "2025-07-02"))
    assert "for: seven" in (tmp_path / "HSP-HA.2-99-Corr.1" / "en.yaml").read_text()
    issue(office, "HSP-HA.2-99-Corr.1", "2025-07-02")

    assert "nothing to correct" in str(refusal(office("corrigendum", "corrected")))

    write(tmp_path / "corrected", EIGHT.replace("little", "nothing"))
    done(office("corrigendum", "corrected", "--date", "2025-07-03"))
    second = (tmp_path / "HSP-HA.2-99-Corr.2" / "en.yaml").read_text()
    assert "for: little" in second and "eight" not in second
    issue(office, "HSP-HA.2-99-Corr.2", "2025-07-03")

    write(tmp_path / "forgetful", SEVEN.replace("little", "nothing"))
    done(office("revision", "forgetful", "--date", "2025-07-04"))
    refused = refusal(office("issue", "HSP-HA.2-99-Rev.1", "--today", "2025-07-04"))
    assert "lacks a correction of HSP/HA.2/99/Corr.1: “seven”" in str(refused)

    write(tmp_path / "HSP-HA.2-99-Rev.1", EIGHT.replace("little", "nothing"),
          (tmp_path / "HSP-HA.2-99-Rev.1" / "record.yaml").read_text())  # fmt: skip
    issue(office, "HSP-HA.2-99-Rev.1", "2025-07-04")
    history = done(office("register", "HSP/HA.2/99", "--register", "register.sqlite"))
    assert [line.split("  ")[1] for line in history.splitlines() if line.startswith("2025")] == [
        "HSP/HA.2/99 (en)", "HSP/HA.2/99/Corr.1 (en)", "HSP/HA.2/99/Corr.2 (en)", "HSP/HA.2/99/Rev.1 (en)",
    ]  # fmt: skip


def test_a_corrigendum_may_add_a_note_and_take_a_paragraph_out(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    third = "      - The third paragraph closes the note.\n"
    noted = SEVEN.replace("seven wells", "seven wells[^new]", 1).replace("small: A", "new: A new note.\n  small: A")
    noted = noted.replace("footnotes: {", "footnotes:\n  ").replace("foot of the page.}", "foot of the page.")
    last = "      - paragraph: The third paragraph closes the note.\n        withdrawn: true\n      - A fourth one.\n"
    write(tmp_path / "corrected", noted.replace(third, last))
    done(office("corrigendum", "corrected", "--date", "2025-07-02"))
    issue(office, "HSP-HA.2-99-Corr.1", "2025-07-02")


def test_a_revision_is_revised_and_corrected_as_itself(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", EIGHT)
    done(office("revision", "corrected", "--date", "2025-07-02"))
    issue(office, "HSP-HA.2-99-Rev.1", "2025-07-02")
    record = (tmp_path / "HSP-HA.2-99-Rev.1" / "record.yaml").read_text()

    write(tmp_path / "again", EIGHT.replace("little", "nothing"), record)
    done(office("corrigendum", "again", "--date", "2025-07-03"))
    issue(office, "HSP-HA.2-99-Rev.1-Corr.1", "2025-07-03")

    write(tmp_path / "third", EIGHT.replace("one part", "a part"), record)
    done(office("revision", "third", "--date", "2025-07-04"))
    made = (tmp_path / "HSP-HA.2-99-Rev.2" / "record.yaml").read_text()
    assert "symbol: HSP/HA.2/99/Rev.2" in made and "{symbol: HSP/HA.2/99, relation: revision}" in made
    refused = refusal(office("issue", "HSP-HA.2-99-Rev.2", "--today", "2025-07-04"))
    assert "lacks a correction of HSP/HA.2/99/Rev.1/Corr.1: “little”" in str(refused)
    write(tmp_path / "HSP-HA.2-99-Rev.2", EIGHT.replace("little", "nothing").replace("one part", "a part"), made)
    issue(office, "HSP-HA.2-99-Rev.2", "2025-07-04")


def test_a_copy_to_be_corrected_is_built_beside_the_issued_document(office: Office, tmp_path: Path) -> None:
    write(tmp_path / "copy", EIGHT)
    batch = ("batch", "note", "copy", "--format", "html", "--processes", "1", "--today", "2025-07-02")
    refused = office(*batch)
    assert refused.exit_code == 1 and "BD001" in refused.output
    issue(office, "note")
    done(office(*batch))
    assert all(list((tmp_path / "build" / name).glob("*.html")) for name in ("note", "copy"))


def test_what_nobody_can_see_is_not_corrected(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", SEVEN.replace("seven wells", "seven\u00a0wells"))
    assert "nothing to correct" in str(refusal(office("corrigendum", "corrected", "--date", "2025-07-02")))


def test_a_revision_that_says_the_same_is_not_issued(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "same", SEVEN)
    done(office("revision", "same", "--date", "2025-07-04"))
    refused = refusal(office("issue", "HSP-HA.2-99-Rev.1", "--today", "2025-07-04"))
    assert "says the same as HSP/HA.2/99" in str(refused)
    words = tmp_path / "HSP-HA.2-99-Rev.1" / "en.yaml"
    words.write_text(words.read_text().replace("small matter", "great matter"))
    issue(office, "HSP-HA.2-99-Rev.1", "2025-07-04")


def test_a_reissue_keeps_the_date_of_the_masthead(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    done(office("reissue", "note", "--date", "2025-07-05"))
    record = tmp_path / "note" / "record.yaml"
    record.write_text(re.sub(r"(?m)^date: .*$", "date: 2025-06-15", record.read_text()))
    refused = refusal(office("issue", "note", "--today", "2025-07-05"))
    assert "a reissue keeps the date of the masthead" in str(refused)


def test_a_corrigendum_edited_by_hand_is_not_issued(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", EIGHT)
    done(office("corrigendum", "corrected"))
    path = tmp_path / "HSP-HA.2-99-Corr.1" / "en.yaml"
    path.write_text(path.read_text().replace("for: seven", "for: nine"))
    assert "does not fit HSP/HA.2/99" in str(refusal(office("issue", "HSP-HA.2-99-Corr.1")))


def test_a_reissue_repeats_the_text_but_for_what_it_names(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    done(office("reissue", "note", "--date", "2025-08-06"))
    words = tmp_path / "note" / "en.yaml"
    words.write_text(EIGHT)
    refused = refusal(office("issue", "note", "--today", "2025-08-06"))
    assert "reads otherwise than HSP/HA.2/99 at para-1;" in str(refused)

    record = tmp_path / "note" / "record.yaml"
    record.write_text(record.read_text().replace("reason: technical}", "reason: technical, changes: [para-1]}"))
    issue(office, "note", "2025-08-06")
    [pdf] = (tmp_path / "issued" / "HSP-HA.2-99" / "en" / "reissue-1").glob("*.pdf")
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Reissued for technical reasons on 6 August 2025" in pages
    assert "14 June 2025" in pages  # the masthead keeps its date
    assert "HSP/HA.2/99*" in pages.replace(" ", "")


def test_what_is_issued_once_is_not_issued_again(office: Office) -> None:
    issue(office, "note")
    refused = refusal(office("issue", "note"))
    assert refused.exit_code == 5 and "HSP/HA.2/99 (en) is issued already" in str(refused)


def test_an_error_stands_in_the_way(office: Office, tmp_path: Path) -> None:
    write(tmp_path / "note", WORDS.replace("[^small]", ""))
    refused = office("issue", "note", "--register", "register.sqlite")
    assert refused.exit_code == 1 and "FN" in refused.output
    assert "not issued" in str(refusal(refused))
    assert done(office("register", "--register", "register.sqlite")) == ""


def test_one_language_in_the_way_of_all(office: Office, tmp_path: Path) -> None:
    french = (tmp_path / "note" / "fr.yaml", WORDS.replace("[^small]", ""))
    french[0].write_text(french[1], encoding="utf-8")
    refused = office("issue", "note", "--register", "register.sqlite")
    told = str(refusal(refused))
    assert refused.exit_code == 1 and "no language was issued" in told and "fr: HSP/HA.2/99 is not issued" in told
    assert "en: ready" in told
    assert done(office("register", "--register", "register.sqlite")) == ""
    assert not list((tmp_path / "issued").rglob("*.pdf"))
    done(office("issue", "note", "--language", "en", "--register", "register.sqlite"))
    assert "HSP/HA.2/99 (en)" in done(office("register", "--register", "register.sqlite"))


def test_a_language_that_is_issued_already_keeps_the_others_back(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    spanish = WORDS.replace("[^small]", "").partition("footnotes:")[0]
    (tmp_path / "note" / "es.yaml").write_text(spanish, encoding="utf-8")
    told = str(refusal(office("issue", "note", "--register", "register.sqlite")))
    assert "en: HSP/HA.2/99 (en) is issued already" in told and "es: " in told
    assert "(es)" not in done(office("register", "--register", "register.sqlite"))


@pytest.mark.parametrize("command", ["corrigendum", "revision", "addendum"])
def test_nothing_follows_what_was_never_issued(office: Office, tmp_path: Path, command: str) -> None:
    assert "there is no register at" in str(refusal(office(command, "note")))
    write(tmp_path / "other", WORDS, RECORD.replace("2/99", "2/98"))
    issue(office, "other")
    refused = refusal(office(command, "note"))
    assert refused.exit_code == 5 and "HSP/HA.2/99 was never issued in “en”" in str(refused)


def test_corrected_data_with_errors_makes_no_corrigendum(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", EIGHT.replace("[^small]", ""))
    assert "the corrected data has" in str(refusal(office("corrigendum", "corrected")))


def test_an_addendum_has_its_number_and_knows_its_parent(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    done(office("addendum", "note", "--date", "2025-07-05"))
    record = (tmp_path / "HSP-HA.2-99-Add.1" / "record.yaml").read_text()
    assert "symbol: HSP/HA.2/99/Add.1" in record and "relation: addendum" in record


@pytest.mark.parametrize(
    ("suffix", "change"),
    [
        (".pdf", lambda data: data.replace(b"%%EOF", b"%%EoF")),
        (".docx", None),
        (".html", lambda data: data + b"<!-- -->"),
    ],
    ids=["pdf", "docx", "html"],
)
def test_a_file_says_which_edition_it_is_or_that_it_was_altered(
    office: Office, tmp_path: Path, suffix: str, change: Callable[[bytes], bytes] | None
) -> None:
    issue(office, "note")
    [issued] = (tmp_path / "issued").rglob(f"*{suffix}")
    told = office("verify", str(issued), "--register", "register.sqlite")
    assert told.exit_code == 0 and "HSP/HA.2/99 (en), original, issued on 2025-07-01, unaltered" in told.output
    altered = tmp_path / f"altered{suffix}"
    altered.write_bytes(change(issued.read_bytes()) if change else saved_again(issued.read_bytes()))
    told = office("verify", str(altered), "--register", "register.sqlite")
    assert told.exit_code == 1 and "altered; it says it is HSP/HA.2/99" in told.output
    other = tmp_path / f"other{suffix}"
    other.write_bytes(b"nothing of ours")
    told = office("verify", str(other), "--register", "register.sqlite")
    assert told.exit_code == 1 and "not an issued document" in told.output


def saved_again(data: bytes) -> bytes:
    """A Word file as another program would save it: the same parts, packed anew."""
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(stream, "w") as saved:
        for name in package.namelist():
            saved.writestr(name, package.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def test_a_redline_between_texts_that_share_the_note_of_a_reissue(office: Office, tmp_path: Path) -> None:
    write(tmp_path / "other", EIGHT)
    for folder in ("note", "other"):
        assert office("reissue", folder, "--date", "2025-07-09").exit_code == 0
        told = office("redline", "note", "other", "-l", "en")
        assert told.exit_code == 0, told.output


def test_a_redline_that_is_not_proved_is_kept_aside(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault planted in the comparison: nothing new at its place, the earlier good one stays, the report says why."""
    from publisher.succession import comparing

    write(tmp_path / "other", EIGHT)
    assert office("redline", "note", "other", "-l", "en").exit_code == 0
    place = tmp_path / "build" / "redlines"
    good = {path.name: path.read_bytes() for path in place.iterdir()}
    monkeypatch.setattr(comparing, "redline", lambda old, new: new)  # shows no change at all
    told = office("redline", "note", "other", "-l", "en")
    assert told.exit_code == 1 and "kept aside" in told.output
    assert {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()} == good
    aside = {path.name for path in (place / "rejected").iterdir()}
    assert aside == {*good, *(f"{name}.txt" for name in good)}


def test_a_revision_takes_the_folders_of_the_corrected_data_along(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    write(tmp_path / "corrected", EIGHT)
    (tmp_path / "corrected" / "annexes").mkdir()
    (tmp_path / "corrected" / "annexes" / "fr.yaml").write_text("annexes: []\n")
    (tmp_path / "corrected" / "templates" / "style").mkdir(parents=True)
    (tmp_path / "corrected" / "templates" / "style" / "nairobi.css").write_text("")
    trusted(tmp_path / "corrected")
    done(office("revision", "corrected", "--date", "2025-07-02"))
    for name in ("annexes/fr.yaml", "templates/style/nairobi.css"):
        assert (tmp_path / "HSP-HA.2-99-Rev.1" / name).is_file()


def test_unknown_symbols_are_named(office: Office) -> None:
    issue(office, "note")
    for words in (("register", "A/1/2"), ("redline", "A/1/2", "note", "-l", "en")):
        assert "A/1/2" in str(refusal(office(*words, "--register", "register.sqlite")))


def test_an_issue_that_was_killed_before_the_shelf_is_finished_by_the_next(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    laid_out = {path.name: path.read_bytes() for path in (tmp_path / "issued").rglob("*.*") if path.is_file()}
    shutil.rmtree(tmp_path / "issued")  # as after a kill between the register and the shelf
    told = office("issue", "note", "--today", "2025-07-02")
    assert told.exit_code == 0 and "laid out" in told.output
    assert {path.name: path.read_bytes() for path in (tmp_path / "issued").rglob("*.*") if path.is_file()} == laid_out
    assert "issued already" in str(refusal(office("issue", "note", "--today", "2025-07-02")))
    shutil.rmtree(tmp_path / "issued")
    assert office("register", "repair", "--register", "register.sqlite").exit_code == 0
    told = office("register", "verify", "--register", "register.sqlite")
    assert told.exit_code == 0 and "1 edition(s) looked through, 0 fault(s)" in told.output


def test_an_emptied_register_is_noticed_before_anything_is_issued(office: Office, tmp_path: Path) -> None:
    issue(office, "note")
    (tmp_path / "register.sqlite").unlink()
    assert "another register" in str(refusal(office("issue", "note", "--today", "2025-07-02")))
    assert office("register", "accept", "--register", "register.sqlite").exit_code == 0
    shutil.rmtree(tmp_path / "issued")
    assert office("issue", "note", "--today", "2025-07-02").exit_code == 0


def test_templates_out_of_a_register_are_used_only_when_they_are_trusted(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "note" / "templates" / "wording" / "en"
    own.mkdir(parents=True)
    (own / "annex-note.j2").write_text("ours")
    trusted(tmp_path / "note")
    issue(office, "note")
    write(tmp_path / "other", EIGHT)
    redline = ("redline", "HSP/HA.2/99", "other", "-l", "en", "--register", "register.sqlite")
    assert office(*redline).exit_code == 0
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "another"))
    assert "publisher trust HSP/HA.2/99" in str(refusal(office(*redline)))
    assert office("trust", "HSP/HA.2/99", "--register", "register.sqlite").exit_code == 0
    assert office(*redline).exit_code == 0
