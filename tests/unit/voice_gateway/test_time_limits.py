"""A time limit stays one with Pipecat in the process, which replaces `asyncio.wait_for` on Python 3.11."""

from __future__ import annotations

import asyncio
import sys

import pipecat  # noqa: F401  as the line imports it
import pytest

import voice_gateway  # noqa: F401  which corrects it


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on Pipecat leaves wait_for as it is")
async def test_a_limit_that_is_reached_together_with_the_answer_is_a_time_out() -> None:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    limit = asyncio.timeout(None)

    def both_at_once() -> None:
        answer.set_result("late")
        limit.reschedule(0)

    async def wait() -> str:
        asyncio.get_running_loop().call_soon(both_at_once)
        async with limit:
            return await asyncio.wait_for(answer, 60)

    with pytest.raises(TimeoutError):
        await wait()
