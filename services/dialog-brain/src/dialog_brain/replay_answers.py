"""Shell. Tells the console what today's flow would do in a call that it shows."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import structlog

from calllock.contracts import events, wire
from calllock.contracts.dataflow import REPLAYS
from calllock.runtime.bus import Bus
from calllock.runtime.profiles import Profiles
from dialog_brain.flow.rows import Flow
from dialog_brain.retelling import differences

_log = structlog.get_logger()


async def answer_replays(bus: Bus, flow: Flow, profiles: Profiles) -> None:
    """One question after another, until the bus is closed; what cannot be read is not answered."""
    async with aclosing(bus.questions(REPLAYS)) as questions:
        async for question in questions:
            try:
                await question.answer(await asyncio.to_thread(_replayed, question.data, flow, profiles))
            except Exception as error:  # noqa: BLE001 - one log that breaks the flow ends no other's answer
                _log.warning("replay.refused", exc_info=error)


def _replayed(data: bytes, flow: Flow, profiles: Profiles) -> bytes:
    log = [wire.decode(line) for line in data.splitlines()]
    answered = next((message for message in log if isinstance(message, events.CallAnswered)), None)
    profile = profiles.by_id(answered.business) if answered else None
    if profile is None:
        raise LookupError("a log without a business of ours")
    return "\n".join(differences(log, flow, profile)).encode()
