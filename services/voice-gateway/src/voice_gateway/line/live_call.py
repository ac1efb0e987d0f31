"""Shell. One call's line, live: carries out the effects of `Line` and feeds it what happens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any, Literal

import structlog

from calllock.contracts import wire
from calllock.contracts.dataflow import INTERIM
from calllock.contracts.events import LineResumed, RecordingRefused
from calllock.contracts.interim import InterimWords
from calllock.contracts.message import BrainMessage, Message
from calllock.runtime.bus import Bus, BusUnavailable
from calllock.runtime.clock import Clock
from voice_gateway import own_words
from voice_gateway.line.beginning import Beginning
from voice_gateway.line.call_recording import CallRecording
from voice_gateway.line.caller_sound import CallerSound, Hearing
from voice_gateway.line.effects import Clear, Consider, Effect, End, Judge, Mention, Overhear, Render, Send, Tell
from voice_gateway.line.engine_work import EngineWork
from voice_gateway.line.line import Line
from voice_gateway.line.listening import LastWords
from voice_gateway.line.outbox import Outbox
from voice_gateway.line.timing_metrics import observe
from voice_gateway.recording import Recorder
from voice_gateway.refusals import Refusals
from voice_gateway.speech.ears import Ears
from voice_gateway.speech.ports import SAMPLE_RATE, Engines, Pcm
from voice_gateway.speech.rendered import RenderedLines
from voice_gateway.twilio.media import clear_message, mark_message, media_messages

_TICK_S = 0.1
_RETRY_S = 0.25
FLUSH_S = 2.0
"""How long a line that is over is waited for: for the caller's last words, and until the log has all that it tells."""
_LAST_PARTS = 2
"""Of a turn without an end: what was being transcribed when the line went, and what was said since."""

SendMessage = Callable[[dict[str, Any]], Awaitable[None]]

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Over:
    """Why the line is over."""

    why: Literal["stopped", "disconnected", "ended", "replaced", "failed", "handed_over"]
    end: End | None = None


_LAST_WORDS: dict[str, LastWords] = {
    "stopped": "awaited",
    "disconnected": "awaited",
    "hang_up": "awaited",
    "ended": "at hand",  # the caller is still there, and waits for what comes next
    "failed": "at hand",
    "handed_over": "at hand",
    "replaced": "no",  # another stream counts the turns now
}


@dataclass(frozen=True, slots=True)
class Means:
    """What every live call shares."""

    bus: Bus
    clock: Clock
    engines: Engines
    ears: Ears
    rendered: RenderedLines
    refusals: Refusals
    recorder: Recorder | None = None


class LiveCall:
    """One stream of one call, from its start message until it is over."""

    def __init__(self, means: Means, beginning: Beginning, stream_sid: str) -> None:
        self.call_sid = beginning.call_sid
        self.over: asyncio.Future[Over] = asyncio.get_running_loop().create_future()
        self._means = means
        self._stream_sid = stream_sid
        self._opened_at = opened_at = beginning.opened_at
        self._read_until = beginning.read_until
        self._line = Line(beginning, means.clock.monotonic())
        self._work = EngineWork(beginning.call_sid)
        hearing = Hearing(means.engines.voice_activity(), means.ears.listen(beginning.terms), means.engines.turn_model)
        self._caller = CallerSound(hearing, self._line, self._work, means.clock, self._do)
        self._recording = CallRecording(
            means.recorder,
            beginning.call_sid,
            beginning.recording_notice,
            beginning.stream,
            beginning.recorded,
        )
        self._effects: asyncio.Queue[Effect] = asyncio.Queue()
        told = opened_at if beginning.stream > 1 else 0  # the first stream is opened on a subject of its own
        self.outbox = Outbox(means.bus, means.clock, beginning.call_sid, opened_at, told)
        self._audio: dict[int, bytes] = {}
        """The agent's sentences that are rendered and not sent yet, by key."""
        self._send: SendMessage | None = None

    # ---- what comes in ----

    def hear(self, audio: Pcm) -> None:
        """Some of the caller's audio."""
        self._recording.caller(audio)
        self._caller.hear(audio)

    def mark(self, name: str) -> None:
        """Twilio has returned a mark."""
        self._do(self._line.marked(name, self._now()))

    def press(self, key: str) -> None:
        """A key of the telephone."""
        self._do(self._line.press(key, self._now()))

    def finish(self, over: Over) -> None:
        """The line is over; only the first reason counts."""
        if not self.over.done():
            self.over.set_result(over)

    # ---- its life ----

    async def run(self, send: SendMessage) -> Over:
        """Hold the line until it is over; what it tells is in the log then, or still in its outbox."""
        self._send = send
        for fact in self._recording.resume(self._means.clock.now()):
            self.outbox.put(fact)
        try:
            async with asyncio.TaskGroup() as group:
                self._work.begin(group)
                lasting = (self._follow_brain, self._carry_out, self.outbox.run, self._keep_time, self._caller.run)
                tasks = [group.create_task(work()) for work in lasting]
                over = await asyncio.shield(self.over)
                is_hung_up = over.end is not None and over.end.how == "hang_up"
                self._do(self._line.close(self._now(), _LAST_WORDS["hang_up" if is_hung_up else over.why]))
                await self._flush()
                for task in tasks:
                    task.cancel()
                self._work.cancel()
        finally:
            await self._recording.close()
        return self.over.result()

    async def _flush(self) -> None:
        try:
            async with asyncio.timeout(FLUSH_S):
                await self._effects.join()
                for _ in range(_LAST_PARTS):
                    if self._line.awaits_words:
                        await self._caller.transcribed()
                    await self._effects.join()  # the words may just have come
                await self.outbox.emptied()
        except TimeoutError:
            if self._line.awaits_words:
                _log.error("line.words_lost", call_sid=self.call_sid)
            if self.outbox:
                _log.warning("line.facts_late", call_sid=self.call_sid, count=len(self.outbox))

    async def _follow_brain(self) -> None:
        while True:
            try:
                async with aclosing(self._means.bus.follow(self.call_sid, ("brain", "line"))) as log:
                    async for logged in log:
                        match logged.message:
                            case LineResumed() if logged.sequence > self._opened_at:
                                self.finish(Over("replaced"))
                                self._do(self._line.close(self._now(), "no"))
                            case BrainMessage() as message if logged.sequence > self._read_until:
                                self._read_until = logged.sequence
                                self._do(self._line.command(message, self._now()))
            except BusUnavailable:
                _log.warning("line.brain_unreachable", call_sid=self.call_sid)
            await self._means.clock.sleep(_RETRY_S)

    async def _keep_time(self) -> None:
        while True:
            await self._means.clock.sleep(_TICK_S)
            self._do(self._line.tick(self._now()))

    # ---- effects ----

    def _now(self) -> float:
        return self._means.clock.monotonic()

    def _do(self, effects: list[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Consider):
                self._caller.keep(effect)  # before more is heard: other effects may take their time
            self._effects.put_nowait(effect)

    async def _carry_out(self) -> None:
        while True:
            effect = await self._effects.get()
            match effect:
                case Tell(message):
                    self._tell(message)
                case Send(key, mark):
                    await self._play(self._audio.pop(key), mark)
                case Clear():
                    self._recording.clear()
                    await self._transmit(clear_message(self._stream_sid))
                case Render(key, text):
                    self._render(key, text)
                case Mention(turn, text):
                    await self._mention(InterimWords(call_sid=self.call_sid, turn=turn, text=text))
                case Consider() | Judge() | Overhear():
                    self._caller.find_out(effect)
                case End():
                    self.finish(Over("ended", effect))
            if self._effects.empty():
                self._forget_dropped()
            self._effects.task_done()

    def _forget_dropped(self) -> None:
        """What was rendered, and does not wait to be sent any more."""
        for key in self._audio.keys() - self._line.unsent:
            del self._audio[key]

    def _tell(self, fact: Message) -> None:
        observe(fact)
        self.outbox.put(fact)
        for further in self._recording.note(fact):
            if isinstance(further, RecordingRefused):
                self._means.refusals.tell(further)
                self._do(self._line.say(own_words.NOT_RECORDED))
            else:
                self.outbox.put(further)

    async def _mention(self, words: InterimWords) -> None:
        with suppress(BusUnavailable):  # the words will be in the log
            await self._means.bus.mention(INTERIM, wire.as_json(words.model_dump()))

    async def _play(self, audio: bytes, mark: str) -> None:
        self._recording.agent(audio)
        for message in media_messages(self._stream_sid, audio):
            await self._transmit(message)
        await self._transmit(mark_message(self._stream_sid, mark))

    async def _transmit(self, message: dict[str, Any]) -> None:
        if self._send is not None and not self.over.done():
            await self._send(message)

    def _render(self, key: int, text: str) -> None:
        audio = self._means.rendered.at_hand(text)
        if audio is not None:
            self._rendered(key, audio)
        else:
            self._work.start(self._render_later(key, text))

    async def _render_later(self, key: int, text: str) -> None:
        try:
            self._rendered(key, await self._means.rendered.render(text))
        except Exception as error:  # noqa: BLE001 - an engine's fault is not the end of the call
            self._work.blame("voice.failed", error)
            self._do(self._line.unrendered(key, self._now()))

    def _rendered(self, key: int, audio: bytes) -> None:
        self._audio[key] = audio
        self._do(self._line.rendered(key, len(audio) / SAMPLE_RATE, self._now()))
