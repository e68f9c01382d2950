"""Another peer of the benchmark: pandoc makes DOCX and Typst's markup of the same text, Typst the PDF."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

from tests.benchmarks.peer import DATA

SET = '#set text(font: ("Liberation Serif", "Noto Serif CJK SC"), lang: "zh", size: 10pt)\n#set page("a4")\n#let horizontalrule = []\n'


def installed() -> bool:
    """Tell whether both can be had (`pip install pypandoc_binary typst`)."""
    return all(importlib.util.find_spec(name) for name in ("pypandoc", "typst"))


def make(folder: Path) -> None:
    """Make DOCX and PDF of the data that `peer.prepare` wrote to `folder`."""
    import pypandoc
    import typst

    text = _markdown(json.loads((folder / DATA).read_text(encoding="utf-8"))["blocks"])
    pypandoc.convert_text(text, "docx", "markdown", outputfile=str(folder / "pandoc.docx"))
    (folder / "typst.typ").write_text(SET + pypandoc.convert_text(text, "typst", "markdown"), encoding="utf-8")
    typst.compile(str(folder / "typst.typ"), output=str(folder / "typst.pdf"))


def _markdown(blocks: list[dict[str, Any]]) -> str:
    lines: list[str] = []
    for block in blocks:
        match block["kind"]:
            case "heading":
                lines.append(f"# {_plain(block['text'])}")
            case "text":
                lines.append(_plain(block["text"]))
            case _:
                rows = [f"| {' | '.join(map(_plain, row))} |" for row in block["rows"]]
                lines.append("\n".join([rows[0], "|" + "---|" * len(block["rows"][0]), *rows[1:]]))
    return "\n\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\*_#$[]<>|`~^@" else sign for sign in text.replace("\n", " "))
