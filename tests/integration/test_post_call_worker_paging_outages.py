"""Twilio or the dashboard is away while somebody is in danger, or loses its answers: real Postgres."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from prometheus_client import REGISTRY

from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.backlog import look
from post_call_worker.delivery.decision import Dead, Delivered, Outcome
from post_call_worker.delivery.queue import TOO_LATE, Attempted, DeliveryQueue
from tests.integration.paging_rig import (
    FIRST,
    SECOND,
    TEXTING,
    THIRD,
    LosesAnswers,
    Twilio,
    desk_of,
    emergency,
    later,
    reply,
)
from tests.integration.worker_rig import LINKS, Receiver, Worker, worker
from tests.unit.post_call_worker.call_logs import gas_call

EVERYBODY = (FIRST, SECOND, THIRD)


def _away() -> Twilio:
    return Twilio(**{number: httpx.Response(503) for number in EVERYBODY})


async def _for_minutes(rig: Worker, minutes: float) -> None:
    for _ in range(round(minutes * 2)):
        await later(rig, 0.5)


async def _pages(rig: Worker) -> list[tuple[str, str]]:
    """What became of each, by step, and why."""
    pages = sorted(await rig.archive.deliveries(kinds=["page"]), key=lambda page: (page["call_sid"], page["step"]))
    return [(page["status"], page["reason"]) for page in pages]


async def _oldest_page_s(rig: Worker) -> float:
    await look(rig.engine, rig.bus, rig.clock)
    return REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) or 0.0


async def test_whoever_is_to_be_paged_is_paged_soon_after_an_outage_one_after_the_other_and_once(
    postgres_url: str,
) -> None:
    twilio = _away()
    async with emergency(postgres_url, twilio) as rig:
        await _for_minutes(rig, 16)
        assert {status for status, _ in await _pages(rig)} == {"pending"}
        assert await _oldest_page_s(rig) > 15 * 60
        twilio.answers.clear()
        await _for_minutes(rig, 1.5)
        assert len(twilio.sent) == 1
        await _for_minutes(rig, 3)
        assert len(twilio.sent) == 1
        await _for_minutes(rig, 2)
        assert len(twilio.sent) == 2
        await _for_minutes(rig, 8)
        assert sorted(twilio.numbers) == sorted(EVERYBODY)
        assert await _oldest_page_s(rig) == 0.0


async def test_nobody_is_paged_after_an_outage_in_which_somebody_took_the_emergency(postgres_url: str) -> None:
    twilio = _away()
    async with emergency(postgres_url, twilio) as rig, desk_of(rig) as desk:
        await _for_minutes(rig, 11)
        await desk.post(LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url))
        twilio.answers.clear()
        await _for_minutes(rig, 10)
        assert await _oldest_page_s(rig) == 0.0
    assert twilio.sent == []


@pytest.mark.parametrize(("hours", "paged"), [(11.9, 1), (12.1, 0)])
async def test_a_page_may_be_half_a_day_late_and_wakes_the_operator_after_that(
    postgres_url: str, hours: float, paged: int
) -> None:
    twilio = Twilio()
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        rig.clock.step((hours - 1) * 3_600)
        await rig.publish(gas_call())
        await rig.until(lambda: rig.archive.call("CA0002"))
        await rig.deliver_all()
        await _for_minutes(rig, 2)
        assert len(twilio.sent) == paged
        if not paged:
            assert await _pages(rig) == [("dead", TOO_LATE)] * 3
            assert await _oldest_page_s(rig) > 60
            assert await rig.archive.retry("msg_CA0002_page_1", rig.clock.now())
            await rig.deliver_all()
            assert twilio.numbers == [FIRST]  # a person has decided so


async def test_the_alert_of_a_danger_arrives_within_two_minutes_of_the_dashboard_s_return(postgres_url: str) -> None:
    receiver = Receiver(lambda _: httpx.Response(503))
    async with worker(postgres_url, transport=receiver) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await _for_minutes(rig, 35)
        receiver.answer = lambda _: httpx.Response(200, json={"success": True})
        await _for_minutes(rig, 2.5)
        (alert,) = await rig.archive.deliveries(kinds=["alert"])
        asked = len(receiver.requests)
        await _for_minutes(rig, 5)
    assert alert["status"] == "delivered"
    assert {webhook_id for _, webhook_id in receiver.requests} == {"msg_CA0002_alert"}
    assert len(receiver.requests) == asked


async def test_a_page_that_is_refused_is_missed_until_somebody_has_taken_the_emergency(postgres_url: str) -> None:
    twilio = Twilio(**{FIRST: httpx.Response(400, json={"code": 21211})})
    async with emergency(postgres_url, twilio) as rig:
        await rig.deliver_all()
        rig.clock.step(90)
        assert await _oldest_page_s(rig) >= 90
        await reply(rig, SECOND, "ok")
        assert await _oldest_page_s(rig) == 0.0


async def test_an_ok_counts_though_the_answer_to_its_page_was_lost_and_nobody_is_texted_again(
    postgres_url: str,
) -> None:
    twilio = LosesAnswers()
    async with emergency(postgres_url, twilio) as rig:
        assert twilio.numbers == [FIRST]
        assert "You have taken the emergency of call CA0002." in (await reply(rig, FIRST, "OK")).text
        await _for_minutes(rig, 11)
        assert twilio.numbers == [FIRST]
        assert [status for status, _ in await _pages(rig)] == ["delivered", "discarded", "discarded"]
        assert "You no longer have" in (await reply(rig, FIRST, "no")).text


async def test_an_ok_counts_while_its_page_is_still_being_sent_and_after_the_worker_that_sent_it_died(
    postgres_url: str,
) -> None:
    twilio = Twilio()
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        (page,) = await DeliveryQueue(rig.engine).claim("page", 5, rig.clock.now())
        assert "You have taken" in (await reply(rig, FIRST, "OK")).text
        late = Attempted(page, Outcome(400), Dead("refused"), rig.clock.now())
        await DeliveryQueue(rig.engine).settle([late])
        await _for_minutes(rig, 11)
    assert twilio.sent == []


async def test_a_no_counts_though_the_answer_to_its_page_was_lost_and_the_next_one_is_asked_now(
    postgres_url: str,
) -> None:
    twilio = LosesAnswers()
    async with emergency(postgres_url, twilio) as rig:
        twilio.loses = False
        assert "The next person is asked now." in (await reply(rig, FIRST, "can't")).text
        await rig.deliver_all()
        await _for_minutes(rig, 3)
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_no_that_comes_before_its_page_is_settled_stands(postgres_url: str) -> None:
    twilio = Twilio()
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        queue = DeliveryQueue(rig.engine)
        (page,) = await queue.claim("page", 5, rig.clock.now())
        assert "The next person is asked now." in (await reply(rig, FIRST, "no")).text
        rig.clock.step(1)
        await queue.settle([Attempted(page, Outcome(201), Delivered({"sms_message_sid": "SM1"}), rig.clock.now())])
        await rig.deliver_all()
        assert twilio.numbers == [SECOND]


async def test_who_comes_later_does_not_wait_longer_because_who_came_before_cannot_be_reached(
    postgres_url: str,
) -> None:
    twilio = Twilio(**{FIRST: httpx.Response(503)})
    async with emergency(postgres_url, twilio) as rig:
        await _for_minutes(rig, 5.5)
        assert twilio.numbers == [SECOND]
        await _for_minutes(rig, 5)
        assert twilio.numbers == [SECOND, THIRD]
        twilio.answers.clear()
        await _for_minutes(rig, 6)
        assert twilio.numbers == [SECOND, THIRD, FIRST]


async def test_a_telephone_that_answers_a_page_by_itself_whose_answer_was_lost_has_the_next_one_asked(
    postgres_url: str,
) -> None:
    twilio = LosesAnswers()
    async with emergency(postgres_url, twilio) as rig:
        twilio.loses = False
        await reply(rig, FIRST, "I'm driving with Focus turned on. I'll see your message when I get there.")
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_page_whose_answers_are_lost_is_not_sent_each_time(postgres_url: str) -> None:
    twilio = LosesAnswers()
    async with emergency(postgres_url, twilio) as rig:
        await _for_minutes(rig, 3.5)
        sent = len(twilio.sent)
        assert 2 <= sent <= 4
        twilio.loses = False
        await _for_minutes(rig, 3)
        assert twilio.numbers == [FIRST] * sent + [SECOND]
        assert (await _pages(rig))[0] == ("delivered", "")


@pytest.mark.parametrize("status", [400, 401, 503])
async def test_an_ok_takes_no_emergency_whose_page_twilio_has_not_taken(postgres_url: str, status: int) -> None:
    async with emergency(postgres_url, Twilio(**{FIRST: httpx.Response(status)})) as rig:
        assert "<Message>" not in (await reply(rig, FIRST, "OK")).text
        assert await Acknowledgements(rig.engine).taken_by("CA0002") is None


@pytest.mark.parametrize("said_before", ["ok", "no", ""])
async def test_a_word_about_one_emergency_takes_no_other_whose_page_may_not_have_come(
    postgres_url: str, said_before: str
) -> None:
    twilio = LosesAnswers()
    twilio.loses = False
    async with emergency(postgres_url, twilio) as rig:
        if said_before:
            await reply(rig, FIRST, said_before)
        twilio.loses = True
        for message in gas_call("CA0003").messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        await reply(rig, FIRST, "ok thanks")
        assert await Acknowledgements(rig.engine).taken_by("CA0003") is None


async def test_answers_while_pages_are_being_settled_are_all_heard(postgres_url: str) -> None:
    twilio = _away()
    async with emergency(postgres_url, twilio) as rig:
        await _for_minutes(rig, 11)
        rig.clock.step(300)
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        claimed = [one for _ in range(3) for one in await queue.claim("page", 5, now)]
        assert len(claimed) == 1
        settled = [Attempted(one, Outcome(400), Dead("refused"), now) for one in claimed]
        answers = (reply(rig, number, text) for number in EVERYBODY for text in ("OK", "no"))
        told = await asyncio.gather(queue.settle(settled), *answers)
        assert [answer.status_code for answer in told[1:] if answer] == [200] * 6


async def test_who_is_paged_late_in_a_short_outage_has_the_time_that_the_page_promises(postgres_url: str) -> None:
    twilio = _away()
    async with emergency(postgres_url, twilio) as rig:
        await _for_minutes(rig, 4)
        assert twilio.numbers == []
        twilio.answers.clear()
        await _for_minutes(rig, 1.5)
        assert twilio.numbers == [FIRST]
        await _for_minutes(rig, 2)
        assert twilio.numbers == [FIRST]
        await _for_minutes(rig, 3)
        assert twilio.numbers == [FIRST, SECOND]
