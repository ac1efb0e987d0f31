"""Pages and other text messages: real Postgres, a Twilio that misbehaves when told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from prometheus_client import REGISTRY
from sqlalchemy import text

from calllock.contracts.business import EmergencyContact, Texts
from calllock.runtime.profiles import Profiles
from post_call_worker.backlog import look
from post_call_worker.delivery.queue import TOO_LATE
from post_call_worker.delivery.texting import CALLER_TAKES_NO_TEXTS
from post_call_worker.payloads import NO_SMS, SMS_SENT
from tests.integration.paging_rig import FIRST, SECOND, TEXTING, THIRD, Twilio, emergency, later, reply
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import CALLER, PROFILE, STARTED_AT, CallLog, booked_call, gas_call

OWNER = "+15125550199"


@asynccontextmanager
async def _just_after_a_call(postgres_url: str, twilio: Twilio) -> AsyncIterator[Worker]:
    """A worker to which it is a minute after the calls that are told to it."""
    texting = TEXTING.model_copy(update={"texts": Texts(to_callers=True, leads_to=OWNER)})
    async with worker(postgres_url, twilio=twilio, profile=texting) as rig:
        rig.clock.step((STARTED_AT - rig.clock.now()).total_seconds() + 60)
        yield rig


def _promised_call() -> CallLog:
    """Whose caller was promised a call, and whose owner is to make it."""
    log = CallLog("CA0005").enters("welcome").hears("call me back about a new system")
    return log.learns(lead_type="high_ticket", callback_created=True).enters("callback").ends()


async def _texts(rig: Worker) -> dict[str, tuple[str, str]]:
    """What became of the texts to the caller and the owner, and why."""
    found = await rig.archive.deliveries(kinds=("confirmation", "lead"))
    return {one["kind"]: (one["status"], one["reason"]) for one in found}


async def test_without_an_answer_one_number_after_the_other_is_paged_and_each_once(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        assert twilio.numbers == [FIRST]
        assert "gas leak" in twilio.sent[0][1]
        await later(rig, 4)
        assert twilio.numbers == [FIRST]
        await later(rig, 1.1)
        assert twilio.numbers == [FIRST, SECOND]
        await rig.bus.publish(gas_call().messages[-1])
        await rig.until(rig.everything_is_settled)
        await later(rig, 60)
        assert twilio.numbers == [FIRST, SECOND, THIRD]


async def test_a_page_whose_turn_has_not_come_is_not_late(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        rig.clock.step(60)
        await look(rig.engine, rig.bus, rig.clock)
        assert REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) == 0
        rig.clock.step(300)
        await look(rig.engine, rig.bus, rig.clock)
        assert REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) == 60


async def test_an_alert_says_when_the_first_page_went_out(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        (alert,) = rig.accepted("emergency-alerts")
    assert alert.body["sms_message_sid"] == "SM1"
    assert alert.body["sms_sent_at"] == rig.clock.now().isoformat()
    assert SMS_SENT in alert.body["problem_description"]
    assert NO_SMS not in alert.body["problem_description"]


async def test_a_twilio_that_is_down_holds_no_alert_back_and_the_alert_claims_no_sms(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio(**{FIRST: httpx.Response(503)})) as rig:
        (alert,) = rig.accepted("emergency-alerts")
    assert "sms_message_sid" not in alert.body
    assert NO_SMS in alert.body["problem_description"]


async def test_a_number_that_cannot_be_paged_makes_the_next_one_due_at_once(postgres_url: str) -> None:
    twilio = Twilio(**{FIRST: httpx.Response(400, json={"code": 21211})})
    async with emergency(postgres_url, twilio) as rig:
        await rig.deliver_all()
    assert twilio.numbers == [SECOND]


async def test_a_caller_gets_one_confirmation_though_the_end_is_told_twice(postgres_url: str) -> None:
    twilio = Twilio()
    async with _just_after_a_call(postgres_url, twilio) as rig:
        log = booked_call()
        await rig.publish(log)
        await rig.until(rig.everything_is_settled)
        rig.clock.step(200)  # beyond the bus's deduplication window
        await rig.bus.publish(log.messages[-1])
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
    assert twilio.numbers == [CALLER]
    assert "Tuesday, February 24 at 9:00 AM" in twilio.sent[0][1]


async def test_a_text_that_cannot_be_sent_is_given_up_within_minutes(postgres_url: str) -> None:
    twilio = Twilio(**{CALLER: httpx.Response(500)})
    async with _just_after_a_call(postgres_url, twilio) as rig:
        await rig.publish(booked_call())
        await rig.until(rig.everything_is_settled)
        for _ in range(4):
            await later(rig, 2.5)
        (text,) = [one for one in await rig.archive.deliveries() if one["kind"] == "confirmation"]
    assert (text["status"], text["reason"]) == ("dead", "answered 500; given up after 4 attempts")


@pytest.mark.parametrize(
    ("minutes", "reached"), [(14, [CALLER, OWNER]), (16, [OWNER]), (59, [OWNER]), (61, []), (900, [])]
)
async def test_a_text_that_would_come_too_late_is_discarded_and_says_so(
    postgres_url: str, minutes: int, reached: list[str]
) -> None:
    twilio = Twilio()
    async with _just_after_a_call(postgres_url, twilio) as rig:
        rig.clock.step(60 * (minutes - 1))
        await rig.publish(_promised_call())
        await rig.until(lambda: rig.archive.call("CA0005"))
        await rig.deliver_all()
        became = await _texts(rig)
        assert len(rig.accepted("jobs")) == 1
    assert sorted(twilio.numbers) == sorted(reached)
    sent, late = ("delivered", ""), ("discarded", TOO_LATE)
    assert became == {"confirmation": sent if CALLER in reached else late, "lead": sent if OWNER in reached else late}


async def test_a_text_that_waited_too_long_for_twilio_is_not_sent_once_it_is_back(postgres_url: str) -> None:
    twilio = Twilio(**{CALLER: httpx.Response(503)})
    async with _just_after_a_call(postgres_url, twilio) as rig:
        await rig.publish(_promised_call())
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        twilio.answers.clear()
        await later(rig, 20)
        assert (await _texts(rig))["confirmation"] == ("discarded", TOO_LATE)
        assert CALLER not in twilio.numbers
        assert await rig.archive.retry_all("discarded", ["confirmation"], rig.clock.now()) == 1
        await rig.deliver_all()
        assert CALLER not in twilio.numbers
        assert await rig.archive.retry("msg_CA0005_confirmation", rig.clock.now())
        await rig.deliver_all()
    assert twilio.numbers[-1] == CALLER  # a person has decided so


async def test_a_lead_of_the_night_is_told_in_the_morning_and_is_not_late_then(postgres_url: str) -> None:
    twilio = Twilio()
    async with _just_after_a_call(postgres_url, twilio) as rig:
        rig.clock.step(12 * 3_600)
        log = CallLog("CA0005", at=rig.clock.now() - timedelta(seconds=60)).hears("call me about a new system")
        await rig.publish(log.learns(lead_type="high_ticket", callback_created=True).enters("callback").ends())
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        assert twilio.numbers == [CALLER]
        await later(rig, 8 * 60 + 50)
        assert twilio.numbers == [CALLER]
        rig.clock.step(20 * 60)
        await look(rig.engine, rig.bus, rig.clock)
        assert 0 < (REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "lead"}) or 0) < 15 * 60
        await rig.deliver_all()
    assert twilio.numbers == [CALLER, OWNER]


async def test_all_discarded_pages_are_sent_again_but_those_of_an_emergency_that_somebody_has_taken(
    postgres_url: str,
) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "OK")
        assert await rig.archive.retry_all("discarded", ["page"], rig.clock.now()) == 0
        await rig.deliver_all()
        assert twilio.numbers == [FIRST]
        await reply(rig, FIRST, "no, I can't")
        (second,) = [one for one in await rig.archive.deliveries(kinds=["page"]) if one["step"] == 3]
        assert await rig.archive.discard(second["id"], rig.clock.now())
        assert await rig.archive.retry_all("discarded", ["page"], rig.clock.now()) == 1


async def test_an_alert_that_a_person_sends_again_knows_of_the_page_that_went_out_meanwhile(postgres_url: str) -> None:
    twilio, answers = Twilio(**{FIRST: httpx.Response(500)}), [401]
    dashboard = httpx.MockTransport(lambda _: httpx.Response(answers[-1], json={"success": answers[-1] == 200}))
    async with worker(postgres_url, transport=dashboard, twilio=twilio, profile=TEXTING) as rig:
        await rig.publish(gas_call())
        await rig.until(lambda: rig.archive.call("CA0002"))
        await later(rig, 0.2)
        twilio.answers.clear()
        await later(rig, 1)
        assert twilio.numbers == [FIRST]
        answers.append(200)
        assert await rig.archive.retry("msg_CA0002_alert", rig.clock.now())
        await rig.deliver_all()
        (alert,) = await rig.archive.deliveries(kinds=["alert"])
    assert alert["status"] == "delivered"
    assert SMS_SENT in alert["body"]["problem_description"]
    assert alert["body"]["sms_message_sid"] == "SM1"


@pytest.mark.parametrize("code", [21610, 21614])
async def test_a_caller_whose_number_takes_no_texts_is_nobody_s_fault_but_an_owner_s_is(
    postgres_url: str, code: int
) -> None:
    refusal = httpx.Response(400, json={"code": code, "message": "no"})
    async with _just_after_a_call(postgres_url, Twilio(**{CALLER: refusal, OWNER: refusal})) as rig:
        await rig.publish(_promised_call())
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        became = await _texts(rig)
        await look(rig.engine, rig.bus, rig.clock)
    assert became["confirmation"] == ("discarded", CALLER_TAKES_NO_TEXTS[code])
    assert became["lead"][0] == "dead"
    assert REGISTRY.get_sample_value("calllock_dead_letters", {"what": "delivery"}) == 1


async def test_an_emergency_that_was_taken_asks_nobody_who_joined_the_ladder_later(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "ok")
        ladder = EmergencyContact(numbers=(FIRST, SECOND, THIRD, "+15125550193"), acknowledge_within_minutes=5)
        longer = TEXTING.model_copy(update={"emergency": ladder})
        record, log = await rig.keeper.read("CA0002")
        await replace(rig.keeper, profiles=Profiles((longer,))).keep(record, log)
        await later(rig, 60)
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
    async with emergency(postgres_url, Twilio()) as rig:
        await reply(rig, FIRST, "OK")
        if ended:
            await rig.bus.publish(gas_call().messages[-1])
            await rig.until(rig.everything_is_settled)
        rig.clock.step(91 * 86_400)
        await rig.retention.empty_old_calls()
        async with rig.engine.connect() as connection:
            kept = await connection.scalars(text("SELECT to_jsonb(t)::text FROM deliveries t"))
            assert [row for row in kept if FIRST in row] == []
            assert await connection.scalar(text("SELECT count(*) FROM acknowledgements")) == 0
