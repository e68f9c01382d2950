"""Files that are no Word package, locked, or made to do harm are refused before they are read, with the ground."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from publisher.openxml import admission
from publisher.openxml.admission import Refused
from publisher.openxml.package import Package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{MAIN}" Target="word/document.xml"/></Relationships>'
)
DOCUMENT = f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'
ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def packed(document: str = DOCUMENT, **more: str | bytes) -> bytes:
    """A package of as few parts as Word opens, and `more` beside them ("__" stands for "/", "_0" for ".")."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
        for name, content in more.items():
            archive.writestr(name.replace("__", "/").replace("_0", "."), content)
    return written.getvalue()


def doubled() -> bytes:
    written = BytesIO(packed())
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("WORD/document.xml", DOCUMENT)
    return written.getvalue()


def locked() -> bytes:
    """The bit that says a part is encrypted, set in both of its heads."""
    data = bytearray(packed())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    return bytes(data)


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
CASES = {
    "empty": (b"", "damaged"),
    "words": (b"Report of the Conference", "damaged"),
    "cut": (packed()[:-40], "damaged"),
    "pdf": (b"%PDF-1.7\n", "other-format"),
    "rtf": (b"{\\rtf1 x}", "other-format"),
    "web page": (b"<html></html>", "other-format"),
    "doc": (COMPOUND + "WordDocument".encode("utf-16-le"), "other-format"),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "locked part": (locked(), "encrypted"),
    "macros by part": (packed(word__vbaProject_0bin=b"x"), "macros"),
    "macros by type": (packed(**{"[Content_Types]_0xml": TYPES}), "macros"),
    "entities": (packed(ENTITIES + DOCUMENT), "hostile"),
    "entity of a file": (packed(OUTSIDE + DOCUMENT.replace("<w:p/>", "<w:p>&a;</w:p>")), "hostile"),
    "twice": (doubled(), "hostile"),
    "sheet": (packed("<workbook/>"), "other-format"),
    "no xml": (packed("<w:document"), "damaged"),
    "deep": (packed(DOCUMENT.replace("<w:p/>", "<w:sdt>" * 600 + "</w:sdt>" * 600)), "hostile"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_refused_and_on_what_ground(name: str) -> None:
    data, ground = CASES[name]
    with pytest.raises(Refused) as refused:
        Package(data)
    assert refused.value.ground == ground, refused.value


@pytest.mark.parametrize(("bound", "most"), [("LARGEST_PART", 100), ("LARGEST_PACKAGE", 900), ("MOST_PARTS", 1)])
def test_what_would_unpack_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    monkeypatch.setattr(admission, bound, most)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("a part was unpacked"))
    with pytest.raises(Refused) as refused:
        Package(packed(document=DOCUMENT + " " * 1000))
    assert refused.value.ground == "hostile"


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("word/document.xml", "w") as part:
            for _ in range(80):
                part.write(bytes(1 << 20))
        archive.writestr("_rels/.rels", RELATIONS)
    assert len(written.getvalue()) < 200_000
    with pytest.raises(Refused, match="unpacks to 80 MB"):
        Package(written.getvalue())


def test_a_plain_package_is_read() -> None:
    assert len(Package(packed()).body) == 1
