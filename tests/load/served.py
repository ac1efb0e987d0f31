"""Shell. The side of a load run that is measured, in a process of its own and on one core.

`python -m tests.load.served ours|plain CALLS NATS_URL DEEPGRAM_URL ELEVENLABS_URL` says where it listens; then, for
each line that it is told, it says in JSON what was used since the line before; it ends with its input.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import numpy as np
import structlog
import uvicorn
import uvloop
from fastapi import FastAPI
from loguru import logger

from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import Profiles
from calllock_local.workspace import BUSINESSES, CACHE
from tests.integration.voice_gateway_rig import profile
from tests.load.plain_bot import plain_app
from tests.load.vendors import VendorEngines, Vendors
from voice_gateway.app import create_app
from voice_gateway.settings import Settings

_LOOK_EVERY_S = 0.01
_STARTS_WITHIN_S = 60
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Usage:
    """How late the event loop wakes up, and what the process uses."""

    def __init__(self) -> None:
        self._late_s: list[float] = []
        self._began, self._used_s = time.perf_counter(), cpu_s()

    async def watch(self) -> None:
        """Look at the loop until cancelled."""
        while True:
            due = time.perf_counter() + _LOOK_EVERY_S
            await asyncio.sleep(_LOOK_EVERY_S)
            self._late_s.append(max(0.0, time.perf_counter() - due))

    def since_last(self) -> dict[str, float]:
        """The figures since this was asked last."""
        late = self._late_s or [0.0]
        p50, p95, p99 = (float(value) * 1_000 for value in np.percentile(late, [50, 95, 99]))
        now, used_s = time.perf_counter(), cpu_s()
        busy = (used_s - self._used_s) / (now - self._began)
        self._late_s, self._began, self._used_s = [], now, used_s
        lag = {"lag_p50_ms": p50, "lag_p95_ms": p95, "lag_p99_ms": p99}
        left = {"tasks": len(asyncio.all_tasks()), "files": len(os.listdir("/proc/self/fd"))}
        return {**lag, **left, "core": busy, "memory_mb": memory_mb()}


def cpu_s() -> float:
    """Processor time of this process so far."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def memory_mb() -> float:
    """What this process holds in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE_BYTES / 1e6


@asynccontextmanager
async def our_app(port: int, calls: int, nats_url: str, vendors: Vendors) -> AsyncIterator[FastAPI]:
    """The gateway, on a real bus."""
    bus = await connect_nats(nats_url, name="voice-gateway")
    settings = Settings.model_validate(
        {
            "nats_url": nats_url,
            "businesses_dir": BUSINESSES,
            "public_url": f"http://127.0.0.1:{port}",
            "cache_dir": CACHE / "load",
            "max_calls": calls,
        }
    )
    yield create_app(settings, bus, Profiles((profile(),)), VendorEngines(vendors))
    await bus.close()


@asynccontextmanager
async def served(which: str, calls: int, nats_url: str, vendors: Vendors) -> AsyncIterator[str]:
    """The application's address while it is served."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    port = listener.getsockname()[1]
    async with plain(vendors) if which == "plain" else our_app(port, calls, nats_url, vendors) as app:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve([listener]))
        try:
            async with httpx.AsyncClient(timeout=_STARTS_WITHIN_S) as http:
                await http.get(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            await serving


@asynccontextmanager
async def plain(vendors: Vendors) -> AsyncIterator[FastAPI]:
    """Pipecat's bot."""
    yield plain_app(vendors)


async def main(which: str, calls: int, nats_url: str, vendors: Vendors) -> None:
    """Serve, and answer each line of the input."""
    usage = Usage()
    async with served(which, calls, nats_url, vendors) as url:
        watching = asyncio.create_task(usage.watch())
        _say(url)
        while await asyncio.to_thread(sys.stdin.readline):
            _say(json.dumps(usage.since_last()))
        watching.cancel()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logger.remove()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger("error"),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    uvloop.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3], Vendors(*sys.argv[4:])))
