"""Shell. The Pipecat pipeline of one stream: transport in, the line, transport out.

The line is one processor. Pipecat's transport and serializer carry the audio; its voice and
turn models are used through `voice_gateway.speech`, with one session a process instead of one a
call, and what goes out is sent ahead of real time and controlled with marks, so Pipecat's own
aggregators, which count on audio that is paced, have no part in it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from fastapi import WebSocket
from pipecat.frames.frames import (
    Frame,
    InputTransportMessageFrame,
    OutputTransportMessageUrgentFrame,
    StartFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.workers.runner import WorkerRunner

from voice_gateway.line.live_call import LiveCall, Over
from voice_gateway.line.serializer import LineSerializer
from voice_gateway.speech.ports import SAMPLE_RATE, Pcm
from voice_gateway.twilio.media import Dtmf, Mark, Stop

_START_LIMIT_S = 5.0
_STOP_LIMIT_S = 3.0

_log = structlog.get_logger()


class LineProcessor(FrameProcessor):
    """Between the two ends of the transport: frames to the call's line, its messages to frames."""

    def __init__(self, call: LiveCall) -> None:
        super().__init__()
        self._call = call
        self.started = asyncio.Event()

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        """Marks, keys and stops are for the line; everything else passes."""
        await super().process_frame(frame, direction)
        if isinstance(frame, InputTransportMessageFrame) and direction is FrameDirection.DOWNSTREAM:
            with self._faults_end_it():
                self._take(frame.message)
        else:
            await self.push_frame(frame, direction)
            if isinstance(frame, StartFrame):
                self.started.set()

    def hear(self, audio: Pcm) -> None:
        """Some of the caller's sound, until the line is over."""
        if not self._call.over.done():
            with self._faults_end_it():
                self._call.hear(audio)

    @contextmanager
    def _faults_end_it(self) -> Iterator[None]:
        """Pipecat would log what is raised, with all that it says, and go on with a caller whom nobody hears."""
        try:
            yield
        except Exception:  # noqa: BLE001 - Twilio asks how to go on, and another stream has engines of its own
            _log.exception("line.failed", call_sid=self._call.call_sid)
            self._call.finish(Over("failed"))

    async def send(self, message: dict[str, Any]) -> None:
        """Send one message to Twilio, in order."""
        await self.push_frame(OutputTransportMessageUrgentFrame(message=message))

    def _take(self, message: Any) -> None:
        match message:
            case Mark(name):
                self._call.mark(name)
            case Dtmf(key):
                self._call.press(key)
            case Stop():
                self._call.finish(Over("stopped"))


Settle = Callable[[LiveCall, Over], Awaitable[None]]


async def hold_line(websocket: WebSocket, call: LiveCall, stream_sid: str, settle: Settle) -> None:
    """Run the call on this socket until it is over; then `settle`, then close the socket."""
    processor = LineProcessor(call)
    transport = FastAPIWebsocketTransport(
        websocket, FastAPIWebsocketParams(serializer=LineSerializer(stream_sid, processor.hear), allowed_origins=[])
    )

    async def on_client_disconnected(_transport: object, _websocket: object) -> None:
        call.finish(Over("disconnected"))

    transport.add_event_handler("on_client_disconnected", on_client_disconnected)
    worker = PipelineWorker(
        Pipeline([transport.input(), processor, transport.output()]),
        params=PipelineParams(audio_in_sample_rate=SAMPLE_RATE, audio_out_sample_rate=SAMPLE_RATE),
        enable_rtvi=False,
        enable_turn_tracking=False,
        idle_timeout_secs=None,
    )
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    running = asyncio.create_task(runner.run())
    running.add_done_callback(lambda _: call.finish(Over("failed")))
    try:
        async with asyncio.timeout(_START_LIMIT_S):
            await processor.started.wait()
        await settle(call, await call.run(processor.send))
    finally:
        await worker.cancel()
        async with asyncio.timeout(_STOP_LIMIT_S):
            await running
