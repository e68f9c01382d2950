"""The title of a resolution in its running head: where New York prints it, in Word and PDF, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.resolve import running_head
from publisher.verify import verify_docx, verify_pdf
from tests.conftest import TODAY
from tests.house.conftest import Told, publisher

__all__ = ["publisher"]
TITLE = {
    "en": "Follow-up to the obligations agreed to at the conferences of the parties to a treaty, and what else is "
    "long enough for two lines in the head of a page",
    "ar": "متابعة الالتزامات المتفق عليها في مؤتمرات الأطراف (1995 و 2000) لاستعراض المعاهدة",
    "zh": "决议标题（2000年）",
}
LONG = {
    "fr": "Suite donnée aux obligations contractées lors des conférences des parties et autres questions " * 9,
    "ru": "Последующая деятельность в связи с обязательствами, согласованными на конференциях сторон " * 9,
    "zh": "各缔约方会议商定义务的后续行动和其他事项" * 24,
}


def made(run: Callable[..., Told], place: Path, profile: str, language: str, title: str = "") -> Path:
    """A resolution of more than one page."""
    told = run("new", "A/RES/80/10", "--kind", "resolution", "--profile", profile, "-l", language)
    assert told.exit_code == 0, told.err
    folder = place / "data" / "A-RES-80-10"
    words = (folder / f"{language}.yaml").read_text("utf-8")
    before = next(line for line in words.splitlines() if line.startswith("    title:"))
    paragraph = next(line for line in words.splitlines() if line.startswith('      - "*'))
    words = words.replace(before, f'    title: "{title or TITLE[language]}"').replace(
        paragraph, "\n".join([paragraph] * 60), 1
    )
    (folder / f"{language}.yaml").write_text(words, "utf-8")
    return folder


@pytest.mark.parametrize("language", TITLE)
def test_it_is_printed_and_proved(publisher: Callable[..., Told], tmp_path: Path, language: str) -> None:
    built = build(workspace_for(made(publisher, tmp_path, "new-york", language), TODAY), language, ("pdf", "docx"))
    assert built.resolved is not None and built.resolved.running.title == TITLE[language]
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]
    running = replace(built.resolved.running, title=TITLE[language] + "?")
    other = replace(built.resolved, running=running)
    files = {str(kind): content for kind, content in built.files.items()}
    assert "OUT040" in {one.code for one in verify_pdf(files["pdf"], other, "x.pdf")}
    assert "OUT040" in {one.code for one in verify_docx(files["docx"], other, "x.docx")}


def test_geneva_has_the_symbol_alone(publisher: Callable[..., Told], tmp_path: Path) -> None:
    built = build(workspace_for(made(publisher, tmp_path, "geneva", "en"), TODAY), "en", ("pdf",))
    assert built.resolved is not None and not built.resolved.running.title
    assert not [one for one in built.diagnostics if one.severity is Severity.ERROR]


@pytest.mark.parametrize("language", LONG)
def test_a_title_of_many_lines_pushes_the_text_down(
    publisher: Callable[..., Told], tmp_path: Path, language: str
) -> None:
    title = LONG[language].strip()
    folder = made(publisher, tmp_path, "new-york", language, title)
    built = build(workspace_for(folder, TODAY), language, ("pdf", "docx"))
    assert built.resolved is not None and built.resolved.running.title == title
    assert not built.rejected and not [one for one in built.diagnostics if one.severity is Severity.ERROR]


def test_without_it_the_head_runs_off_the_page(
    publisher: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running_head, "_top", lambda *_: None)
    built = build(workspace_for(made(publisher, tmp_path, "new-york", "ru", LONG["ru"].strip()), TODAY), "ru", ("pdf",))
    assert "BD005" in {one.code for one in built.diagnostics}
