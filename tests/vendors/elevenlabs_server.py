"""Shell. Speaks ElevenLabs' streaming HTTP, well and badly: `python -m tests.vendors.elevenlabs_server --port 9102`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from tests.vendors.behaviour import Behaviour, Speak, arguments, behaviour, humming, speaking
from tests.vendors.http_server import serve

API_KEY = "elevenlabs-key-for-tests"
_PIECE_BYTES = 1_024
_SILENCE_LIMIT_S = 30.0


class ElevenLabsServer:
    """The vendor; `app` is its HTTP interface. A second of sound takes `seconds_a_second` to come."""

    def __init__(self, speak: Speak, behaves: Behaviour | None = None, seconds_a_second: float = 0.0) -> None:
        self._speak = speak
        self.behaves = behaves or Behaviour()
        self._seconds_a_second = seconds_a_second
        self.asked: list[dict[str, Any]] = []
        self.app = FastAPI()
        self.app.add_api_route(
            "/v1/text-to-speech/{voice_id}/stream", self.stream, methods=["POST"], response_model=None
        )

    async def stream(self, voice_id: str, request: Request, output_format: str = "mp3_44100_128") -> Response:
        """One sentence."""
        body = await request.json()
        self.asked.append({**body, "voice_id": voice_id, "output_format": output_format})
        if request.headers.get("xi-api-key") != API_KEY:
            return _error(401, "invalid_api_key")
        if output_format != "ulaw_8000":
            return _error(400, "output_format_not_allowed")
        fault = self.behaves.now()
        match fault:
            case "refuses":
                return _error(self.behaves.status, "system_busy")
            case "hangs":
                await asyncio.sleep(_SILENCE_LIMIT_S)
            case "garbage":
                return Response("<html>oops</html>" * 20, media_type="audio/basic")
        await self.behaves.delay(fault)
        sound = await self._speak(body["text"])
        return StreamingResponse(self._pieces(sound, fault), media_type="audio/basic")

    async def _pieces(self, sound: bytes, fault: str | None) -> AsyncIterator[bytes]:
        for at in range(0, len(sound), _PIECE_BYTES):
            if at >= len(sound) // 2 and fault == "stalls":
                await asyncio.sleep(_SILENCE_LIMIT_S)
            if at >= len(sound) // 2 and fault == "closes":
                raise ConnectionAbortedError
            piece = sound[at : at + _PIECE_BYTES]
            await asyncio.sleep(self._seconds_a_second * len(piece) / 8_000)
            yield piece


def _error(status: int, reason: str) -> Response:
    return JSONResponse({"detail": {"status": reason, "message": reason}}, status)


if __name__ == "__main__":
    given = arguments("ElevenLabs' streaming HTTP on this machine")
    behaves = behaviour(given)
    serve(ElevenLabsServer(humming() if given.hum else speaking(), behaves).app, behaves, given.port)
