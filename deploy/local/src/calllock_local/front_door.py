"""Shell. Stands in for the load balancer in front of the gateways: one address for all replicas.

Each connection goes to the next replica that says it is ready; while none is, to the next that answers at all,
so that a replica that is finishing its calls still hears how they end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from itertools import cycle

from calllock_local.loopback import LOOPBACK

_ANSWERS_WITHIN_S = 1.0
_PIECE_BYTES = 64_000
_ASKED = b"GET /readyz HTTP/1.0\r\n\r\n"
_READY = b" 200 "

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class FrontDoor:
    """Passes connections on; knows nothing of what goes through them."""

    def __init__(self, ports: Sequence[int]) -> None:
        self._ports = ports
        self._turns = cycle(range(len(ports)))

    async def serve(self, port: int) -> None:
        """Serve on loopback until cancelled."""
        server = await asyncio.start_server(self.pass_on, LOOPBACK, port)
        async with server:
            await server.serve_forever()

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either end closes it."""
        replica = await self._replica()
        if replica is None:
            writer.close()
            return
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_copy(reader, replica[1]))
                both.create_task(_copy(replica[0], writer))
        finally:
            for end in (writer, replica[1]):
                end.close()

    async def _replica(self) -> Ends | None:
        first = next(self._turns)
        ports = [*self._ports[first:], *self._ports[:first]]
        ready = [port for port in ports if await _is_ready(port)]
        for port in ready or ports:
            try:
                async with asyncio.timeout(_ANSWERS_WITHIN_S):
                    return await asyncio.open_connection(LOOPBACK, port)
            except OSError:
                continue
        return None


async def _is_ready(port: int) -> bool:
    try:
        async with asyncio.timeout(_ANSWERS_WITHIN_S):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            try:
                writer.write(_ASKED)
                return _READY in await reader.readline()
            finally:
                writer.close()
    except OSError:
        return False


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(_PIECE_BYTES):
            writer.write(piece)
            await writer.drain()
    except OSError:
        pass
    finally:
        with suppress(OSError, RuntimeError):  # the other end may be gone as well
            writer.write_eof()
