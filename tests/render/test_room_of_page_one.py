"""The foot of page one keeps room for a job number only where there is one."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
import yaml

from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from tests.conftest import TODAY
from tests.house.conftest import Told, publisher

__all__ = ["publisher"]
# job number, lowest place on page one with it, and with none: from the foot of the sheet, in points
ROOM = {"nairobi": ("K2500000", 118.0, 56.7), "geneva": ("GE.25-00000", 131.0, 113.4)}
LINE = 12.0


@pytest.mark.parametrize("profile", ROOM)
def test_no_job_number_leaves_no_room(publisher: Callable[..., Told], tmp_path: Path, profile: str) -> None:
    number, with_job, without = ROOM[profile]
    assert publisher("new", "HSP/HA.3/7", "--kind", "note", "--profile", profile, "-l", "en").exit_code == 0
    folder = tmp_path / "data" / "HSP-HA.3-7"
    (folder / "en.yaml").write_text(
        yaml.safe_dump({"title": ["T"], "body": [{"unnumbered": "Words."} for _ in range(90)]}), "utf-8"
    )
    record = (folder / "record.yaml").read_text("utf-8")
    for job, room in ((f"job: {{number: {number}}}\n", with_job), ("", without)):
        (folder / "record.yaml").write_text(record + job, "utf-8")
        built = build(workspace_for(folder, TODAY), "en", ("pdf", "docx"))
        assert not built.rejected
        with pdfplumber.open(io.BytesIO(built.files["pdf"])) as document:
            page = document.pages[0]
            lowest = max(word["bottom"] for word in page.extract_words() if word["text"] == "Words.")
        assert 0 <= page.height - room - lowest < 2 * LINE
