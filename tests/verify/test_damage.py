"""Whatever happens to the bytes of a file, verify gives back findings and never stumbles."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pikepdf
import pytest

from publisher.verify import verify_docx, verify_pdf
from tests.verify.conftest import Finished
from tests.verify.surgery import Parcel


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` with some bytes altered, left out or doubled."""
    altered = bytearray(data)
    for _ in range(chance.choice([1, 3, 30])):
        at, length = chance.randrange(len(altered) - 300), chance.randrange(1, 200)
        match chance.randrange(3):
            case 0:
                altered[at] = chance.randrange(256)
            case 1:
                del altered[at : at + length]
            case _:
                altered[at:at] = altered[at : at + length]
    return bytes(altered)


def spread(pdf: bytes) -> bytes:
    """A PDF with its objects in the open, so that damage reaches what they say."""
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(written, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return written.getvalue()


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_pdf(seed: int, finished: dict[str, Finished]) -> None:
    report = finished["en"]
    found = verify_pdf(damaged(spread(report.pdf), random.Random(seed)), report.document, "x.pdf")
    assert all(each.code.startswith("OUT") for each in found)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_docx(seed: int, finished: dict[str, Finished]) -> None:
    report, chance = finished["en"], random.Random(seed)
    file = Parcel(report.docx)
    name = chance.choice([name for name in file.parts if name.endswith(".xml") and len(file.parts[name]) > 9_000])
    file.parts[name] = damaged(file.parts[name], chance)
    found = verify_docx(file.bytes(), report.document, "x.docx")
    assert all(each.code.startswith("OUT") for each in found)


def test_a_docx_without_its_parts(finished: dict[str, Finished]) -> None:
    report = finished["en"]
    with zipfile.ZipFile(BytesIO(report.docx)) as archive:
        names = archive.namelist()
    for name in names:
        file = Parcel(report.docx)
        del file.parts[name]
        verify_docx(file.bytes(), report.document, "x.docx")
