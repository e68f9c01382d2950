"""What an import gives: files, findings, accounts, and a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition, Severity
from publisher.receive.accounts import Accounts, LeftOut, PositionKind

REPORT = "import.md"
_SHOWN = 60  # characters of a passage that the report shows


@dataclass(frozen=True, slots=True)
class Received:
    """A source brought in: folder name, files, findings, accounts.

    Findings stand at lines of the files, or at the source; where one is an error there is nothing to be put down.
    """

    folder: str
    files: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]
    accounts: Accounts
    sources: Mapping[str, str] = field(
        default_factory=dict
    )  # language → the file it came from, where there are several

    @property
    def is_whole(self) -> bool:
        """Whether the folder may be put down: nothing refused, lost or doubled."""
        return all(found.severity is not Severity.ERROR for found in self.findings)


def balance(accounts: Accounts, source: str) -> tuple[Diagnostic, ...]:
    """Errors for what was lost or stands twice.

    A warning for each reason that words were left out for.
    """
    at = PagePosition(source)
    lost = [
        finding("IM020", f"{one.where} is neither in the folder nor among what was left out", at, span=_short(one.text))
        for one in accounts.open()
    ]
    twice = [
        finding("IM021", f"{one.where} is in the folder twice", at, span=_short(one.text)) for one in accounts.twice()
    ]
    left = [
        finding("IM010", f"{reason} ({_counted(kinds)})", at)
        for reason, alike in _by_reason(accounts).items()
        if (kinds := [one.position.kind for one in alike if one.position.text.strip()])
    ]
    return (*lost, *twice, *left)


def _by_reason(accounts: Accounts) -> dict[str, list[LeftOut]]:
    """What was left out, under its reasons in the order of the source."""
    made: dict[str, list[LeftOut]] = {}
    for one in accounts.left_out():
        made.setdefault(one.reason, []).append(one)
    return made


def _counted(kinds: Iterable[PositionKind]) -> str:
    return ", ".join(f"{count} × {_called(kind)}" for kind, count in Counter(kinds).items())


def report(source: str, accounts: Accounts, findings: Sequence[Diagnostic]) -> bytes:
    """The report of an import as Markdown.

    The balance, everything that wants a look, what was left out. What is alike in several files is told once.
    """
    lines = [f"# Import of {source}", "", "| in the source | there are | in the folder | left out | lost | twice |"]
    lines.append("|---|---|---|---|---|---|")
    lines += [
        f"| {_called(kind)} | {count.total} | {count.used} | {count.left_out} | {count.open} | {count.twice} |"
        for kind, count in accounts.counts().items()
    ]
    if not any(count.open or count.twice for count in accounts.counts().values()):
        lines += [
            "",
            "Nothing is lost. What was concluded, and what the source says otherwise than the folder, stands below.",
        ]
    places: dict[str, list[str]] = {}
    for found in findings:
        places.setdefault(f"{found.code} {found.message}{_quoted(found)}", []).append(str(found.at or source))
    lines += ["", "## To be looked at", ""]
    lines += [f"- {', '.join(dict.fromkeys(at))}: {said}" for said, at in places.items()]
    lines += ["", "## Left out", ""]
    for reason, alike in _by_reason(accounts).items():
        lines.append(f"- {reason}:")
        said: dict[str, str] = {}
        for one in alike:  # a paragraph and its pieces say the same
            said.setdefault(_short(one.position.text) or one.position.where, one.position.where)
        lines += [f"  - {where}" + (f": “{words}”" if words != where else "") for words, where in said.items()]
    return "".join([f"{line}\n" for line in lines]).encode()


def _called(kind: PositionKind) -> str:
    """A kind of position in an editor's words."""
    return "piece of text" if kind == "run" else kind


def _quoted(found: Diagnostic) -> str:
    return _said(found.span) + (f" ({found.hint})" if found.hint else "")


def _said(text: str) -> str:
    return f" – “{_short(text)}”" if text.strip() else ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
