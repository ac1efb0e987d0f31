"""What stands before every route: bodies, times and requests that are too many, and what is let through."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from calllock.runtime import gate
from calllock.runtime.gate import App, Gate, Message, Receive, Scope, Send
from tests.integration.worker_rig import SteppedClock


async def reads_all(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the number of bytes."""
    read = 0
    while (message := await receive()).get("more_body") or message.get("body"):
        read += len(message["body"])
        if not message["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(read).encode()})


async def makes_the_best_of_it(scope: Scope, receive: Receive, send: Send) -> None:
    """As frameworks do with a body that cannot be read."""
    try:
        await reads_all(scope, receive, send)
    except Exception:  # noqa: BLE001 - that is the point
        await send({"type": "http.response.start", "status": 400, "headers": []})
        await send({"type": "http.response.body", "body": b"what was that?"})


async def hangs(_scope: Scope, _receive: Receive, _send: Send) -> None:
    await asyncio.Event().wait()


async def goes_on_and_on(_scope: Scope, _receive: Receive, send: Send) -> None:
    """A stream that is longer than an answer may take to begin."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(3):
        await asyncio.sleep(0.02)
        await send({"type": "http.response.body", "body": b"more ", "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def client(app: App, clock: SteppedClock | None = None, host: str = "192.0.2.1") -> httpx.AsyncClient:
    wrapped = app if isinstance(app, Gate) else Gate(app, clock=clock or SteppedClock())
    transport = httpx.ASGITransport(wrapped, client=(host, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://service.test")


@pytest.mark.parametrize("app", [reads_all, makes_the_best_of_it])
async def test_a_body_of_the_most_bytes_is_read_and_one_more_is_refused(app: App) -> None:
    most = b"x" * gate.BODY_MAX_BYTES
    async with client(app) as http:
        assert (await http.post("/", content=most)).text == str(len(most))
        answer = await http.post("/", content=most + b"x")
        assert (answer.status_code, answer.json()) == (413, {"detail": "a body has at most 65536 bytes"})


@pytest.mark.parametrize("app", [reads_all, makes_the_best_of_it])
async def test_a_body_that_trickles_is_refused_however_often_a_byte_comes(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "BODY_LIMIT_S", 0.05)

    async def trickling() -> AsyncIterator[bytes]:
        while True:
            yield b"x"
            await asyncio.sleep(0.01)

    async with client(app) as http:
        assert (await http.post("/", content=trickling())).status_code == 408


async def test_an_answer_that_does_not_begin_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "ANSWER_LIMIT_S", 0.01)
    async with client(hangs) as http:
        answer = await http.get("/")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


async def test_a_stream_that_has_begun_may_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "ANSWER_LIMIT_S", 0.03)
    async with client(goes_on_and_on) as http:
        assert (await http.get("/")).text == "more more more "


async def test_a_place_that_asks_too_often_waits_and_others_do_not() -> None:
    clock = SteppedClock()
    wrapped = Gate(reads_all, clock=clock)
    async with client(wrapped) as eager, client(wrapped, host="192.0.2.2") as other:
        answers = [(await eager.get("/")).status_code for _ in range(gate.AT_ONCE + 1)]
        assert answers == [200] * gate.AT_ONCE + [429]
        assert (await other.get("/")).status_code == 200
        clock.step(1)
        answers = [(await eager.get("/")).status_code for _ in range(gate.A_MINUTE // 60 + 1)]
        assert answers == [200] * (gate.A_MINUTE // 60) + [429]


async def test_sockets_count_as_requests_and_are_closed_before_they_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "AT_ONCE", 1)
    opened: list[str] = []
    sent: list[Message] = []

    async def opens(scope: Scope, _receive: Receive, _send: Send) -> None:
        opened.append(scope["path"])

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    wrapped = Gate(opens, clock=SteppedClock())
    for path in ("/first", "/second"):
        await wrapped({"type": "websocket", "path": path, "client": ("192.0.2.1", 1)}, receive, send)
    assert opened == ["/first"]
    assert [message["type"] for message in sent] == ["websocket.close"]


@pytest.mark.parametrize("app", [reads_all, makes_the_best_of_it])
async def test_who_goes_away_in_the_middle_of_a_body_is_no_fault_of_the_application(app: App) -> None:
    coming: list[Message] = [{"type": "http.request", "body": b"x", "more_body": True}, {"type": "http.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return coming.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await Gate(app, clock=SteppedClock())({"type": "http", "client": ("192.0.2.1", 1)}, receive, send)
    assert [message.get("status") for message in sent] == [400, None]
    assert b"did not come to its end" in sent[1]["body"]
