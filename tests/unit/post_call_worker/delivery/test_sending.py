"""Shell. One attempt, whatever the receiver does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime

import httpx
import pytest

from post_call_worker.delivery import posting
from post_call_worker.delivery.decision import Outcome
from post_call_worker.delivery.posting import KEPT_MAX_CHARS, NOT_SENT, READ_MAX_BYTES
from post_call_worker.delivery.queue import Claimed
from post_call_worker.delivery.sending import Sender
from post_call_worker.vocabulary import WebhookKind
from tests.doubles.closes_slowly import ClosesSlowly

AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
CLAIMED = Claimed("msg_CA0001_job", "CA0001", "job", {"customer_name": "Jonas \u00fc"}, 1, AT)


class StoppedClock:
    def now(self) -> datetime:
        return AT

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


async def _attempts(
    receive: Callable[[httpx.Request], httpx.Response], count: int, secrets: Sequence[str] = ("secret",)
) -> list[Outcome]:
    async def answer(request: httpx.Request) -> httpx.Response:
        await request.aread()
        return receive(request)

    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
        urls: dict[WebhookKind, str] = {
            "job": "http://d.test/jobs",
            "call": "http://d.test/calls",
            "alert": "http://d.test/alerts",
        }
        sender = Sender(client, urls, secrets, StoppedClock())
        return [await sender.attempt(CLAIMED) for _ in range(count)]


async def _attempt(receive: Callable[[httpx.Request], httpx.Response]) -> Outcome:
    (outcome,) = await _attempts(receive, 1)
    return outcome


async def test_the_body_goes_as_json_to_the_url_of_its_kind_with_all_headers() -> None:
    seen: list[httpx.Request] = []

    def receive(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"success": True, "job_id": "job-1"})

    outcome = await _attempt(receive)
    assert outcome.answer == {"success": True, "job_id": "job-1"}
    assert seen[0].url == "http://d.test/jobs"
    assert seen[0].content == '{"customer_name":"Jonas \u00fc"}'.encode()
    assert seen[0].headers["x-webhook-secret"] == "secret"
    assert seen[0].headers["webhook-id"] == "msg_CA0001_job"
    assert seen[0].headers["content-type"] == "application/json"


async def test_where_the_first_secret_is_refused_the_next_is_sent_and_stays_the_first() -> None:
    sent: list[tuple[str, str]] = []

    def receive(request: httpx.Request) -> httpx.Response:
        secret = request.headers["x-webhook-secret"]
        sent.append((secret, request.headers["webhook-id"]))
        return httpx.Response(200 if secret == "old" else 401, json={"success": secret == "old"})

    outcomes = await _attempts(receive, 2, ("new", "old"))
    assert [outcome.status_code for outcome in outcomes] == [200, 200]
    assert sent == [(secret, CLAIMED.id) for secret in ("new", "old", "old")]


@pytest.mark.parametrize(("status", "posts"), [(401, 4), (403, 4), (400, 2), (500, 2), (200, 2)])
async def test_every_secret_is_tried_once_when_it_is_refused_and_only_then(status: int, posts: int) -> None:
    sent: list[str] = []

    def receive(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["x-webhook-secret"])
        return httpx.Response(status)

    outcomes = await _attempts(receive, 2, ("new", "old"))
    assert [outcome.status_code for outcome in outcomes] == [status] * 2
    assert sent == (["new", "old"] * 2)[:posts] if posts == 4 else ["new"] * 2


async def test_a_page_of_html_is_kept_as_text_and_is_no_answer() -> None:
    outcome = await _attempt(lambda _: httpx.Response(200, html="<h1>captive portal</h1>"))
    assert (outcome.status_code, outcome.answer, outcome.body) == (200, None, "<h1>captive portal</h1>")


async def test_a_redirect_is_not_followed() -> None:
    outcome = await _attempt(lambda _: httpx.Response(302, headers={"Location": "http://elsewhere.test/"}))
    assert outcome.status_code == 302


async def test_the_refusal_is_kept_word_for_word() -> None:
    outcome = await _attempt(lambda _: httpx.Response(400, json={"error": "Validation failed", "details": []}))
    assert outcome.body == '{"error":"Validation failed","details":[]}'


async def test_an_answer_without_end_is_cut() -> None:
    async def forever() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            yield b"x" * 1_000

    outcome = await _attempt(lambda _: httpx.Response(200, content=forever()))
    assert len(outcome.body) == KEPT_MAX_CHARS < READ_MAX_BYTES


async def test_a_reset_connection_is_an_error_without_a_status() -> None:
    def reset(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset by peer", request=request)

    outcome = await _attempt(reset)
    assert (outcome.status_code, outcome.error) == (None, "connection failed: ReadError")


@pytest.mark.parametrize("fault", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
async def test_an_attempt_that_found_no_connection_says_that_nothing_was_sent(fault: type[httpx.RequestError]) -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise fault("away", request=request)

    assert (await _attempt(away)).error == f"{NOT_SENT}, no connection: {fault.__name__}"


async def test_a_receiver_that_never_answers_runs_into_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "ATTEMPT_LIMIT_S", 0.01)

    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async with httpx.AsyncClient(transport=httpx.MockTransport(never)) as client:
        sender = Sender(client, {"job": "http://d.test/jobs"}, ["secret"], StoppedClock())
        outcome = await sender.attempt(CLAIMED)
    assert (outcome.status_code, outcome.error) == (None, "no answer within 0.01 s")


async def test_an_attempt_whose_limit_passes_as_its_answer_is_closed_gives_the_connection_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(posting, "ATTEMPT_LIMIT_S", 0.01)
    answer = ClosesSlowly()
    outcome = await _attempt(lambda _: httpx.Response(200, stream=answer))
    assert (answer.given_back, outcome.status_code) == (True, 200)


async def test_an_answer_with_nul_and_broken_unicode_can_be_stored() -> None:
    outcome = await _attempt(lambda _: httpx.Response(500, content=b"\x00\xff\xfe broken"))
    assert "\x00" not in outcome.body
    assert outcome.body.endswith(" broken")


async def test_a_deeply_nested_answer_is_no_answer() -> None:
    outcome = await _attempt(lambda _: httpx.Response(200, content=b"[" * 60_000))
    assert outcome.answer is None
