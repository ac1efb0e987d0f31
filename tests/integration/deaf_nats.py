"""Shell. A way to NATS on which a client is heard until it first acknowledges a message of one consumer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

LIMIT_S = 20.0


class DeafNats:
    """Passes everything on, both ways, up to the first acknowledgement; what the client says from then on is lost."""

    def __init__(self, nats_url: str, consumer: str) -> None:
        self._there = urlsplit(nats_url)
        self._ack = f"$JS.ACK.CALLS.{consumer}.".encode()
        self._loop = asyncio.new_event_loop()
        self._deaf = False
        self.acknowledged = threading.Event()
        self.url = ""

    async def serve(self) -> None:
        """Begin to listen."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        password, at, _ = self._there.netloc.rpartition("@")
        self.url = f"nats://{password}{at}127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async def _connected(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        server, to_server = await asyncio.open_connection(self._there.hostname, self._there.port)
        back = asyncio.create_task(self._answer(server, to_client))
        while said := await client.read(65_536):
            if self._ack in said:
                self._deaf = True
                self.acknowledged.set()
            if not self._deaf:
                to_server.write(said)
        to_server.close()
        await back

    async def _answer(self, server: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        while heard := await server.read(65_536):
            to_client.write(heard)
        to_client.close()

    @contextmanager
    def running(self) -> Iterator[DeafNats]:
        """While it listens, in a thread."""
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        try:
            asyncio.run_coroutine_threadsafe(self.serve(), self._loop).result(LIMIT_S)
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            thread.join(LIMIT_S)
