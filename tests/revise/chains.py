"""Chains of corrections of random edits: `python -m tests.revise.chains 20 --seed 1`.

A document is issued; edited at random, a corrigendum is made and issued; edited further, a second one; the edited data
becomes a revision and is issued; that is edited again, a corrigendum to the revision is made and issued, and then the
next revision. Edits that the checker finds an error in are drawn anew, as an editor would think better of them. Each
step ends proved, or refused in words before anything is written: what was written can always be issued.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from ruamel.yaml import YAML

from publisher import succession
from publisher.failures import Failure
from publisher.model.workspace import Workspace, workspace_for
from publisher.pipeline import examine
from publisher.register import Edition, Register, open_register
from publisher.succession import issuing
from tests.revise.editing import FURTHER, Draft, edited
from tests.revise.random_edits import DATA

DAY = datetime.date(2030, 1, 1)
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
TRIES = 12  # until edits are found that an editor could make
MACHINE = re.compile(r"Error\b|\('|Location\(|\bNone\b")  # what an editor cannot act on
Maker = Callable[[Register, Workspace, list[str], datetime.date], tuple[str, dict[str, bytes]]]


@dataclass
class Chain:
    """One chain: where it happens, what was done, and what is wrong with it."""

    place: Path
    language: str
    chance: random.Random
    steps: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> Chain:
        """Go through the chain; what is refused in words ends it."""
        with patch.object(issuing, "FORMATS", ("html",)):  # each format is proved elsewhere; here it is the chain
            return self._run()

    def _run(self) -> Chain:
        book = open_register(str(self.place / "register.sqlite"))
        self._first(self.place / "first")
        if not self._issue(book, self.place / "first", "issued"):
            self.wrong.append(f"the document itself: {self.steps[-1]}")
            return self
        text = self.place / "first"
        for times in ("corrigendum", "second corrigendum"):
            text = self._edited(text, self.place / times.replace(" ", "-"))
            self._follow(book, text, succession.corrigendum, times)
        revised = self._follow(book, text, succession.revision, "revision")
        if revised is not None:
            again = self._edited(revised, self.place / "again")
            self._follow(book, again, succession.corrigendum, "corrigendum of the revision")
            self._follow(book, again, succession.revision, "second revision")
        book.engine.dispose()
        return self

    def _first(self, folder: Path) -> None:
        """The demonstration in one language, its original: others would have to be edited alike."""
        shutil.copytree(DATA / "DEMO-CVW.3-15", folder)
        for code in LANGUAGES:
            if code != self.language:
                (folder / f"{code}.yaml").unlink(missing_ok=True)
        record = folder / "record.yaml"
        record.write_text(re.sub("(?m)^original: .*", f"original: {self.language}", record.read_text("utf-8")), "utf-8")

    def _edited(self, source: Path, target: Path) -> Path:
        """A copy of `source` with one or two edits in which the checker finds no error."""
        for _ in range(TRIES):
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
            made = self._edit(target)
            if all(
                one.severity != "error"
                for one in examine(workspace_for(target, DAY), self.language, "publish").diagnostics
            ):
                break
        self.steps.append("edited: " + ", ".join(made))
        return target

    def _edit(self, folder: Path) -> list[str]:
        yaml = YAML(typ="safe", pure=True)
        files = [folder / "record.yaml", folder / f"{self.language}.yaml"]
        record, words = (yaml.load(path.read_text("utf-8")) for path in files)
        made = edited(Draft(record, words, self.language, self.chance), self.chance.randint(1, 2), FURTHER)
        for path, content in zip(files, (record, words), strict=True):
            with path.open("w", encoding="utf-8") as stream:
                yaml.dump(content, stream)
        return made

    def _follow(self, book: Register, folder: Path, make: Maker, what: str) -> Path | None:
        """Make what follows from the data in `folder` and issue it; None where it is refused."""
        made = self._told(what, lambda: make(book, workspace_for(folder, DAY), [self.language], DAY))
        if made is None:
            return None
        name, files = made
        target = self.place / name
        for file, data in files.items():
            path = target / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if self._issue(book, target, f"{what} issued"):
            return target
        if make is succession.corrigendum:
            self.wrong.append(f"written, and then refused: {self.steps[-1]}")
        return None

    def _issue(self, book: Register, folder: Path, what: str) -> bool:
        def issued() -> Edition:
            return book.issue(succession.made_ready(workspace_for(folder, DAY), self.language, book, {}).edition)

        return self._told(what, issued) is not None

    def _told(self, what: str, work: Callable[[], Any]) -> Any:
        try:
            result = work()
        except Failure as refusal:
            self.steps.append(f"{what} refused: {refusal}")
            if MACHINE.search(str(refusal)):
                self.wrong.append(self.steps[-1])
            return None
        except Exception as error:
            self.steps.append(f"{what}: {type(error).__name__}: {error}")
            self.wrong.append(self.steps[-1])
            return None
        self.steps.append(what)
        return result


def chain(seed: int) -> Chain:
    """The chain drawn from `seed`."""
    with tempfile.TemporaryDirectory(prefix="publisher-chain-") as place:
        chance = random.Random(seed)
        return Chain(Path(place), LANGUAGES[seed % len(LANGUAGES)], chance).run()


def told(made: Chain) -> Iterator[str]:
    """The steps without what differs from chain to chain."""
    for step in made.steps:
        yield re.sub(r" refused: .*", " refused", step, flags=re.DOTALL) if not step.startswith("edited") else "edited"


def main() -> None:
    """Go through as many chains as asked for; print what is wrong, and how far they came."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("number", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--verbose", action="store_true")
    asked = options.parse_args()
    reached: Counter[str] = Counter()
    for seed in range(asked.seed, asked.seed + asked.number):
        made = chain(seed)
        reached.update(told(made))
        if made.wrong or asked.verbose:
            print(f"seed {seed} ({made.language}): {made.steps}")
        for line in made.wrong:
            print(f"  WRONG {line}", flush=True)
    print(", ".join(f"{step} {count}" for step, count in reached.most_common()))


if __name__ == "__main__":
    main()
