"""A graver danger that is told after a lesser one: who is told of it, and who is asked to come. Real Postgres."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from calllock.contracts import events
from calllock.contracts.events import EmergencyRaised
from calllock.contracts.ids import EMERGENCY, GRAVER_EMERGENCY, single_id
from calllock.runtime.profiles import Profiles
from post_call_worker.acknowledgements import Acknowledgements, Answer
from post_call_worker.folding import fold
from post_call_worker.vocabulary import GRAVER_STEP
from tests.integration.paging_rig import FIRST, SECOND, TEXTING, THIRD, Twilio, desk_of, later, reply
from tests.integration.worker_rig import LINKS, Worker, worker
from tests.unit.post_call_worker.call_logs import CALLER, CallLog


def flood_then_gas() -> CallLog:
    """A call that has told of water, and then of gas."""
    log = CallLog("CA0002").raises("ACTIVE_FLOODING", "my basement is flooding").enters("callback")
    log.adds(
        events.EmergencyRaised,
        event_id=single_id("CA0002", GRAVER_EMERGENCY),
        business="ace-cooling",
        hazard="GAS_LEAK",
        words="now I smell gas",
        from_number=CALLER,
    )
    return log.says("Please leave the building now and call 911 from outside.").ends()


LOG = flood_then_gas().messages
WATER = next(message for message in LOG if isinstance(message, EmergencyRaised))
GAS = next(message for message in reversed(LOG) if isinstance(message, EmergencyRaised))


@asynccontextmanager
async def flooded(postgres_url: str, twilio: Twilio) -> AsyncIterator[Worker]:
    """Somebody was paged for water, and the call goes on."""
    async with worker(postgres_url, twilio=twilio, profile=TEXTING) as rig:
        for message in LOG[: LOG.index(GAS)]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await rig.deliver_all()
        yield rig


async def told(rig: Worker, what: EmergencyRaised = GAS) -> None:
    await rig.bus.publish(what)
    await rig.until(rig.everything_is_settled)
    await rig.deliver_all()


async def test_whoever_has_taken_the_water_is_told_of_the_gas_first_and_asked_anew(postgres_url: str) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig:
        await later(rig, 5.1)
        await reply(rig, SECOND, "ok")
        await told(rig)
        assert twilio.numbers == [FIRST, SECOND, SECOND]
        assert "gas leak, worse than this call told before." in twilio.sent[-1][1]
        assert await Acknowledgements(rig.engine).taken_by("CA0002") is None
        await later(rig, 5.1)
        assert twilio.numbers == [FIRST, SECOND, SECOND, FIRST]
        assert "You have taken the emergency of call CA0002." in (await reply(rig, SECOND, "ok")).text
        await rig.bus.publish(LOG[-1])
        await rig.until(rig.everything_is_settled)
        await later(rig, 60)
    assert twilio.numbers == [FIRST, SECOND, SECOND, FIRST]


async def test_whoever_gives_the_gas_back_has_the_others_asked_about_it_and_nobody_about_the_water(
    postgres_url: str,
) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig:
        await reply(rig, FIRST, "ok")
        await told(rig)
        await reply(rig, FIRST, "ok")
        assert "The next person is asked now." in (await reply(rig, FIRST, "no")).text
        await rig.deliver_all()
        await later(rig, 5.1)
        await later(rig, 60)
    assert twilio.numbers == [FIRST, FIRST, SECOND, THIRD]
    assert ["gas leak" in words for _, words in twilio.sent] == [False, True, True, True]


async def test_each_of_both_dangers_has_an_alert_of_its_own_which_knows_its_own_page(postgres_url: str) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig:
        await told(rig)
        alerts = rig.accepted("emergency-alerts")
        assert [one.body["alert_id"] for one in alerts] == ["CA0002:emergency", "CA0002:graver-emergency"]
        assert ["gas leak" in one.body["problem_description"] for one in alerts] == [False, True]
        assert [one.body["sms_message_sid"] for one in alerts] == ["SM1", "SM2"]
        await told(rig)
        for message in LOG[LOG.index(GAS) + 1 :]:
            await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        assert len(rig.accepted("emergency-alerts")) == 2
        (job,) = rig.accepted("jobs")
        assert job.body["card_headline"].startswith("Gas leak")
        assert "Emergency (gas leak), told to leave and call 911." in job.body["ai_summary"]


async def test_whoever_takes_the_water_while_the_gas_is_still_to_be_told_reads_of_it_at_once(postgres_url: str) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig, desk_of(rig) as desk:
        await later(rig, 5.1)
        await told(rig)
        assert twilio.numbers == [FIRST, SECOND, FIRST]
        await reply(rig, SECOND, "ok")
        await rig.deliver_all()
        await later(rig, 60)
        assert twilio.numbers == [FIRST, SECOND, FIRST, SECOND]
        assert "gas leak" in twilio.sent[-1][1]
        path = LINKS.acknowledge("CA0002").removeprefix(LINKS.public_url)
        await reply(rig, SECOND, "no")
        shown = (await desk.get(path)).text
        assert "gas leak" in shown.lower()
        assert "flooding" not in shown.lower()


def _of(raised: EmergencyRaised, call_sid: str, name: str) -> EmergencyRaised:
    return raised.model_copy(update={"call_sid": call_sid, "event_id": single_id(call_sid, name)})


async def _pages(rig: Worker, call_sid: str) -> list[tuple[int, str]]:
    found = await rig.archive.call(call_sid)
    assert found is not None
    return sorted((one["step"], one["status"]) for one in found["deliveries"] if one["kind"] == "page")


async def test_of_two_dangers_that_are_stored_at_once_everybody_is_asked_about_the_graver(postgres_url: str) -> None:
    async with worker(postgres_url, twilio=Twilio(), profile=TEXTING) as rig:
        for call_sid in [f"CA{place:04}" for place in range(40)]:
            water, gas = _of(WATER, call_sid, EMERGENCY), _of(GAS, call_sid, GRAVER_EMERGENCY)
            await asyncio.gather(rig.keeper.alert(water), rig.keeper.alert(gas))
            pending = [step for step, status in await _pages(rig, call_sid) if status == "pending"]
            assert pending == [1001, 1002, 1003]


async def test_an_ok_in_the_moment_in_which_a_graver_danger_is_queued_takes_nothing_unread(
    postgres_url: str,
) -> None:
    async with worker(postgres_url, twilio=Twilio(), profile=TEXTING) as rig:
        acknowledgements = Acknowledgements(rig.engine)
        for call_sid in [f"CA{place:04}" for place in range(20)]:
            await rig.keeper.alert(_of(WATER, call_sid, EMERGENCY))
            await rig.deliver_all()
            answer = Answer(FIRST, f"SM{call_sid}", rig.clock.now())
            gas = rig.keeper.alert(_of(GAS, call_sid, GRAVER_EMERGENCY))
            await asyncio.gather(acknowledgements.take(call_sid, rig.clock.now(), answer), gas)
            graver = [status for step, status in await _pages(rig, call_sid) if step > GRAVER_STEP]
            assert (await acknowledgements.taken_by(call_sid) is None) == (graver == ["pending"] * 3)


async def test_a_graver_danger_that_is_taken_stays_so_though_the_ladder_has_grown(postgres_url: str) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig:
        await told(rig)
        await reply(rig, FIRST, "ok")
        grown = TEXTING.emergency.model_copy(update={"numbers": (*TEXTING.emergency.numbers, "+15125550193")})
        keeper = replace(rig.keeper, profiles=Profiles((TEXTING.model_copy(update={"emergency": grown}),)))
        await keeper.keep(fold(LOG, TEXTING), [])
        assert await Acknowledgements(rig.engine).taken_by("CA0002") == FIRST
        await later(rig, 60)
    assert twilio.numbers == [FIRST, FIRST]


async def test_who_asks_for_all_discarded_pages_again_wakes_nobody_for_the_lesser_danger(postgres_url: str) -> None:
    twilio = Twilio()
    async with flooded(postgres_url, twilio) as rig:
        await told(rig)
        assert await rig.archive.retry_all("discarded", ["page"], rig.clock.now()) == 0
        await later(rig, 5.1)
        await later(rig, 60)
    assert ["gas leak" in words for _, words in twilio.sent] == [False, True, True, True]
