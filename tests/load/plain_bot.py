"""Shell. What the load of our gateway is held against: a Twilio bot as Pipecat's documentation writes one.

One pipeline a call with Pipecat's own transport, serializer, voice activity, turn model, aggregators and paced
output, all with their defaults. The same vendors answer after the same time, and the same sentences are said.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from fastapi import FastAPI, Response, WebSocket
from pipecat.audio.vad.silero import SileroVADAnalyzer
from pipecat.frames.frames import (
    Frame,
    LLMContextFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    TranscriptionFrame,
    TTSAudioRawFrame,
    TTSSpeakFrame,
    VADUserStoppedSpeakingFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair, LLMUserAggregatorParams
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.runner.utils import parse_telephony_websocket
from pipecat.serializers.twilio import TwilioFrameSerializer
from pipecat.services.settings import STTSettings, TTSSettings
from pipecat.services.stt_service import STTService
from pipecat.services.tts_service import TTSService
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.utils.time import time_now_iso8601
from pipecat.workers.runner import WorkerRunner

from tests.load.answering_brain import GREETING, reply
from tests.load.vendors import Vendors
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE, Ear, Hints, Voice

_PIECE_BYTES = 3_200
"""Audio of one frame from the voice: 200 ms."""


class VendorSTT(STTService):
    """A streaming recognizer that finalizes when the caller pauses."""

    def __init__(self, ear: Ear) -> None:
        super().__init__(settings=STTSettings(model=None, language=None))
        self._ear = ear
        self._since_final = bytearray()

    async def run_stt(self, audio: bytes) -> AsyncGenerator[Frame | None, None]:
        """The audio goes to the vendor."""
        self._ear.hear(audio)
        self._since_final += audio
        yield None

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        await super().process_frame(frame, direction)
        if isinstance(frame, VADUserStoppedSpeakingFrame):
            self.create_task(self._finalize())

    async def _finalize(self) -> None:
        said, self._since_final = bytes(self._since_final), bytearray()
        text = await self._ear.transcribe(said, Hints())
        await self.push_frame(TranscriptionFrame(text, "caller", time_now_iso8601(), finalized=True))


class VendorTTS(TTSService):
    """A voice that gives a sentence in pieces."""

    def __init__(self, voice: Voice) -> None:
        settings = TTSSettings(model=None, voice=None, language=None)
        super().__init__(push_start_frame=True, push_stop_frames=True, settings=settings, sample_rate=SAMPLE_RATE)
        self._voice = voice

    async def run_tts(self, text: str, context_id: str) -> AsyncGenerator[Frame | None, None]:
        """The sentence, after the vendor's delay."""
        audio = mulaw.decode(await self._voice.render(text))
        for at in range(0, len(audio), _PIECE_BYTES):
            yield TTSAudioRawFrame(audio[at : at + _PIECE_BYTES], SAMPLE_RATE, 1, context_id=context_id)


class Answers(FrameProcessor):
    """In the place of the language model: answers every turn at once with two sentences."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0

    async def process_frame(self, frame: Frame, direction: FrameDirection) -> None:
        await super().process_frame(frame, direction)
        if not isinstance(frame, LLMContextFrame):
            await self.push_frame(frame, direction)
            return
        self._turn += 1
        await self.push_frame(LLMFullResponseStartFrame())
        for sentence in reply(self._turn):
            await self.push_frame(LLMTextFrame(f"{sentence} "))
        await self.push_frame(LLMFullResponseEndFrame())


async def run_bot(websocket: WebSocket, ear: Ear, voice: Voice) -> None:
    """One call."""
    _, call = await parse_telephony_websocket(websocket)
    serializer = TwilioFrameSerializer(call["stream_id"], params=TwilioFrameSerializer.InputParams(auto_hang_up=False))
    transport = FastAPIWebsocketTransport(
        websocket, FastAPIWebsocketParams(audio_in_enabled=True, audio_out_enabled=True, serializer=serializer)
    )
    aggregators = LLMContextAggregatorPair(
        LLMContext(), user_params=LLMUserAggregatorParams(vad_analyzer=SileroVADAnalyzer())
    )
    worker = PipelineWorker(
        Pipeline(
            [
                transport.input(),
                VendorSTT(ear),
                aggregators.user(),
                Answers(),
                VendorTTS(voice),
                transport.output(),
                aggregators.assistant(),
            ]
        ),
        params=PipelineParams(audio_in_sample_rate=SAMPLE_RATE, audio_out_sample_rate=SAMPLE_RATE),
    )

    async def on_client_connected(_transport: object, _client: object) -> None:
        await worker.queue_frames([TTSSpeakFrame(GREETING)])

    async def on_client_disconnected(_transport: object, _client: object) -> None:
        await worker.cancel()

    transport.add_event_handler("on_client_connected", on_client_connected)
    transport.add_event_handler("on_client_disconnected", on_client_disconnected)
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    await runner.run()


def plain_app(vendors: Vendors) -> FastAPI:
    """The bot as an application."""
    app, recognizer, voice = FastAPI(), vendors.recognizer(), vendors.voice()

    @app.get("/healthz")
    async def healthz() -> Response:
        return Response("ok")

    @app.websocket("/media")
    async def media(websocket: WebSocket) -> None:
        await websocket.accept()
        ear = recognizer.listen(())
        hearing = asyncio.create_task(ear.run())
        try:
            await run_bot(websocket, ear, voice)
        finally:
            hearing.cancel()
            await asyncio.wait([hearing])

    return app
