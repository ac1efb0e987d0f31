"""Twilio's REST API as it behaves, on a local server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from tests.doubles.closes_slowly import ClosesSlowly
from tests.unit.voice_gateway.twilio.test_numbers import Waiting
from voice_gateway.twilio import numbers, rest, twiml
from voice_gateway.twilio.numbers import TwilioNumbers, TwilioRefused
from voice_gateway.twilio.rest import TwilioCalls

ENDED = "https://phone.example.com/twilio/dial-ended"


def calls(status: int, seen: list[httpx.Request]) -> TwilioCalls:
    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(status, json={"code": 20404} if status == 404 else {})

    return TwilioCalls("https://api.test", ("AC1", "token"), ENDED, httpx.MockTransport(answer))


async def test_a_hang_up_completes_the_call() -> None:
    seen: list[httpx.Request] = []
    assert await calls(200, seen).hang_up("CA1")
    (request,) = seen
    assert request.url.path == "/2010-04-01/Accounts/AC1/Calls/CA1.json"
    assert request.content == b"Status=completed"
    assert request.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize(("status", "done"), [(404, True), (401, False), (500, False)])
async def test_a_call_that_is_over_is_hung_up(status: int, done: bool) -> None:
    assert await calls(status, []).hang_up("CA1") is done


async def test_a_transfer_connects_the_person() -> None:
    seen: list[httpx.Request] = []
    assert await calls(200, seen).transfer("CA1", "+15125550180")
    assert parse_qs(seen[0].content.decode())["Twiml"] == [twiml.transfer("+15125550180", ENDED)]


async def test_twilio_speaks_for_a_voice_that_cannot() -> None:
    seen: list[httpx.Request] = []
    assert await calls(200, seen).say("CA1", "Call 911.")
    assert b"Say%3ECall+911." in seen[0].content
    assert not await calls(500, []).say("CA1", "Call 911.")


async def test_an_api_that_is_away_is_no_exception() -> None:
    def fail(_: httpx.Request) -> Any:
        raise httpx.ConnectError("refused")

    assert not await TwilioCalls("https://api.test", ("AC1", "token"), ENDED, httpx.MockTransport(fail)).hang_up("CA1")


class Drips(httpx.AsyncByteStream):
    """A body that comes byte by byte, each within any limit of one read."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for byte in b'{"incoming_phone_numbers": []}':
            await asyncio.sleep(0.03)
            yield bytes([byte])


async def test_an_answer_that_drips_is_waited_for_no_longer_than_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "_LIMIT_S", 0.1)
    monkeypatch.setattr(numbers, "_LIMIT_S", 0.1)
    drips = httpx.MockTransport(lambda _: httpx.Response(200, stream=Drips()))
    assert not await TwilioCalls("https://api.test", ("AC1", "token"), ENDED, drips).hang_up("CA1")
    with pytest.raises(TwilioRefused, match="cannot be reached: TimeoutError"):
        await TwilioNumbers("https://api.test", ("AC1", "token"), Waiting(), drips).find("+15125550100")


async def test_a_limit_that_passes_as_the_answer_is_closed_leaves_the_connection_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rest, "_LIMIT_S", 0.01)
    answer = ClosesSlowly()
    twilio = TwilioCalls(
        "https://api.test", ("AC1", "token"), ENDED, httpx.MockTransport(lambda _: httpx.Response(200, stream=answer))
    )
    assert (await twilio.hang_up("CA1"), answer.given_back) == (True, True)
