"""Shell. What a process tells about itself: metrics for Prometheus on a port of their own, and how late its loop is.

The port is not the service's: it is published nowhere, so it needs no password.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress

import structlog
from prometheus_client import REGISTRY, Gauge, Histogram, start_http_server

from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock
from calllock.runtime.serving import CannotListen

LOOP_LAG = Histogram(
    "calllock_loop_lag_seconds",
    "How late the event loop woke up from a sleep.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0),
)
CALLS_IN_PROGRESS = Gauge("calllock_calls_in_progress", "Calls that this process holds or owns.")
BUS_CONNECTED = Gauge("calllock_bus_connected", "1 while this process is connected to NATS.")

_LOOK_S = 0.5
_log = structlog.get_logger()


@asynccontextmanager
async def observed(
    host: str, port: int, bus: Bus, clock: Clock, calls: Callable[[], int] = lambda: 0
) -> AsyncGenerator[None, None]:
    """Serves the metrics while the process runs; port 0 serves nothing. Raises `CannotListen`.

    `calls` counts those that the process has now.
    """
    CALLS_IN_PROGRESS.set_function(calls)
    BUS_CONNECTED.set_function(lambda: float(bus.connected))
    lagging = asyncio.create_task(_watch_loop(clock))
    try:
        if not port:
            yield
            return
        try:
            server, thread = start_http_server(port, host, REGISTRY)
        except OSError as error:
            raise CannotListen(f"METRICS_PORT: cannot listen on {host}:{port}: {error.strerror}") from None
        _log.info("metrics.served", port=port)
        try:
            yield
        finally:
            await asyncio.to_thread(server.shutdown)
            server.server_close()
            thread.join(1.0)
    finally:
        lagging.cancel()
        with suppress(asyncio.CancelledError):
            await lagging


async def _watch_loop(clock: Clock) -> None:
    while True:
        expected = clock.monotonic() + _LOOK_S
        await clock.sleep(_LOOK_S)
        LOOP_LAG.observe(max(0.0, clock.monotonic() - expected))
