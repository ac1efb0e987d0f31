"""Shell. What one call asks of the backend: each request once, its answer and its delay written to the log."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from calllock.contracts import events
from calllock.contracts.ids import single_id
from calllock.contracts.message import Message
from calllock.runtime.clock import Clock
from dialog_brain.backend import Answer, Backend, CallFacts
from dialog_brain.tools import TOOLS

log = structlog.get_logger(__name__)


class BackendRequests:
    """Asks the backend on behalf of one call; `write` appends a message to the call's log."""

    def __init__(
        self,
        backend: Backend,
        clock: Clock,
        answered: events.CallAnswered,
        write: Callable[[Message], Awaitable[None]],
    ) -> None:
        self._backend = backend
        self._clock = clock
        self._write = write
        self._call = CallFacts(answered.call_sid, answered.from_number, answered.to_number)
        self._log = log.bind(call_sid=answered.call_sid)
        self._early_lookup: asyncio.Task[Answer] | None = None

    def look_up_early(self) -> None:
        """Look the caller up while the greeting plays; it only reads, and nobody waits for it yet."""
        request_id = single_id(self._call.call_sid, "lookup")
        self._early_lookup = asyncio.create_task(self._backend.ask("lookup_caller", {}, self._call, request_id))

    async def close(self) -> None:
        """Give up the lookup that nobody waits for any more."""
        if self._early_lookup is not None:
            self._early_lookup.cancel()
            await asyncio.wait([self._early_lookup])

    async def ask(self, request: events.ToolRequested) -> None:
        """Ask, and write `ToolAnswered`, before it `ToolSlow` when that takes longer than the tool's `slow_after_s`."""
        answering = asyncio.create_task(self._answer(request))
        try:
            done, _ = await asyncio.wait({answering}, timeout=TOOLS[request.tool].slow_after_s)
            if not done:
                await self._say_slow(request)
            answer = await answering
        finally:
            answering.cancel()
        self._log.info("tool.answered", tool=request.tool, outcome=answer.outcome, detail=answer.detail)
        await self._write(
            events.ToolAnswered(
                event_id=f"{request.request_id}:answer",
                call_sid=request.call_sid,
                occurred_at=self._clock.now(),
                request_id=request.request_id,
                tool=request.tool,
                outcome=answer.outcome,
                result=answer.result,
                detail=answer.detail,
                unclear=answer.unclear,
                took_ms=answer.took_ms,
            )
        )

    async def _answer(self, request: events.ToolRequested) -> Answer:
        if request.tool != "lookup_caller":
            return await self._backend.ask(request.tool, request.args, self._call, request.request_id)
        if self._early_lookup is None:
            self.look_up_early()
        return await self._looked_up()

    async def _looked_up(self) -> Answer:
        """What the lookup has found, or has not while the caller waited for it."""
        assert self._early_lookup is not None
        waited_for_s = TOOLS["lookup_caller"].waited_for_s
        done, _ = await asyncio.wait({self._early_lookup}, timeout=waited_for_s)
        if done:
            return self._early_lookup.result()
        detail = f"the caller waited {waited_for_s:g} s for it"
        return Answer("timed_out", detail=detail, took_ms=round(1000 * waited_for_s))

    async def _say_slow(self, request: events.ToolRequested) -> None:
        await self._write(
            events.ToolSlow(
                event_id=f"{request.request_id}:slow",
                call_sid=request.call_sid,
                occurred_at=self._clock.now(),
                request_id=request.request_id,
                waited_s=TOOLS[request.tool].slow_after_s,
            )
        )
