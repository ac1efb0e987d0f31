"""Shell. The door in front of the gateways, with small servers on loopback behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from calllock_local.front_door import FrontDoor
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port


@asynccontextmanager
async def replica(name: str, status: int = 200) -> AsyncIterator[int]:
    """Answers `/readyz` with its status and anything else with its name; yields its port."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readline()
        writer.write(f"HTTP/1.0 {status} so\r\n\r\n".encode() if b"readyz" in asked else name.encode())
        writer.close()

    async with await asyncio.start_server(answer, LOOPBACK, 0) as server:
        yield server.sockets[0].getsockname()[1]


async def answers(ports: list[int], count: int) -> list[str]:
    """Who answers so many connections, one after another."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(
            await asyncio.start_server(FrontDoor(ports).pass_on, LOOPBACK, 0),
        )
        port = server.sockets[0].getsockname()[1]
        return [await _ask(port) for _ in range(count)]


async def _ask(port: int) -> str:
    async with asyncio.timeout(5):
        reader, writer = await asyncio.open_connection(LOOPBACK, port)
        writer.write(b"who is there\n")
        answer = (await reader.read()).decode()
        writer.close()
        return answer


async def test_connections_go_to_the_replicas_in_turn() -> None:
    async with replica("a") as a, replica("b") as b:
        assert await answers([a, b], 4) == ["a", "b", "a", "b"]


async def test_a_replica_that_is_gone_or_not_ready_is_passed_over() -> None:
    async with replica("finishing", status=503) as finishing, replica("b") as b:
        assert await answers([free_port(), finishing, b], 3) == ["b", "b", "b"]


async def test_who_is_only_finishing_is_asked_when_there_is_nobody_else() -> None:
    async with replica("finishing", status=503) as finishing:
        assert await answers([free_port(), finishing], 2) == ["finishing", "finishing"]


async def test_without_any_replica_the_connection_is_closed() -> None:
    assert await answers([free_port()], 1) == [""]
