"""Names and words in other scripts, each run in its own face.

Scripts that the fonts of the text have not. Without it the layout engine takes whatever installed font comes first.
The faces are named in the style sheets, as `.script-…`; the language is said where a script is written by one
language only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

# class: characters, language where the script says it; joined runs take the spaces between their words in
_SCRIPTS: dict[str, tuple[str, str]] = {
    "armenian": ("\u0530-\u058f\ufb13-\ufb17", "hy"),
    "hebrew": ("\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    "arabic": ("\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc", ""),
    "syriac": ("\u0700-\u074f", "syr"),
    "thaana": ("\u0780-\u07bf", "dv"),
    "nko": ("\u07c0-\u07ff", "nqo"),
    "adlam": ("\U0001e900-\U0001e95f", "ff-Adlm"),
    "devanagari": ("\u0900-\u097f\ua8e0-\ua8ff", ""),
    "bengali": ("\u0980-\u09ff", ""),
    "gurmukhi": ("\u0a00-\u0a7f", "pa"),
    "gujarati": ("\u0a80-\u0aff", "gu"),
    "oriya": ("\u0b00-\u0b7f", "or"),
    "tamil": ("\u0b80-\u0bff", "ta"),
    "telugu": ("\u0c00-\u0c7f", "te"),
    "kannada": ("\u0c80-\u0cff", "kn"),
    "malayalam": ("\u0d00-\u0d7f", "ml"),
    "sinhala": ("\u0d80-\u0dff", "si"),
    "thai": ("\u0e00-\u0e7f", "th"),
    "lao": ("\u0e80-\u0eff", "lo"),
    "tibetan": ("\u0f00-\u0fff", "bo"),
    "myanmar": ("\u1000-\u109f\uaa60-\uaa7f", "my"),
    "georgian": ("\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", "ka"),
    "ethiopic": ("\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f", ""),
    "cherokee": ("\u13a0-\u13ff\uab70-\uabbf", "chr"),
    "syllabics": ("\u1400-\u167f\u18b0-\u18ff", ""),
    "khmer": ("\u1780-\u17ff\u19e0-\u19ff", "km"),
    "mongolian": ("\u1800-\u18af", "mn"),
    "tifinagh": ("\u2d30-\u2d7f", ""),
    "limbu": ("\u1900-\u194f", "lif"),
    "taile": ("\u1950-\u197f", "tdd"),
    "newtailue": ("\u1980-\u19df", "khb"),
    "buginese": ("\u1a00-\u1a1f", "bug"),
    "taitham": ("\u1a20-\u1aaf", "nod"),
    "balinese": ("\u1b00-\u1b7f", "ban"),
    "sundanese": ("\u1b80-\u1bbf\u1cc0-\u1ccf", "su"),
    "batak": ("\u1bc0-\u1bff", "btk"),
    "lepcha": ("\u1c00-\u1c4f", "lep"),
    "olchiki": ("\u1c50-\u1c7f", "sat"),
    "tagalog": ("\u1700-\u171f", "fil-Tglg"),
    "yi": ("\ua000-\ua4cf", "ii"),
    "lisu": ("\ua4d0-\ua4ff", "lis"),
    "vai": ("\ua500-\ua63f", "vai"),
    "bamum": ("\ua6a0-\ua6ff", "bax"),
    "sylotinagri": ("\ua800-\ua82f", "syl"),
    "saurashtra": ("\ua880-\ua8df", "saz"),
    "kayahli": ("\ua900-\ua92f", "eky"),
    "javanese": ("\ua980-\ua9df", "jv"),
    "cham": ("\uaa00-\uaa5f", "cjm"),
    "taiviet": ("\uaa80-\uaadf", "blt"),
    "meeteimayek": ("\uaae0-\uaaff\uabc0-\uabff", "mni-Mtei"),
    "osage": ("\U000104b0-\U000104ff", "osa"),
    "hanifirohingya": ("\U00010d00-\U00010d3f", "rhg-Rohg"),
    "chakma": ("\U00011100-\U0001114f", "ccp"),
    "newa": ("\U00011400-\U0001147f", "new"),
    "cjk": (
        "\u2e80-\u2fdf\u3001-\u3003\u3005-\u3011\u3014-\u301f\u3021-\u303f\uff01-\uff60\uffe0-\uffe6\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff",
        "",
    ),
    "signs": ("\u2103\u2109\u2460-\u24ff\u3200-\u33ff", ""),
    "symbols": ("\u2600-\u27bf\u2b00-\u2bff", ""),
}
_OF_THE_TEXT = {"zh": "cjk", "ar": "arabic"}  # scripts that the fonts of a language have


def set_scripts(root: Element, page: str) -> None:
    """Wrap each run of another script in a span of its class.

    In the body of the tree `root`, drawn from `page`.
    """
    pattern, any_sign = _patterns((root.get("lang") or "").partition("-")[0])
    if any_sign.search(page) is None:
        return
    for parent in list(root.iter()):
        if parent.tag in ("head", "title", "meta", "style", "script", "svg"):
            continue
        for child in list(parent):
            if child.tail and any_sign.search(child.tail):
                place = list(parent).index(child) + 1
                child.tail, spans = _cut(child.tail, pattern)
                parent[place:place] = spans
        if parent.text and any_sign.search(parent.text):
            parent.text, spans = _cut(parent.text, pattern)
            parent[0:0] = spans


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of other scripts than the language's own, and any sign of one: found twenty times as fast."""
    others = {name: signs for name, (signs, _) in _SCRIPTS.items() if name != _OF_THE_TEXT.get(language)}
    runs = [f"(?P<{name}>[{signs}]+(?: +[{signs}]+)*)" for name, signs in others.items()]
    return re.compile("|".join(runs)), re.compile(f"[{''.join(others.values())}]")


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, list[Element]]:
    """The text before the first run, and the runs as spans, each with the text that follows it."""
    spans: list[Element] = []
    first, done = "", 0
    for found in pattern.finditer(text):
        before = text[done : found.start()]
        if spans:
            spans[-1].tail = before
        else:
            first = before
        name = str(found.lastgroup)
        span = Element("span", {"class": f"script-{name}"})
        if language := _SCRIPTS[name][1]:
            span.set("lang", language)
        span.text = found.group()
        spans.append(span)
        done = found.end()
    if spans:
        spans[-1].tail = text[done:]
    return first if spans else text, spans
