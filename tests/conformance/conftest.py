"""What the referees judge: every kind as `new` makes it, and every block that is set apart, as built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.cli import main
from publisher.cli.starting import KINDS
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conformance.blocks import write_blocks
from tests.conftest import TODAY

FORMATS = ("docx", "pdf", "html")
ENDINGS = {"summary-record": "SR.7", "verbatim-record": "PV.7"}
# every kind in every language, at each duty station in turn
STATIONS = ("nairobi", "geneva", "new-york")
LANGUAGES = ("en", "ar", "zh", "fr", "ru", "es")
BLOCKS = (("en", "nairobi"), ("en", "geneva"), ("en", "new-york"), ("ar", "new-york"), ("zh", "geneva"))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The files of each format."""
    place = tmp_path_factory.mktemp("conformance")
    files: dict[str, list[Path]] = {form: [] for form in FORMATS}
    for name, folder, language in (*_kinds(place), *_blocks(place)):
        made = build(workspace_for(folder, TODAY), language, FORMATS, "draft")
        assert set(made.files) == set(FORMATS) and not made.rejected, (name, made.diagnostics)
        for form, data in made.files.items():
            path = place / f"{name}.{form}"
            path.write_bytes(data)
            files[form].append(path)
    return files


def _kinds(place: Path) -> Iterator[tuple[str, Path, str]]:
    for at, kind in enumerate(KINDS):
        station = STATIONS[at % len(STATIONS)]
        symbol = f"HSP/HA.3/{ENDINGS.get(kind, 'L.7')}"
        with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as ended:
            options = ["--kind", kind, "-l", ",".join(LANGUAGES), "--profile", station, "--today", f"{TODAY}", "-q"]
            patch.setattr("sys.argv", ["publisher", "new", symbol, "-o", f"{place / kind}", *options])
            main()
        assert not ended.value.code, kind
        (folder,) = (place / kind).iterdir()
        for language in LANGUAGES:
            yield f"{kind}-{station}-{language}", folder, language


def _blocks(place: Path) -> Iterator[tuple[str, Path, str]]:
    for language, station in BLOCKS:
        name = f"blocks-{station}-{language}"
        yield name, write_blocks(place / name, language, station), language
