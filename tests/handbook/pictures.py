"""Makes the pictures of README and handbook anew: `python -m tests.handbook.pictures [NAME …]`.

Each carries the words it shows, so that a test can say when it no longer shows what the program makes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from publisher.handbook.book import blocks, chapters
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import ROOT, TODAY
from tests.handbook.test_pages import put_into, write

GROUND, GAP = 0xE0, 14  # grey around pages, pixels
WORDS = "Words"  # key of what a picture shows


@dataclass(frozen=True)
class Made:
    """A picture and the words in it."""

    image: Image.Image
    words: str

    @property
    def digest(self) -> str:
        """What stands for the words, spaces apart."""
        return hashlib.sha256("".join(self.words.split()).encode()).hexdigest()[:24]

    def save(self, path: Path) -> None:
        """Write it as PNG, in as many colours as it has."""
        told = PngInfo()
        told.add_text(WORDS, self.digest)
        self.image.save(path, pnginfo=told, optimize=True)


def pages(_: Path) -> Made:
    """Pages in English, Arabic and Chinese."""
    demonstration, seed = ROOT / "data" / "DEMO-CVW.3-15", ROOT / "data" / "HSP-HA.2-16"
    wanted = ((demonstration, "en", (1, 7)), (demonstration, "ar", (1,)), (seed, "zh", (1,)))
    files = [
        (build(workspace_for(folder, TODAY), code, ("pdf",)).files["pdf"], places) for folder, code, places in wanted
    ]
    return _side_by_side(files, 395, 560)


def first_day(at: Path) -> Made:
    """Page one in English, the last two in French, of the report of the first day."""
    [page] = [page for page in chapters("") if page.name == "first-day"]
    for block in blocks(page.text):
        if block["how"] == "file":
            write(at / block["name"], block["holds"])
        elif block["how"] == "into":
            put_into(at / block["name"], block["holds"])
        elif block["language"] in ("sh", "console"):
            for line in _commands(block["holds"]):
                subprocess.run(
                    [sys.executable, "-m", *line], cwd=at, check=False, capture_output=True, env=_environment()
                )
            if "publisher issue" in block["holds"]:
                break
    files = [(at / "build" / "WMB-1-5" / f"WMB-1-5.{code}.pdf").read_bytes() for code in ("en", "fr")]
    return _side_by_side([(files[0], (1,)), (files[1], (3, 4))], 496, 700)


def _commands(text: str) -> Iterator[list[str]]:
    """The commands of a block that come before anything is issued."""
    for line in text.splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["publisher"] and words[1] not in ("issue", "translated"):
            yield words


def preview(at: Path) -> Made:
    """The preview with a sentence chosen, its words and its fact beside it."""
    import shutil

    folder, target = at / "DEMO-CVW.3-15", at / "picture.png"
    shutil.copytree(ROOT / "data" / folder.name, folder)
    command = [sys.executable, "-m", "publisher", "preview", str(folder), "--no-open", "--today", "2027-11-12"]
    with subprocess.Popen([*command, "--speak", "en"], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        modules = os.environ.get("AXE_MODULES", str(ROOT / ".cache" / "axe" / "node_modules"))
        chromium = shutil.which("chromium") or "chromium"
        told = subprocess.run(
            ["node", str(ROOT / "tests/preview/browser.mjs"), address, "picture", json.dumps({"path": str(target)})],
            env={**os.environ, "AXE_MODULES": modules, "CHROMIUM": chromium}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        process.terminate()
    seen = json.loads(told.stdout)
    assert "error" not in seen, seen
    return Made(Image.open(target).convert("P", palette=Image.Palette.ADAPTIVE, colors=128), seen["words"])


PICTURES: dict[str, tuple[Path, Callable[[Path], Made]]] = {
    "pages": (ROOT / "publisher/handbook/pictures/pages.png", pages),
    "first-day": (ROOT / "publisher/handbook/pictures/first-day.png", first_day),
    "preview": (ROOT / "publisher/preview/picture.png", preview),
}


def _side_by_side(files: Sequence[tuple[bytes, Sequence[int]]], width: int, height: int) -> Made:
    drawn, words = [], []
    for data, places in files:
        document = pypdfium2.PdfDocument(BytesIO(data))
        for number in places:
            page = document[number - 1]
            drawn.append(page.render(scale=width / page.get_width()).to_pil().convert("L").crop((0, 0, width, height)))
            words.append(page.get_textpage().get_text_range())
    whole = Image.new("L", (GAP + len(drawn) * (width + GAP), height + 2 * GAP), GROUND)
    for place, page in enumerate(drawn):
        whole.paste(page, (GAP + place * (width + GAP), GAP))
    return Made(whole.quantize(16), "\n".join(words))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PUBLISHER_LANGUAGE": "en"}


def main() -> None:
    """Make the pictures that are named, all where none is."""
    for name in sys.argv[1:] or PICTURES:
        path, make = PICTURES[name]
        with tempfile.TemporaryDirectory() as place:
            make(Path(place)).save(path)
        print(path)


if __name__ == "__main__":
    main()
