"""How long each stage took, in this process or in one beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def timed(work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> tuple[float, Result]:
    """The seconds `work` took, and its result."""
    start = time.perf_counter()
    result = work(*args, **kwargs)
    return time.perf_counter() - start, result


@dataclass(slots=True)
class Clock:
    """Adds up seconds by stage.

    Tells `on_stage` the name of each stage as it begins.
    """

    on_stage: Callable[[str], None] | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Book the time of what is done in the block under the stage `name`."""
        self._announce(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self._book(name, time.perf_counter() - start)

    def begin(
        self, stage: str, where: Executor, work: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[tuple[float, Result]]:
        """Let `work` be done by `where`; `end` waits for it."""
        self._announce(stage)
        return where.submit(timed, work, *args, **kwargs)  # type: ignore[arg-type]

    def end(self, stage: str, begun: Future[tuple[float, Result]]) -> Result:
        """Wait for work begun and book the time it took itself, not the waiting."""
        seconds, result = begun.result()
        self._book(stage, seconds)
        return result

    def _announce(self, stage: str) -> None:
        if self.on_stage is not None:
            self.on_stage(stage)

    def _book(self, stage: str, seconds: float) -> None:
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds


class InThisProcess(Executor):
    """An executor that does the work at once, in this process.

    For one that is itself one of many.
    """

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """A future that holds the result or the exception of `work`, done now."""
        future: Future[Result] = Future()
        try:
            future.set_result(work(*args, **kwargs))
        except Exception as failure:
            future.set_exception(failure)
        return future
