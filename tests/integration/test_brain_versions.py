"""A rolling deploy: brains whose flows differ share one NATS, and a call stays with what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Flow
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from tests.conversations.truth import faults_in
from tests.integration.text_line import TextLine
from tests.unit.dialog_brain.desk import PROFILES, SAYS, TO, ObedientBackend, log_of, said, states
from tests.unit.dialog_brain.flow.calls import address_first

OTHER = address_first()


class Deploy:
    """One NATS; brains of any flow, each with a connection of its own; one caller."""

    def __init__(self, nats_url: str, stack: AsyncExitStack) -> None:
        self._nats_url = nats_url
        self._stack = stack
        self.backend = ObedientBackend()
        self.line: TextLine

    async def brain(self, name: str, flow: Flow) -> Switchboard:
        """A brain that takes calls from now on."""
        bus = await connect_nats(self._nats_url, name=name)
        self._stack.push_async_callback(bus.close)
        switchboard = Switchboard(Desk(bus, self.backend, flow, PROFILES, SystemClock(), name))
        self._stack.push_async_callback(switchboard.stop)
        switchboard.start()
        return switchboard

    async def caller(self, says: tuple[str, ...] = SAYS) -> TextLine:
        bus = await connect_nats(self._nats_url, name="line")
        self._stack.push_async_callback(bus.close)
        self.bus = bus
        return TextLine(bus, "CA1", says)

    async def answered(self, turn: int) -> None:
        """Until a turn of the caller is answered."""
        async with asyncio.timeout(5), aclosing(self.bus.follow("CA1", ("brain",))) as entries:
            async for entry in entries:
                if isinstance(entry.message, commands.SpeakPrompt) and entry.message.turn == turn:
                    return

    async def log(self) -> list[Message]:
        return await log_of(self.bus)


@asynccontextmanager
async def deploy(nats_url: str) -> AsyncGenerator[Deploy]:
    async with AsyncExitStack() as stack:
        yield Deploy(nats_url, stack)


def owners(log: list[Message]) -> list[tuple[str, str]]:
    """Who adopted the call, and with which flow."""
    return [(m.replica, m.flow_version) for m in log if isinstance(m, events.CallAdopted)]


async def test_a_call_in_which_another_flow_has_made_no_difference_goes_on_with_it_at_once(nats_url: str) -> None:
    address_before_name = (*SAYS[:3], SAYS[4], SAYS[3], *SAYS[5:])
    async with deploy(nats_url) as rolling:
        old, line = await rolling.brain("old", RECEPTIONIST), await rolling.caller(address_before_name)
        await line.call("ace-cooling", TO, turns=2)
        await rolling.brain("new", OTHER)
        await old.stop()
        await line.talk()
        log = await rolling.log()
    assert owners(log) == [("new", OTHER.version)]
    asked = [m.line for m in log if isinstance(m, commands.SpeakPrompt)]
    assert asked.index("address") < asked.index("name")
    assert states(log)[-1] == "done"


async def test_a_call_in_which_it_would_have_made_one_goes_to_a_brain_of_its_own_flow(nats_url: str) -> None:
    async with deploy(nats_url) as rolling:
        old, line = await rolling.brain("old", RECEPTIONIST), await rolling.caller()
        await line.call("ace-cooling", TO, turns=4)
        await rolling.brain("new", OTHER)
        await rolling.brain("other old", RECEPTIONIST)
        await old.stop()
        await line.talk()
        log = await rolling.log()
    assert owners(log) == [("other old", RECEPTIONIST.version)]
    assert states(log)[-1] == "done"
    assert len(rolling.backend.asked("book_service")) == 1


async def test_where_no_such_brain_is_left_a_person_takes_over_and_nothing_is_booked(nats_url: str) -> None:
    async with deploy(nats_url) as rolling:
        old, line = await rolling.brain("old", RECEPTIONIST), await rolling.caller(SAYS[:6])
        await line.call("ace-cooling", TO, turns=6)
        await rolling.answered(6)
        await rolling.brain("new", OTHER)
        await old.stop()
        await line.talk()
        log = await rolling.log()
    assert owners(log) == [("new", OTHER.version)]
    assert [m.flow_version for m in log if isinstance(m, events.FlowChanged)] == [OTHER.version]
    assert states(log)[-1] == "callback"
    assert "have a person call you" in said(log)
    assert rolling.backend.asked("book_service") == []
    assert len(rolling.backend.asked("create_callback")) == 1
    ids = [m.event_id for m in log]
    assert len(ids) == len(set(ids))
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    assert faults_in(log, profile) == []
