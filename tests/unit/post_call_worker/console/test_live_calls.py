"""The calls of now, over a bus in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, cast

from sqlalchemy.exc import OperationalError

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.interim import InterimWords
from post_call_worker.console.live_calls import SHOWN_AFTER_END_S, LiveCalls
from post_call_worker.vocabulary import DeliveryStatus
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import SteppedClock
from tests.unit.post_call_worker.call_logs import STARTED_AT, CallLog, booked_call

LIMIT_S = 5.0


class Archive:
    """What became of deliveries, as a test says; at first it is away."""

    def __init__(self) -> None:
        self.failures = 1
        self.statuses: dict[str, list[DeliveryStatus]] = {}

    async def delivery_statuses(self, call_sids: Collection[str]) -> dict[str, list[DeliveryStatus]]:
        if self.failures:
            self.failures -= 1
            raise OperationalError("SELECT", {}, OSError("away"))
        return {sid: statuses for sid, statuses in self.statuses.items() if sid in call_sids}


class Rig:
    def __init__(self) -> None:
        self.clock = SteppedClock(STARTED_AT + timedelta(seconds=60))
        self.bus = MemoryBus(self.clock)
        self.archive = Archive()
        self.live = LiveCalls(self.bus, cast("Any", self.archive), self.clock)

    async def publish(self, log: CallLog) -> None:
        for message in log.messages:
            await self.bus.publish(message)


@asynccontextmanager
async def running() -> AsyncIterator[Rig]:
    rig = Rig()
    task = asyncio.create_task(rig.live.run())
    try:
        yield rig
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_who_looks_is_told_of_each_call_once_however_much_of_it_changed() -> None:
    async with running() as rig:
        with rig.live.watching() as watcher:
            await rig.publish(CallLog("CA1").enters("welcome").says("Hello."))
            await rig.publish(CallLog("CA2").enters("welcome"))
            changed: list[str] = []
            while changed[-1:] != ["CA2"]:
                changed += await watcher.changes(LIMIT_S)
        assert sorted(set(changed)) == ["CA1", "CA2"]
        assert [call.answered.call_sid for call in rig.live.calls()] == ["CA1", "CA2"]


async def test_a_call_is_settled_when_the_database_says_so_and_let_go_after_a_while() -> None:
    async with running() as rig:
        rig.archive.statuses = {"CA0001": ["delivered", "delivered"]}
        with rig.live.watching() as watcher:
            await rig.publish(booked_call())
            while not ((call := rig.live.call("CA0001")) and call.settled):
                assert await watcher.changes(LIMIT_S)
            rig.clock.step(SHOWN_AFTER_END_S + 60)
            while rig.live.call("CA0001"):
                assert await watcher.changes(LIMIT_S)


async def test_what_belongs_to_no_call_that_is_known_is_left_alone() -> None:
    async with running() as rig:
        await rig.bus.publish(CallLog("CA1").enters("welcome").messages[-1])
        with rig.live.watching() as watcher:
            await rig.publish(CallLog("CA2"))
            assert await watcher.changes(LIMIT_S) == ["CA2"]
        assert rig.live.call("CA1") is None


async def test_who_looks_is_told_when_nothing_more_comes() -> None:
    rig = Rig()
    with rig.live.watching() as watcher:
        running_task = asyncio.create_task(rig.live.run())
        asking = asyncio.create_task(watcher.changes(LIMIT_S))
        await asyncio.sleep(0)
        running_task.cancel()
        assert await asking == []
        assert watcher.closed


async def test_nothing_new_is_an_empty_answer_in_time() -> None:
    with Rig().live.watching() as watcher:
        assert await watcher.changes(0.01) == []


async def test_words_of_a_turn_that_goes_on_are_heard_and_what_is_none_is_left_alone() -> None:
    async with running() as rig:
        with rig.live.watching() as watcher:
            await rig.publish(CallLog("CA1"))
            assert await watcher.changes(LIMIT_S) == ["CA1"]
            words = InterimWords(call_sid="CA1", turn=1, text="my AC")
            for data in (b"\xff", b"{}", words.model_copy(update={"call_sid": "CA2"}).model_dump_json().encode()):
                await rig.bus.mention(INTERIM, data)
            await rig.bus.mention(INTERIM, words.model_dump_json().encode())
            assert await watcher.changes(LIMIT_S) == ["CA1"]
        call = rig.live.call("CA1")
        assert call is not None
        assert call.interim == words
