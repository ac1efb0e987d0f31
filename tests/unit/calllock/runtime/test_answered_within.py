"""A limit on what is asked over HTTP."""

from __future__ import annotations

import anyio
import httpx
import pytest

from calllock.runtime.answered_within import answered_within
from tests.doubles.closes_slowly import ClosesSlowly


async def _ask(answer: ClosesSlowly) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=answer))) as client:
        return await client.get("https://x.test")


async def test_an_answer_that_takes_longer_is_a_timeout() -> None:
    with pytest.raises(TimeoutError), answered_within(0.01):
        await anyio.sleep_forever()


async def test_a_limit_that_passes_as_the_answer_is_closed_lets_the_connection_be_given_back() -> None:
    answer = ClosesSlowly()
    with answered_within(0.01):
        assert (await _ask(answer)).status_code == 200
    assert answer.given_back


async def test_a_limit_can_be_put_off() -> None:
    with answered_within(0.01) as limit:
        limit.deadline += 5.0
        await anyio.sleep(0.05)
        assert not limit.cancel_called
