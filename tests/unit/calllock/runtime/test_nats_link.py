"""The connection to NATS, as far as it needs no server."""

from __future__ import annotations

import asyncio

from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_link import NatsLink


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
