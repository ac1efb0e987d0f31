from __future__ import annotations

import asyncio

import pytest

from calllock.runtime.health import Health, connection_check
from tests.doubles.memory_bus import MemoryBus


async def _fine() -> str:
    return ""


async def _down() -> str:
    return "not connected"


async def _broken() -> str:
    raise ConnectionError("postgres://user:secret-word@host")


async def _hangs() -> str:
    await asyncio.Event().wait()
    return ""


async def test_a_service_whose_checks_pass_is_ready() -> None:
    assert await Health({"bus": _fine, "database": _fine}).ready() == (200, {"status": "ready"})


async def test_a_service_that_cannot_serve_says_why() -> None:
    status, body = await Health({"bus": _down, "database": _fine}).ready()

    assert status == 503
    assert body["reasons"] == {"bus": "not connected"}


async def test_a_check_that_breaks_is_a_reason_without_secrets() -> None:
    status, body = await Health({"database": _broken}).ready()

    assert status == 503
    assert body["reasons"] == {"database": "ConnectionError"}


async def test_a_check_that_hangs_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calllock.runtime.health._CHECK_LIMIT_S", 0.01)

    status, body = await Health({"backend": _hangs, "bus": _fine}).ready()

    assert status == 503
    assert body["reasons"] == {"backend": "no answer within 0.01 s"}


async def test_a_service_that_cannot_serve_is_alive_all_the_same() -> None:
    assert Health({"bus": _down}).alive()[0] == 200


async def test_every_service_tells_of_the_bus_in_the_same_words() -> None:
    bus = MemoryBus()
    health = Health({"bus": connection_check(bus)})
    assert (await health.ready())[0] == 200
    await bus.close()
    assert (await health.ready())[1]["reasons"] == {"bus": "not connected to NATS"}
