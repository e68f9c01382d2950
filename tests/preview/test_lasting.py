"""The preview over a long day: its memory, long documents, an extra that is missing, a process that is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from publisher.failures import MissingDependency
from publisher.preview import serve as serve_preview
from tests.conftest import TODAY
from tests.preview.conftest import Served

REBUILDS, SETTLED = 60, 25
MOST_GROWTH = 40 * 1024 * 1024  # bytes; a leak of one draft a rebuild would be twice that


def held(served: Served) -> int:
    """The bytes that the preview and its processes hold."""
    whole = psutil.Process(served.process.pid)
    return sum(process.memory_info().rss for process in (whole, *whole.children(recursive=True)))


@pytest.mark.slow
def test_memory_stays_bounded(serve: Callable[..., Served]) -> None:
    """Many savings, each drawn and its first page asked for: from the 25th on memory hardly grows."""
    served = serve("HSP-HA.2-16-Rev.1")
    path = served.folder / "zh.yaml"
    text = path.read_text(encoding="utf-8")
    number, settled = 0, 0
    for round_ in range(REBUILDS):
        path.write_text(f"{text}# {round_}\n", encoding="utf-8")
        draft = served.draft("zh", number)
        number = draft["number"]
        status, picture = served.ask(f"picture/{draft['pages'][round_ % 5][0]}.png?width={600 + round_}")
        assert status == 200
        assert picture[:4] == b"\x89PNG"
        if round_ == SETTLED:
            settled = held(served)
    assert held(served) - settled < MOST_GROWTH


def test_a_process_that_is_lost_is_replaced(serve: Callable[..., Served]) -> None:
    """Killed while it draws: the failure is told, the next saving is drawn again; the files are whole."""
    served = serve("DEMO-CVW.3-15")
    draft = served.draft("en")
    path = served.folder / "en.yaml"
    text = path.read_text(encoding="utf-8")
    for child in psutil.Process(served.process.pid).children():
        os.kill(child.pid, signal.SIGKILL)
    path.write_text(text + "# once\n", encoding="utf-8")
    time.sleep(2)
    path.write_text(text.replace("Thank you.", "Many thanks."), encoding="utf-8")
    later, drafts = draft, 0
    while drafts < 3 and not any("Many thanks." in piece["text"] for piece in later["pieces"]):
        later, drafts = served.draft("en", later["number"] + 1), drafts + 1  # one may be of the saving between
    assert any("Many thanks." in piece["text"] for piece in later["pieces"])


@pytest.mark.parametrize("signal_", [signal.SIGKILL])
def test_killed_while_saving_nothing_is_half_written(serve: Callable[..., Served], signal_: int) -> None:
    """The file is the one before or the one after, never another."""
    import threading

    served = serve("DEMO-CVW.3-15")
    draft = served.draft("en")
    piece = next(piece["id"] for piece in draft["pieces"] if "spare parts where" in piece["text"])
    entry = served.ask(f"entry/en/{piece}")[1]
    path = served.folder / "en.yaml"
    before = path.read_text(encoding="utf-8")
    words = str(entry["words"]) + " More words." * 2000
    change = {"file": "en.yaml", "path": entry["path"], "before": entry["words"], "words": words}

    def save() -> None:
        try:
            served.ask("words", change)
        except OSError:
            return

    saving = threading.Thread(target=save)
    saving.start()
    time.sleep(0.02)
    served.process.send_signal(signal_)
    saving.join()
    assert path.read_text(encoding="utf-8") in (before, before.replace(str(entry["words"]), words))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Exit code 3 and the command that installs it."""
    monkeypatch.setattr("publisher.preview.serving.find_spec", lambda name: None if name == "starlette" else sys)
    with pytest.raises(MissingDependency, match=r"starlette.*publisher\[preview\]"):
        serve_preview(tmp_path, TODAY, 0, "", print)
