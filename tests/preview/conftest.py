"""A preview as a browser meets it: the command, its address, questions and changes over HTTP."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
READY = 180.0  # seconds a busy machine may take


@dataclass(frozen=True)
class Served:
    """A preview that is running: its folder, its address, its process."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    def ask(self, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """The status and the answer: JSON where it is, else bytes."""
        origin = "/".join(self.address.split("/")[:3])
        given = {"origin": origin, "content-type": "application/json"} if body is not None else {}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(
            self.address + path, data, {name: value for name, value in given.items() if value}
        )
        try:
            with urllib.request.urlopen(request, timeout=READY) as answer:
                return answer.status, _read(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code, _read(refusal)

    def draft(self, language: str, after: int = 0) -> Any:
        """The draft of a language, once it was drawn more than `after` times and nothing is drawn at the moment."""
        until = time.monotonic() + READY
        while time.monotonic() < until:
            status, draft = self.ask(f"draft/{language}")
            if (
                status == 200
                and draft["number"] > after
                and draft["stage"] in ("drawn", "unclear", "proving", "proved")
            ):
                return draft
            time.sleep(0.05)
        raise AssertionError("not drawn in time")


def _read(answer: Any) -> Any:
    data = answer.read()
    return json.loads(data) if "json" in answer.headers.get("content-type", "") else data


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Starts the preview of a copy of a folder of `data`; a change of its files may be made before."""
    running: list[subprocess.Popen[str]] = []

    def start(name: str, change: Callable[[Path], None] = lambda _: None) -> Served:
        folder = tmp_path_factory.mktemp("preview") / name
        shutil.copytree(ROOT / "data" / name, folder)
        change(folder)
        process = subprocess.Popen(
            [sys.executable, "-m", "publisher", "preview", str(folder), "--no-open", "--today", "2027-11-12"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        running.append(process)
        assert process.stdout is not None
        return Served(folder, process.stdout.readline().strip(), process)

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
    for process in running:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
