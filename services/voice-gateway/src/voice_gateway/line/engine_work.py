"""Shell. What engines are doing for one stream: nobody waits for it when the line is over, and it may fail."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import structlog

from voice_gateway.speech.ports import SpeechFailed

_log = structlog.get_logger()


class EngineWork:
    """The tasks of one stream that engines are busy with."""

    def __init__(self, call_sid: str) -> None:
        self._call_sid = call_sid
        self._group: asyncio.TaskGroup | None = None
        self._works: set[asyncio.Task[None]] = set()

    def begin(self, group: asyncio.TaskGroup) -> None:
        """Start tasks in `group` from now on; to be called before `start`."""
        self._group = group

    def start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """A task for `work`, in the group; it is cancelled with the line."""
        assert self._group is not None, "engines are asked only while the line is held"
        task = self._group.create_task(work)
        self._works.add(task)
        task.add_done_callback(self._works.discard)
        return task

    def blame(self, event: str, error: Exception) -> None:
        """Say which engine failed; only our own words about it, as an engine's may hold the caller's."""
        detail = str(error) if isinstance(error, SpeechFailed) else type(error).__name__
        _log.error(event, call_sid=self._call_sid, error=detail)

    def cancel(self) -> None:
        """Cancel every task that still runs, as the line is over."""
        for work in self._works:
            work.cancel()
