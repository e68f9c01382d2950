"""What the preview answers: drafts with places, changes of exactly one entry, refusals."""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.preview.conftest import Served

SYMBOL = "DEMO-CVW.3-15"


@pytest.fixture(scope="module")
def demo(serve: Callable[..., Served]) -> Served:
    """The demonstration report."""
    return serve(SYMBOL)


def words_of(demo: Served, piece: str, language: str = "en") -> dict[str, object]:
    """The entry of a piece."""
    status, entry = demo.ask(f"entry/{language}/{piece}")
    assert status == 200, entry
    return entry


def test_every_block_and_note_knows_its_page_and_its_line(demo: Served) -> None:
    """Both ways: each printed piece has a box inside its page, each that an author wrote has a line of a file."""
    draft = demo.draft("en")
    lines = (demo.folder / "en.yaml").read_text(encoding="utf-8").splitlines()
    for piece in draft["pieces"]:
        if piece["role"] not in ("cell", "total"):  # an empty cell is painted nowhere
            assert piece["boxes"], piece
        for page, left, top, width, height in piece["boxes"]:
            _, wide, high = draft["pages"][page - 1]
            assert left >= 0 and left + width <= wide and top >= 0 and top + height <= high, piece
        assert 1 <= piece.get("line", 1) <= len(lines)
    unwritten = [piece["id"] for piece in draft["pieces"] if "line" not in piece]
    assert unwritten == ["summary-1"]  # the word “Summary”


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_an_opened_piece_says_what_is_printed(demo: Served, language: str) -> None:
    """Every piece opens the entry whose words stand in its box."""
    draft = demo.draft(language)
    opened = 0
    for piece in draft["pieces"][::7]:
        if "line" not in piece or not piece["text"] or piece["role"] == "table":
            continue
        entry = words_of(demo, urllib.parse.quote(piece["id"]), language)
        if entry["kind"] == "scalar" and not set(entry["words"]) & set("{[*_^") and entry["file"] == f"{language}.yaml":
            plain = "".join(str(entry["words"]).split())
            printed = "".join(piece["text"].split())
            if piece["role"] in ("cell", "total") and plain.replace(".", "").isdigit():
                continue  # a figure is printed as the language writes figures
            assert plain in printed or piece["role"].startswith("heading annex"), (piece, entry)
            opened += 1
    assert opened > 8


def test_words_are_saved_into_their_line_and_drawn(demo: Served) -> None:
    """The page follows; the pages that are the same keep their digest; every other byte of the file stays."""
    before = demo.draft("en")
    path = demo.folder / "en.yaml"
    text = path.read_text(encoding="utf-8")
    piece = next(piece for piece in before["pieces"] if "spare parts where the wells are" in piece["text"])
    entry = words_of(demo, piece["id"])
    words = str(entry["words"]).replace("spare parts", "many spare parts")
    status, _ = demo.ask("words", {"file": "en.yaml", "path": entry["path"], "before": entry["words"], "words": words})
    assert status == 200
    assert path.read_text(encoding="utf-8") == text.replace(str(entry["words"]), words)
    after = demo.draft("en", before["number"])
    changed = [
        number for number, (old, new) in enumerate(zip(before["pages"], after["pages"], strict=True), 1) if old != new
    ]
    assert changed == [piece["boxes"][0][0]]
    assert demo.ask("undo", {}) == (200, {"file": "en.yaml"})
    assert path.read_text(encoding="utf-8") == text
    assert demo.draft("en", after["number"])["pages"] == before["pages"]


def test_a_file_changed_underneath_is_not_written_over(demo: Served) -> None:
    """Both texts come back; words that have only moved are found; an undo of what went on is refused."""
    draft = demo.draft("en")
    path = demo.folder / "en.yaml"
    text = path.read_text(encoding="utf-8")
    entry = words_of(demo, next(piece["id"] for piece in draft["pieces"] if "spare parts where" in piece["text"]))
    change = {"file": "en.yaml", "path": entry["path"], "before": entry["words"], "words": "Mine."}
    theirs = "Theirs."
    path.write_text(text.replace(str(entry["words"]), theirs), encoding="utf-8")
    status, told = demo.ask("words", change)
    assert (status, told["theirs"], told["mine"]) == (409, theirs, "Mine.")
    assert theirs in path.read_text(encoding="utf-8")
    path.write_text(text.replace("body:\n", "body:\n  - A paragraph before.\n", 1), encoding="utf-8")
    status, _ = demo.ask("words", change)
    assert status == 200
    assert "Mine." in path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert demo.ask("undo", {})[0] == 409


def test_a_sentence_says_which_fact_it_is_written_from(demo: Served) -> None:
    """A vote opens the vote of the record, whose fields change the sentence in every language."""
    draft = demo.draft("en")
    vote = next(piece for piece in draft["pieces"] if piece.get("fact") == "vote amendment")
    fact = words_of(demo, vote["id"])["fact"]
    assert fact["file"] == "record.yaml"
    assert fact["path"] == ["votes", "amendment"]
    _, told = demo.ask("fields", {"file": "record.yaml", "path": fact["path"]})
    field = next(field for field in told["fields"] if field["name"] == "against")
    record = demo.folder / "record.yaml"
    text = record.read_text(encoding="utf-8")
    wanted = {"file": "record.yaml", "path": field["path"], "before": field["value"], "words": "987"}
    assert demo.ask("words", wanted)[0] == 200
    for language in ("en", "ru"):
        later = demo.draft(language, draft["number"] if language == "en" else 0)
        assert any("987" in piece["text"] for piece in later["pieces"] if piece.get("fact") == "vote amendment")
    record.write_text(text, encoding="utf-8")


def test_only_its_own_page_on_this_machine_is_answered(demo: Served) -> None:
    """Another name of the machine, another page, no token, another kind of request: all refused, nothing changed."""
    before = (demo.folder / "en.yaml").read_bytes()
    assert demo.ask("about")[0] == 200
    assert demo.ask("about", host="example.org")[0] == 403
    assert demo.ask("about", host="127.0.0.1")[0] == 403
    assert demo.ask("about", origin="https://example.org")[0] == 403
    assert demo.ask("about", sec_fetch_site="cross-site")[0] == 403
    other = Served(demo.folder, "/".join(demo.address.split("/")[:3]) + "/wrong-token/", demo.process)
    assert other.ask("about")[0] == 403
    assert other.ask("")[0] == 403
    body = {"file": "en.yaml", "path": ["title"], "before": "x", "words": "y"}
    assert demo.ask("words", body, origin="https://example.org")[0] == 403
    assert demo.ask("words", body, origin="")[0] == 403
    assert demo.ask("words", body, content_type="text/plain")[0] == 403
    assert (demo.folder / "en.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "name",
    [
        "../secret.yaml",
        "/etc/passwd",
        "..%2fsecret.yaml",
        "annexes/../../secret.yaml",
        "translated/fr.txt",
        "cross-section.svg",
    ],
)
def test_no_other_file_can_be_read_or_written(demo: Served, name: str) -> None:
    """Only the YAML files of the document, whatever a path says."""
    secret = demo.folder.parent / "secret.yaml"
    secret.write_text("a: b\n")
    assert demo.ask(f"file/{name}")[0] in (403, 404)
    plain = urllib.parse.unquote(name)
    for path, body in (
        ("words", {"file": plain, "path": ["a"], "before": "b", "words": "c"}),
        ("replace", {"file": plain, "digest": "0", "text": "c"}),
        ("change", {"file": plain, "before": "b", "path": ["a"], "what": "delete"}),
        ("place", {"file": plain, "path": ["a"]}),
    ):
        assert demo.ask(path, body)[0] in (403, 404), path
    assert secret.read_text() == "a: b\n"
    assert demo.ask("static/..%2fapp.py")[0] in (403, 404)


def test_an_entry_is_changed_where_it_stands_by_now(demo: Served) -> None:
    """Somebody put a paragraph above meanwhile: what was opened is moved and deleted, not what stands in its place."""
    draft = demo.draft("en")
    piece = next(piece["id"] for piece in draft["pieces"] if "spare parts where" in piece["text"])
    entry = demo.ask(f"entry/en/{piece}?number={draft['number']}")[1]
    listed, path = entry["entry"], demo.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    *around, place = listed["path"]
    opened = {"file": "en.yaml", "path": listed["path"], "before": entry["words"]}
    first = {"file": "en.yaml", "path": [*around, place - 1]}
    above = demo.ask("place", {**first, "language": "en"})[1]
    added = {
        **first,
        "before": above["words"] or above["source"],
        "what": "enter",
        "words": ["Put above.", "And this."],
    }
    assert demo.ask("change", added) == (200, {"path": [*around, place + 1]})
    drawn = demo.draft("en", draft["number"])
    status, old = demo.ask(f"entry/en/{piece}?number={draft['number']}")
    assert (status, old["words"], old["path"]) == (200, entry["words"], [*around, place + 2])
    named_so = next(one for one in drawn["pieces"] if one["id"] == piece)
    assert "spare parts where" not in named_so["text"]  # the name has gone on to another piece
    assert demo.ask("place", {**opened, "language": "en"})[1]["path"] == [*around, place + 2]
    assert demo.ask("change", {**opened, "what": "move", "by": -1}) == (200, {"path": [*around, place + 1]})
    assert demo.ask("change", {**opened, "what": "delete"})[0] == 200
    now = path.read_text(encoding="utf-8")
    assert "spare parts where" not in now and "Put above." in now and "And this." in now
    assert demo.ask("change", {**opened, "what": "delete"})[0] == 409
    for _ in range(3):
        assert demo.ask("undo", {})[0] == 200
    assert path.read_text(encoding="utf-8") == before


def test_words_are_added_only_where_words_can_stand(demo: Served) -> None:
    """Among paragraphs and items, not among annexes or the decisions of the record."""
    takes = {}
    for file, path in (("record.yaml", ["adoptions", 0]), ("en.yaml", ["annexes", 0]), ("en.yaml", ["body", 0])):
        status, told = demo.ask("place", {"file": file, "path": path, "language": "en"})
        assert status == 200
        takes[path[0]] = told["entry"]["takes"]
    assert takes == {"adoptions": False, "annexes": False, "body": True}


def test_nonsense_is_refused_in_words(demo: Served) -> None:
    """Never a traceback: a status and a message."""
    for path, body in (
        ("words", {}), ("words", []), ("words", {"file": "en.yaml", "path": "title", "before": "", "words": ""}),
        ("change", {"file": "en.yaml", "before": "0", "path": [], "what": "burn"}),
        ("place", {"file": "en.yaml", "path": ["nowhere", 3]}), ("fields", {"file": 7, "path": [None]}),
        ("replace", {"file": "en.yaml"}),
    ):  # fmt: skip
        status, told = demo.ask(path, body)
        assert 400 <= status < 500, (path, body, status)
        assert told["message"], path
    assert demo.ask("draft/xx")[0] == 404
    assert demo.ask("draft/..")[0] in (403, 404)
    assert demo.ask("picture/0.png")[0] == 404
    assert demo.ask("entry/en/nothing")[0] == 404


def test_yaml_that_is_broken_for_a_moment_keeps_the_pages(demo: Served) -> None:
    """While a file cannot be read the last pages stay, with the finding that says why; then they follow again."""
    before = demo.draft("en")
    path = demo.folder / "en.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("body:\n", "body: [\n", 1), encoding="utf-8")
    broken = demo.draft("en", before["number"])
    assert broken["pages"] == before["pages"]
    assert any(found["severity"] == "error" and found.get("line") for found in broken["findings"])
    assert demo.ask("words", {"file": "en.yaml", "path": ["title"], "before": "a", "words": "b"})[0] == 422
    path.write_text(text, encoding="utf-8")
    number, deadline = broken["number"], time.monotonic() + 60
    while time.monotonic() < deadline:  # findings on the broken file may still arrive
        mended = demo.draft("en", number)
        if not [found for found in mended["findings"] if found["severity"] == "error"]:
            return
        number = mended["number"]
    raise AssertionError("the finding on the broken file stays")


def test_nothing_is_left_when_it_ends(serve: Callable[..., Served]) -> None:
    """Ctrl-C ends it with exit code 0, though somebody still listens; no half-written file stays."""
    import signal
    import threading
    import urllib.request

    served = serve(SYMBOL)
    served.draft("en")
    threading.Thread(
        target=lambda: urllib.request.urlopen(served.address + "events", timeout=30).read(), daemon=True
    ).start()
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(15) == 0
    assert not [path for path in Path(served.folder).iterdir() if path.name.startswith(".")]


def test_a_file_from_windows_keeps_its_manner(serve: Callable[..., Served]) -> None:
    """Mark at the beginning and line ends stay, whatever is written: words, an entry, the whole file, an undo."""

    def windows(folder: Path) -> None:
        path = folder / "en.yaml"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    served = serve(SYMBOL, windows)
    path = served.folder / "en.yaml"
    draft, before = served.draft("en"), path.read_bytes()
    piece = next(piece["id"] for piece in draft["pieces"] if "spare parts where the wells are" in piece["text"])
    entry = words_of(served, piece)
    words = str(entry["words"]).replace("spare parts", "many spare parts")
    change = {"file": "en.yaml", "path": entry["path"], "before": entry["words"], "words": words}
    assert served.ask("words", change)[0] == 200
    assert path.read_bytes() == before.replace(str(entry["words"]).encode(), words.encode())
    assert served.ask("undo", {}) == (200, {"file": "en.yaml"})
    listed = entry["entry"]
    assert "\r" not in listed["source"]
    here = {"file": "en.yaml", "path": listed["path"], "before": listed["words"] or listed["source"]}
    body = {**here, "what": "enter", "source": "unnumbered: New words.\nid: new"}
    assert served.ask("change", body)[0] == 200
    entered = path.read_bytes()
    assert b"- unnumbered: New words.\r\n" in entered and b"id: new\r\n" in entered
    assert entered.count(b"\n") == entered.count(b"\r\n") == before.count(b"\n") + 2
    told = served.ask("file/en.yaml")[1]
    assert told["text"].startswith("# ") and "\r" not in told["text"]
    text = told["text"].replace("New words.", "Newer words.")
    status, saved = served.ask("replace", {"file": "en.yaml", "digest": told["digest"], "text": text})
    assert (status, path.read_bytes()) == (200, entered.replace(b"New words.", b"Newer words."))
    assert served.ask("replace", {"file": "en.yaml", "digest": saved["digest"], "text": told["text"]})[0] == 200
    assert path.read_bytes() == entered
