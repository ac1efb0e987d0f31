"""Taking calls that nobody owns, and handing them over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

import dialog_brain.__main__
from calllock.contracts.dataflow import OWNED_CALLS, Durable
from calllock.runtime.bus import BusUnavailable, Lease
from dialog_brain.settings import Settings
from dialog_brain.switchboard import RETRY_S, Switchboard
from tests.doubles.memory_bus import MemoryBus
from tests.unit.dialog_brain.desk import TO, Office, log_of, states, until


async def test_calls_are_owned_side_by_side_and_let_go_at_their_end() -> None:
    office = Office()
    switchboard = Switchboard(office.desk())
    switchboard.start()
    lines = [office.line(f"CA{number}") for number in range(5)]
    await asyncio.gather(*(line.call("ace-cooling", TO) for line in lines))
    await until(lambda: switchboard.calls == 0)
    for line in lines:
        assert states(await log_of(office.bus, line.call_sid))[-1] == "done"
    await switchboard.stop()


async def test_a_call_is_handed_over_at_once_when_its_owner_is_told_to_stop() -> None:
    office = Office()
    first, second = Switchboard(office.desk("one")), Switchboard(office.desk("two"))
    first.start()
    line = office.line()
    await line.call("ace-cooling", TO, turns=3)
    assert first.calls == 1
    await first.stop()
    assert not first.taking
    second.start()
    await line.talk()
    await until(lambda: second.calls == 0)
    assert states(await log_of(office.bus))[-1] == "done"
    assert len(office.backend.asked("book_service")) == 1
    await second.stop()


async def test_of_a_call_that_is_handed_over_nothing_is_being_done_any_more_not_even_a_lookup() -> None:
    office = Office()
    office.backend.held["lookup_caller"] = asyncio.Event()
    switchboard = Switchboard(office.desk())
    others = asyncio.all_tasks()
    switchboard.start()
    await office.answer()
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    await switchboard.stop()
    assert asyncio.all_tasks() == others


async def test_a_call_that_cannot_be_owned_does_not_stop_the_others() -> None:
    office = Office()
    switchboard = Switchboard(office.desk())
    switchboard.start()
    await office.answer(business="nobody", call_sid="CAbad")
    await office.line().call("ace-cooling", TO)
    await until(lambda: switchboard.calls == 0)
    assert states(await log_of(office.bus))[-1] == "done"
    await switchboard.stop()


class BrokenBus(MemoryBus):
    """Fails with a caller's words in its mouth."""

    async def consume(self, durable: Durable) -> AsyncGenerator[Lease, None]:
        raise RuntimeError("my name is Ann Lee")
        yield


async def test_a_switchboard_that_can_take_no_calls_says_so_in_the_log_and_to_readiness() -> None:
    office = Office(BrokenBus())
    switchboard = Switchboard(office.desk())
    with capture_logs() as lines:
        switchboard.start()
        await until(lambda: not switchboard.taking)
        await asyncio.sleep(0)
    assert [(line["event"], type(line["exc_info"])) for line in lines] == [("calls.not_taken", RuntimeError)]
    assert switchboard.failed.is_set()
    await switchboard.stop()


async def test_a_process_that_can_take_no_more_calls_ends_so_that_another_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def connect(*_: object, **__: object) -> MemoryBus:
        return BrokenBus()

    monkeypatch.setattr(dialog_brain.__main__, "connect_nats", connect)
    given = {
        "nats_url": "nats://nowhere.example:4222",
        "businesses_dir": Path("deploy/businesses"),
        "backend_url": "http://127.0.0.1:9",
        "backend_api_key": "key",
        "http_port": 0,
    }
    with pytest.raises(RuntimeError, match="no more calls can be taken"):
        async with asyncio.timeout(5):
            await dialog_brain.__main__.serve(Settings.model_validate(given))


async def test_being_told_to_stop_is_no_failure() -> None:
    switchboard = Switchboard(Office().desk())
    switchboard.start()
    await switchboard.stop()
    await asyncio.sleep(0)
    assert not switchboard.failed.is_set()


class ShyBus(MemoryBus):
    """Cannot be reached at the first try."""

    tries = 0

    async def consume(self, durable: Durable) -> AsyncGenerator[Lease, None]:
        self.tries += 1
        if self.tries == 1:
            raise BusUnavailable("no answer within its limit")
        async for lease in super().consume(durable):
            yield lease


async def test_a_bus_that_is_away_is_tried_again() -> None:
    office = Office()
    bus = ShyBus(office.clock)
    office.bus = bus
    switchboard = Switchboard(office.desk())
    switchboard.start()
    await until(lambda: bus.tries == 1)
    await office.clock.turn(RETRY_S)
    await office.line().call("ace-cooling", TO)
    await until(lambda: switchboard.calls == 0)
    assert states(await log_of(office.bus))[-1] == "done"
    await switchboard.stop()


async def test_a_call_that_is_just_being_taken_is_handed_over_too() -> None:
    office = Office()
    switchboard = Switchboard(office.desk())
    switchboard.start()
    await office.answer()
    await until(lambda: switchboard.calls == 1)
    await switchboard.stop()
    async with asyncio.timeout(1), aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        assert (await anext(leases)).attempts == 2
