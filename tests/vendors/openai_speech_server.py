"""Shell. Has OpenAI's audio routes, well and badly: `python -m tests.vendors.openai_speech_server --port 9103`."""

from __future__ import annotations

import asyncio
import io
import wave
from typing import Annotated, Any

import numpy as np
import soxr
from fastapi import FastAPI, Form, Request, Response, UploadFile
from fastapi.responses import JSONResponse

from tests.vendors.behaviour import (
    Behaviour,
    Recognize,
    Speak,
    always,
    arguments,
    behaviour,
    humming,
    recognizing,
    speaking,
)
from tests.vendors.http_server import serve
from voice_gateway.speech import mulaw

API_KEY = "openai-key-for-tests"
RATE = 24_000
_SILENCE_LIMIT_S = 30.0


class OpenAiSpeechServer:
    """The vendor; `app` is its HTTP interface, below `/v1`."""

    def __init__(self, recognize: Recognize, speak: Speak, behaves: Behaviour | None = None) -> None:
        self._recognize = recognize
        self._speak = speak
        self.behaves = behaves or Behaviour()
        self.asked: list[dict[str, Any]] = []
        self.app = FastAPI()
        self.app.add_api_route("/v1/audio/transcriptions", self.transcriptions, methods=["POST"], response_model=None)
        self.app.add_api_route("/v1/audio/speech", self.speech, methods=["POST"], response_model=None)

    async def transcriptions(
        self, request: Request, file: UploadFile, model: Annotated[str, Form()], prompt: Annotated[str, Form()] = ""
    ) -> Response:
        """One utterance."""
        self.asked.append({"model": model, "prompt": prompt, "filename": file.filename})
        failed = await self._misbehave(request)
        if failed is not None:
            return failed
        with wave.open(io.BytesIO(await file.read())) as wav:
            assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (8_000, 1, 2)
            audio = wav.readframes(wav.getnframes())
        return JSONResponse({"text": await self._recognize(audio, prompt.split(", ") if prompt else [])})

    async def speech(self, request: Request) -> Response:
        """One line, as a WAV file that does not know its length, as the vendor sends it."""
        body = await request.json()
        self.asked.append(body)
        failed = await self._misbehave(request)
        if failed is not None:
            return failed
        samples = np.frombuffer(mulaw.decode(await self._speak(body["input"])), dtype="<i2").astype(np.float32)
        audio = soxr.resample(samples, 8_000, RATE).clip(-32_768, 32_767).astype("<i2").tobytes()
        file = io.BytesIO()
        with wave.open(file, "wb") as wav:
            wav.setparams((1, 2, RATE, 0, "NONE", ""))
            wav.writeframes(audio)
        endless = bytearray(file.getvalue())
        endless[4:8] = endless[40:44] = b"\xff\xff\xff\xff"
        return Response(bytes(endless), media_type="audio/wav")

    async def _misbehave(self, request: Request) -> Response | None:
        if request.headers.get("authorization") != f"Bearer {API_KEY}":
            return _error(401)
        fault = self.behaves.now()
        match fault:
            case "refuses":
                return _error(self.behaves.status)
            case "hangs" | "stalls":
                await asyncio.sleep(_SILENCE_LIMIT_S)
            case "closes":
                return Response("cut", headers={"content-length": "1000"})
            case "garbage":
                return Response("<html>oops</html>")
        await self.behaves.delay(fault)
        return None


def _error(status: int) -> Response:
    return JSONResponse({"error": {"message": "no", "type": "server_error", "code": None}}, status)


if __name__ == "__main__":
    given = arguments("OpenAI's audio routes on this machine")
    recognize = always(given.words) if given.words else recognizing()
    speak = humming() if given.hum else speaking()
    behaves = behaviour(given)
    serve(OpenAiSpeechServer(recognize, speak, behaves).app, behaves, given.port)
