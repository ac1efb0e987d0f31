"""One call, one owner: what happens to a call when its brain dies, stops, or only seems dead."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from calllock.contracts import events
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from tests.conversations.truth import faults_in
from tests.integration.brains import running_backend, running_brains
from tests.integration.text_line import TextLine

SAYS = (
    "my AC stopped cooling this morning",
    "no",
    "seven eight seven four five",
    "Jonas Miller",
    "4210 South Lamar Boulevard",
    "as soon as you can",
    "yes please",
)
TO = "+15125550100"


async def _log(bus: Bus, call_sid: str) -> list[Message]:
    """The call's log, in which nothing untrue was said."""
    log = [entry.message for entry in await bus.read(call_sid) if entry.message is not None]
    profile = load_profiles(BUSINESSES).by_id("ace-cooling")
    assert profile is not None
    assert faults_in(log, profile) == []
    return log


def _states(log: list[Message]) -> list[str]:
    return [m.state for m in log if isinstance(m, events.StateEntered)]


async def test_a_call_is_booked_though_its_brain_is_killed_in_the_middle(nats_url: str, tmp_path: Path) -> None:
    with running_backend() as backend, running_brains(2, nats_url, backend, tmp_path) as brains:
        bus = await connect_nats(nats_url, name="test line")
        line = TextLine(bus, "CAkilled", SAYS)
        await line.call("ace-cooling", TO, turns=4)
        owner = next(brain for brain in brains if brain.calls() == 1)
        owner.process.kill()
        await line.talk()
        log = await _log(bus, "CAkilled")
        await bus.close()
        assert _states(log)[-2:] == ["booking", "done"]
        assert len(backend.requests("book_service")) == 1
        assert sum(isinstance(m, events.CallAdopted) for m in log) == 1
        ids = [m.event_id for m in log]
        assert len(ids) == len(set(ids))


async def test_a_brain_that_is_told_to_stop_hands_its_call_over_at_once(nats_url: str, tmp_path: Path) -> None:
    with running_backend() as backend, running_brains(2, nats_url, backend, tmp_path) as brains:
        bus = await connect_nats(nats_url, name="test line")
        line = TextLine(bus, "CAstopped", SAYS)
        await line.call("ace-cooling", TO, turns=3)
        owner = next(brain for brain in brains if brain.calls() == 1)
        owner.process.ask_to_stop()
        await line.talk()
        states = _states(await _log(bus, "CAstopped"))
        await bus.close()
        assert states[-2:] == ["booking", "done"]
        assert owner.process.wait(limit_s=5) is not None


async def test_a_brain_that_only_seemed_dead_is_refused(nats_url: str, tmp_path: Path) -> None:
    with running_backend() as backend, running_brains(2, nats_url, backend, tmp_path) as brains:
        bus = await connect_nats(nats_url, name="test line")
        line = TextLine(bus, "CAfrozen", SAYS)
        await line.call("ace-cooling", TO, turns=4)
        owner, other = sorted(brains, key=lambda brain: -brain.calls())
        os.kill(owner.process.pid, signal.SIGSTOP)
        await line.talk(turns=6)
        os.kill(owner.process.pid, signal.SIGCONT)
        await line.talk()
        log = await _log(bus, "CAfrozen")
        await bus.close()
        assert _states(log)[-2:] == ["booking", "done"]
        assert len(backend.requests("book_service")) == 1
        ids = [m.event_id for m in log]
        assert len(ids) == len(set(ids))
        assert other.calls() == 0
