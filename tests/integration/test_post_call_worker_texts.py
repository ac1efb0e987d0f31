"""Shell. Pages, who takes them, and other text messages: real Postgres, a Twilio that misbehaves when told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import REGISTRY
from sqlalchemy import text

from calllock.contracts.business import EmergencyContact, Texts
from calllock.runtime import twilio_form
from calllock.runtime.profiles import Profiles
from calllock.runtime.twilio_signature import sign
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.backlog import look
from post_call_worker.payloads import NO_SMS, SMS_SENT
from post_call_worker.text_routes import REPLY_PATH, TextDesk, text_routes
from tests.integration.worker_rig import AUTH_TOKEN, LINKS, Worker, worker
from tests.unit.post_call_worker.call_logs import CALLER, PROFILE, booked_call, gas_call

FIRST, SECOND, THIRD = "+15125550190", "+15125550191", "+15125550192"
TEXTING = PROFILE.model_copy(
    update={
        "emergency": EmergencyContact(numbers=(FIRST, SECOND, THIRD), acknowledge_within_minutes=5),
        "texts": Texts(to_callers=True),
    }
)


class Twilio(httpx.AsyncBaseTransport):
    """Takes messages, and answers those to some numbers otherwise."""

    def __init__(self, **answers: httpx.Response) -> None:
        self.sent: list[tuple[str, str]] = []
        self.answers = answers

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"messages": []})
        form = parse_qs((await request.aread()).decode())
        to = form["To"][0]
        if to in self.answers:
            return self.answers[to]
        self.sent.append((to, form["Body"][0]))
        return httpx.Response(201, json={"sid": f"SM{len(self.sent)}"})

    @property
    def numbers(self) -> list[str]:
        return [to for to, _ in self.sent]


@asynccontextmanager
async def _emergency(postgres_url: str, twilio: Twilio) -> AsyncIterator[Worker]:
    """A worker to which a call in danger has just said so; the call goes on."""
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await rig.deliver_all()
        yield rig


def _desk(rig: Worker) -> httpx.AsyncClient:
    app = FastAPI()
    desk = TextDesk(LINKS, AUTH_TOKEN, Acknowledgements(rig.engine), rig.clock, rig.deliveries.wake)
    app.include_router(text_routes(desk))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://inside.test")


async def _reply(
    rig: Worker, number: str, text: str, *, to: str = TEXTING.numbers[0], token: str = AUTH_TOKEN
) -> httpx.Response:
    form = [("From", number), ("To", to), ("Body", text), ("MessageSid", "SM9")]
    signature = sign(token, f"{LINKS.public_url}{REPLY_PATH}", form)
    headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
    async with _desk(rig) as desk:
        return await desk.post(REPLY_PATH, content=urlencode(form), headers=headers)


async def _later(rig: Worker, minutes: float) -> None:
    rig.clock.step(60 * minutes)
    await rig.deliver_all()


async def test_without_an_answer_one_number_after_the_other_is_paged_and_each_once(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        assert twilio.numbers == [FIRST]
        assert "gas leak" in twilio.sent[0][1]
        await _later(rig, 4)
        assert twilio.numbers == [FIRST]
        await _later(rig, 1.1)
        assert twilio.numbers == [FIRST, SECOND]
        await rig.bus.publish(gas_call().messages[-1])
        await rig.until(rig.everything_is_settled)
        await _later(rig, 60)
        assert twilio.numbers == [FIRST, SECOND, THIRD]


async def test_a_page_whose_turn_has_not_come_is_not_late(postgres_url: str) -> None:
    async with _emergency(postgres_url, Twilio()) as rig:
        rig.clock.step(60)
        await look(rig.engine, rig.bus, rig.clock)
        assert REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) == 0
        rig.clock.step(300)
        await look(rig.engine, rig.bus, rig.clock)
        assert REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) == 360


async def test_an_alert_says_when_the_first_page_went_out(postgres_url: str) -> None:
    async with _emergency(postgres_url, Twilio()) as rig:
        (alert,) = rig.accepted("emergency-alerts")
    assert alert.body["sms_message_sid"] == "SM1"
    assert alert.body["sms_sent_at"] == rig.clock.now().isoformat()
    assert SMS_SENT in alert.body["problem_description"]
    assert NO_SMS not in alert.body["problem_description"]


async def test_a_twilio_that_is_down_holds_no_alert_back_and_the_alert_claims_no_sms(postgres_url: str) -> None:
    async with _emergency(postgres_url, Twilio(**{FIRST: httpx.Response(503)})) as rig:
        (alert,) = rig.accepted("emergency-alerts")
    assert "sms_message_sid" not in alert.body
    assert NO_SMS in alert.body["problem_description"]


async def test_a_number_that_cannot_be_paged_makes_the_next_one_due_at_once(postgres_url: str) -> None:
    twilio = Twilio(**{FIRST: httpx.Response(400, json={"code": 21211})})
    async with _emergency(postgres_url, twilio) as rig:
        await rig.deliver_all()
    assert twilio.numbers == [SECOND]


async def test_an_ok_takes_the_emergency_a_question_does_not_and_then_nobody_else_is_asked(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        assert "Reply OK" in (await _reply(rig, FIRST, "who is this?")).text
        answer = await _reply(rig, FIRST, "ok, going")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
        assert "You have taken the emergency of call CA0002." in answer.text
        assert "<Message>" not in (await _reply(rig, FIRST, "thanks")).text
        await _later(rig, 60)
        assert twilio.numbers == [FIRST]
        pages = [one for one in await rig.archive.deliveries() if one["kind"] == "page"]
        told = {1: "delivered", 2: "discarded", 3: "discarded"}
        assert {one["step"]: one["status"] for one in pages} == told
        assert {one["reason"] for one in pages if one["step"] > 1} == {f"taken by {FIRST}"}


async def test_a_no_asks_the_next_one_at_once_and_the_last_no_is_answered_honestly(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        assert "next person" in (await _reply(rig, FIRST, "can't")).text
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]
        await _reply(rig, SECOND, "no")
        await rig.deliver_all()
        assert "nobody left" in (await _reply(rig, THIRD, "no")).text


async def test_a_link_is_taken_by_its_button_and_not_by_looking_at_it(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig, _desk(rig) as desk:
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        assert path in twilio.sent[0][1]
        assert "I take it" in (await desk.get(path)).text
        await _later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]
        first, second = await asyncio.gather(desk.post(path), desk.post(path))
        assert first.status_code == second.status_code == 200
        await _later(rig, 60)
        assert twilio.numbers == [FIRST, SECOND]
        assert (await desk.get("/acknowledge/CA0002/00000000000000000000")).status_code == 404
        assert (await desk.post("/acknowledge/CA0003/" + path.rsplit("/", 1)[-1])).status_code == 404


async def test_a_reply_without_twilios_signature_takes_nothing(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        assert (await _reply(rig, FIRST, "ok", token="guessed")).status_code == 403
        async with _desk(rig) as desk:
            assert (await desk.post(REPLY_PATH, data={"From": FIRST, "Body": "ok"})).status_code == 403
            assert (await desk.post(REPLY_PATH, content=b"x" * 100_000)).status_code == 413
        await _later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_reply_that_stops_in_the_middle_is_not_waited_for(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def half() -> AsyncIterator[bytes]:
        yield b"From="
        await asyncio.Event().wait()

    monkeypatch.setattr(twilio_form, "LIMIT_S", 0.05)
    async with worker(postgres_url, twilio=Twilio()) as rig, _desk(rig) as desk:
        assert (await desk.post(REPLY_PATH, content=half())).status_code == 408


async def test_a_stranger_and_a_stop_are_no_answers(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        for number, text in ((CALLER, "ok"), (FIRST, "STOP"), (SECOND, "ok")):
            answer = await _reply(rig, number, text)
            assert (answer.status_code, "<Message>" in answer.text) == (200, False)
        await _later(rig, 6)
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_caller_gets_one_confirmation_though_the_end_is_told_twice(postgres_url: str) -> None:
    twilio = Twilio()
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        log = booked_call()
        await rig.publish(log)
        await rig.until(lambda: rig.archive.call("CA0001"))
        rig.clock.step(200)  # beyond the bus's deduplication window
        await rig.bus.publish(log.messages[-1])
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
    assert twilio.numbers == [CALLER]
    assert "Tuesday, February 24 at 9:00 AM" in twilio.sent[0][1]


async def test_a_text_that_cannot_be_sent_is_given_up_within_minutes(postgres_url: str) -> None:
    twilio = Twilio(**{CALLER: httpx.Response(500)})
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        for _ in range(6):
            await _later(rig, 2.5)
        (text,) = [one for one in await rig.archive.deliveries() if one["kind"] == "confirmation"]
    assert (text["status"], text["reason"]) == ("dead", "answered 500; given up after 4 attempts")


async def test_an_emergency_that_was_taken_asks_nobody_who_joined_the_ladder_later(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        await _reply(rig, FIRST, "ok")
        ladder = EmergencyContact(numbers=(FIRST, SECOND, THIRD, "+15125550193"), acknowledge_within_minutes=5)
        longer = TEXTING.model_copy(update={"emergency": ladder})
        record, log = await rig.keeper.read("CA0002")
        await replace(rig.keeper, profiles=Profiles((longer,))).keep(record, log)
        await _later(rig, 60)
    assert twilio.numbers == [FIRST]


async def test_a_call_that_is_told_again_texts_nobody(postgres_url: str) -> None:
    twilio = Twilio()
    async with worker(postgres_url, twilio=twilio, profile=PROFILE.model_copy(update={"texts": Texts()})) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        record, log = await rig.keeper.read("CA0001")
        texting = replace(rig.keeper, profiles=Profiles((TEXTING,)))
        assert await texting.keep(record, log, again=True)
        await rig.deliver_all()
        assert len(rig.accepted("calls")) == 1
    assert twilio.sent == []


@pytest.mark.parametrize("ended", [True, False])
async def test_who_took_an_emergency_is_kept_no_longer_than_its_call(postgres_url: str, ended: bool) -> None:
    async with _emergency(postgres_url, Twilio()) as rig:
        await _reply(rig, FIRST, "OK")
        if ended:
            await rig.bus.publish(gas_call().messages[-1])
            await rig.until(rig.everything_is_settled)
        rig.clock.step(91 * 86_400)
        await rig.retention.empty_old_calls()
        async with rig.engine.connect() as connection:
            kept = await connection.scalars(text("SELECT to_jsonb(t)::text FROM deliveries t"))
            assert [row for row in kept if FIRST in row] == []
            assert await connection.scalar(text("SELECT count(*) FROM acknowledgements")) == 0


async def test_an_answer_to_another_business_or_half_a_day_later_takes_nothing(postgres_url: str) -> None:
    async with _emergency(postgres_url, Twilio()) as rig:
        assert "taken" not in (await _reply(rig, FIRST, "OK", to="+15125550199")).text
        await _later(rig, 12 * 60)
        assert "taken" not in (await _reply(rig, FIRST, "OK")).text


async def test_who_answers_twice_takes_both_emergencies_and_is_told_which(postgres_url: str) -> None:
    twilio = Twilio()
    async with _emergency(postgres_url, twilio) as rig:
        for message in gas_call("CA0003").messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        for call in ("CA0003", "CA0002"):
            assert f"You have taken the emergency of call {call}." in (await _reply(rig, FIRST, "OK")).text
        await _later(rig, 60)
        assert twilio.numbers == [FIRST, FIRST]
