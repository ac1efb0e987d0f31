"""Every message on NATS carries the trace of its call."""

from __future__ import annotations

from calllock.contracts.dataflow import CALLS
from calllock.contracts.tracing import TRACEPARENT, traceparent
from calllock.runtime.nats_bus import connect_nats
from calllock_local.nats_server import NatsServer
from tests.contracts.bus_rig import DURABLES, SID, heard


async def test_a_message_carries_the_w3c_trace_context_of_its_call(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    await bus.publish(heard(1))
    stored = await bus.link.jetstream.get_msg(CALLS.name, 1)
    await bus.close()

    assert (stored.headers or {})[TRACEPARENT] == traceparent(SID)
