"""What Twilio tells of a page after it has taken it: real Postgres, and a Twilio that speaks at an awkward moment."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from calllock.contracts.business import Texts
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.backlog import look
from post_call_worker.vocabulary import DeliveryKind
from tests.integration.paging_rig import (
    FIRST,
    SECOND,
    TEXTING,
    THIRD,
    LosesAnswers,
    Twilio,
    becomes,
    emergency,
    first_and_second_paged,
    later,
    reply,
)
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import STARTED_AT, CallLog, gas_call

PAGES: tuple[DeliveryKind, ...] = ("page",)
LEADS: tuple[DeliveryKind, ...] = ("lead",)
REASON = "undelivered, says Twilio, error 30034"


async def _pages(rig: Worker) -> dict[str, dict[str, object]]:
    """Each page's row, by whom it is to."""
    rows = [await rig.archive.delivery(one["id"]) for one in await rig.archive.deliveries(kinds=PAGES)]
    return {row["body"]["to"]: row for row in rows if row is not None}


async def _first_page(rig: Worker) -> str:
    return str((await _pages(rig))[FIRST]["id"])


@pytest.mark.parametrize("status", ["undelivered", "failed"])
async def test_when_a_page_never_arrives_the_next_one_is_asked_at_once(postgres_url: str, status: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        assert (await becomes(rig, await _first_page(rig), status)).status_code == 204
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND]
        first = (await _pages(rig))[FIRST]
        assert (first["status"], first["reason"]) == ("dead", f"{status}, says Twilio, error 30034")
        await later(rig, 5.1)
        assert twilio.numbers == [FIRST, SECOND, THIRD]


async def test_a_page_that_never_arrives_wakes_the_operator(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        await becomes(rig, await _first_page(rig), "undelivered")
        rig.clock.step(60)
        await look(rig.engine, rig.bus, rig.clock)
        assert (REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "page"}) or 0) >= 60


@pytest.mark.parametrize("status", ["queued", "sent", "delivered", "read", ""])
async def test_every_other_word_of_twilios_changes_nothing(postgres_url: str, status: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        await becomes(rig, await _first_page(rig), status)
        await later(rig, 0)
        assert twilio.numbers == [FIRST]
        assert (await _pages(rig))[FIRST]["status"] == "delivered"


async def test_who_has_answered_a_page_has_it_whatever_twilio_says(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        page = await _first_page(rig)
        await reply(rig, FIRST, "OK")
        await becomes(rig, page, "undelivered")
        await later(rig, 60)
        assert twilio.numbers == [FIRST]
        assert (await _pages(rig))[FIRST]["status"] == "delivered"


async def test_nobody_is_asked_any_more_when_another_has_taken_it(postgres_url: str) -> None:
    async with first_and_second_paged(postgres_url) as rig:
        page = await _first_page(rig)
        await reply(rig, SECOND, "OK")
        await becomes(rig, page, "undelivered")
        await later(rig, 60)
        pages = await _pages(rig)
        assert [pages[number]["status"] for number in (FIRST, SECOND, THIRD)] == ["dead", "delivered", "discarded"]


async def test_whoever_answers_a_page_that_is_said_not_to_have_arrived_takes_it(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        await becomes(rig, await _first_page(rig), "undelivered")
        assert "You have taken the emergency" in (await reply(rig, FIRST, "OK")).text
        await later(rig, 60)
        assert twilio.numbers == [FIRST]


async def test_a_no_gives_back_what_nobody_else_can_have_taken_by_the_link(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        await becomes(rig, await _first_page(rig), "undelivered")
        await later(rig, 0)
        answers = Acknowledgements(rig.engine)
        await answers.take("CA0002", rig.clock.now())
        assert "The next person is asked now." in (await reply(rig, SECOND, "no")).text
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND, THIRD]
        assert await answers.taken_by("CA0002") is None


async def test_a_no_leaves_what_another_who_has_answered_may_have_taken_by_the_link(postgres_url: str) -> None:
    async with emergency(postgres_url, Twilio()) as rig:
        await becomes(rig, await _first_page(rig), "undelivered")
        await later(rig, 0)
        await reply(rig, FIRST, "what is this?")
        await Acknowledgements(rig.engine).take("CA0002", rig.clock.now())
        await reply(rig, FIRST, "ok")
        assert "by somebody who opened the link" in (await reply(rig, SECOND, "no")).text


async def test_the_last_hears_that_nobody_is_left_when_no_page_before_arrived(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        for sid, number in (("SM1", FIRST), ("SM2", SECOND)):
            await becomes(rig, str((await _pages(rig))[number]["id"]), "undelivered", sid=sid)
            await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND, THIRD]
        told = (await reply(rig, THIRD, "no")).text
        assert "There is nobody left to ask." in told
        assert "Everybody else was asked" not in told


async def test_twilios_word_about_another_text_changes_nothing(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        page = await _first_page(rig)
        assert (await becomes(rig, page, "undelivered", sid="SM2")).status_code == 204
        assert (await becomes(rig, page, "undelivered", sid="")).status_code == 204
        assert (await becomes(rig, "msg_of_nothing", "undelivered")).status_code == 204
        await later(rig, 0)
        assert twilio.numbers == [FIRST]


async def test_twilios_word_about_a_text_that_a_later_attempt_has_found_counts(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := LosesAnswers()) as rig:
        twilio.loses = False
        await later(rig, 2)
        first = (await _pages(rig))[FIRST]
        assert (twilio.numbers, first["status"], first["attempts"]) == ([FIRST], "delivered", 2)
        await becomes(rig, str(first["id"]), "undelivered")
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND]


async def test_who_is_told_that_it_was_given_back_need_not_have_read_so(postgres_url: str) -> None:
    twilio = Twilio()
    async with emergency(postgres_url, twilio) as rig:
        await later(rig, 5.1)
        for number, said in ((FIRST, "ok"), (SECOND, "ok"), (FIRST, "no")):
            await reply(rig, number, said)
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND, SECOND]
        page = str((await _pages(rig))[SECOND]["id"])
        with capture_logs() as logs:
            await becomes(rig, page, "undelivered", sid="SM2")
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND, SECOND]
        assert [line["text_sid"] for line in logs if line["event"] == "delivery.arrival_changes_nothing"] == ["SM2"]
        await becomes(rig, page, "undelivered", sid="SM3")
        await later(rig, 0)
        assert twilio.numbers == [FIRST, SECOND, SECOND, THIRD]


async def test_nobody_else_can_say_that_a_page_never_arrived(postgres_url: str) -> None:
    async with emergency(postgres_url, twilio := Twilio()) as rig:
        refused = await becomes(rig, await _first_page(rig), "undelivered", token="of somebody else")
        assert refused.status_code == 403
        await later(rig, 0)
        assert twilio.numbers == [FIRST]


class _TellsBeforeItAnswers(Twilio):
    """Says that the first page never arrived while its sender still waits to hear that it was taken."""

    rig: Worker
    told: asyncio.Task[httpx.Response] | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await super().handle_async_request(request)
        if request.method == "POST" and self.told is None:
            self.told = asyncio.create_task(becomes(self.rig, await _first_page(self.rig), "undelivered"))
            await asyncio.sleep(0.05)
        return answer


async def test_a_word_that_comes_before_the_page_is_settled_is_not_lost(postgres_url: str) -> None:
    twilio = _TellsBeforeItAnswers()
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        twilio.rig = rig
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await rig.deliver_all()
        assert twilio.told is not None
        assert (await twilio.told).status_code == 204
        await rig.deliver_all()
        assert twilio.numbers == [FIRST, SECOND]


async def test_a_lead_that_never_arrives_is_a_dead_letter_and_pages_nobody(postgres_url: str) -> None:
    twilio = Twilio()
    profile = TEXTING.model_copy(update={"texts": Texts(leads_to="+15125550199")})
    async with worker(postgres_url, twilio=twilio, profile=profile) as rig:
        rig.clock.step((STARTED_AT - rig.clock.now()).total_seconds() + 60)
        log = CallLog("CA0005").enters("welcome").hears("call me back about a new system")
        await rig.publish(log.learns(lead_type="high_ticket", callback_created=True).enters("callback").ends())
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        (lead,) = await rig.archive.deliveries(kinds=LEADS)
        await becomes(rig, lead["id"], "undelivered")
        (lead,) = await rig.archive.deliveries(kinds=LEADS)
        assert (lead["status"], lead["reason"]) == ("dead", REASON)
        assert twilio.numbers == ["+15125550199"]
