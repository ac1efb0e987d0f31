"""Shell. Speaks Deepgram's streaming protocol, well and badly: `python -m tests.vendors.deepgram_server --port 9101`.

`GET /v1/listen` becomes a socket that takes 16-bit audio and JSON messages. About once a second of audio it says what
it has so far; `Finalize` is answered with the words since the last one; without a message for ten seconds it closes.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from tests.vendors.behaviour import Behaviour, Fault, Recognize, always, arguments, behaviour, loud, recognizing

API_KEY = "deepgram-key-for-tests"
_BYTES_A_SECOND = 16_000
_TIMED_OUT = "Deepgram did not receive audio data or a text message within the timeout window."


@dataclass
class Stream:
    """One connection, as the server sees it."""

    query: dict[str, list[str]]
    audio: bytearray = field(default_factory=bytearray)
    messages: list[str] = field(default_factory=list)
    """The types of the JSON messages."""
    final_until: int = 0
    told_until: int = 0
    in_order: asyncio.Lock = field(default_factory=asyncio.Lock)


class DeepgramServer:
    """The vendor."""

    def __init__(self, recognize: Recognize, behaves: Behaviour, idle_s: float = 10.0, guess: str = "") -> None:
        """`guess`: what it makes of speech that goes on."""
        self._recognize = recognize
        self._guess = always(guess)
        self.behaves = behaves
        self._idle_s = idle_s
        self.streams: list[Stream] = []
        self._sockets: set[ServerConnection] = set()

    async def break_off(self) -> None:
        """Close every stream that is open, as a vendor does that restarts."""
        for socket in list(self._sockets):
            await socket.close(1011, "restarting")

    def admit(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse the handshake, or let it go on."""
        if urlsplit(request.path).path != "/v1/listen":
            return connection.respond(HTTPStatus.NOT_FOUND, "")
        if request.headers.get("Authorization") != f"Token {API_KEY}":
            return connection.respond(HTTPStatus.UNAUTHORIZED, '{"err_code": "INVALID_AUTH"}')
        if self.behaves.fault == "refuses" and self.behaves.now() == "refuses":
            return connection.respond(HTTPStatus(self.behaves.status), "{}")
        return None

    async def handle(self, socket: ServerConnection) -> None:
        """One stream, until either side closes."""
        assert socket.request is not None
        stream = Stream(parse_qs(urlsplit(socket.request.path).query))
        self.streams.append(stream)
        self._sockets.add(socket)
        try:
            async with asyncio.timeout(self.behaves.closes_after_s), asyncio.TaskGroup() as answers:
                while True:
                    await self._take(socket, stream, answers)
        except* (ConnectionClosed, TimeoutError):
            with suppress(ConnectionClosed):
                await socket.close(1011, _TIMED_OUT)
        finally:
            self._sockets.discard(socket)

    async def _take(self, socket: ServerConnection, stream: Stream, answers: asyncio.TaskGroup) -> None:
        async with asyncio.timeout(self._idle_s):
            message = await socket.recv()
        if isinstance(message, bytes):
            stream.audio += message
            if len(stream.audio) - stream.told_until >= _BYTES_A_SECOND:
                stream.told_until = len(stream.audio)
                if self.behaves.fault not in ("hangs", "slow"):
                    await self._tell_so_far(socket, stream)
            return
        kind = json.loads(message)["type"]
        stream.messages.append(kind)
        if kind == "Finalize":
            begins, stream.final_until = stream.final_until, len(stream.audio)
            answers.create_task(self._answer(socket, stream, (begins, stream.final_until), self.behaves.now()))
        elif kind == "CloseStream":
            await socket.send(json.dumps({"type": "Metadata", "duration": len(stream.audio) / _BYTES_A_SECOND}))
            await socket.close()

    async def _tell_so_far(self, socket: ServerConnection, stream: Stream) -> None:
        begins, ends = stream.final_until, len(stream.audio)
        audio = bytes(stream.audio[begins:ends])
        words = _words(await self._guess(audio, []), audio, begins)
        await socket.send(_results(begins, ends, words, final=False))

    async def _answer(
        self, socket: ServerConnection, stream: Stream, piece: tuple[int, int], fault: Fault | None
    ) -> None:
        if fault in ("hangs", "stalls"):
            return
        if fault == "closes":
            await socket.close(1011, "restarting")
            return
        async with stream.in_order:
            await self.behaves.delay(fault)
            if fault == "garbage":
                await socket.send("<html>oops</html>")
                return
            begins, ends = piece
            audio = bytes(stream.audio[begins:ends])
            text = await self._recognize(audio, stream.query.get("keyterm", []))
            await socket.send(_results(begins, ends, _words(text, audio, begins), final=True))


def _words(text: str, audio: bytes, begins: int) -> list[dict[str, object]]:
    """The words, spread over what is loud."""
    words, places = text.split(), loud(audio)
    if not words:
        return []
    first, last = (int(places[0]), int(places[-1])) if places.size else (0, len(audio) // 2)
    each = (last - first) / 8_000 / len(words)
    start = begins / _BYTES_A_SECOND + first / 8_000
    return [
        {"word": word.lower(), "punctuated_word": word, "start": start + each * i, "end": start + each * (i + 1)}
        for i, word in enumerate(words)
    ]


def _results(begins: int, ends: int, words: list[dict[str, object]], final: bool) -> str:
    transcript = " ".join(str(word["punctuated_word"]) for word in words)
    return json.dumps(
        {
            "type": "Results",
            "channel_index": [0, 1],
            "start": begins / _BYTES_A_SECOND,
            "duration": (ends - begins) / _BYTES_A_SECOND,
            "is_final": final,
            "speech_final": final,
            "from_finalize": final,
            "channel": {"alternatives": [{"transcript": transcript, "confidence": 0.99, "words": words}]},
            "metadata": {"request_id": "r", "model_uuid": "m", "model_info": {"name": "general-nova-3"}},
        }
    )


@asynccontextmanager
async def deepgram(
    recognize: Recognize,
    behaves: Behaviour | None = None,
    port: int = 0,
    idle_s: float = 10.0,
    guess: str = "",
) -> AsyncIterator[tuple[DeepgramServer, str]]:
    """A running server, and its base URL."""
    vendor = DeepgramServer(recognize, behaves or Behaviour(), idle_s, guess)
    async with serve(vendor.handle, "127.0.0.1", port, process_request=vendor.admit, compression=None) as server:
        yield vendor, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def _main() -> None:
    given = arguments("Deepgram's streaming protocol on this machine")
    recognize = always(given.words) if given.words else recognizing()
    async with deepgram(recognize, behaviour(given), given.port) as (_, url):
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_main())
