"""The backend client against a real HTTP server that also misbehaves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from calllock.contracts import wire
from calllock.contracts.events import ToolAnswered
from calllock.runtime.circuit import FAILURES_TO_OPEN, OPEN_S
from calllock.runtime.clock import Clock, SystemClock
from dialog_brain import backend as backend_module
from dialog_brain.backend import DEEPEST_ANSWER, LARGEST_ANSWER, CallFacts, HttpBackend
from dialog_brain.tools import TOOLS
from tests.doubles.closes_slowly import ClosesSlowly
from tests.integration.worker_rig import SteppedClock

ASKING = CallFacts("CA1", "+15125550123", "+15125550100")
Behaviour = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]


def _answers(status: str, body: str) -> Behaviour:
    async def behave(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}".encode())

    return behave


def _nested(levels: int) -> str:
    return '{"inner":' * levels + "1" + "}" * levels


async def _never_answers(_: bytes, writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def _has_no_end(_: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    with suppress(ConnectionError):
        while True:
            writer.write(bytes(LARGEST_ANSWER // 4))
            await writer.drain()


async def _hangs_up(_: bytes, writer: asyncio.StreamWriter) -> None:
    writer.close()


@asynccontextmanager
async def backend(behave: Behaviour, clock: Clock | None = None) -> AsyncGenerator[tuple[HttpBackend, list[bytes]]]:
    """A client of a server that behaves like that, and the requests it got."""
    requests: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(h.split(b":")[1]) for h in head.split(b"\r\n") if h.lower().startswith(b"content-length"))
        requests.append(head + await reader.readexactly(length))
        try:
            await behave(requests[-1], writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    client = HttpBackend({"backend": url, "booking": url}, "the-key", clock or SystemClock())
    try:
        yield client, requests
    finally:
        await client.close()
        server.close()


async def test_a_request_carries_key_envelope_and_idempotency_key() -> None:
    async with backend(_answers("200 OK", '{"found": true}')) as (client, requests):
        answer = await client.ask("lookup_caller", {}, ASKING, "CA1:2:1")
    assert (answer.outcome, answer.result) == ("answered", {"found": True})
    sent = requests[0].lower()
    assert b"post /webhook/retell/lookup_caller " in sent
    assert b"x-api-key: the-key" in sent
    assert b"idempotency-key: ca1:2:1" in sent
    assert b'"call_id":"ca1"' in sent
    assert b'"from_number":"+15125550123"' in sent


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ('{"\\udfff": 1}', {"?": 1}),
        ('{"a": {"\\udfff": [{"b\\ud83d": "\\udfff"}]}}', {"a": {"?": [{"b?": "?"}]}}),
        ('{"a": {"\\ud83d\\ude00": "\\u00e9 \\u0000"}}', {"a": {"\U0001f600": "\u00e9 \x00"}}),
    ],
)
async def test_what_the_log_cannot_hold_of_an_answer_is_a_question_mark(said: str, read: dict[str, Any]) -> None:
    async with backend(_answers("200 OK", said)) as (client, _):
        answer = await client.ask("book_service", {}, ASKING, "CA1:2:1")
    assert (answer.outcome, answer.result) == ("answered", read)
    asked: dict[str, Any] = {"request_id": "CA1:2:1", "tool": "book_service", "result": answer.result}
    at = datetime(2026, 2, 23, tzinfo=UTC)
    wire.encode(ToolAnswered(event_id="x", call_sid="CA1", occurred_at=at, outcome="answered", **asked))


@pytest.mark.parametrize(
    ("behaviour", "detail"),
    [
        (_answers("500 Internal Server Error", "{}"), "status 500"),
        (_answers("401 Unauthorized", "{}"), "status 401"),
        (_answers("302 Found", ""), "status 302"),
        (_answers("204 No Content", ""), "the answer is not JSON"),
        (_answers("200 OK", "<html>"), "the answer is not JSON"),
        (_answers("200 OK", "[1]"), "the answer is not a JSON object"),
        (_answers("200 OK", _nested(DEEPEST_ANSWER + 1)), "the answer is too deep"),
        (_answers("200 OK", _nested(300)), "the answer is too deep"),
        (_answers("200 OK", "[" * 100_000), "the answer is not JSON"),
        (_hangs_up, "RemoteProtocolError"),
        (_has_no_end, "the answer is too long"),
    ],
)
async def test_whatever_is_not_a_json_object_with_success_is_a_failure_that_says_why(
    behaviour: Behaviour, detail: str
) -> None:
    async with backend(behaviour) as (client, _):
        answer = await client.ask("create_callback", {}, ASKING, "id")
    assert (answer.outcome, answer.detail) == ("failed", detail)


@pytest.mark.parametrize(
    "behaviour",
    [
        _hangs_up,
        _answers("500 Internal Server Error", "{}"),
        _answers("502 Bad Gateway", ""),
        _answers("408 Request Timeout", ""),
        _answers("200 OK", "<html>"),
        _answers("200 OK", "[1]"),
        _has_no_end,
    ],
)
async def test_a_booking_that_was_sent_and_has_no_answer_that_can_be_read_may_have_been_made(
    behaviour: Behaviour,
) -> None:
    async with backend(behaviour) as (client, _):
        answer = await client.ask("book_service", {}, ASKING, "id")
    assert (answer.outcome, answer.unclear) == ("failed", True)


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "429 Too Many Requests"])
async def test_a_booking_that_was_turned_away_was_not_made(status: str) -> None:
    async with backend(_answers(status, "{}")) as (client, _):
        answer = await client.ask("book_service", {}, ASKING, "id")
    assert (answer.outcome, answer.unclear) == ("failed", False)


async def test_a_booking_that_nobody_took_was_not_made() -> None:
    client = HttpBackend({"booking": "http://127.0.0.1:9"}, "the-key", SystemClock())
    answer = await client.ask("book_service", {}, ASKING, "id")
    await client.close()
    assert (answer.outcome, answer.detail, answer.unclear) == ("failed", "ConnectError", False)


async def test_an_answer_as_deep_as_may_be_is_taken() -> None:
    async with backend(_answers("200 OK", _nested(DEEPEST_ANSWER))) as (client, _):
        answer = await client.ask("create_callback", {}, ASKING, "id")
    assert answer.outcome == "answered"


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is all that a lookup may take."""
    monkeypatch.setattr(
        backend_module, "TOOLS", {**TOOLS, "lookup_caller": replace(TOOLS["lookup_caller"], answers_within_s=1.0)}
    )


async def test_an_answer_that_comes_piece_by_piece_has_the_tools_limit_as_a_whole(hurried: None) -> None:
    async def dribbles(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        with suppress(ConnectionError):
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.2)

    async with backend(dribbles) as (client, _):
        answer = await client.ask("lookup_caller", {}, ASKING, "id")
    assert answer.outcome == "timed_out"
    assert 900 <= answer.took_ms < 3000


async def test_a_backend_that_never_answers_is_timed_out_within_the_tools_limit(hurried: None) -> None:
    async with backend(_never_answers) as (client, _):
        answer = await client.ask("lookup_caller", {}, ASKING, "id")
    assert answer.outcome == "timed_out"
    assert 900 <= answer.took_ms < 3000


async def test_a_withheld_number_is_not_looked_up() -> None:
    async with backend(_answers("200 OK", "{}")) as (client, requests):
        answer = await client.ask("lookup_caller", {}, CallFacts("CA1", None, "+15125550100"), "id")
    assert answer.outcome == "failed"
    assert requests == []


async def test_after_repeated_failures_only_that_endpoint_is_left_alone() -> None:
    async with backend(_answers("500 Internal Server Error", "{}")) as (client, requests):
        for _ in range(FAILURES_TO_OPEN + 3):
            await client.ask("create_callback", {}, ASKING, "id")
        await client.ask("book_service", {}, ASKING, "id")
    assert len(requests) == FAILURES_TO_OPEN + 1


async def test_after_the_pause_one_request_tries_whether_the_backend_is_back_and_the_others_do_not_wait() -> None:
    clock, back = SteppedClock(), asyncio.Event()

    async def recovers(request: bytes, writer: asyncio.StreamWriter) -> None:
        ok = b"probe" in request
        if ok:
            await back.wait()
        await _answers("200 OK" if ok else "503 Unavailable", "{}")(request, writer)

    async with backend(recovers, clock) as (client, requests):
        for _ in range(FAILURES_TO_OPEN):
            await client.ask("create_callback", {}, ASKING, "id")
        clock.step(OPEN_S)
        probe = asyncio.create_task(client.ask("create_callback", {}, ASKING, "probe"))
        await asyncio.sleep(0)
        others = [await client.ask("create_callback", {}, ASKING, "probe") for _ in range(3)]
        back.set()
        outcomes = [(await probe).outcome, (await client.ask("create_callback", {}, ASKING, "probe")).outcome]
    assert {other.detail for other in others} == {"the circuit is open after repeated failures"}
    assert outcomes == ["answered", "answered"]
    assert len(requests) == FAILURES_TO_OPEN + 2


@pytest.mark.parametrize("status", ["201 Created", "202 Accepted"])
async def test_every_status_of_success_is_an_answer(status: str) -> None:
    async with backend(_answers(status, '{"success": true}')) as (client, _):
        answer = await client.ask("create_callback", {}, ASKING, "id")
    assert (answer.outcome, answer.result) == ("answered", {"success": True})


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized", "404 Not Found", "422 Unprocessable"])
async def test_requests_of_one_caller_that_are_refused_leave_the_endpoint_to_the_others(status: str) -> None:
    async def refuses(request: bytes, writer: asyncio.StreamWriter) -> None:
        await _answers(status if b"wrong" in request else "200 OK", "{}")(request, writer)

    async with backend(refuses) as (client, _):
        for _ in range(FAILURES_TO_OPEN):
            assert (await client.ask("book_service", {}, ASKING, "wrong")).outcome == "failed"
        answer = await client.ask("book_service", {}, ASKING, "id")
    assert answer.outcome == "answered"


@pytest.mark.parametrize("status", ["408 Request Timeout", "429 Too Many Requests"])
async def test_an_endpoint_that_says_it_has_too_much_to_do_is_left_alone(status: str) -> None:
    async with backend(_answers(status, "{}")) as (client, requests):
        for _ in range(FAILURES_TO_OPEN + 3):
            await client.ask("create_callback", {}, ASKING, "id")
    assert len(requests) == FAILURES_TO_OPEN


async def test_a_limit_that_passes_as_the_answer_is_closed_leaves_the_connection_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hasty = replace(TOOLS["book_service"], answers_within_s=0.01)
    monkeypatch.setattr(backend_module, "TOOLS", {**TOOLS, "book_service": hasty})
    body = ClosesSlowly()
    client = HttpBackend({"backend": "https://x.test", "booking": "https://x.test"}, "the-key", SystemClock())
    client._client = httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=body)))
    answer = await client.ask("book_service", {}, ASKING, "id")
    assert (answer.outcome, body.given_back) == ("answered", True)
