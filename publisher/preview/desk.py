"""What is known of the document while its preview is open.

Drafts by language, redrawn when a file changes.
"""

from __future__ import annotations

import asyncio
import datetime
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.batch.processes import Processes, warm
from publisher.failures import Failure
from publisher.model.diagnostic import Diagnostic
from publisher.model.workspace import languages_in, shipped
from publisher.pipeline.watching import States, states_of
from publisher.preview.draft import Draft, check_draft, draw_draft, lay_out_beside
from publisher.preview.pictures import Pictures

if TYPE_CHECKING:
    from publisher.preview.other_views import View

QUIET = 1.0  # seconds without a change after which the finished files are built and proved
FIRST = "en"
PULSE = 20.0  # seconds after which a silent connection is shown to live
MOST_SEEN = 4  # drafts in which a click can still be understood
MOST_WAITING = 100  # messages for a listener that does not listen


@dataclass(slots=True)
class Shown:
    """One language: its last draft, and what is being done with it."""

    language: str
    draft: Draft | None = None
    number: int = 0
    stage: str = "waiting"  # waiting, drawing, drawn, proving, proved, failed
    failure: str = ""
    proofs: tuple[Diagnostic, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    stale: bool = True
    working: bool = False
    seen: dict[int, Draft] = field(default_factory=dict)  # the last drafts by number, without pages: what was clicked
    unclear: bool = False  # the words cannot be understood at the moment: the draft shows the pages before

    def show(self, draft: Draft) -> None:
        """Have `draft` shown from now on, under the next number."""
        self.draft = draft
        self.number += 1
        self.seen[self.number] = replace(draft, pdf=b"")
        for old in sorted(self.seen)[:-MOST_SEEN]:
            del self.seen[old]

    @property
    def told(self) -> dict[str, Any]:
        """How far it is, as plain data."""
        stage = "unclear" if self.unclear and self.stage == "drawn" else self.stage
        return {"language": self.language, "number": self.number, "stage": stage, "failure": self.failure}


class Desk:
    """The document in `folder` on its desk.

    Draws what somebody looks at, tells everybody who listens.
    """

    def __init__(self, folder: Path, today: datetime.date, register: str, language: str = "") -> None:
        self.folder, self.today, self.register, self.language = folder, today, register, language
        self.shown: dict[str, Shown] = {}
        self.pictures = Pictures()
        self._parts = Path(tempfile.mkdtemp(prefix="publisher-preview-"))
        self._drawing = Processes(1, warm)
        self._drawing.start()
        self._proving = Processes(1, warm)
        self._proving.start()
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._states: States = {}
        self._views: dict[tuple[str, str], tuple[int, View]] = {}

    def languages(self) -> tuple[str, ...]:
        """The languages there are words in."""
        return languages_in(self.folder)

    def first(self) -> str:
        """The language to open with."""
        found = self.languages()
        return next((one for one in (self.language, FIRST, *found) if one in found), FIRST)

    async def live(self) -> None:
        """Redraw whenever a file is saved, until cancelled."""
        from watchfiles import awatch

        self._states = self._look()
        if (first := self.first()) in self.languages():  # the browser will ask for it in a moment
            self._begin(self.shown.setdefault(first, Shown(first)))
        roots = [root for root in (self.folder, shipped("templates"), shipped("reference")) if root.is_dir()]
        async for changes in awatch(*roots, debounce=60, step=15, recursive=True):
            self.changed(Path(path) for _, path in changes)

    def changed(self, paths: Any = ()) -> None:
        """Look whether files changed, and draw again what is shown."""
        now = self._look()
        if now == self._states:
            return
        differ = {path for path in {*now, *self._states} if now.get(path) != self._states.get(path)}
        self._states = now
        if any(self._draws(path) for path in differ):
            self._start_anew()
        for one in self.shown.values():
            one.stale = True
            self._begin(one)

    async def draft(self, language: str) -> Shown:
        """The language as last drawn; waits for the first draft of it."""
        one = self.shown.setdefault(language, Shown(language))
        self._begin(one)
        while one.draft is None and one.working:
            await asyncio.sleep(0.02)
        return one

    async def view(self, name: str, one: Shown) -> View:
        """The pages of another view of a language.

        “word” through LibreOffice, “redline” against what was issued.
        """
        from publisher.preview.other_views import redline_pages, word_pages

        key = (name, one.language)
        if key not in self._views or self._views[key][0] != one.number:
            if name == "word":
                made = await self._work(self._proving, word_pages, one.files["docx"])
            else:
                made = await self._work(
                    self._proving, redline_pages, self.folder, one.language, self.today, self.register
                )
            self._views[key] = (one.number, made)
            self.pictures.put(f"{name} {one.language}", made.pdf, [page.digest for page in made.pages])
        return self._views[key][1]

    async def listen(self) -> AsyncIterator[dict[str, Any]]:
        """What happens, as it happens.

        An empty message when nothing has happened for a while.
        """
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(MOST_WAITING)
        self._listeners.add(queue)
        try:
            for one in self.shown.values():
                yield one.told
            while True:
                try:
                    message = await asyncio.wait_for(queue.get(), PULSE)
                except TimeoutError:
                    yield {}
                    continue
                if message is None:
                    return
                yield message
        finally:
            self._listeners.discard(queue)

    def farewell(self) -> None:
        """Let everybody who listens go."""
        for queue in self._listeners:
            with suppress(asyncio.QueueFull):
                queue.put_nowait(None)
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """End the processes and remove what they kept."""
        self._drawing.shutdown(cancel_futures=True)
        self._proving.shutdown(cancel_futures=True)
        self.pictures.close()
        shutil.rmtree(self._parts, ignore_errors=True)

    def _begin(self, one: Shown) -> None:
        if one.stale and not one.working:
            one.working = True
            self._task(self._draw(one))

    def _task(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _draw(self, one: Shown) -> None:
        """Draw until nothing has changed meanwhile, then have the files proved when it stays quiet."""
        try:
            while one.stale:
                one.stale = False
                self._tell(one, "drawing")
                if one.draft is None:
                    self._proving.submit(lay_out_beside, self.folder, one.language, self.today, self._parts)
                try:
                    draft = await self._work(
                        self._drawing, draw_draft, self.folder, one.language, self.today, self._parts
                    )
                except Exception as failure:
                    one.failure = (
                        str(failure) if isinstance(failure, Failure) else f"{type(failure).__name__}: {failure}"
                    )
                    one.number += 1
                    self._tell(one, "failed")
                    continue
                self._take(one, draft)
                if not one.stale:
                    await self._check(one)
        finally:
            one.working = False
        if one.stage == "drawn" and one.draft is not None and not one.unclear:
            await self._prove(one)

    def _take(self, one: Shown, draft: Draft) -> None:
        """Show a draft; where the words cannot be understood at the moment, the pages before stay."""
        one.unclear = not draft.pdf
        if one.unclear and one.draft is not None and one.draft.pdf:
            draft = replace(
                one.draft,
                findings=draft.findings,
                sources={**one.draft.sources, **draft.sources},
                seconds=draft.seconds,
            )
        one.failure, one.proofs = "", ()
        one.show(draft)
        self.pictures.take(one.language, draft)
        self._tell(one, "drawn")

    async def _check(self, one: Shown) -> None:
        """Find what is wrong with the draft that is shown by now."""
        if one.draft is None:
            return
        with suppress(Exception):  # told when it is drawn
            given = (self.folder, one.language, self.today, self._parts)
            found, sources = await self._work(self._drawing, check_draft, *given)
            if (
                one.stale or sources != one.draft.sources
            ):  # of files that are drawn in a moment, with findings of their own
                return
            one.show(replace(one.draft, findings=found))
            self._tell(one, "drawn")

    async def _prove(self, one: Shown) -> None:
        from publisher.preview.proving import prove_draft

        number = one.number
        await asyncio.sleep(QUIET)
        if one.number != number or one.working:
            return
        self._tell(one, "proving")
        try:
            proof = await self._work(self._proving, prove_draft, self.folder, one.language, self.today, self._parts)
        except Exception as failure:
            if one.number == number:
                one.failure = str(failure)
                self._tell(one, "drawn")
            return
        if one.number == number and one.draft is not None and proof.sources == one.draft.sources:
            one.proofs, one.files = proof.findings, proof.files
            self._tell(one, "proved")

    async def _work(self, where: Processes, work: Any, *given: Any) -> Any:
        return await asyncio.wrap_future(where.submit(work, *given))

    def _tell(self, one: Shown, stage: str) -> None:
        one.stage = stage
        for queue in self._listeners:
            with suppress(asyncio.QueueFull):
                queue.put_nowait(one.told)

    def _look(self) -> States:
        return states_of((self.folder, shipped("templates"), shipped("reference")), (self._parts,))

    def _draws(self, path: str) -> bool:
        roots = (shipped("templates"), self.folder / "templates", shipped("reference"))
        return any(Path(path).is_relative_to(root.resolve()) for root in roots)

    def _start_anew(self) -> None:
        """Put new processes in the place of those that have loaded what is drawn with."""
        before = (self._drawing, self._proving)
        self._drawing, self._proving = Processes(1, warm), Processes(1, warm)
        shutil.rmtree(self._parts, ignore_errors=True)
        self._parts.mkdir(mode=0o700, exist_ok=True)
        for processes in before:
            asyncio.get_running_loop().run_in_executor(None, partial(processes.shutdown, wait=True))
