"""The files of a document that starts from an earlier one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.cli import choices
from publisher.cli.skeleton import RECORD, require, templates
from publisher.cli.wanted import Wanted, meetings_on
from publisher.failures import BadRequest
from publisher.model.workspace import languages_in


def from_earlier(earlier: Earlier, wanted: Wanted, folder: Path) -> dict[str, bytes]:
    """The files of the next document after an earlier one: what stays, and room for what was of its session."""
    from publisher.language import vocabulary
    from publisher.model.workspace import workspace_for
    from publisher.receive.earlier import Next, next_record, next_words
    from publisher.receive.folder import language_file, record_file

    require(wanted.languages, earlier.languages)
    facts = {
        "organ": wanted.organ.id, "profile": wanted.profile, "place": wanted.place, "original": wanted.original,
        "distribution": wanted.distribution,
    }  # fmt: skip
    where = os.path.relpath(earlier.folder.resolve(), folder.resolve())
    origin = {"symbol": str(earlier.record["symbol"]), "folder": where}
    after = Next(wanted.symbol, wanted.session, wanted.date, tuple(meetings_on(wanted.days)), facts, origin)
    says = f"The facts of {wanted.symbol}, in no language. Those of {origin['symbol']} have been left out."
    made = [record_file(next_record(earlier.record, after), says)]
    workspace = workspace_for(earlier.folder, wanted.date)
    for code in wanted.languages:
        head = (templates() / "head" / f"{code}.txt").read_text(encoding="utf-8")
        says = "".join(line[2:] for line in head.splitlines(keepends=True)[1:]).replace("<<symbol>>", wanted.symbol)
        words = next_words(earlier.yaml(f"{code}.yaml"), earlier.record, after, vocabulary(code, workspace))
        made.append(language_file(code, words, says))
    return {file.name: file.data for file in made}


@dataclass(frozen=True, slots=True)
class Earlier:
    """The document that a new one starts from."""

    folder: Path
    record: Mapping[str, Any]

    @classmethod
    def at(cls, folder: Path) -> Earlier:
        """That in `folder`; BadRequest where it cannot be read, or nothing follows on it."""
        if not (folder / RECORD).is_file():
            raise BadRequest(f"{folder} holds no {RECORD} to start from")
        record = cls(folder, {}).yaml(RECORD)
        if missing := [key for key in ("symbol", "kind", "organ", "profile") if not isinstance(record.get(key), str)]:
            raise BadRequest(f"the record to start from has no {missing[0]}: {folder / RECORD}")
        if record["kind"] == "corrigendum":
            raise BadRequest(f"{folder} is a corrigendum: nothing starts from it; see publisher corrigendum")
        return cls(folder, record)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has words in."""
        return languages_in(self.folder)

    def said(self, key: str) -> str | None:
        """A fact of its record that is a word."""
        value = self.record.get(key)
        return value if isinstance(value, str) else None

    @property
    def session(self) -> bool:
        """Tell whether it is of a numbered session."""
        return isinstance(self.record.get("session"), dict)

    def yaml(self, name: str) -> dict[str, Any]:
        """The entries of one of its files."""
        path = self.folder / name
        _, found = choices.read_file(path)
        if not isinstance(found, dict):
            raise BadRequest(f"{path} holds no entries; publisher check {self.folder} says why")
        return found
