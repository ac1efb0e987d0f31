"""The connection to NATS, as far as it needs no real server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from nats.errors import NoRespondersError
from structlog.testing import capture_logs

from calllock.runtime.bus import BusUnavailable
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_link import ANSWER_S, NatsLink


async def test_a_cancellation_that_comes_together_with_the_answer_counts() -> None:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    link = NatsLink(SystemClock())
    asking = asyncio.create_task(link.patiently("a test", lambda: asyncio.wait_for(answer, 5.0), 5.0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    answer.set_result("stored")
    asking.cancel()
    await asyncio.wait([asking])
    assert asking.cancelled()


async def test_a_cancellation_that_comes_together_with_an_error_counts() -> None:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    link = NatsLink(SystemClock())
    asking = asyncio.create_task(link.patiently("a test", lambda: asyncio.wait_for(answer, 5.0), 5.0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    answer.set_exception(NoRespondersError())
    asking.cancel()
    await asyncio.wait([asking], timeout=1.0)
    assert asking.cancelled()


async def test_who_was_cancelled_before_can_still_ask() -> None:
    async def hands_over() -> str:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return await NatsLink(SystemClock()).patiently("a test", answers, 5.0)
        return ""

    async def answers() -> str:
        return "settled"

    handing = asyncio.create_task(hands_over())
    await asyncio.sleep(0)
    handing.cancel()
    assert await handing == "settled"


async def test_an_answer_that_has_no_end_is_given_up() -> None:
    async def comes_piece_by_piece() -> str:
        while True:
            await asyncio.wait_for(asyncio.sleep(0.01), ANSWER_S)

    async with asyncio.timeout(5):
        with pytest.raises(BusUnavailable, match=r"^a test: no whole answer within 0\.2 s$"):
            await NatsLink(SystemClock()).patiently("a test", comes_piece_by_piece, 0.1, 0.1)


@asynccontextmanager
async def server_that_refuses(words: bytes) -> AsyncIterator[tuple[str, asyncio.Semaphore]]:
    """Says `words` to the first client as soon as it is connected, and closes; each client that came."""
    came = asyncio.Semaphore(0)
    refused = False

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal refused
        writer.write(b'INFO {"version": "2.11.0", "max_payload": 1048576, "headers": true}\r\n')
        while line := await reader.readline():
            if line != b"PING\r\n":
                continue
            writer.write(b"PONG\r\n")
            came.release()
            if not refused:
                refused = True
                writer.write(words)
                break
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield f"nats://127.0.0.1:{server.sockets[0].getsockname()[1]}", came
    server.close()


@pytest.mark.parametrize("words", ["Stale Connection", "Authorization Violation", "Slow Consumer", "anything else"])
async def test_whatever_a_server_says_as_it_closes_the_connection_there_is_another(words: str) -> None:
    link = NatsLink(SystemClock())
    async with server_that_refuses(f"-ERR '{words}'\r\n".encode()) as (url, came), asyncio.timeout(10.0):
        await link.open(url, "a test")
        await came.acquire()
        await came.acquire()
        await link.close()


async def test_a_server_that_is_away_is_told_of_once_however_often_it_is_tried() -> None:
    nobody = await asyncio.start_server(lambda _, __: None, "127.0.0.1", 0)
    url = f"nats://127.0.0.1:{nobody.sockets[0].getsockname()[1]}"
    nobody.close()
    link = NatsLink(SystemClock())
    with capture_logs() as logs, pytest.raises(TimeoutError):
        async with asyncio.timeout(0.7):
            await link.open(url, "a test")
    assert [entry["error"] for entry in logs] == ["ConnectionRefusedError"]
