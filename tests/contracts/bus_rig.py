"""Shell. What the bus tests need of either bus: replicas on the same log, and bytes from strangers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from calllock.contracts.dataflow import Durable
from calllock.contracts.events import CallAnswered, CallEnded, StateEntered, UtteranceHeard
from calllock.runtime.bus import Bus, Lease, Logged

AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
SID = "CA0001"
ACK_WAIT_S = 0.4
KEPT_S = 1.0
LIMIT_S = 10.0


@dataclass(frozen=True)
class Rig:
    """Two replicas of a service on one log."""

    bus: Bus
    replica: Bus
    store: Callable[[str, bytes], Awaitable[int]]
    """Appends bytes that no code of ours wrote."""


def _durable(name: str, ack_wait_s: float, *, max_attempts: int = -1, max_in_progress: int = 100) -> Durable:
    return Durable(name, "CALLS", "calls.*.answered", ack_wait_s, max_in_progress, max_attempts)


OWNERS = _durable("owners", ACK_WAIT_S)
KEPT = _durable("kept", KEPT_S)
PATIENT = _durable("patient", 60.0)
LIMITED = _durable("limited", ACK_WAIT_S, max_attempts=2)
ONE_AT_A_TIME = _durable("one-at-a-time", 60.0, max_in_progress=1)
DURABLES = (OWNERS, KEPT, PATIENT, LIMITED, ONE_AT_A_TIME)


def answered(call_sid: str = SID) -> CallAnswered:
    return CallAnswered(
        event_id=f"{call_sid}:answered",
        call_sid=call_sid,
        occurred_at=AT,
        business="ace-cooling",
        from_number="+15125550142",
        to_number="+15125550100",
    )


def heard(turn: int, call_sid: str = SID) -> UtteranceHeard:
    return UtteranceHeard(
        event_id=f"{call_sid}:turn:{turn}", call_sid=call_sid, occurred_at=AT, turn=turn, text=f"turn {turn}, größer"
    )


def entered(number: int, call_sid: str = SID) -> StateEntered:
    return StateEntered(
        event_id=f"{call_sid}:1:{number}", call_sid=call_sid, occurred_at=AT, state="safety", rule="r", flow_version="1"
    )


def ended(call_sid: str = SID) -> CallEnded:
    return CallEnded(
        event_id=f"{call_sid}:ended", call_sid=call_sid, occurred_at=AT, ended_by="caller", duration_s=61.5
    )


async def take(entries: AsyncGenerator[Logged, None], count: int) -> list[Logged]:
    """The next `count` entries; fails when they do not come."""
    async with asyncio.timeout(LIMIT_S):
        return [await anext(entries) for _ in range(count)]


async def lease(leases: AsyncGenerator[Lease, None]) -> Lease:
    """The next lease; fails when none comes."""
    async with asyncio.timeout(LIMIT_S):
        return await anext(leases)


async def until_subscribed(listener: Bus) -> None:
    """Lets tasks that have just been made subscribe over `listener`, and the server know of it: what is asked over
    one connection is answered in its order."""
    await asyncio.sleep(0)
    await listener.read(SID)
