"""Check real, issued text and print findings per 1,000 words by code and language, and those not judged yet.

python -m tests.check.precision CORPUS [--every 10] [--language en] [--code LA] [--remarks] [--new FILE] [--judge FILE]

CORPUS is a folder of Word files and of the Secretariat's XML, in archives (.tar.xz) or not, or one of these; all come in by
the program's own import. `--new` writes what nobody has judged as a table, a line a finding; filled in with true, false
or artefact and a reason, `--judge` takes it over into judgements.tsv.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.check.precision.judgements import Finding, Judgements, keep, kept
from tests.check.precision.work import measure, unpacked, works

_SIGNS = {"true": "+", "false": "-", "artefact": "a", "new": "?"}


def table(found: list[Finding], words: Counter[str], judgements: Judgements) -> Iterator[str]:
    """Findings by code and language: true (+), false (-), artefacts of bringing the text in (a), not judged (?).

    All but the true ones count in the last figure, per 1,000 words: an editor is told them all alike.
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
            rate = (seen.total() - seen["true"]) * 1000 / words[language]
            said = " ".join(f"{seen[name]}{sign}" for name, sign in _SIGNS.items() if seen[name])
            shown = f"{said} {rate:.3f}" if seen else "·"
            row += f"{shown:>22}"
        yield row


def main() -> None:
    """Measure, print, and write what is to be judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each n-th document only")
    parser.add_argument("--from", dest="first", type=int, default=0, help="begin with this document (from 0)")
    parser.add_argument("--language", default="ar,en,es,fr,ru,zh")
    parser.add_argument("--code", default="", help="codes that begin like this")
    parser.add_argument("--remarks", action="store_true", help="count remarks as well")
    parser.add_argument("--new", type=Path, help="write what is not judged yet")
    parser.add_argument("--judge", type=Path, help="take over judgements from a table written by --new and filled in")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    judgements, languages = kept(), tuple(asked.language.split(","))
    found: list[Finding] = []
    words: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place, ProcessPoolExecutor(asked.processes) as processes:
        taken = works(unpacked(asked.corpus, Path(place)))[asked.first :: asked.every]
        for measured in processes.map(partial(measure, languages=languages, remarks=asked.remarks), taken):
            found += [one for one in measured.found if one.code.startswith(asked.code)]
            words.update(measured.words)
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
