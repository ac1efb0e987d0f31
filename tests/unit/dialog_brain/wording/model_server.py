"""Shell. A server on this machine that speaks the OpenAI streaming protocol, well and in all the ways it can fail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from calllock.runtime.clock import SystemClock
from dialog_brain.wording.model import OpenAiModel

Behaviour = Callable[["Exchange"], Awaitable[None]]
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


@dataclass
class Exchange:
    """One request, and the connection that it is answered on."""

    request: dict[str, Any]
    writer: asyncio.StreamWriter
    gone: asyncio.Event
    """Set when the client has closed the connection."""

    def send(self, raw: bytes) -> None:
        """Bytes as they are."""
        self.writer.write(raw)

    def event(self, data: str) -> None:
        """One server-sent event."""
        raw = f"data: {data}\n\n".encode()
        self.send(f"{len(raw):x}\r\n".encode() + raw + b"\r\n")

    def piece(self, text: str | None) -> None:
        """One chunk of a chat completion."""
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
        chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
        self.event(json.dumps(chunk))

    def finish(self) -> None:
        """The end of a stream as it should be."""
        self.event("[DONE]")
        self.send(b"0\r\n\r\n")


def answering(text: str) -> Behaviour:
    """Answers in pieces of five characters."""

    async def behave(exchange: Exchange) -> None:
        exchange.send(_HEAD)
        exchange.piece("")
        for start in range(0, len(text), 5):
            exchange.piece(text[start : start + 5])
        exchange.finish()

    return behave


async def never_answers(exchange: Exchange) -> None:
    """Takes the request and is silent."""
    await exchange.gone.wait()


async def never_speaks(exchange: Exchange) -> None:
    """Begins the stream, and sends empty pieces for ever."""
    exchange.send(_HEAD)
    while not exchange.gone.is_set():
        exchange.piece("")
        await exchange.writer.drain()
        await asyncio.sleep(0.01)


async def stalls(exchange: Exchange) -> None:
    """Stops in the middle with the socket open."""
    exchange.send(_HEAD)
    exchange.piece("Can I get ")
    await exchange.gone.wait()


async def dawdles(exchange: Exchange) -> None:
    """A word now and then, never late enough to be a stall, without an end."""
    exchange.send(_HEAD)
    while not exchange.gone.is_set():
        exchange.piece("please ")
        await exchange.writer.drain()
        await asyncio.sleep(0.05)


async def never_stops(exchange: Exchange) -> None:
    """As fast as it can, without an end."""
    exchange.send(_HEAD)
    while not exchange.gone.is_set():
        exchange.piece("and so on ")
        await exchange.writer.drain()
        await asyncio.sleep(0)


async def breaks_off(exchange: Exchange) -> None:
    """The connection is cut in the middle."""
    exchange.send(_HEAD)
    exchange.piece("Can I get your name")
    await exchange.writer.drain()


async def sends_garbage(exchange: Exchange) -> None:
    """Events that are no JSON."""
    exchange.send(_HEAD)
    exchange.event("{not json")
    exchange.finish()


def sending(data: str) -> Behaviour:
    """One event with this data, and a proper end."""

    async def behave(exchange: Exchange) -> None:
        exchange.send(_HEAD)
        exchange.event(data)
        exchange.finish()

    return behave


def refusing(status: str, body: str = '{"error": {"message": "no"}}') -> Behaviour:
    """Answers with a status and no stream."""

    async def behave(exchange: Exchange) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        exchange.send((head + body).encode())

    return behave


@dataclass
class ModelServer:
    """A running server; `behaves` may be changed between requests."""

    behaves: Behaviour
    url: str = ""
    exchanges: list[Exchange] = field(default_factory=list)
    told_at: float = 0.0
    """When the latest answer was on its way, by the loop's clock."""
    _asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def begun(self, count: int) -> None:
        """So many requests have come."""
        while len(self.exchanges) < count:
            self._asked.clear()
            await self._asked.wait()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, with one request."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(h.split(b":")[1]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length"))
        exchange = Exchange(json.loads(await reader.readexactly(length)), writer, asyncio.Event())
        exchange.request["authorization"] = next(
            h.split(b": ")[1].decode() for h in head.split(b"\r\n") if h.lower().startswith(b"authorization")
        )
        self.exchanges.append(exchange)
        self._asked.set()
        watching = asyncio.create_task(_watch(reader, exchange.gone))
        try:
            await self.behaves(exchange)
            self.told_at = asyncio.get_running_loop().time()
            await writer.drain()
        except ConnectionError:
            exchange.gone.set()
        finally:
            watching.cancel()
            writer.close()


async def _watch(reader: asyncio.StreamReader, gone: asyncio.Event) -> None:
    try:
        await reader.read()
    finally:
        gone.set()


@asynccontextmanager
async def model_server(behaves: Behaviour) -> AsyncGenerator[tuple[ModelServer, OpenAiModel]]:
    """A server that behaves like that, and a client of it."""
    running = ModelServer(behaves)
    server = await asyncio.start_server(running.serve, "127.0.0.1", 0)
    running.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    model = OpenAiModel(running.url, "the-key", "the-model", SystemClock())
    try:
        yield running, model
    finally:
        await model.close()
        server.close()
