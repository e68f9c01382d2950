"""The peer of the benchmark: docxtpl fills a Word template with the text of a document, LibreOffice makes the PDF."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TEMPLATE, DATA, FILLED = "template.docx", "peer.json", "peer.docx"


def prepare(resolved: Any, folder: Path) -> None:
    """Write the template and the data: the same masthead, paragraphs, headings, tables and notes, numbers as text."""
    (folder / DATA).write_text(json.dumps({"blocks": list(_blocks(resolved))}, ensure_ascii=False), encoding="utf-8")
    _write_template(folder / TEMPLATE)


def fill(folder: Path) -> None:
    """Fill the template: the DOCX of the peer."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(folder / TEMPLATE)
    template.render(json.loads((folder / DATA).read_text(encoding="utf-8")), autoescape=True)
    template.save(folder / FILLED)


def convert(folder: Path) -> None:
    """Let LibreOffice make the PDF of it."""
    convert_many([folder], folder / "profile")


def convert_many(folders: Sequence[Path], profile: Path) -> None:
    """Let one call of LibreOffice make the PDF of each."""
    for k, folder in enumerate(folders if len(folders) > 1 else []):
        (folder / FILLED).replace(folder / f"{k}-{FILLED}")  # all PDFs go to one folder
    sources = [next(iter([*folder.glob(f"*{FILLED}"), folder / TEMPLATE])) for folder in folders]
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folders[0]), *map(str, sources)],
        check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _blocks(resolved: Any) -> Iterator[dict[str, Any]]:
    from publisher.model.inline import plain
    from publisher.model.resolved import EndRule, Figure, Heading, Paragraph, Table

    yield {"kind": "text", "text": f"{resolved.masthead.organization}  {resolved.symbol}"}
    for line in resolved.title:
        yield {"kind": "heading", "text": plain(line)}
    for division in resolved.divisions:
        for block in division.blocks:
            match block:
                case Heading():
                    yield {"kind": "heading", "text": _numbered(block.number, plain(block.text))}
                case Paragraph():
                    yield {"kind": "text", "text": _numbered(block.number, plain(block.label) + plain(block.text))}
                case Table():
                    rows = [*block.head, *(row.cells for row in block.rows)]
                    yield {"kind": "table", "rows": [[plain(cell.text) for cell in row] for row in rows]}
                case Figure() | EndRule():
                    pass
    for note in resolved.notes:
        yield {"kind": "text", "text": f"{note.mark} {plain(note.text)}"}


def _numbered(number: Any, text: str) -> str:
    return f"{number.printed}\t{text}" if number is not None else text


def _write_template(path: Path) -> None:
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    for name in ("Normal", "Heading 1"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    document.add_paragraph("{%p for block in blocks %}")
    document.add_paragraph("{%p if block.kind == 'heading' %}")
    document.add_paragraph("{{ block.text }}", style="Heading 1")
    document.add_paragraph("{%p elif block.kind == 'text' %}")
    document.add_paragraph("{{ block.text }}")
    document.add_paragraph("{%p else %}")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    table.cell(1, 1).text = "{{ cell }}"
    table.cell(1, 2).text = "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))


if __name__ == "__main__":
    *given, profile = map(Path, sys.argv[1:])
    for place in given:
        fill(place)
    convert_many(given, profile)
