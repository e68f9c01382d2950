"""One document with the blocks that sheets made by hand do not have, in words of three scripts."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import RECORD

FACTS = RECORD + "adoptions: [{number: 2/1}]\ncontents: true\n"
SAID = {
    "en": ("Wells", "Words on wells, with *emphasis*.", "[Available in the language of submission only.]"),
    "ar": ("آبار", "كلام عن الآبار.", "[متاح بلغة التقديم فقط.]"),
    "zh": ("水井", "关于水井的文字。", "[仅以提交语文提供。]"),
}
WORDS = """\
title: [{title}]
agenda: {{opening: "{text}", adoption: "{text}"}}
symbol-notes: {note}
summary:
  - "{text}"
  - table: [["{title}", 5]]
    title: "{title}"
    columns: [{{head: "{title}"}}, {{head: "{title}", align: end}}]
body:
  - heading: "{title}"
    body:
      - "{text}"
      - box: "{title}"
        body:
          - "{text}[^boxed]"
          - bullets: ["{title}", "{title}"]
          - heading: "{title}"
            body: ["{text}"]
          - table: [["{title}", 5]]
            title: "{title}"
            columns: [{{head: "{title}"}}, {{head: "{title}", align: end}}]
      - in-columns: 2
        body:
          - "{text}"
          - "{text}[^beside]"
          - box:
            body: ["{text}"]
          - heading: "{title}"
            body: ["{text}"]
      - "{text}"
      - landscape: true
        body:
          - "{text}[^across]"
          - table: [["{title}", 5]]
            title: "{title}"
            columns: [{{head: "{title}"}}, {{head: "{title}", align: end}}]
      - decision: 2/1
      - signature:
          - signed: Ann **Other**
            office: ["{title}"]
decisions:
  2/1:
    title: "{title}"
    preamble: ["{text}"]
    operative:
      - "{text}"
      - declaration: "{title}"
        body:
          - heading: "{title}"
            body:
              - paragraph: "{text}"
                items: ["{text}", "{text}"]
      - "{text}"
    annexes:
      - annex: "{title}"
        body:
          - heading: "{title}"
            body: ["{text}"]
footnotes: {{boxed: "{text}", beside: "{text}", across: "{text}"}}
"""


def write_blocks(folder: Path, language: str, profile: str) -> Path:
    """The folder of the document."""
    folder.mkdir(parents=True)
    record = FACTS.replace("profile: nairobi", f"profile: {profile}").replace("original: en", f"original: {language}")
    (folder / "record.yaml").write_text(record, encoding="utf-8")
    title, text, note = SAID[language]
    (folder / f"{language}.yaml").write_text(WORDS.format(title=title, text=text, note=note), encoding="utf-8")
    return folder
