"""What the doctor sees of a real NATS server."""

from __future__ import annotations

import pytest

from calllock.contracts.dataflow import CALLS
from calllock.runtime.bus_checkup import bus_check
from calllock.runtime.nats_bus import connect_nats
from calllock_local.nats_server import NatsServer


async def test_a_server_that_a_service_has_used_is_well_and_the_doctor_changes_nothing(nats_server: NatsServer) -> None:
    empty = await bus_check(nats_server.url)
    assert (empty.well, empty.seen.startswith("no stream CALLS")) == (False, True)
    assert (await bus_check(nats_server.url)) == empty
    await (await connect_nats(nats_server.url, name="test")).close()
    assert (await bus_check(nats_server.url)).well


async def test_a_setting_that_somebody_changed_is_named_with_what_it_should_be(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test")
    jetstream = bus.link.jetstream
    config = (await jetstream.stream_info(CALLS.name)).config
    await jetstream.update_stream(config.evolve(max_age=3_600.0))
    await bus.close()
    found = await bus_check(nats_server.url)
    assert not found.well
    assert "stream CALLS: age is 3600.0, not 2592000" in found.seen


async def test_a_server_that_is_away_is_told_in_one_line_with_the_setting_to_look_at(
    caplog: pytest.LogCaptureFixture,
) -> None:
    found = await bus_check("nats://127.0.0.1:1")
    assert found.seen == "cannot be reached: ConnectionRefusedError"
    assert "NATS_URL" in found.remedy
    assert caplog.records == []
