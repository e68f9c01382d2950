"""The preview in a real browser: from the page to the words and back, in six languages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.preview.conftest import Served

HERE = Path(__file__).parent
PATIENCE = 240  # seconds for one scenario on a busy machine
Do = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def demo(serve: Callable[..., Served]) -> Served:
    """The demonstration report."""
    return serve("DEMO-CVW.3-15")


@pytest.fixture(scope="module")
def browser(needs: Callable[[str], str]) -> Iterator[dict[str, str]]:
    """One Chromium for all scenarios, each in windows of its own: the environment they find it by."""
    node, chromium = needs("node"), needs("chromium")
    modules = Path(os.environ.get("AXE_MODULES", HERE.parents[1] / ".cache" / "axe" / "node_modules"))
    if not (modules / "playwright-core").is_dir():
        pytest.skip("playwright-core is not installed: npm install --prefix .cache/axe axe-core playwright-core")
    found = {**os.environ, "AXE_MODULES": str(modules), "CHROMIUM": chromium}
    with subprocess.Popen(
        [node, str(HERE / "chromium.mjs")], env=found, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as kept:
        assert kept.stdin is not None and kept.stdout is not None
        yield {**found, "BROWSER": kept.stdout.readline().strip()}
        kept.stdin.close()


@pytest.fixture
def do(needs: Callable[[str], str], browser: dict[str, str]) -> Do:
    """Does a scenario in Chromium with what it is given."""
    node = needs("node")

    def done(served: Served, scenario: str, **given: Any) -> dict[str, Any]:
        run = subprocess.run(
            [node, str(HERE / "browser.mjs"), served.address, scenario, json.dumps(given)],
            capture_output=True, text=True, timeout=PATIENCE, env=browser,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        result: dict[str, Any] = json.loads(run.stdout)
        assert "error" not in result, result
        assert result.pop("trouble") == []
        return result

    return done


def piece_of(served: Served, language: str, role: str, place: int = 0, **wanted: Any) -> str:
    """The identifier of a drawn piece of a role that opens its own words."""
    draft = served.draft(language)
    fitting = [
        piece for piece in draft["pieces"]
        if piece["role"] == role and piece["boxes"] and len(piece["text"]) > wanted.get("longest", 60)
        and not piece.get("fact") and piece.get("file") == f"{language}.yaml"
    ]  # fmt: skip
    scalars = [one["id"] for one in fitting if served.ask(f"entry/{language}/{one['id']}")[1].get("kind") == "scalar"]
    return str(scalars[place])


WORDS = {
    "en": ("Added in the browser.", "Staff of a secretariat"),
    "fr": ("Ajouté dans le navigateur.", "Personnel d’un secrétariat"),
    "es": ("Añadido en el navegador.", "Personal de una secretaría"),
    "ru": ("Добавлено в браузере.", "Сотрудники одного секретариата"),
    "ar": ("كلمات مضافة.", "موظفو أمانة"),
    "zh": ("新增文字。", "某秘书处人员"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_day_of_writing(demo: Served, do: Do, language: str) -> None:
    """Paragraph, item, note, cell and vote: typed, saved into one line, printed, nothing moved; a fault, a conflict."""
    path, record = demo.folder / f"{language}.yaml", demo.folder / "record.yaml"
    before = {file: file.read_text(encoding="utf-8") for file in (path, record)}
    draft = demo.draft(language)
    words, cell_words = WORDS[language]
    added = words if language == "zh" else f" {words}"
    edits = {
        role: {"piece": piece_of(demo, language, kind, place, longest=10), "words": added}
        for role, kind, place in (("paragraph", "numbered", 3), ("item", "item", 0), ("note", "note", 0))
    }
    cells = [piece for piece in draft["pieces"] if piece["role"] == "cell" and piece["id"].startswith("budget-lines")]
    edits["cell"] = {"piece": cells[0]["id"], "words": cell_words, "over": True}
    vote = next(piece["id"] for piece in draft["pieces"] if piece.get("fact") == "vote amendment")
    seen = do(
        demo, "day", language=language, file=str(path), edits=edits, vote=vote, field="against", value="973",
        fault="[^nowhere]", code="FN002",
    )  # fmt: skip
    for role, edit in edits.items():
        assert str(edit["words"]).strip() in seen[role]["text"], role
        assert seen[role]["moved"] <= 2, role
        assert len(seen[role]["changed"]) == 1, role
        assert str(edit["words"]).strip() in seen[role]["changed"][0], role
    assert seen["cell"]["text"] == cell_words
    assert "vote amendment" in seen["vote"]["from"]
    assert seen["vote"]["moved"] <= 2
    assert seen["left"]["moved"] <= 2
    assert seen["finding"]["moved"] <= 2
    assert seen["conflict"]["theirs"].endswith("THEIRS")
    assert seen["conflict"]["mine"].endswith("MINE")
    assert seen["conflict"]["kept"]
    assert seen["page"] == [language, "rtl" if language == "ar" else "ltr"]
    assert seen["led"] < 2
    for file, text in before.items():
        file.write_text(text, encoding="utf-8")


def test_a_finding_comes_and_goes(demo: Served, do: Do) -> None:
    """It stands beside its words, explains itself, and its button mends it."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    piece = piece_of(demo, "en", "numbered", 3)
    found = "2031-2034"
    seen = do(demo, "finding", piece=piece, words=f" The years {found} follow.", found=found, mended="2031–2034")
    assert seen["height"] < 60
    assert seen["moved"] <= 2
    path.write_text(before, encoding="utf-8")


def test_a_conflict_is_shown(demo: Served, do: Do) -> None:
    """Nothing is written over what somebody else has saved, until it is chosen."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    piece = piece_of(demo, "en", "numbered", 2)
    old = demo.ask(f"entry/en/{piece}")[1]["words"]
    seen = do(demo, "conflict", piece=piece, file=str(path), old=old, theirs="Their words.")
    assert seen["shown"][0] == "Their words."
    assert seen["shown"][1].endswith("MINE")
    assert seen["kept"] and seen["written"]
    path.write_text(before, encoding="utf-8")


def test_tabs_follow_and_keep_their_places(demo: Served, do: Do) -> None:
    """A change from an editor outside reaches every tab; none scrolls; they share one connection."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    seen = do(
        demo, "tabs", pieces=["para-3", "para-20", "para-30", "para-33", "para-38", "budget-table", "statement"],
        file=str(path), old="Thank you.", now="Many thanks to all of you.",
    )  # fmt: skip
    assert max(seen["moved"]) <= 2
    assert seen["streams"] <= 1
    path.write_text(before, encoding="utf-8")


def test_the_place_stays(demo: Served, do: Do) -> None:
    """Whatever changes: size, room, language, view, what stands above, and the piece that held it."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    draft = demo.draft("en")
    piece, following = (piece_of(demo, "en", "numbered", place) for place in (3, 4))
    words = {one["id"]: one["text"] for one in draft["pieces"]}
    [line] = [
        line for line in before.splitlines(keepends=True) if demo.ask(f"entry/en/{piece}")[1]["words"][:40] in line
    ]
    tall = max((one for one in draft["pieces"] if one["role"] == "figure"), key=lambda one: one["boxes"][0][4])["id"]
    seen = do(
        demo, "places", piece=piece, next=following, long=tall, height=260, file=str(path), gone=line,
        words=words[following][-30:],
    )  # fmt: skip
    path.write_text(before, encoding="utf-8")
    assert seen["moved"].pop("beside") < 20  # pairs have a frame that pages have not
    assert {name: moved for name, moved in seen["moved"].items() if moved > 2} == {}


def test_a_narrow_window_and_marks_among_arabic_words(demo: Served, do: Do) -> None:
    """The page fills the window, whose findings stand below it; a fact reads from left to right in one piece."""
    draft = demo.draft("ar")
    with_fact = next(
        piece["id"] for piece in draft["pieces"] if piece["role"] == "numbered" and piece["boxes"]
        and re.match(r"[^{]*\{\{ [a-z]+\(", str(demo.ask(f"entry/ar/{piece['id']}")[1].get("words")))
    )  # fmt: skip
    seen = do(demo, "narrow", piece=with_fact)
    assert seen["sheet"] > 0.8
    assert seen["line"]["text"].startswith("{{") and seen["line"]["text"].endswith("}}")
    if seen["line"]["tops"][0] == seen["line"]["tops"][1]:
        assert seen["line"]["first"] < seen["line"]["last"]


def test_entries_come_go_and_are_taken_back(demo: Served, do: Do) -> None:
    """A paragraph, a note, a move, and everything undone: the file is byte for byte what it was."""
    piece = piece_of(demo, "en", "numbered", 4)
    words = demo.ask(f"entry/en/{piece}")[1]["words"]
    seen = do(demo, "entries", piece=piece, file=str(demo.folder / "en.yaml"), words=words[:30])
    assert seen == {"added": True, "note": True, "moved": True, "undone": True}


def test_all_of_it_by_keyboard(demo: Served, do: Do) -> None:
    """From the address to a piece, into its words and back, to the search."""
    seen = do(demo, "keyboard", piece="para-4", sought="goat")
    assert seen["at"] == "para-4"
    assert seen["down"] == "three-questions"
    assert seen["writing"]
    assert seen["back"] == "three-questions"
    assert seen["search"] == "sought"
    assert seen["hits"] == "1 place"


def test_the_cursor_marks_its_piece(demo: Served, do: Do) -> None:
    """In the whole file: the page does not move while the piece is in sight, and shows it when it is not."""
    seen = do(demo, "step", piece="para-4", lines=12)
    assert seen["first"] == "para-4"
    assert seen["next"] not in (None, "para-4")
    assert seen["moved"] == 0
    assert seen["inSight"]


def test_a_draft_that_arrives_does_not_hold_the_page_back(demo: Served, do: Do) -> None:
    """The cursor has gone to a piece that was out of sight: it is shown, whatever is drawn meanwhile."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    changed = before.replace("Thank you.", "Thank you all.")
    assert changed != before
    assert do(demo, "overtaken", piece="para-4", file=str(path), text=changed)["inSight"]
    path.write_text(before, encoding="utf-8")


def test_a_click_is_understood_whatever_arrives(demo: Served, do: Do) -> None:
    """The button goes down on one draft and up on the next."""
    piece = piece_of(demo, "en", "numbered", 2)
    words = demo.ask(f"entry/en/{piece}")[1]["words"]
    assert do(demo, "held", piece=piece, file=str(demo.folder / "en.yaml"))["words"].split() == words.split()


def test_words_never_run(serve: Callable[..., Served], do: Do) -> None:
    """HTML and scripts in words, title, notes and facts are shown as words, in the page and in the HTML of the document."""

    def hostile(folder: Path) -> None:
        path = folder / "en.yaml"
        text = path.read_text(encoding="utf-8")
        bad = "<img src=x onerror=window.ran=1><script>window.ran=2</script>"
        path.write_text(
            text.replace("Thank you.", bad).replace("See DEMO/CVW.1/9", f"{bad} DEMO/CVW.1/9"), encoding="utf-8"
        )

    seen = do(serve("DEMO-CVW.3-15", hostile), "hostile")
    assert seen == {"ran": None, "there": True, "scripts": 0}


def test_axe_finds_nothing(demo: Served, do: Do) -> None:
    """Light, dark, writing, a question, other views, six languages, 200 per cent: nothing to find, nothing wider than the window."""
    seen = do(demo, "axe", languages=list(WORDS))
    assert seen["found"] == []
    assert not seen["wide"]
    assert seen["words"], "at 200 % what is written stands in the window"


def test_one_writes_on(demo: Served, do: Do) -> None:
    """New paragraphs follow each other as they were written; a key saves once; a broken file opens where it breaks."""
    path = demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    seen = do(demo, "on", piece=piece_of(demo, "en", "numbered", 3), file=str(path))
    assert "“en.yaml” cannot be understood at the moment" in seen.pop("broken")
    assert seen == {"order": True, "saved": True, "asked": 0}
    path.write_text(before, encoding="utf-8")


def test_other_views(serve: Callable[..., Served], do: Do) -> None:
    """Changes since issue are counted and gone through; the HTML is shown when it is there; in the page's language."""

    def issued(folder: Path) -> None:
        command = [sys.executable, "-m", "publisher", "issue", str(folder), "--today", "2026-11-12"]
        subprocess.run([*command, "--shelf", str(folder.parent / "issued")], check=True, capture_output=True)
        words = folder / "zh.yaml"
        text = words.read_text(encoding="utf-8")
        words.write_text(text.replace("人居大会", "人居署大会", 3), encoding="utf-8")

    served = serve("HSP-HA.2-16", issued)
    seen = do(served, "views", changes=3, words="人居署大会", file=str(served.folder / "zh.yaml"))
    assert seen == {
        "made": "en préparation …",
        "changes": "3 modifications",
        "inSight": True,
        "marked": 3,
        "kept": True,
        "html": True,
    }
