"""Shell. The telephone exchange of one process: which calls are live, how each begins and ends."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import structlog
from fastapi import WebSocket

from calllock.contracts.business import BusinessProfile
from calllock.contracts.events import CallAnswered, EndedBy, LineResumed, TransferFailed
from calllock.contracts.ids import line_id
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, SequenceConflict
from voice_gateway.call_log import HANDED_OVER, LineHistory
from voice_gateway.callers_patience import CallersPatience
from voice_gateway.endings import AWAITED_S, OTHERS_FIRST_S, Endings
from voice_gateway.line.beginning import Beginning
from voice_gateway.line.live_call import LiveCall, Means, Over
from voice_gateway.line.pipeline import hold_line
from voice_gateway.twilio.rest import CallControl

_LOOK_S = 0.05
_LOG_LOOK_S = 0.25
_RECORD_FIRST_S = 0.5
"""How long a hang-up waits for the record of it, so that no other replica is told of it first."""
_HAND_OVER_S = 1.5
"""How long the sockets of a stopping process may take to close, after its calls were given up."""
_ENDED, TRY_ELSEWHERE = 1000, 1013
"""Codes with which a socket is closed that holds no line."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Caller:
    """What the webhook knew of the call whose stream begins."""

    call_sid: str
    stream_sid: str
    profile: BusinessProfile
    from_number: str | None
    to_number: str


class Exchange:
    """All calls of this process."""

    def __init__(self, means: Means, control: CallControl | None, name: str, most_calls: int) -> None:
        self._means = means
        self._control = control
        self._name = name
        self._most_calls = most_calls
        self._live: dict[str, LiveCall] = {}
        self._opening: set[str] = set()
        """Calls whose log is being read; they count, or as many as come meanwhile would be taken."""
        self._endings = Endings(means.bus, means.clock)
        self._patience = CallersPatience(means.bus, means.clock)
        self.draining = False

    @property
    def live_calls(self) -> int:
        """How many lines are held."""
        return len(self._live)

    @property
    def unfit(self) -> str:
        """Why new calls should go elsewhere for now: it drains, or the bus is away or silent; empty when they need
        not."""
        has_bus = self._means.bus.connected and not self._patience.is_over
        return "draining" if self.draining else "" if has_bus else "no_bus"

    @property
    def sends_on(self) -> bool:
        """Whether calls that go on should go elsewhere, too: it drains, or the bus would not be asked now."""
        return self.draining or self._patience.is_over

    def has_room_for(self, call_sid: str) -> bool:
        """Whether this call's line can be held here; one that is held already only changes its socket."""
        others = (self._opening | self._live.keys()) - {call_sid}
        return not self.draining and len(others) < self._most_calls

    async def history(self, call_sid: str) -> LineHistory:
        """What the log says of this call, of which the caller waits to hear; raises `BusUnavailable`, at once if the
        bus was silent a moment ago."""
        if self._patience.is_over:
            raise BusUnavailable("it did not answer a moment ago")
        async with self._patience.waits():
            return await self._endings.history(call_sid)

    async def last_history(self, call_sid: str) -> LineHistory:
        """The same once the line, which is over, has told what its caller said last and the brain has answered it, or
        once that takes too long; whoever holds the line."""
        until = self._means.clock.monotonic() + OTHERS_FIRST_S
        while not (history := await self.history(call_sid)).is_told and self._means.clock.monotonic() < until:
            await self._means.clock.sleep(_LOG_LOOK_S)
        return history

    async def hold(self, websocket: WebSocket, caller: Caller) -> None:
        """Hold the line of this call on this socket until it is over; raises `BusUnavailable` at the start only."""
        sid = caller.call_sid
        self._opening.add(sid)
        try:
            async with self._patience.waits():
                history, opened_at = await self._open(caller)
                if not opened_at:
                    _log.info("call.already_ended" if history.ended else "call.goes_elsewhere", call_sid=sid)
                    await websocket.close(_ENDED if history.ended else TRY_ELSEWHERE)
                    return
            call = LiveCall(self._means, self._beginning(caller, history, opened_at), caller.stream_sid)
            replaced = self._live.get(sid)
            self._live[sid] = call
        finally:
            self._opening.discard(sid)
        if replaced is not None:
            replaced.finish(Over("replaced"))
        await self._hold(websocket, call, caller, history)

    async def _open(self, caller: Caller) -> tuple[LineHistory, int]:
        """What the log says of the call, and the sequence of the fact, right after all that its lines have told, that
        it has a line here; 0 when it shall have none, or another stream was opened meanwhile, as that may be the later
        one: the caller of this one, if there is one, is given another."""
        streams: int | None = None
        while True:
            history = await self.history(caller.call_sid)
            streams = history.streams if streams is None else streams
            if history.ended is not None or self.draining or history.streams > streams:
                return history, 0
            with suppress(SequenceConflict):  # the line before this one has told more meanwhile
                first = self._first_fact(caller, history)
                return history, await self._means.bus.publish(first, expected_last=history.last_of_line)

    async def _hold(self, websocket: WebSocket, call: LiveCall, caller: Caller, history: LineHistory) -> None:
        sid = caller.call_sid
        _log.info("call.resumed" if history.answered else "call.answered", call_sid=sid, business=caller.profile.id)
        self._endings.begin(call.outbox)
        try:
            await hold_line(websocket, call, caller.stream_sid, self._settle)
        except Exception:  # noqa: BLE001 - one call's fault is not the process's; Twilio asks how to go on
            _log.exception("line.failed", call_sid=sid)
        finally:
            call.finish(Over("failed"))
            self._endings.leave(call.outbox)
            await self._after(sid, call.over.result(), history.streams)
            await self._delete_if_refused(sid)
            if self._live.get(sid) is call:
                del self._live[sid]

    def _first_fact(self, caller: Caller, history: LineHistory) -> Message:
        sid, now = caller.call_sid, self._means.clock.now()
        event_id = line_id(sid, f"opened:{caller.stream_sid}", history.streams + 1)  # two streams open no line together
        if history.answered is not None:
            return LineResumed(event_id=event_id, call_sid=sid, occurred_at=now, gateway=self._name)
        return CallAnswered(
            event_id=event_id,
            call_sid=sid,
            occurred_at=now,
            business=caller.profile.id,
            from_number=caller.from_number,
            to_number=caller.to_number,
            gateway=self._name,
        )

    def _beginning(self, caller: Caller, history: LineHistory, opened_at: int) -> Beginning:
        refused = history.recording_refused or caller.call_sid in self._means.refusals
        return Beginning(
            call_sid=caller.call_sid,
            at=self._means.clock.now(),
            silence_s=caller.profile.limits.silence_s,
            terms=caller.profile.keyterms,
            stream=history.streams + 1,
            recorded=history.recorded,
            recording_notice=None if refused else caller.profile.recording_notice,
            turn=history.turn,
            prompt=history.prompt,
            facts=history.facts,
            read_until=history.last_sequence,
            opened_at=opened_at,
            person=self._person(caller.profile, history),
        )

    def _person(self, profile: BusinessProfile, history: LineHistory) -> str:
        """Who takes a call whose brain does not answer: in opening hours, and unless that was tried before."""
        may_ring = self._control is not None and not history.transfers
        return (profile.forward_number or "") if may_ring and profile.is_open(self._means.clock.now()) else ""

    async def _settle(self, call: LiveCall, over: Over) -> None:
        """The line's own end, while the socket is still open. What the caller must hear waits for no record of it.

        A caller who is given to a person stays ours until that person has taken the call. Without `control`, or if
        it fails, the closed stream does the same: Twilio asks its action URL, which reads the record.
        """
        if over.why != "ended" or over.end is None:
            return
        sid, end = call.call_sid, over.end
        if end.how == "transfer":
            if self._control is not None:
                await self._control.transfer(sid, end.to_number)
            return
        written = self._endings.end_later(sid, "agent", end.reason)
        if self._control is not None and end.how == "say":
            await self._control.say(sid, end.words)
        elif self._control is not None:
            await asyncio.wait([written], timeout=_RECORD_FIRST_S)
            await self._control.hang_up(sid)
        await asyncio.wait([written], timeout=AWAITED_S)

    async def _after(self, call_sid: str, over: Over, streams: int) -> None:
        match over.why:
            case "stopped":
                await self.end(call_sid, "caller", "the stream was stopped")
            case "disconnected" | "failed" | "handed_over":
                self._endings.drop(call_sid, streams, over.why, lambda: call_sid in self._live)
            case "ended" | "replaced":
                pass

    async def _delete_if_refused(self, call_sid: str) -> None:
        """Another replica may have written only during this stream that its caller had refused to be recorded."""
        recorder = self._means.recorder
        if recorder is None:
            return
        try:
            if (await self._endings.history(call_sid)).recording_refused:
                await recorder.delete(call_sid)
        except BusUnavailable:
            _log.error("recording.refusal_unknown", call_sid=call_sid)

    async def end(self, call_sid: str, ended_by: EndedBy, detail: str) -> None:
        """Write that the call has ended, unless somebody already has."""
        await self._endings.end(call_sid, ended_by, detail)

    def lose(self, call_sid: str) -> None:
        """Write, once the bus is there, that the call was given up for want of it, unless somebody ended it before."""
        self._endings.end_later(call_sid, "line_lost", "no bus")

    async def transfer_failed(self, call_sid: str, reason: str) -> None:
        """Write that nobody took the call, unless that is known or the call has ended; raises `BusUnavailable`."""
        history = await self.history(call_sid)
        if not history.is_connecting:
            return
        failed = TransferFailed(
            event_id=line_id(call_sid, "transfer-failed", history.transfers_failed + 1),
            call_sid=call_sid,
            occurred_at=self._means.clock.now(),
            reason=reason,
        )
        async with self._patience.waits():
            await self._means.bus.publish(failed)

    def call_is_over(self, call_sid: str) -> None:
        """Twilio says that the call is over."""
        live = self._live.get(call_sid)
        if live is not None and not live.over.done():
            live.finish(Over("stopped"))
        else:
            self._endings.end_later(call_sid, "caller", "reported by the status callback", held_elsewhere=live is None)

    async def drain(self, limit_s: float) -> None:
        """Take no more calls, and give those in progress this long; what is left goes to another replica."""
        self.draining = True
        try:
            async with asyncio.timeout(limit_s):
                await self._until_idle()
        except TimeoutError:
            _log.warning("exchange.handed_over", live_calls=len(self._live))
            with suppress(TimeoutError):
                async with asyncio.timeout(_HAND_OVER_S):
                    await self._until_idle(hands_over=True)

    async def close(self) -> None:
        """Hand over what is left, and write what is to be written."""
        await self.drain(0.0)
        await asyncio.gather(self._endings.finish(), self._means.refusals.finish())

    async def _until_idle(self, *, hands_over: bool = False) -> None:
        """Until no call is held or opening; `hands_over` ends those that are held, and those that open meanwhile."""
        while self._live or self._opening:
            for call in self._live.values() if hands_over else ():
                call.finish(Over(HANDED_OVER))
            await self._means.clock.sleep(_LOOK_S)
