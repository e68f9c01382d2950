"""The lint finds each fault planted in a good file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from tests.docx import lint
from tests.docx.conftest import Written

PLANTS: dict[str, tuple[str, str, str]] = {  # what is found: part, pattern, what takes its place
    "stands twice": ("document", r'(<w:bookmarkStart w:id="\d+" w:name=")[^"]+', r"\1_chapter_1"),
    "is too long": ("document", r'w:name="_chapter_1"', f'w:name="_{"x" * 40}"'),
    "not closed": ("document", r"<w:bookmarkEnd [^>]+>", ""),
    "REF leads to": ("document", r"( REF )\S+", r"\1_nowhere"),
    "a link leads to": ("document", r'w:anchor="[^"]+"', 'w:anchor="_nowhere"'),
    "does not end": ("document", r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    "list 99 is not defined": ("document", r'<w:numId w:val="\d+"/>', '<w:numId w:val="99"/>'),
    "is called twice": ("document", r'(<w:footnoteReference w:id=")\d+', r"\g<1>3"),
    "is not there": ("footnotes", r'<w:footnote w:id="3">.*?</w:footnote>', ""),
    "has no words": ("document", r' descr="[^"]*"', ' descr=""'),
}


@pytest.mark.parametrize("message", PLANTS)
def test_planted(sheet: Callable[[str, str], Written], message: str) -> None:
    part, pattern, replacement = PLANTS[message]
    source = zipfile.ZipFile(io.BytesIO(sheet("en", "nairobi").data))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == f"word/{part}.xml":
                changed = re.sub(
                    pattern, replacement, content.decode(), count=2 if "twice" in message else 1, flags=re.S
                )
                assert changed != content.decode()
                content = changed.encode()
            archive.writestr(name, content)
    assert [found for found in lint.findings(target.getvalue()) if message in found]
