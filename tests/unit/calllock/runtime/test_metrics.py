"""Metrics on a port of their own, and how late the loop is."""

from __future__ import annotations

import asyncio
import socket
from typing import cast

import httpx
import pytest

from calllock.runtime.bus import Bus
from calllock.runtime.clock import SystemClock
from calllock.runtime.metrics import LOOP_LAG, observed
from calllock.runtime.serving import CannotListen
from calllock_local.ports import free_port
from tests.doubles.memory_bus import MemoryBus


def bus() -> Bus:
    return MemoryBus(SystemClock())


async def scraped(port: int) -> str:
    async with httpx.AsyncClient(timeout=5) as client:
        return (await client.get(f"http://127.0.0.1:{port}/metrics")).text


async def test_prometheus_finds_the_calls_and_the_bus_while_the_process_runs() -> None:
    port = free_port()
    async with observed("127.0.0.1", port, bus(), SystemClock(), lambda: 3):
        text = await scraped(port)
    assert "calllock_calls_in_progress 3.0" in text
    assert "calllock_bus_connected 1.0" in text
    with pytest.raises(httpx.ConnectError):
        await scraped(port)


async def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CannotListen, match=r"METRICS_PORT: cannot listen on 127\.0\.0\.1"):
            async with observed("127.0.0.1", taken.getsockname()[1], bus(), SystemClock()):
                pass


def _lags() -> list[float]:
    return [sample.value for metric in LOOP_LAG.collect() for sample in metric.samples if sample.name.endswith("_sum")]


async def test_work_that_holds_up_the_loop_is_seen_as_lag() -> None:
    class Quick(SystemClock):
        async def sleep(self, seconds: float) -> None:
            await asyncio.sleep(0)

    before = _lags()[0]
    quick = cast("SystemClock", Quick())
    async with observed("127.0.0.1", 0, bus(), quick):
        await asyncio.sleep(0)
        time_spent = SystemClock().monotonic() + 0.7
        while SystemClock().monotonic() < time_spent:
            pass
        await asyncio.sleep(0)
    assert _lags()[0] > before
