"""A PDF carries what it was given, byte for byte; the AKN4UN among it says what the document says."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from publisher.model.workspace import Workspace, workspace_for
from publisher.pipeline import Built, build
from publisher.verify import verify_pdf

TODAY = datetime.date(2026, 1, 1)
FOLDER = Path(__file__).parents[2] / "data" / "DEMO-CVW.3-15"
WHOLE = "DEMO-CVW.3-15.ar.akn.xml"


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return workspace_for(FOLDER, TODAY)


@pytest.fixture(scope="module")
def made(workspace: Workspace) -> Built:
    return build(workspace, "ar", ("pdf", "akn"), attached="akn")


def carried(data: bytes) -> dict[str, bytes]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def spoilt(data: bytes, name: str, content: bytes | None, relationship: str = "/Alternative") -> bytes:
    """The PDF with another file under a name, or without it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        if content is None:
            del pdf.attachments[name]
        else:
            spec = pikepdf.AttachedFileSpec(pdf, content, mime_type="text/xml", relationship=pikepdf.Name(relationship))
            pdf.attachments[name] = spec
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def told(made: Built, data: bytes, given: dict[str, bytes] | None) -> list[str]:
    assert made.resolved is not None
    return [f"{one.code} {one.message}" for one in verify_pdf(data, made.resolved, "a.pdf", (), carried=given)]


def test_the_pdf_carries_the_akn4un_of_the_same_build(workspace: Workspace, made: Built) -> None:
    files = carried(made.files["pdf"])
    assert set(files) == {"record.yaml", "ar.yaml", WHOLE} and files[WHOLE] == made.files["akn"]
    assert not made.rejected
    assert build(workspace, "ar", ("pdf",), attached="akn").files["pdf"] == made.files["pdf"]


def test_what_is_not_as_it_was_given_is_told(made: Built) -> None:
    data, given = made.files["pdf"], carried(made.files["pdf"])
    assert told(made, data, given) == []
    assert told(made, spoilt(data, WHOLE, None), given) == [f"OUT073 “{WHOLE}” is not attached"]
    [found] = told(made, spoilt(data, "record.yaml", b"symbol: A/1"), given)
    assert "not as it was given" in found
    [found] = told(made, spoilt(data, "more.yaml", b"x"), given)
    assert "nobody gave it" in found
    [found] = told(made, spoilt(data, WHOLE, given[WHOLE], "/Source"), given)
    assert "Alternative" in found


def test_an_akn4un_that_says_otherwise_is_told_though_nobody_says_what_was_given(made: Built) -> None:
    other = re.sub(rb"(<mainBody.*?<content[^>]*><p>)\S+", rb"\1", made.files["akn"], count=1, flags=re.DOTALL)
    assert other != made.files["akn"]
    found = told(made, spoilt(made.files["pdf"], WHOLE, other), None)
    assert found and all(one.startswith("OUT0") for one in found)
