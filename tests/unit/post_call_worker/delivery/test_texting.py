"""Shell. One attempt at a text message, whatever Twilio does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from post_call_worker.delivery.decision import PAGE, Dead, Decision, Delivered, Discarded, Retry, decide
from post_call_worker.delivery.posting import NOT_SENT
from post_call_worker.delivery.queue import Claimed
from post_call_worker.delivery.texting import TextSender
from post_call_worker.vocabulary import DeliveryKind
from tests.integration.worker_rig import LINKS, SteppedClock

QUEUED_AT = datetime(2026, 2, 23, 16, 58, tzinfo=UTC)
CLAIMED = Claimed(
    "msg_CA1_page_1", "CA1", "page", {"from": "+15125550100", "to": "+15125550190", "text": "caf\u00e9"}, 1, QUEUED_AT
)


async def _decided(receive: Callable[[httpx.Request], httpx.Response], kind: DeliveryKind = "page") -> Decision:
    async with httpx.AsyncClient(transport=httpx.MockTransport(receive)) as client:
        sender = TextSender(client, "http://twilio.test", ("AC1", "token"), LINKS, SteppedClock())
        outcome = await sender.attempt(replace(CLAIMED, kind=kind))
    return decide(outcome, 1, datetime(2026, 2, 23, tzinfo=UTC), 0.5)


async def test_a_message_goes_to_the_account_with_its_token() -> None:
    seen: list[httpx.Request] = []

    def receive(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(201, json={"sid": "SM1", "status": "queued"})

    assert await _decided(receive) == Delivered({"sms_message_sid": "SM1"})
    assert seen[0].url == "http://twilio.test/2010-04-01/Accounts/AC1/Messages.json"
    assert seen[0].headers["authorization"] == "Basic QUMxOnRva2Vu"
    form = parse_qs(seen[0].content.decode())
    told_at = f"{LINKS.public_url}/twilio/sms/msg_CA1_page_1"
    text = {"From": ["+15125550100"], "To": ["+15125550190"], "Body": ["caf\u00e9"]}
    assert form == {**text, "StatusCallback": [told_at]}


async def test_whether_a_confirmation_arrives_is_not_asked_for() -> None:
    seen: list[bytes] = []

    def receive(request: httpx.Request) -> httpx.Response:
        seen.append(request.content)
        return httpx.Response(201, json={"sid": "SM1"})

    await _decided(receive, "confirmation")
    assert b"StatusCallback" not in seen[0]


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [
        (httpx.Response(400, json={"code": 21211, "message": "Invalid 'To' Phone Number"}), Dead),
        (httpx.Response(401, json={"code": 20003}), Dead),
        (httpx.Response(429, headers={"Retry-After": "7"}), Retry),
        (httpx.Response(503, text="<html>"), Retry),
        (httpx.Response(201, text="<html>"), Retry),
        (httpx.Response(201, json={"sid": None}), Retry),
        (httpx.Response(200, json={"success": True}), Retry),
        (httpx.Response(302, headers={"Location": "http://elsewhere.test"}), Retry),
    ],
)
async def test_only_the_sid_of_a_message_is_success(answer: httpx.Response, becomes: type[Decision]) -> None:
    assert isinstance(await _decided(lambda _: answer), becomes)


@pytest.mark.parametrize(
    ("kind", "code", "becomes"),
    [
        ("confirmation", 21211, Discarded),
        ("confirmation", 21610, Discarded),
        ("confirmation", 21614, Discarded),
        ("confirmation", 21408, Dead),
        ("confirmation", [21610], Dead),
        ("lead", 21610, Dead),
        ("page", 21610, Dead),
        ("page", 21614, Dead),
    ],
)
async def test_only_of_a_caller_it_is_taken_as_it_is_that_the_number_takes_no_texts(
    kind: DeliveryKind, code: object, becomes: type[Decision]
) -> None:
    answer = httpx.Response(400, json={"code": code, "message": "no"})
    assert isinstance(await _decided(lambda _: answer, kind), becomes)


def _listed(**changes: object) -> dict[str, object]:
    message = {"sid": "SM1", "body": "Sent from your trial account - caf\u00e9", "status": "sent"}
    return {"messages": [message | {"date_created": "Mon, 23 Feb 2026 16:58:00 +0000"} | changes]}


@pytest.mark.parametrize(
    ("answer", "posts"),
    [
        (httpx.Response(200, json=_listed()), 0),
        (httpx.Response(200, json=_listed(body="another text")), 1),
        (httpx.Response(200, json=_listed(status="failed")), 1),
        (httpx.Response(200, json=_listed(date_created="Mon, 23 Feb 2026 16:57:45 +0000")), 0),
        (httpx.Response(200, json=_listed(date_created="Mon, 23 Feb 2026 16:57:15 +0000")), 1),
        (httpx.Response(200, json=_listed(date_created=None)), 1),
        (httpx.Response(200, json=_listed(date_created="Mon, 23 Feb 2026 16:58:00 +99999999999999999999")), 1),
        (httpx.Response(200, json={"messages": "none"}), 1),
        (httpx.Response(200, json={"messages": []}), 1),
        (httpx.Response(404, text="<html>"), 1),
        (httpx.Response(503), 1),
    ],
)
@pytest.mark.parametrize("before", [{"attempt": 2}, {"reason": "connection failed; given up after 4 attempts"}])
async def test_a_text_that_had_arrived_though_its_answer_was_lost_does_not_go_again(
    answer: httpx.Response, posts: int, before: dict[str, Any]
) -> None:
    methods: list[str] = []

    def receive(request: httpx.Request) -> httpx.Response:
        methods.append(request.method)
        if request.method == "GET":
            assert request.url.params["To"] == "+15125550190"
            return answer
        return httpx.Response(201, json={"sid": "SM2"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(receive)) as client:
        sender = TextSender(client, "http://twilio.test", ("AC1", "token"), LINKS, SteppedClock())
        outcome = await sender.attempt(replace(CLAIMED, **before))
    assert methods == ["GET", *["POST"] * posts]
    assert outcome.answer == {"success": True, "sms_message_sid": f"SM{1 + posts}"}


async def test_a_connection_that_is_reset_is_tried_again() -> None:
    def reset(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset", request=request)

    assert isinstance(await _decided(reset), Retry)


async def _posts(asked: httpx.Response, attempt: int) -> tuple[int, Decision]:
    """How often a page is posted in that attempt while Twilio answers so what it has, and what follows."""
    posts: list[httpx.Request] = []

    def receive(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return asked
        posts.append(request)
        return httpx.Response(503)

    async with httpx.AsyncClient(transport=httpx.MockTransport(receive)) as client:
        sender = TextSender(client, "http://twilio.test", ("AC1", "token"), LINKS, SteppedClock())
        outcome = await sender.attempt(replace(CLAIMED, attempt=attempt))
    return len(posts), decide(outcome, attempt, QUEUED_AT, 0.5, PAGE)


@pytest.mark.parametrize("asked", [httpx.Response(503), httpx.Response(404), httpx.Response(200, text="<html>")])
async def test_while_twilio_does_not_say_what_arrived_the_same_text_goes_a_few_times_and_then_seldom(
    asked: httpx.Response,
) -> None:
    became = {attempt: await _posts(asked, attempt) for attempt in range(1, 41)}
    assert [attempt for attempt, (posts, _) in became.items() if posts] == [1, 2, 3, 4, 10, 20, 30, 40]
    assert {type(decision) for _, decision in became.values()} == {Retry}
    assert str(became[5][1]).count(NOT_SENT) == 1


async def test_once_twilio_says_that_a_text_has_not_arrived_it_goes_in_any_attempt() -> None:
    assert [(await _posts(httpx.Response(200, json={"messages": []}), attempt))[0] for attempt in (5, 6, 99)] == [
        1,
        1,
        1,
    ]
