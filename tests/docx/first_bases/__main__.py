"""How the Word bases were first made: `python -m tests.docx.first_bases templates/word` writes all three anew.

The committed .docx files are the source: a designer opens and edits them in Word. These modules are kept only as the
record of the first values and as a start for a new profile; running them over an edited base throws the edits away.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

from tests.docx.first_bases.heads import document, running_foot, running_head
from tests.docx.first_bases.marking import OFFICE, PACKAGE, RELATION, XML, W
from tests.docx.first_bases.parts import fonts, footnotes, settings, styles, theme
from tests.docx.first_bases.profiles import GENEVA, NAIROBI, NEW_YORK, Profile


def placeholder(width: int, height: int) -> bytes:
    """A grey box with a cross: shows the designer where the picture will stand."""
    image = Image.new("L", (width, height), 230)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width - 1, height - 1), outline=120)
    pen.line((0, 0, width, height), fill=120)
    pen.line((0, height, width, 0), fill=120)
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def write(profile: Profile, target: Path) -> None:
    """Write one base with fixed zip times."""
    parts: dict[str, str | bytes] = {}
    kinds: dict[str, str] = {}
    relations: list[tuple[str, str, str]] = []

    def part(name: str, kind: str, relation: str, identifier: str, content: str) -> None:
        parts[f"word/{name}"] = content
        kinds[f"/word/{name}"] = f"{OFFICE}.{kind}+xml"
        relations.append((identifier, f"{RELATION}/{relation}", name))

    part("styles.xml", "styles", "styles", "rIdStyles", styles(profile))
    part("settings.xml", "settings", "settings", "rIdSettings", settings(profile))
    part("fontTable.xml", "fontTable", "fontTable", "rIdFonts", fonts())
    part("numbering.xml", "numbering", "numbering", "rIdNumbering", f"{XML}<w:numbering {W}/>")
    part("footnotes.xml", "footnotes", "footnotes", "rIdFootnotes", footnotes(profile))
    part("theme/theme1.xml", "theme", "theme", "rIdTheme", theme())
    kinds["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    for wide in (False, True):
        for turn in ("even", "default") if wide else ("first", "even", "default"):
            suffix = turn.capitalize() + ("Wide" if wide else "")
            part(
                f"header{suffix}.xml",
                "header",
                "header",
                f"rIdHeader{suffix}",
                f"{XML}<w:hdr {W}>{running_head(profile, turn, wide)}</w:hdr>",
            )
            part(
                f"footer{suffix}.xml",
                "footer",
                "footer",
                f"rIdFooter{suffix}",
                f"{XML}<w:ftr {W}>{running_foot(profile, turn, wide)}</w:ftr>",
            )
    parts["word/document.xml"] = document(profile)
    kinds["/word/document.xml"] = f"{OFFICE}.document.main+xml"
    image = f"{RELATION}/image"
    if profile.family == "B":
        relations.append(("rIdEmblem", image, "media/emblem.png"))
    parts["word/media/emblem.png"] = placeholder(225, 181)
    parts["word/media/bars.png"] = placeholder(360, 88)
    parts["word/media/square.png"] = placeholder(200, 200)

    def relationships(rows: list[tuple[str, str, str]]) -> str:
        return (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in rows)
            + "</Relationships>"
        )

    parts["word/_rels/document.xml.rels"] = relationships(relations)
    parts["word/_rels/footerFirst.xml.rels"] = relationships(
        [("rIdBars", image, "media/bars.png"), ("rIdSquare", image, "media/square.png")]
    )
    if profile.family == "A":
        parts["word/_rels/headerFirst.xml.rels"] = relationships([("rIdEmblem", image, "media/emblem.png")])
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    parts["_rels/.rels"] = relationships(
        [("rId1", f"{RELATION}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
    )
    parts["docProps/core.xml"] = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts["[Content_Types].xml"] = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in sorted(kinds.items()))
        + "</Types>"
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            content = parts[name]
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)),
                content.encode() if isinstance(content, str) else content,
                zipfile.ZIP_DEFLATED,
            )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, profile in (("geneva", GENEVA), ("nairobi", NAIROBI), ("new-york", NEW_YORK)):
        write(profile, folder / f"{name}.docx")
