"""Shell. Who may ask the worker, and what it answers."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import httpx
import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from calllock.runtime import gate
from calllock.runtime.bus import BusUnavailable, DeadLetter, Logged
from calllock.runtime.health import Health
from calllock.runtime.profiles import Profiles
from post_call_worker.app import create_app
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.retention import Forgotten
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import SteppedClock
from tests.unit.post_call_worker.call_logs import PROFILE

TOKEN = "token-for-tests"
ROUTES = [
    ("GET", "/api/calls"),
    ("GET", "/api/calls/CA0001"),
    ("POST", "/api/calls/CA0001/reprocess"),
    ("GET", "/api/deliveries"),
    ("GET", "/api/deliveries/msg_1"),
    ("POST", "/api/deliveries/retry"),
    ("POST", "/api/deliveries/msg_1/retry"),
    ("POST", "/api/deliveries/msg_1/discard"),
    ("GET", "/api/dead-letters"),
    ("GET", "/api/dead-letters/post-call-worker:1"),
    ("POST", "/api/dead-letters/post-call-worker:1/retry"),
    ("POST", "/api/dead-letters/post-call-worker:1/discard"),
    ("POST", "/api/callers/forget"),
]


class NoEvents:
    async def events(self, _: str) -> list[Logged]:
        return []


class Archive:
    """Knows nothing, or is away."""

    def __init__(self, failure: Exception | None = None) -> None:
        self._failure = failure

    async def calls(self, **_: object) -> list[dict[str, Any]]:
        if self._failure:
            raise self._failure
        return []

    async def deliveries(self, **_: object) -> list[dict[str, Any]]:
        return []

    async def call(self, _: str) -> None:
        return None

    async def delivery(self, _: str) -> None:
        return None

    async def known_of(self, _: object) -> tuple[set[str], set[str]]:
        return set(), set()

    async def retry(self, *_: object) -> bool:
        return False

    async def discard(self, *_: object) -> bool:
        return False


def _keeper() -> RecordKeeper:
    clock = SteppedClock()
    return RecordKeeper(MemoryBus(clock), cast("Any", NoEvents()), Profiles((PROFILE,)), package_signals(), clock)


def _client(archive: Archive, token: str = TOKEN) -> httpx.AsyncClient:
    async def broken() -> str:
        return "not connected"

    app = create_app(
        cast("Any", archive), _keeper(), cast("Any", None), cast("Any", None), Health({"nats": broken}), token
    )
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8084")


def test_every_route_of_the_api_is_in_the_list_that_is_checked_here() -> None:
    app = create_app(cast("Any", None), _keeper(), cast("Any", None), cast("Any", None), Health({}), TOKEN)
    paths = {path for path in app.openapi()["paths"] if path.startswith("/api")}
    listed = {path.replace("CA0001", "{call_sid}").replace("msg_1", "{delivery_id}") for _, path in ROUTES}
    assert paths == {path.replace("post-call-worker:1", "{letter_id}") for path in listed}


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
async def test_nobody_reads_the_api_without_the_token(method: str, path: str, header: str | None) -> None:
    async with _client(Archive()) as client:
        answer = await client.request(method, path, headers={} if header is None else {"Authorization": header})
    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        (method, path, 200 if path.count("/") == 2 else 404 if method == "GET" or "dead-letters" in path else 409)
        for method, path in ROUTES
        if "callers" not in path and path != "/api/deliveries/retry"
    ],
)
async def test_with_the_token_what_is_unknown_is_said_to_be(method: str, path: str, status: int) -> None:
    async with _client(Archive()) as client:
        answer = await client.request(method, path, headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == status


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "before=now", "before=2026", "before=2026-01-01T00:00"])
async def test_a_wrong_question_is_answered_by_naming_what_is_wrong(query: str) -> None:
    async with _client(Archive(), token="") as client:
        answer = await client.get(f"/api/calls?{query}")
    assert answer.status_code == 422
    assert query.split("=", maxsplit=1)[0] in answer.text
    assert ("ISO 8601 with a zone" in answer.text) is query.startswith("before")


async def test_the_calls_before_a_moment_are_asked_for_by_its_zone() -> None:
    async with _client(Archive(), token="") as client:
        for moment in ("2026-01-01T00:00:00-06:00", "2026-01-01T06:00:00Z"):
            assert (await client.get("/api/calls", params={"before": moment})).status_code == 200


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:8084", None, 409),
        ("127.0.0.1:8084", "http://127.0.0.1:8084", 409),
        ("[::1]:8084", "http://[::1]:8084", 409),
        ("localhost:8084", "https://localhost:8084", 409),
        ("127.0.0.1:8084", "https://evil.example", 403),
        ("127.0.0.1:8084", "http://127.0.0.1:3000", 403),
        ("127.0.0.1:8084", "null", 403),
        ("evil.example:8084", "http://evil.example:8084", 403),
    ],
)
async def test_without_a_token_no_page_of_another_site_changes_anything(
    host: str, origin: str | None, status: int
) -> None:
    headers = {"Host": host} | ({"Origin": origin} if origin else {})
    async with _client(Archive(), token="") as client:
        assert (await client.post("/api/deliveries/msg_1/retry", headers=headers)).status_code == status
    with_token = headers | {"Authorization": f"Bearer {TOKEN}"}
    async with _client(Archive()) as client:
        assert (await client.post("/api/deliveries/msg_1/retry", headers=with_token)).status_code == 409


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:8084", 200), ("localhost", 200), ("evil.example:8084", 403)])
async def test_without_a_token_a_name_that_was_made_to_lead_here_reads_nothing(host: str, status: int) -> None:
    async with _client(Archive(), token="") as client:
        assert (await client.get("/api/calls", headers={"Host": host})).status_code == status


@pytest.mark.parametrize("query", ["", "status=dead", "kind=job", "status=delivered&kind=job", "status=dead&kind=fax"])
async def test_nothing_is_retried_at_once_without_saying_which_are(query: str) -> None:
    async with _client(Archive(), token="") as client:
        assert (await client.post(f"/api/deliveries/retry?{query}")).status_code == 422


async def test_a_database_that_is_away_is_a_503_without_its_secrets() -> None:
    failure = OperationalError("SELECT secret", {}, OSError("password"))
    async with _client(Archive(failure), token="") as client:
        answer = await client.get("/api/calls")
    assert (answer.status_code, answer.json()) == (503, {"detail": "the database is away, try again"})


@pytest.mark.parametrize(("code", "status"), [("57P01", 503), ("53300", 503), ("22021", 400), ("42P01", 500)])
async def test_a_fault_in_a_question_is_not_called_a_database_that_is_away(code: str, status: int) -> None:
    said = type("Said", (Exception,), {"sqlstate": code})()
    async with _client(Archive(DBAPIError("SELECT secret", {}, said)), token="") as client:
        answer = await client.get("/api/calls")
    assert answer.status_code == status
    assert ("away" in answer.text, "fault in the worker" in answer.text) == (status == 503, status == 500)
    assert "secret" not in answer.text


async def test_a_bus_that_is_away_is_a_503(monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_: MemoryBus) -> list[DeadLetter]:
        raise BusUnavailable("no answer from nats://user:password@bus")

    monkeypatch.setattr(MemoryBus, "dead_letters", away)
    async with _client(Archive(), token="") as client:
        answer = await client.get("/api/dead-letters")
    assert (answer.status_code, answer.json()) == (503, {"detail": "the bus is away, try again"})


async def test_health_needs_no_token_and_names_what_is_missing() -> None:
    async with _client(Archive()) as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")
    assert alive.status_code == 200
    assert (ready.status_code, ready.json()["reasons"]) == (503, {"nats": "not connected"})


class SlowRetention:
    """Forgets once it is let."""

    def __init__(self) -> None:
        self.let, self.done = asyncio.Event(), asyncio.Event()
        self.forgotten: list[str] = []

    async def forget(self, number: str) -> Forgotten:
        await self.let.wait()
        self.forgotten.append(number)
        self.done.set()
        return Forgotten(1, 0, 0)


async def test_a_caller_is_forgotten_also_when_that_takes_longer_than_anybody_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gate, "ANSWER_LIMIT_S", 1.0)
    retention = SlowRetention()
    app = create_app(cast("Any", Archive()), _keeper(), cast("Any", None), cast("Any", retention), Health({}), "")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8084") as client:
        late = await client.post("/api/callers/forget", json={"number": "+15125550142"})
        assert (late.status_code, retention.forgotten) == (503, [])
        retention.let.set()
        await asyncio.wait_for(retention.done.wait(), 5)
        assert retention.forgotten == ["+15125550142"]
        assert (await client.post("/api/callers/forget", json={"number": "+15125550142"})).json()["calls"] == 1
