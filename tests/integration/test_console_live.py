"""Shell. The console of a worker process: what is shown live, to many at once, off one follower of the bus."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack, aclosing
from pathlib import Path
from typing import Any

import httpx
import nats
import pytest

from calllock.runtime.clock import SystemClock
from tests.browser.running import Running, running, signed_in
from tests.unit.post_call_worker.call_logs import CallLog

LOOKING = 50
LIMIT_S = 15.0


@pytest.fixture
def at(nats_url: str, postgres_url: str, tmp_path: Path) -> Iterator[Running]:
    with running(nats_url, postgres_url, tmp_path) as started:
        yield started


async def _consumers(nats_url: str) -> int:
    connection = await nats.connect(nats_url)
    try:
        return len(await connection.jetstream().consumers_info("CALLS"))
    finally:
        await connection.close()


async def _first_event(answer: httpx.Response) -> dict[str, Any]:
    async with asyncio.timeout(LIMIT_S):
        async for line in answer.aiter_lines():
            if line.startswith("data: {"):
                return dict(json.loads(line.removeprefix("data: ")))
    raise AssertionError("the stream ended")


async def test_fifty_who_look_see_a_call_begin_and_the_bus_sees_one_reader(at: Running) -> None:
    client = await signed_in(at)
    before = await _consumers(at.nats_url)
    async with aclosing(client), AsyncExitStack() as stack:
        pages = [await stack.enter_async_context(client.stream("GET", "/now/events")) for _ in range(LOOKING)]
        assert [page.status_code for page in pages] == [200] * LOOKING
        assert await _consumers(at.nats_url) == before
        waiting = [asyncio.create_task(_first_event(page)) for page in pages]
        now = SystemClock().now()
        await at.publish(CallLog("CALIVE", at=now).enters("welcome").says("<b>Hello</b>").messages)
        events = await asyncio.gather(*waiting)
        assert {event["call"] for event in events} == {"CALIVE"}
        assert "<b>Hello" not in events[0]["card"]


async def test_a_worker_that_is_told_to_stop_does_not_wait_for_those_who_look(at: Running) -> None:
    client = await signed_in(at)
    async with aclosing(client), client.stream("GET", "/now/events") as page:
        assert page.status_code == 200
        began = SystemClock().monotonic()
        assert at.stop() == 0
        assert SystemClock().monotonic() - began < 3.0
