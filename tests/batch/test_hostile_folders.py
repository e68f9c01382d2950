"""A batch of good folders and of what strangers send: the good ones are built, the others end their own job only."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import RECORD, ROOT, WORDS

Spoil = Callable[[Path], None]
GOOD = 8
FIGURE = WORDS.replace("footnotes:", '  - {figure: "a.svg", alternative: A picture.}\nfootnotes:')
TABLE = WORDS.replace("footnotes:", "  - {table: a.xlsx, title: Rows}\nfootnotes:")


def words(text: str) -> Spoil:
    return lambda folder: (folder / "en.yaml").write_text(text, encoding="utf-8") and None


def saying(line: str) -> Spoil:
    return words(WORDS.replace("footnotes:", f'  - "{line}"\nfootnotes:'))


def drawn(name: str, content: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        words(FIGURE.replace("a.svg", name))(folder)
        (folder / name).write_bytes(content)

    return spoil


def instead_of_the_record(make: Callable[[Path], object]) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / "record.yaml").unlink()
        make(folder / "record.yaml")

    return spoil


def sheet(cell: str, merged: str = "") -> Spoil:
    from openpyxl import Workbook

    def spoil(folder: Path) -> None:
        words(TABLE)(folder)
        stream = io.BytesIO()
        book = Workbook()
        book.active.append(["Place", "Number"])
        book.active.append(["North", 7])
        book.save(stream)
        with zipfile.ZipFile(stream) as old, zipfile.ZipFile(folder / "a.xlsx", "w") as new:
            for part in old.namelist():
                data = old.read(part)
                if part.endswith("sheet1.xml"):
                    row = cell.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                    data = data.replace(b'<row r="2"', f'<row r="{row}"'.encode()).replace(
                        b'"B2"', f'"{cell}"'.encode()
                    )
                    data = data.replace(b"</sheetData>", b"</sheetData>" + merged.encode())
                new.writestr(part, data)

    return spoil


def bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("1", (13_000, 13_000)).save(stream, "PNG")
    return stream.getvalue()


def sparse(folder: Path) -> None:
    with (folder / "big.bin").open("wb") as file:
        file.truncate(30 * 2**30)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"><rect width="5" height="5"/></svg>'
HARMLESS: dict[str, Spoil] = {  # built all the same
    "links to itself": lambda folder: (folder / "me").symlink_to("."),
    "has a link to a link to itself": lambda folder: (folder / "loop").symlink_to("loop"),
    "has a name that is not UTF-8": lambda folder: Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).touch(),
    "holds thirty gigabytes": sparse,
    "holds a pipe": lambda folder: os.mkfifo(folder / "pipe.png"),
    "n" * 250: lambda folder: None,
    os.fsdecode(b"not \xff UTF-8"): lambda folder: None,
    "vast drawing": drawn("a.svg", SVG.format("100000").encode()),
    "three thousand brackets": saying("(" * 3000 + "."),
}
REFUSED: dict[str, Spoil] = {  # a finding at its place
    "half a character": saying("\\ud800 lone."),
    "half a character worked out": words(WORDS.replace("footnotes:", "  - '{{ \"\\ud800\" }}'\nfootnotes:")),
    "a pipe for a record": instead_of_the_record(os.mkfifo),
    "a device for a record": instead_of_the_record(lambda path: path.symlink_to("/dev/zero")),
    "a record from outside": instead_of_the_record(lambda path: path.symlink_to("/etc/passwd")),
    "a folder for a record": instead_of_the_record(Path.mkdir),
    "a record that is no text": instead_of_the_record(lambda path: path.write_bytes(bytes(range(256)) * 100)),
    "a thousand braces": saying("{{ " * 1000),
    "a paragraph without end": saying("word " * 50_000),
    "words that name each other": words(
        WORDS.replace("agenda: {", "agenda: {a: \"" + "{{ item('a').title }}" * 300 + '", ')
    ),
    "lists without end": words(WORDS + "x: " + "[" * 100_000),
    "five thousand entries of no kind": words(WORDS.split("footnotes")[0] + "  - {heading: x, body: [{y: 1}]}\n" * 5000),
    "a picture of many dots": drawn("a.png", bomb()),
    "a drawing without end": drawn("a.svg", SVG.format("9e300").encode()),
    "a sheet of many rows": sheet("B99999999999"),
    "a sheet merged as a whole": sheet("B2", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
}  # fmt: skip


def folder_of(place: Path, number: int, name: str, spoil: Spoil) -> Path:
    folder = place / name
    folder.mkdir(parents=True)
    (folder / "record.yaml").write_text(RECORD.replace("HA.2/99", f"HA.2/{number}"), encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS, encoding="utf-8")
    spoil(folder)
    return folder


@pytest.mark.slow
def test_a_batch_builds_what_is_good_among_what_is_hostile(tmp_path: Path) -> None:
    kinds = {f"good-{number}": (lambda folder: None) for number in range(GOOD)} | HARMLESS | REFUSED
    for number, (name, spoil) in enumerate(kinds.items(), 100):
        folder_of(tmp_path / "data", number, name, spoil)
    start = time.monotonic()
    told = subprocess.run(
        [sys.executable, "-m", "publisher", "batch", "data", "--output", "out", "-f", "html", "--time-limit", "60", "-j", "2"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=600,
    )  # fmt: skip
    said = told.stderr.decode("utf-8", "replace")
    assert told.returncode == 1 and "Traceback" not in said, said[-3000:]
    outcomes = {Path(one["folder"]).name: one for one in json.loads((tmp_path / "out" / "summary.json").read_bytes())}
    assert len(outcomes) == len(kinds)
    for name in [*(f"good-{number}" for number in range(GOOD)), *HARMLESS]:
        assert outcomes[name]["written"], (name, outcomes[name])
    for name in REFUSED:
        codes = [found["code"] for found in outcomes[name]["findings"] if found["severity"] == "error"]
        assert (
            outcomes[name]["exit_code"] == 1 and codes and all(found["at"] for found in outcomes[name]["findings"])
        ), (name, outcomes[name])
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert most < 1500, f"{most:.0f} MB"
    assert time.monotonic() - start < 500
    again = subprocess.run(
        [sys.executable, "-m", "publisher", "batch", "data", "--output", "out", "-f", "html", "-j", "2"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=600,
    )  # fmt: skip
    assert " 0 built, " in again.stderr.decode("utf-8", "replace")
