"""Owners of a call whose calendar takes its time, on a bus in memory."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from calllock.contracts import events
from calllock.contracts.message import Message
from dialog_brain import backend_requests
from dialog_brain.tools import TOOLS
from tests.unit.dialog_brain.desk import TO, Office, log_of, said, states, until
from tests.unit.dialog_brain.test_owner import ALL_STATES, LIMIT_S, own_next, owner_of, take, vanish


@pytest.fixture(autouse=True)
def _slow_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tools = {**TOOLS, "book_service": replace(TOOLS["book_service"], slow_after_s=0.0)}
    monkeypatch.setattr(backend_requests, "TOOLS", tools)


async def told_of(office: Office, kind: type[Message]) -> None:
    """Wait until the brain's part of the log has one of that kind."""
    async with asyncio.timeout(5), aclosing(office.bus.follow("CA1", ("brain",))) as entries:
        async for entry in entries:
            if isinstance(entry.message, kind):
                return


async def test_a_slow_calendar_is_told_once_and_its_answer_still_counts() -> None:
    office = Office()
    held = office.backend.held["book_service"] = asyncio.Event()
    owning = asyncio.create_task(own_next(office))
    calling = asyncio.create_task(office.line().call("ace-cooling", TO))
    await told_of(office, events.ToolSlow)
    held.set()
    await calling
    await asyncio.wait_for(owning, LIMIT_S)
    log = await log_of(office.bus)
    assert said(log).count("Still checking") == 1
    assert states(log) == ALL_STATES


async def test_who_adopts_a_call_whose_calendar_is_slow_keeps_it_though_that_was_told_before() -> None:
    office = Office()
    held = office.backend.held["book_service"] = asyncio.Event()
    calling = asyncio.create_task(office.line().call("ace-cooling", TO))
    first = asyncio.create_task(owner_of(office.desk("one"), await take(office)).run())
    await told_of(office, events.ToolSlow)
    await vanish(first)
    await office.lease_lapses()
    second = asyncio.create_task(own_next(office, "two"))
    await until(lambda: len(office.backend.asked("book_service")) == 2)
    for _ in range(200):
        await asyncio.sleep(0)
    held.set()
    await asyncio.wait_for(second, LIMIT_S)
    await vanish(calling)
    log = await log_of(office.bus)
    assert sum(isinstance(m, events.ToolSlow) for m in log) == 1
    assert states(log) == ALL_STATES
