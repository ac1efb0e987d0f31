"""The gauges of what waits and of what was given up on, from a real database."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from prometheus_client import REGISTRY
from sqlalchemy.exc import SQLAlchemyError

from calllock.contracts.dataflow import ENDED_CALLS
from calllock.contracts.events import EmergencyRaised
from calllock.runtime.bus import Buried, BusUnavailable, DeadLetter
from post_call_worker.backlog import DEAD, look, watch
from post_call_worker.console.inbox_query import Inbox
from post_call_worker.dead_letters import DeadLetters
from post_call_worker.worker import connect_database
from tests.integration.paging_rig import FIRST, SECOND, TEXTING, THIRD, Twilio, first_and_second_paged, later, reply
from tests.integration.worker_rig import worker
from tests.unit.post_call_worker.call_logs import booked_call, gas_call


async def test_the_gauges_say_how_long_deliveries_wait_and_what_is_dead(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())

        async def two_wait() -> bool:
            return len(await rig.archive.deliveries(status="pending", limit=10)) == 2

        async def one_is_buried() -> bool:
            return len(await rig.bus.dead_letters()) == 1

        await rig.until(two_wait)
        await rig.bus.publish(booked_call("CA0002").messages[-1])
        await rig.until(one_is_buried)
        rig.clock.step(90)
        await look(rig.engine, rig.bus, rig.clock)
        ages = {
            kind: REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": kind})
            for kind in ("alert", "job", "call")
        }
        assert ages["alert"] == 0.0
        assert min(ages["job"] or 0.0, ages["call"] or 0.0) >= 90
        assert REGISTRY.get_sample_value("calllock_dead_letters", {"what": "message"}) == 1
        assert REGISTRY.get_sample_value("calllock_dead_letters", {"what": "delivery"}) == 0


async def test_the_alert_of_a_danger_is_missed_until_it_is_delivered_or_discarded_even_when_it_was_refused(
    postgres_url: str,
) -> None:
    async def oldest_s() -> float | None:
        await look(rig.engine, rig.bus, rig.clock)
        return REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": "alert"})

    refusing = httpx.MockTransport(lambda _: httpx.Response(401))
    async with worker(postgres_url, transport=refusing) as rig:
        await rig.publish(gas_call())
        (alert,) = await rig.until(lambda: rig.archive.deliveries(kinds=["alert"]))
        await rig.deliver_all()
        rig.clock.step(90)
        assert len(await rig.archive.deliveries(status="dead", kinds=["alert"])) == 1
        assert (await oldest_s() or 0.0) >= 90
        assert await rig.archive.discard(alert["id"], rig.clock.now())
        assert await oldest_s() == 0.0


@pytest.mark.parametrize(("answered", "late_s"), [(503, 180.0), (400, 0.0)])
async def test_the_alert_of_a_danger_that_somebody_has_taken_is_late_and_no_emergency_until_it_is_given_back(
    postgres_url: str, answered: int, late_s: float
) -> None:
    async def ages() -> tuple[float, float]:
        await look(rig.engine, rig.bus, rig.clock)
        found = [
            REGISTRY.get_sample_value("calllock_delivery_oldest_seconds", {"kind": kind})
            for kind in ("alert", "alert_taken")
        ]
        return found[0] or 0.0, found[1] or 0.0

    failing = httpx.MockTransport(lambda _: httpx.Response(answered, json={"error": "no"}))
    async with worker(postgres_url, transport=failing, twilio=Twilio(), profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        (alert,) = await rig.until(lambda: rig.archive.deliveries(kinds=["alert"]))
        await rig.deliver_all()
        await reply(rig, FIRST, "ok")
        rig.clock.step(180 - (rig.clock.now() - alert["created_at"]).total_seconds())
        assert await ages() == (0.0, late_s)
        await reply(rig, FIRST, "no")
        assert await ages() == (180.0, 0.0)


async def test_a_danger_that_nobody_takes_is_told_of_once_everybody_was_paged_until_somebody_does_or_it_is_done(
    postgres_url: str,
) -> None:
    async def untaken_s() -> float:
        await look(rig.engine, rig.bus, rig.clock)
        return REGISTRY.get_sample_value("calllock_emergency_untaken_seconds") or 0.0

    async with first_and_second_paged(postgres_url) as rig:
        assert await untaken_s() == 0.0
        await reply(rig, SECOND, "no")
        await rig.deliver_all()
        await later(rig, 20)
        assert await untaken_s() == 1200
        await reply(rig, THIRD, "ok")
        assert await untaken_s() == 0.0
        await reply(rig, THIRD, "no")
        assert await untaken_s() >= 1200
        await rig.publish(gas_call())
        await rig.until(rig.archive.calls)
        await Inbox(rig.engine).set_done("CA0002", rig.clock.now())
        assert await untaken_s() == 0.0


async def test_a_database_that_does_not_answer_is_told_of_until_it_does_and_a_bus_is_not_taken_for_it(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connected() -> float | None:
        return REGISTRY.get_sample_value("calllock_database_connected")

    async with worker(postgres_url) as rig:
        await look(rig.engine, rig.bus, rig.clock)
        assert connected() == 1
        away = connect_database("postgresql+asyncpg://nobody@127.0.0.1:1/none")
        with pytest.raises((SQLAlchemyError, OSError)):
            await look(away, rig.bus, rig.clock)
        await away.dispose()
        assert connected() == 0

        async def no_bus() -> dict[Buried, int]:
            raise BusUnavailable("away")

        monkeypatch.setattr(rig.bus, "buried", no_bus)
        with pytest.raises(BusUnavailable):
            await look(rig.engine, rig.bus, rig.clock)
        assert connected() == 1


async def test_a_dead_letter_waits_for_nobody_when_its_call_is_there_by_now(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        *beginning, end = booked_call().messages
        await rig.bus.publish(end)

        async def is_buried() -> bool:
            return len(await rig.bus.dead_letters()) == 1

        await rig.until(is_buried)
        for message in (*beginning, end):
            await rig.bus.publish(message)
        await rig.keeper.keep(*await rig.keeper.read("CA0001"), again=True)
        await look(rig.engine, rig.bus, rig.clock)
        assert await is_buried()
        assert REGISTRY.get_sample_value("calllock_dead_letters", {"what": "message"}) == 0


async def test_a_danger_that_is_a_dead_letter_is_counted_apart_until_it_is_told_after_all(postgres_url: str) -> None:
    async def dead() -> tuple[float | None, float | None]:
        await look(rig.engine, rig.bus, rig.clock)
        message, danger = ({"what": what} for what in ("message", "emergency"))
        name = "calllock_dead_letters"
        return REGISTRY.get_sample_value(name, message), REGISTRY.get_sample_value(name, danger)

    async with worker(postgres_url) as rig:
        assert await dead() == (0, 0)
        for message in gas_call().messages[:-1]:
            strange = {"business": "nobody"} if isinstance(message, EmergencyRaised) else {}
            await rig.bus.publish(message.model_copy(update=strange))

        async def is_buried() -> bool:
            rig.clock.step(60)
            return len(await rig.bus.dead_letters()) == 1

        await rig.until(is_buried)
        assert await dead() == (0, 1)
        (raised,) = [message for message in gas_call().messages if isinstance(message, EmergencyRaised)]
        await rig.keeper.alert(raised)
        assert await dead() == (0, 0)


async def test_more_dead_letters_than_a_statement_takes_parameters_are_counted_and_each_is_found(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(rig.archive.calls)
        at, name = rig.clock.now(), ENDED_CALLS.name
        many = [DeadLetter(name, one, f"calls.CA{one:04}.ended", b"", "fault", 3, at) for one in range(1, 33_001)]
        monkeypatch.setattr(rig.bus, "_dead", many)
        await look(rig.engine, rig.bus, rig.clock)
        assert REGISTRY.get_sample_value("calllock_dead_letters", {"what": "message"}) == 32_999
        letters = await DeadLetters(rig.keeper, rig.archive).letters()
        assert [letter["call_sid"] for letter in letters if letter["made_good"]] == ["CA0001"]
        await rig.retention.eraser.erase({letter.call_sid for letter in many}, rig.clock.now())
        assert await rig.archive.calls() == []


async def test_an_answer_of_the_bus_that_nobody_can_read_stops_the_gauges_only_as_long_as_it_is_given(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with worker(postgres_url) as rig:
        asked: list[int] = []

        async def strange_at_first() -> dict[Buried, int]:
            asked.append(1)
            if len(asked) == 1:
                raise KeyError("state")
            return {}

        monkeypatch.setattr(rig.bus, "buried", strange_at_first)
        DEAD.labels("message").set(7)
        watching = asyncio.create_task(watch(rig.engine, rig.bus, rig.clock))
        await rig.until(lambda: REGISTRY.get_sample_value("calllock_dead_letters", {"what": "message"}) == 0)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
