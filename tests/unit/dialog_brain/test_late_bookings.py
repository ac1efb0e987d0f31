"""Bookings whose callers want something else by the time the calendar answers, in calls that change hands."""

from __future__ import annotations

import asyncio

import pytest

from dialog_brain.switchboard import Switchboard
from tests.unit.dialog_brain.desk import SAYS, TO, Office, log_of, prompts, states, until
from tests.unit.dialog_brain.test_lease import _ended, _heard


async def settle_down() -> None:
    """Everybody has done what follows from what is in the log."""
    for _ in range(300):
        await asyncio.sleep(0)


@pytest.mark.parametrize("ends", ["before it is handed over", "before the calendar answers", "after that"])
async def test_a_booking_that_was_left_and_comes_through_at_another_owner_is_a_persons_to_settle(ends: str) -> None:
    office = Office()
    held = office.backend.held["book_service"] = asyncio.Event()
    one, two = Switchboard(office.desk("one")), Switchboard(office.desk("two"))
    one.start()
    line = office.line()
    calling = asyncio.create_task(line.call("ace-cooling", TO))
    await until(lambda: bool(office.backend.asked("book_service")))
    calling.cancel()
    await office.bus.publish(_heard(office, len(SAYS) + 1, "I smell gas", len(line.prompts)))
    await settle_down()
    if ends == "before it is handed over":
        await office.bus.publish(_ended(office))
        await settle_down()
    await one.stop()
    two.start()
    await settle_down()
    if ends == "before the calendar answers":
        await office.bus.publish(_ended(office))
        await settle_down()
    held.set()
    await settle_down()
    if ends == "after that":
        await office.bus.publish(_ended(office))
    await until(lambda: two.calls == 0)
    await two.stop()

    assert len(set(office.backend.asked("book_service"))) == 1
    assert len(office.backend.asked("create_callback")) == 1


async def test_a_booking_that_was_left_before_any_owner_had_asked_for_it_is_not_made() -> None:
    office = Office()
    one, two = Switchboard(office.desk("one")), Switchboard(office.desk("two"))
    one.start()
    line = office.line()
    await line.call("ace-cooling", TO, turns=len(SAYS) - 1)
    await settle_down()
    await one.stop()
    *_, read_back = prompts(await log_of(office.bus))
    await office.bus.publish(_heard(office, len(SAYS), "yes please", read_back))
    await office.bus.publish(_heard(office, len(SAYS) + 1, "I smell gas", read_back))
    await office.bus.publish(_ended(office))
    two.start()
    await until(lambda: two.calls == 1)
    await until(lambda: two.calls == 0)
    await two.stop()

    assert states(await log_of(office.bus))[-2:] == ["booking", "safety_exit"]
    assert office.backend.asked("book_service") == []
