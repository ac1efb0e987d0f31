"""Where a request comes from is believed of nobody but the proxies that are named; `::` is every interface."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import logging
import socket
import weakref
from collections.abc import AsyncIterator
from typing import Any

import pytest
from websockets.asyncio.client import connect

from calllock.runtime import serving
from calllock.runtime.serving import BehindProxies, CannotListen, NoSuchHost, Server, listening

FLY = ("172.16.0.0/12", "Fly-Client-IP")
EDGE = ("127.0.0.1, 172.16.0.0/12", "X-Forwarded-For")
CALLER, FORGED, APP = "192.0.2.7", "198.51.100.9", "2001:db8::af"


async def seen(peer: str, headers: dict[str, str], behind: tuple[str, str], kind: str = "http") -> str:
    """Where the application is told that a request of `peer` comes from."""
    scopes: list[Any] = []

    async def app(scope: Any, *_: object) -> None:
        scopes.append(scope)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "scheme": kind, "client": (peer, 1), "headers": raw}
    await BehindProxies(app, *behind)(scope, None, None)  # type: ignore[arg-type]  # nothing is received or sent
    return str(scopes[0]["client"][0])


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize(
    ("peer", "headers", "behind", "expected"),
    [
        pytest.param("172.16.5.2", {"fly-client-ip": CALLER}, FLY, CALLER, id="Fly tells who asks"),
        pytest.param(
            "172.16.5.2",
            {"x-forwarded-for": f"{FORGED}, {CALLER}, {APP}", "fly-client-ip": CALLER},
            FLY,
            CALLER,
            id="what the client forwards counts for nothing on Fly, whose list ends with the app's own address",
        ),
        pytest.param("172.16.5.2", {"x-forwarded-for": FORGED}, FLY, "172.16.5.2", id="Fly tells nothing"),
        pytest.param("192.0.2.1", {"fly-client-ip": FORGED}, FLY, "192.0.2.1", id="Fly's header, but not from Fly"),
        pytest.param("172.16.5.2", {"fly-client-ip": FORGED}, EDGE, "172.16.5.2", id="Fly's header, but no Fly"),
        pytest.param("172.18.0.3", {"x-forwarded-for": CALLER}, EDGE, CALLER, id="the edge tells who asks"),
        pytest.param(
            "172.18.0.3", {"x-forwarded-for": f"{FORGED}, {CALLER}"}, EDGE, CALLER, id="the client forges the beginning"
        ),
        pytest.param("192.0.2.1", {"x-forwarded-for": FORGED}, EDGE, "192.0.2.1", id="no proxy of ours"),
    ],
)
async def test_a_client_says_nothing_about_where_it_is(
    peer: str, headers: dict[str, str], behind: tuple[str, str], expected: str, kind: str
) -> None:
    assert await seen(peer, headers, behind, kind) == expected


async def _nothing(scope: object, receive: object, send: object) -> None:
    """An application that is asked nothing."""


@contextlib.asynccontextmanager
async def _serving(app: Any, host: str = "127.0.0.1") -> AsyncIterator[int]:
    """The port on which the application is served."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    server = Server(listening(app, host, port, lifespan="off"))
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110 - uvicorn says no other way that it has begun
            await asyncio.sleep(0.01)
    yield port
    server.should_exit = True
    await serving


async def _speaks(address: str, port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection(address, port)
    except OSError:
        return False
    writer.close()
    return True


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
@pytest.mark.parametrize(
    ("host", "reached"), [("::", (True, True)), ("0.0.0.0", (True, False)), ("127.0.0.1", (True, False))]
)
async def test_a_service_is_reached_on_the_interfaces_that_it_is_told(host: str, reached: tuple[bool, bool]) -> None:
    async with _serving(_nothing, host) as port:
        assert (await _speaks("127.0.0.1", port), await _speaks("::1", port)) == reached


async def test_what_is_there_when_a_service_begins_is_looked_through_for_garbage_no_more() -> None:
    class InACycle:
        def __init__(self) -> None:
            self.itself = self

    gc.disable()  # or chance may find it before the start is over
    garbage = weakref.ref(InACycle())
    try:
        async with _serving(_nothing):
            assert gc.get_freeze_count() > 0
            assert garbage() is None
    finally:
        gc.enable()
        gc.unfreeze()


async def test_neither_a_start_nor_a_socket_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    async def takes_sockets(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.close"})

    caplog.set_level(logging.INFO)
    async with (
        _serving(takes_sockets) as port,
        asyncio.timeout(10),
        connect(f"ws://127.0.0.1:{port}/twilio/media") as opened,
    ):
        await opened.wait_closed()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("uvicorn")] == []


_REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
_UPGRADE = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(_REQUEST[:-2], id="half a head"),
        pytest.param(_UPGRADE, id="half an upgrade"),
        pytest.param(_REQUEST + _REQUEST[:-2], id="a request, then half a head"),
    ],
)
async def test_a_connection_on_which_no_whole_head_comes_is_closed(
    sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEAD_LIMIT_S", 0.2)
    async with _serving(_slowly) as port, asyncio.timeout(5):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        assert (await reader.read()).count(b"200 OK") == (sent.count(_REQUEST))
        writer.close()


async def test_who_waits_for_an_answer_or_holds_a_socket_is_not_hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "HEAD_LIMIT_S", 0.1)
    async with _serving(_slowly) as port, asyncio.timeout(5), connect(f"ws://127.0.0.1:{port}/") as opened:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(_REQUEST)
        assert b"200 OK" in await reader.readuntil(b"slowly")
        writer.close()
        await opened.send("still there")
        assert await opened.recv() == "still there"


async def _slowly(scope: Any, receive: Any, send: Any) -> None:
    """An application that thinks for a while, or says again what it hears on a socket."""
    await receive()
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "text": (await receive())["text"]})
        return
    await asyncio.sleep(0.5)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"6")]})
    await send({"type": "http.response.body", "body": b"slowly"})


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 0), ("192.0.2.1", 8080), ("nowhere.invalid", 8080)])
def test_an_address_that_is_taken_or_none_of_this_machine_is_named(host: str, port: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(CannotListen, match="HTTP_HOST, HTTP_PORT"):
        listening(_nothing, host, port or taken.getsockname()[1])


def test_every_interface_is_those_of_the_families_that_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    listen, tried = socket.create_server, list[int]()

    def without_ipv6(address: Any, *, family: int) -> socket.socket:
        tried.append(family)
        if family == socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        return listen(address, family=family)

    monkeypatch.setattr(socket, "create_server", without_ipv6)
    listening(_nothing, "::", 0)
    assert {*tried} == {socket.AF_INET, socket.AF_INET6}


def test_every_interface_is_not_listened_on_when_one_of_them_is_taken() -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken, pytest.raises(CannotListen, match="HTTP_HOST, HTTP_PORT"):
        listening(_nothing, "::", taken.getsockname()[1])


def test_a_host_that_nobody_knows_is_told_from_one_that_is_only_taken() -> None:
    with pytest.raises(NoSuchHost):
        listening(_nothing, "nowhere.invalid", 8080)
    with pytest.raises(CannotListen) as taken:
        listening(_nothing, "192.0.2.1", 8080)
    assert not isinstance(taken.value, NoSuchHost)
