"""Shell. The two buses on which the same tests run."""

from __future__ import annotations

from collections.abc import AsyncIterator

import nats
import pytest

from calllock.runtime.nats_bus import connect_nats
from tests.contracts.bus_rig import DURABLES, Rig
from tests.doubles.memory_bus import MemoryBus


@pytest.fixture(params=["memory", "nats"])
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    if request.param == "memory":
        memory = MemoryBus()

        async def keep(subject: str, data: bytes) -> int:
            return memory.store(subject, data)

        yield Rig(memory, memory, keep)
        await memory.close()
        return
    url = request.getfixturevalue("nats_url")
    bus = await connect_nats(url, name="test", durables=DURABLES)
    replica = await connect_nats(url, name="replica", durables=DURABLES)
    stranger = await nats.connect(url)

    async def send(subject: str, data: bytes) -> int:
        return (await stranger.jetstream().publish(subject, data)).seq

    yield Rig(bus, replica, send)
    await stranger.close()
    await replica.close()
    await bus.close()
