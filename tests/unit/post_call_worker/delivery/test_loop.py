"""Shell. What the delivery loop does when the database or a receiver is in trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from calllock.runtime.circuit import FAILURES_TO_OPEN, OPEN_S
from post_call_worker.delivery.decision import Delivered, Outcome, Retry
from post_call_worker.delivery.loop import KINDS, DeliveryLoop
from post_call_worker.delivery.queue import LEASE_S, Attempted, Claimed
from post_call_worker.vocabulary import DeliveryKind
from tests.integration.worker_rig import SteppedClock


class Queue:
    """Deliveries in memory: each is due until it is settled, unless it is leased."""

    def __init__(self, *due: DeliveryKind, away_for: DeliveryKind | None = None) -> None:
        self.due = list(due)
        self.away_for = away_for
        self.attempted: list[Attempted] = []

    async def claim(self, kind: DeliveryKind, limit: int, now: datetime) -> list[Claimed]:
        if kind == self.away_for:
            raise OSError("the database is away")
        taken = [one for one in self.due if one == kind][:limit]
        for one in taken:
            self.due.remove(one)
        return [Claimed(f"msg_{one}", "CA0001", one, {}, 1, now) for one in taken]

    async def give_up_late(self, kind: DeliveryKind, now: datetime) -> list[str]:
        return []

    @property
    def settled(self) -> list[DeliveryKind]:
        return [one.claimed.kind for one in self.attempted]

    async def settle(self, attempted: Sequence[Attempted]) -> None:
        self.attempted += attempted


class Endpoints:
    """Answers with `status`; a kind that is held does not answer until it is let go."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.attempts: list[DeliveryKind] = []
        self.held: dict[DeliveryKind, asyncio.Event] = {}
        self.news = asyncio.Condition()

    async def attempt(self, claimed: Claimed) -> Outcome:
        async with self.news:
            self.attempts.append(claimed.kind)
            self.news.notify_all()
        if claimed.kind in self.held:
            await self.held[claimed.kind].wait()
        return Outcome(self.status, {"success": True} if self.status == 200 else {"error": "no"})

    async def until_attempted(self, kind: DeliveryKind) -> None:
        async with asyncio.timeout(2), self.news:
            await self.news.wait_for(lambda: kind in self.attempts)


def _loop(queue: Queue, endpoints: Endpoints, clock: SteppedClock) -> DeliveryLoop:
    return DeliveryLoop(cast("Any", queue), dict.fromkeys(KINDS, endpoints), clock)


async def _round(loop: DeliveryLoop) -> None:
    for kind in KINDS:
        try:
            await loop.deliver_due(kind)
        except OSError:
            continue


@pytest.mark.parametrize("away_for", KINDS)
async def test_a_database_that_hiccups_during_a_probe_stops_no_kind(away_for: DeliveryKind) -> None:
    clock, endpoints, queue = SteppedClock(), Endpoints(503), Queue("alert", "alert", "alert", "alert", "alert")
    loop = _loop(queue, endpoints, clock)
    for _ in range(FAILURES_TO_OPEN):
        await _round(loop)
    clock.step(OPEN_S)
    queue.due, queue.away_for = ["alert"], away_for
    await _round(loop)
    queue.away_for, endpoints.status = None, 200
    queue.due.append("alert")
    clock.step(OPEN_S)
    await _round(loop)
    clock.step(1)
    await _round(loop)
    assert queue.due == []
    queue.due = ["alert"] * 3
    await _round(loop)
    assert queue.due == []  # closed again: all at once


async def test_an_alert_does_not_wait_for_the_answer_to_a_job() -> None:
    queue, endpoints = Queue("job"), Endpoints()
    endpoints.held["job"] = asyncio.Event()
    loop = _loop(queue, endpoints, SteppedClock())
    running = asyncio.create_task(loop.run())
    await endpoints.until_attempted("job")
    queue.due.append("alert")
    loop.wake()
    await endpoints.until_attempted("alert")
    assert queue.settled in ([], ["alert"])  # the job still hangs
    endpoints.held["job"].set()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


class SleepingClock(SteppedClock):
    """On which nobody who only waits for the time is ever woken."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.Event().wait()


async def test_a_call_goes_out_when_its_job_is_settled_without_waiting_for_the_next_look() -> None:
    class CallAfterJob(Queue):
        async def settle(self, attempted: Sequence[Attempted]) -> None:
            await super().settle(attempted)
            self.due += ["call" for one in attempted if one.claimed.kind == "job"]

    queue, endpoints = CallAfterJob("job"), Endpoints()
    running = asyncio.create_task(_loop(queue, endpoints, SleepingClock()).run())
    await endpoints.until_attempted("call")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_one_receiver_that_hangs_holds_up_none_of_those_behind_it() -> None:
    class OneHangs(Endpoints):
        async def attempt(self, claimed: Claimed) -> Outcome:
            first = not self.attempts
            outcome = await super().attempt(claimed)
            if first:
                await asyncio.Event().wait()
            return outcome

    class UntilAllOthers(Queue):
        done = asyncio.Event()

        async def settle(self, attempted: Sequence[Attempted]) -> None:
            await super().settle(attempted)
            if len(self.settled) == 99:
                self.done.set()

    jobs: list[DeliveryKind] = ["job"] * 100
    queue, endpoints = UntilAllOthers(*jobs), OneHangs()
    running = asyncio.create_task(_loop(queue, endpoints, SteppedClock()).run())
    async with asyncio.timeout(2):
        await queue.done.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_attempts_that_have_ended_by_the_time_are_written_down_together() -> None:
    class Counting(Queue):
        sizes: list[int]

        async def settle(self, attempted: Sequence[Attempted]) -> None:
            self.sizes.append(len(attempted))
            await super().settle(attempted)

    jobs: list[DeliveryKind] = ["job"] * 30
    queue = Counting(*jobs)
    queue.sizes = []
    assert await _loop(queue, Endpoints(), SteppedClock()).deliver_due("job") == 30
    assert sum(queue.sizes) == 30
    assert len(queue.sizes) <= 3


async def test_what_is_in_the_air_when_the_worker_stops_may_arrive_and_is_settled() -> None:
    queue, endpoints = Queue("job"), Endpoints()
    endpoints.held["job"] = asyncio.Event()
    running = asyncio.create_task(_loop(queue, endpoints, SteppedClock()).run())
    await endpoints.until_attempted("job")
    running.cancel()
    await asyncio.sleep(0)
    endpoints.held["job"].set()
    await asyncio.gather(running, return_exceptions=True)
    assert queue.settled == ["job"]


@pytest.mark.parametrize(("faults", "settled"), [(2, ["job"]), (1_000, [])])
async def test_what_was_sent_is_settled_once_the_database_is_back_unless_its_lease_runs_out(
    faults: int, settled: list[DeliveryKind]
) -> None:
    clock = SteppedClock()

    class Away(Queue):
        tries = 0

        async def settle(self, attempted: Sequence[Attempted]) -> None:
            self.tries += 1
            clock.step(1)
            if self.tries <= faults:
                raise OSError("the database is away")
            await super().settle(attempted)

    queue = Away("job")
    assert await _loop(queue, Endpoints(), clock).deliver_due("job") == 1
    assert queue.settled == settled
    assert queue.tries < LEASE_S


async def test_a_delivery_that_breaks_our_own_code_is_tried_again_and_stops_no_other() -> None:
    class Breaks(Endpoints):
        async def attempt(self, claimed: Claimed) -> Outcome:
            outcome = await super().attempt(claimed)
            if len(self.attempts) == 1:
                raise UnicodeEncodeError("ascii", "\u00e9", 0, 1, "a fault")
            return outcome

    queue = Queue("job", "job")
    loop = _loop(queue, Breaks(), SteppedClock())
    with capture_logs() as logged:
        assert await loop.deliver_due("job") == 2
    assert [type(line["exc_info"]) for line in logged if "exc_info" in line] == [UnicodeEncodeError]
    became = {type(one.decision): one.outcome.error for one in queue.attempted}
    assert became == {Retry: "fault in the worker: UnicodeEncodeError", Delivered: ""}


@pytest.mark.parametrize(
    ("kind", "wait_s"), [("alert", 120), ("page", 120), ("confirmation", 120), ("job", 3_600), ("call", 3_600)]
)
async def test_a_receiver_that_asks_for_an_hour_puts_off_what_is_urgent_by_two_minutes(
    kind: DeliveryKind, wait_s: float
) -> None:
    class Busy(Endpoints):
        async def attempt(self, claimed: Claimed) -> Outcome:
            return Outcome(503, retry_after="3600")

    queue, clock = Queue(kind), SteppedClock()
    loop = DeliveryLoop(cast("Any", queue), {kind: Busy()}, clock)
    assert await loop.deliver_due(kind) == 1
    decision = queue.attempted[0].decision
    assert isinstance(decision, Retry)
    assert (decision.at - clock.now()).total_seconds() == wait_s


def _counted(result: str) -> float:
    return REGISTRY.get_sample_value("calllock_deliveries_total", {"kind": "job", "result": result}) or 0.0


@pytest.mark.parametrize(("status", "result"), [(401, "refused"), (403, "refused"), (400, "dead")])
async def test_a_secret_that_is_not_accepted_is_counted_apart_from_other_refusals(status: int, result: str) -> None:
    before = {name: _counted(name) for name in ("refused", "dead")}
    await _loop(Queue("job"), Endpoints(status), SteppedClock()).deliver_due("job")
    more = {name: _counted(name) - count for name, count in before.items()}
    assert more == {"refused": 0, "dead": 0} | {result: 1}
