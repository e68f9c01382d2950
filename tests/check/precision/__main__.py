"""Check real, issued text and print findings per 1,000 words by code and language, and those not judged yet.

python -m tests.check.precision CORPUS [--every 10] [--language en] [--code LA] [--remarks] [--new FILE] [--judge FILE]

CORPUS is a folder or archive (.tar.xz) of the Secretariat's XML. `--new` writes what nobody has judged as a table, a
line a finding; filled in with true, false or artefact
and a reason, `--judge` takes it over into judgements.tsv.
"""

from __future__ import annotations

import argparse
import datetime
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from publisher import pipeline
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.workspace import workspace_for
from tests.check.precision.akn import works
from tests.check.precision.judgements import Finding, Judgements, keep, kept
from tests.check.precision.work import Work

TODAY = datetime.date(2026, 11, 1)
NOT_OF_THE_TEXT = ("RD", "WV", "ID", "OUT", "NU113")  # on the record, which the measure makes up


def unpacked(corpus: Path, into: Path) -> Path:
    """The folder of a corpus; archives in it are unpacked first."""
    archives = [corpus] if corpus.is_file() else sorted(corpus.glob("*.tar.xz"))
    for archive in archives:
        with tarfile.open(archive) as packed:
            packed.extractall(into, filter="data")
    return into if archives else corpus


def findings(work: Work, languages: tuple[str, ...]) -> Iterator[Finding]:
    """What the check finds in each language of a document."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        work.write(folder)
        for language in languages:
            if language in work.words:
                examined = pipeline.examine(workspace_for(folder, TODAY), language)
                if examined.resolved is None:
                    raise SystemExit(f"{work.name} {language} cannot be read: {examined.diagnostics[:3]}")
                for found in examined.diagnostics:
                    if not found.code.startswith(NOT_OF_THE_TEXT):
                        yield _finding(work, language, found, examined.sources)


def _finding(work: Work, language: str, found: Diagnostic, sources: object) -> Finding:
    line = ""
    if isinstance(found.at, Position) and isinstance(sources, dict):
        lines = sources.get(found.at.file, "").splitlines()
        line = lines[found.at.line - 1].strip() if found.at.line <= len(lines) else ""
    start = line.find(found.span) if found.span else 0
    sentence = line[max(0, start - 110) : start + len(found.span) + 110] if start >= 0 else line[:220]
    return Finding(work.name, language, found.code, str(found.severity), found.span, found.message, sentence)


def table(found: list[Finding], words: Counter[str], judgements: Judgements) -> Iterator[str]:
    """Findings by code and language: how many true, false, not judged; of those, false or not judged per 1,000 words.

    Artefacts of bringing the text in are left out.
    """
    cells: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        verdict = judgements.get(one.key)
        said = "new" if verdict is None else verdict[0]
        for code in (one.code, "ALL"):
            cells[code, one.language][said] += 1
        if one.severity == "error":
            cells["ERRORS", one.language][said] += 1
    yield f"{'code':8}" + "".join(f"{language:>22}" for language in sorted(words))
    yield f"{'words':8}" + "".join(f"{words[language]:22,.0f}" for language in sorted(words))
    for code in sorted({code for code, _ in cells}, key=lambda code: (code in ("ALL", "ERRORS"), code)):
        row = f"{code:8}"
        for language in sorted(words):
            seen = cells[code, language]
            rate = (seen["false"] + seen["new"]) * 1000 / words[language]
            shown = f"{seen['true']}+ {seen['false']}- {seen['new']}? {rate:.3f}" if seen else "·"
            row += f"{shown:>22}"
        yield row


def main() -> None:
    """Measure, print, and write what is to be judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each n-th document only")
    parser.add_argument("--from", dest="first", type=int, default=0, help="begin with this document")
    parser.add_argument("--language", default="ar,en,es,fr,ru,zh")
    parser.add_argument("--code", default="", help="codes that begin like this")
    parser.add_argument("--remarks", action="store_true", help="count remarks as well")
    parser.add_argument("--new", type=Path, help="write what is not judged yet")
    parser.add_argument("--judge", type=Path, help="take over judgements from a table written by --new and filled in")
    asked = parser.parse_args()
    judgements, languages = kept(), tuple(asked.language.split(","))
    found: list[Finding] = []
    words: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for number, work in enumerate(works(unpacked(asked.corpus, Path(place)))):
            if number % asked.every == asked.first % asked.every:
                found += [one for one in findings(work, languages) if one.code.startswith(asked.code)]
                words.update({language: work.length(language) for language in languages if language in work.words})
    found = [one for one in found if asked.remarks or one.severity != "remark"]
    print("\n".join(table(found, words, judgements)))
    fresh = [one for one in found if one.key not in judgements]
    if asked.new:
        rows = ("\t".join(("", "", *one.key[:3], one.severity, one.key[3], one.sentence)) for one in fresh)
        asked.new.write_text("\n".join(rows) + "\n", encoding="utf-8")
    if asked.judge:
        keep(judgements, _judged(asked.judge, fresh))


def _judged(path: Path, fresh: list[Finding]) -> Iterator[tuple[Finding, tuple[str, str]]]:
    by_key = {one.key: one for one in fresh}
    for line in path.read_text(encoding="utf-8").splitlines():
        verdict, why, work, language, code, _, span, *_ = line.split("\t")
        if verdict in ("true", "false", "artefact") and (one := by_key.get((work, language, code, span))):
            yield one, (verdict, why)


if __name__ == "__main__":
    main()
