"""What is up to date is not built again, what is not is; never stale, and never drawn without need."""

from __future__ import annotations

import datetime
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.batch import Job, Outcome, processes_for, run_batch
from publisher.batch.digests import DRAWING, surroundings
from publisher.batch.freshness import look_at
from publisher.model import workspace
from publisher.model.workspace import shipped, workspace_for
from publisher.pipeline import examine
from publisher.trust import trust
from tests.conftest import RECORD, ROOT, SEED, TODAY

Write = Callable[..., Path]
FRENCH = """\
title: [Note sur une petite affaire]
translation: working
agenda: {opening: Ouverture de la session., adoption: Adoption de l’ordre du jour.}
body:
  - heading: Introduction
    body:
      - Le premier paragraphe dit peu.[^small]
      - paragraph: "Le deuxième a deux parties :"
        items: [une partie ;, une autre partie.]
footnotes: {small: Une note au pied de la page.}
"""
ENGLISH = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - heading: Introduction
    body:
      - The first paragraph says little.[^small]
      - attendance: members
      - The site is shown in [](#plan), its places in [](#rows).
      - {figure: plan.svg, id: plan, alternative: A plan of the site., title: The site}
      - {table: rows.csv, id: rows, title: Places of the site}
footnotes: {small: A note at the foot of the page.}
"""
PLAN = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#ccc"/></svg>'


def job(folder: Path, output: Path, language: str = "en", **changes: object) -> Job:
    asked = {"formats": ("html",), "mode": "draft", "today": TODAY, "output": output, **changes}
    return Job(folder, language, **asked)  # type: ignore[arg-type]


def build(*jobs: Job, anew: bool = False) -> tuple[Outcome, ...]:
    """Build here."""
    return run_batch(jobs, anew=anew)


def build_apart(*jobs: Job, anew: bool = False) -> tuple[Outcome, ...]:
    """Build in processes of their own, as a command does: templates and reference data are not known from before."""
    with processes_for(1, drawing=False) as pool:
        return run_batch(jobs, pool, anew=anew, apart=True)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".html", ".pdf", ".docx")}


@pytest.fixture
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program of our own with its templates and reference data, which may be changed."""
    place = tmp_path / "program"
    for name in ("templates", "data/reference"):
        shutil.copytree(ROOT / name, place / name)
    shutil.copytree(ROOT / "publisher", place / "publisher", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(workspace, "__file__", str(place / "publisher" / "model" / "workspace.py"))
    monkeypatch.setattr(sys, "path", [str(place), *sys.path])
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # or each process would compile the copy anew
    yield place


def test_nothing_is_built_twice_and_findings_are_told_again(small_document: Write, tmp_path: Path) -> None:
    folder = small_document(ENGLISH.split("      - attendance")[0] + "      - Typed twice twice.[^gone]\n")
    first = build(job(folder, tmp_path / "out"))[0]
    again = build(job(folder, tmp_path / "out"))[0]
    assert (first.fresh, again.fresh) == (False, True)
    assert again.written == first.written
    assert again.diagnostics == first.diagnostics != ()
    assert again.exit_code == first.exit_code
    assert build(job(folder, tmp_path / "out"), anew=True)[0].fresh is False


@pytest.mark.parametrize("ill", ["changed", "removed", "record damaged"])
def test_what_was_built_has_to_stand(small_document: Write, tmp_path: Path, ill: str) -> None:
    one = job(small_document(), tmp_path / "out")
    (written,) = build(one)[0].written
    content = written.read_bytes()
    match ill:
        case "changed":
            written.write_bytes(content.replace(b"little", b"nothing"))
        case "removed":
            written.unlink()
        case _:
            next((tmp_path / "out" / ".built").glob("*.job.json")).write_bytes(b'{"inputs": 1')
    assert build(one)[0].fresh is False
    assert written.read_bytes() == content


def test_one_language_alone_is_built_for_a_word_in_it(small_document: Write, tmp_path: Path) -> None:
    folder = small_document(words=ENGLISH)
    (folder / "en.yaml").write_text(small_document_words(), encoding="utf-8")
    small_document(words=FRENCH, language="fr")
    jobs = [job(folder, tmp_path / "out", language) for language in ("en", "fr")]
    build(*jobs)
    (folder / "fr.yaml").write_text(FRENCH.replace("dit peu", "dit beaucoup"), encoding="utf-8")
    english, french = build(*jobs)
    assert english.fresh and not english.reasons, "a translation is nothing to the original"
    assert not french.fresh and french.reasons == ("fr.yaml changed",)
    (folder / "en.yaml").write_text(small_document_words().replace("says little", "says much"), encoding="utf-8")
    english, french = build(*jobs)
    assert not english.fresh
    assert french.fresh and french.reasons == ("en.yaml changed",), "it is held against the original, not drawn again"


def small_document_words() -> str:
    from tests.conftest import WORDS

    return WORDS


def test_a_renamed_state_is_drawn_where_it_is_named(
    own_surroundings: Path, small_document: Write, tmp_path: Path
) -> None:
    record = RECORD + "attendance:\n  members: [FRA, {state}]\n"
    naming = small_document(words=_attendance(), record=record.replace("{state}", "KEN"), name="naming")
    silent = small_document(
        words=_attendance(), record=record.replace("{state}", "BRA").replace("HA.2/99", "HA.2/98"), name="silent"
    )
    jobs = [job(folder, tmp_path / "out") for folder in (naming, silent)]
    assert all(outcome.written for outcome in build_apart(*jobs))
    states = own_surroundings / "data" / "reference" / "states.csv"
    states.write_text(states.read_text(encoding="utf-8").replace("Kenya", "Kenia"), encoding="utf-8")
    naming_now, silent_now = build_apart(*jobs)
    assert not naming_now.fresh and b"Kenia" in naming_now.written[0].read_bytes()
    assert silent_now.fresh and silent_now.reasons == ("reference/states.csv changed",)
    assert all(outcome.fresh and not outcome.reasons for outcome in build_apart(*jobs)), "and that is remembered"


def _attendance() -> str:
    return ENGLISH.split("      - The site is")[0] + "footnotes: {small: A note at the foot of the page.}\n"


def test_a_symbol_that_changes_leaves_no_file_of_its_old_name(small_document: Write, tmp_path: Path) -> None:
    folder = small_document()
    build(job(folder, tmp_path / "out"))
    (folder / "record.yaml").write_text(RECORD.replace("HA.2/99", "HA.2/98"), encoding="utf-8")
    build(job(folder, tmp_path / "out"))
    assert list(files(tmp_path / "out")) == ["HSP-HA.2-98.en.html"]


EDITS = (
    ("en.yaml", "says little", "says less"),
    ("en.yaml", "Introduction", "Opening"),
    ("en.yaml", "A plan of", "The plan of"),
    ("record.yaml", "2025-06-14", "2025-06-15"),
    ("record.yaml", "KEN", "BRA"),
    ("plan.svg", "#ccc", "#ddd"),
    ("rows.csv", "7", "8"),
    ("/data/reference/states.csv", "Kenya", "Kenia"),
    ("/data/reference/states.csv", "Zambia", "Sambia"),
    ("/templates/wording/en/vocabulary.yaml", "January", "Januari"),
    ("/templates/wording/en/vocabulary.yaml", "June", "Juni"),
    ("/templates/wording/fr/vocabulary.yaml", "janvier", "janvieR"),
    ("/templates/style/base.css", "/*", "/* "),
    ("templates/style/base.css", "", "/* its own */"),
    ("fr.yaml", "dit peu", "dit tout"),
    ("output", "", ""),
)
NEVER_DRAWN = {"fr.yaml", "/templates/wording/fr/vocabulary.yaml"}


@pytest.mark.slow
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=2), min_size=1, max_size=4))
def test_built_step_by_step_equals_built_clean(
    own_surroundings: Path,
    small_document: Write,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[list[tuple[str, str, str]]],
) -> None:
    here = tmp_path_factory.mktemp("property")
    folder, out = here / "document", here / "out"
    source = small_document(words=ENGLISH, record=RECORD + "attendance:\n  members: [FRA, KEN]\n", name="source")
    shutil.copytree(source, folder)
    (folder / "plan.svg").write_text(PLAN, encoding="utf-8")
    (folder / "rows.csv").write_text("Place,Number\nNorth,7\nSouth,9\n", encoding="utf-8")
    (folder / "fr.yaml").write_text(FRENCH, encoding="utf-8")
    one = job(folder, out, formats=("html", "docx"))
    assert [len(made.written) for made in build(one) if made.diagnostics == ()] == [2], "the document is sound"
    for edits in steps:
        for edit in edits:
            _apply(edit, folder, own_surroundings, out)
        before = files(out)
        shutil.rmtree(here / "clean", ignore_errors=True)
        outcome, clean = build_apart(one, Job(folder, "en", ("html", "docx"), "draft", TODAY, here / "clean"))
        assert files(out) == files(here / "clean")
        assert [found.message for found in outcome.diagnostics] == [found.message for found in clean.diagnostics]
        if {file for file, _, _ in edits} <= NEVER_DRAWN:
            assert outcome.fresh and files(out) == before


def _apply(edit: tuple[str, str, str], folder: Path, program: Path, out: Path) -> None:
    """Make an edit, or take it back where it was made."""
    name, before, after = edit
    if name == "output":
        next(out.glob("*.docx")).unlink()
        return
    path = program / name[1:] if name.startswith("/") else folder / name
    if not before:
        if path.exists():
            shutil.rmtree(folder / "templates")
        else:
            path.parent.mkdir(parents=True)
            own = (program / name).read_text(encoding="utf-8") + after
            trust({name.removeprefix("templates/"): own.encode()}, "tests", TODAY)
            path.write_text(own, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after) if before in text else text.replace(after, before), encoding="utf-8")


@pytest.mark.parametrize("annex", [None, "2/6"])
def test_nothing_is_read_that_is_not_an_input(annex: str | None, tmp_path: Path) -> None:
    """Every file that a build opens in the document, the templates and the reference data is one it has a digest of."""
    surroundings("zh")  # takes the digests of all templates, once a process: that is no reading of a build
    opened: list[str] = []
    listening = [True]
    sys.addaudithook(lambda name, given: opened.append(str(given[0])) if name == "open" and listening[0] else None)
    folder = tmp_path / SEED.name
    shutil.copytree(SEED, folder)
    one = job(folder, tmp_path / "out", "zh", formats=("html", "docx", "pdf"), annex=annex)
    try:
        run_batch([one])
    finally:
        listening[0] = False
    look = look_at(one, surroundings("zh"))
    known = {str(folder / name) for name in look.inputs}
    known |= {str(shipped(name.split("/")[0]) / name.split("/", 1)[1]) for name in look.around.files if "/" in name}
    roots = (str(folder), str(shipped("templates")), str(shipped("reference")))
    read = {name for name in opened if name.startswith(roots) and Path(name).is_file()}
    assert len(read) > 5  # what another build of this process has read already is not read again
    assert read <= known


def test_nothing_draws_but_what_stands_for_the_drawing(tmp_path: Path) -> None:
    """Every file opened to draw and prove a resolved document is one whose change has it drawn again."""
    resolved = examine(workspace_for(SEED, TODAY), "zh").resolved
    (tmp_path / "resolved").write_bytes(pickle.dumps(resolved))
    told = subprocess.run(
        [sys.executable, "-c", DRAW, str(tmp_path / "resolved"), str(SEED)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    read = told.stdout.splitlines()
    assert len(read) > 5
    templates = str(shipped("templates")) + "/"
    assert [name for name in read if not name.removeprefix(templates).startswith(DRAWING)] == []


DRAW = """
import datetime, os, pickle, sys
from pathlib import Path
opened = []
sys.addaudithook(lambda name, given: opened.append(str(given[0])) if name == "open" else None)
from publisher.model.workspace import shipped, workspace_for
from publisher.pipeline import draw
resolved = pickle.loads(Path(sys.argv[1]).read_bytes())
built = draw(workspace_for(Path(sys.argv[2]), datetime.date(2025, 8, 6)), resolved, {})
assert len(built.files) == 3
roots = (sys.argv[2], str(shipped("templates")), str(shipped("reference")))
print(*sorted({name for name in opened if name.startswith(roots) and os.path.isfile(name)}), sep="\\n")
"""


def test_files_do_not_depend_on_the_day(small_document: Write, tmp_path: Path) -> None:
    folder = small_document()
    asked = {"formats": ("html", "docx", "pdf")}
    run_batch([job(folder, tmp_path / "one", **asked)])
    run_batch([job(folder, tmp_path / "two", today=TODAY + datetime.timedelta(days=40), **asked)])
    assert files(tmp_path / "one") == files(tmp_path / "two")
