"""The bus on NATS while the server is killed, frozen and started again."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest
from nats.aio.msg import Msg

from calllock.contracts.dataflow import CALLS
from calllock.runtime.bus import BusUnavailable, DeadLetter
from calllock.runtime.nats_bus import NatsBus, connect_nats
from calllock.runtime.nats_reader import Reader
from calllock_local.nats_server import NatsServer
from tests.contracts.bus_rig import AT, DURABLES, LIMIT_S, OWNERS, PATIENT, SID, answered, entered, heard, lease, take


async def test_a_follower_survives_a_killed_server_without_gap_or_repeat(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    async with aclosing(bus.follow(SID)) as entries:
        for turn in (1, 2, 3):
            await bus.publish(heard(turn))
        got = await take(entries, 2)
        nats_server.kill()
        writing = asyncio.create_task(bus.publish(heard(4)))
        await asyncio.wait([writing], timeout=0.3)
        assert not writing.done()
        nats_server.start()
        await writing
        got += await take(entries, 2)
        await bus.publish(heard(5))
        got += await take(entries, 1)
    await bus.close()

    assert [entry.message for entry in got] == [heard(turn) for turn in (1, 2, 3, 4, 5)]


async def test_a_message_that_is_lost_on_the_way_is_read_after_all(
    nats_server: NatsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus, following, lost = await connect_nats(nats_server.url, name="test", durables=DURABLES), Reader.next, list[Msg]()

    async def loses_the_second(reader: Reader) -> Msg:
        message = await following(reader)
        if lost or message.metadata.sequence.consumer != 2:
            return message
        lost.append(message)
        return await following(reader)

    monkeypatch.setattr(Reader, "next", loses_the_second)
    for turn in (1, 2, 3):
        await bus.publish(heard(turn))
    async with aclosing(bus.follow(SID)) as entries:
        got = await take(entries, 3)
    await bus.close()
    assert len(lost) == 1
    assert [entry.message for entry in got] == [heard(turn) for turn in (1, 2, 3)]


async def test_a_follower_goes_on_when_the_server_forgets_its_consumer(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    async with aclosing(bus.follow(SID)) as entries:
        await bus.publish(heard(1))
        await take(entries, 1)
        jetstream = bus.link.jetstream
        for consumer in await jetstream.consumers_info(CALLS.name):
            if consumer.name.startswith("reader-"):
                await jetstream.delete_consumer(CALLS.name, consumer.name)
        await bus.publish(heard(2))

        assert [entry.message for entry in await take(entries, 1)] == [heard(2)]
    await bus.close()


async def test_what_could_not_be_kept_as_a_dead_letter_comes_again(
    nats_server: NatsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_: DeadLetter) -> None:
        raise BusUnavailable("away")

    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    await bus.publish(answered())
    async with aclosing(bus.consume(OWNERS)) as leases:
        first = await lease(leases)
        monkeypatch.setattr(bus, "bury", away)
        with pytest.raises(BusUnavailable):
            await first.dead_letter("of no use")
        assert (await lease(leases)).attempts == 2
    await bus.close()


async def test_a_log_that_is_erased_while_it_is_read_is_empty(
    nats_server: NatsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    other = await connect_nats(nats_server.url, name="other", durables=DURABLES)
    await bus.publish(heard(1))
    reading = bus.link.reading

    @asynccontextmanager
    async def erased_before(stream: str, consumer: str, batch: int) -> AsyncIterator[Reader]:
        await other.erase(SID)
        async with reading(stream, consumer, batch) as reader:
            yield reader

    monkeypatch.setattr(bus.link, "reading", erased_before)
    async with asyncio.timeout(LIMIT_S):
        assert await bus.read(SID) == []
    await other.close()
    await bus.close()


async def test_a_closed_reader_leaves_no_consumer_on_the_server(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    await bus.publish(heard(1))
    async with aclosing(bus.follow(SID)) as following, aclosing(bus.watch(AT)) as watching:
        await take(following, 1)
        await take(watching, 1)
        await bus.read(SID)
        await bus.read("CA0002")
        assert await _consumers(bus) >= len(DURABLES) + 2

    async with asyncio.timeout(LIMIT_S):
        while await _consumers(bus) > len(DURABLES):
            pass
    await bus.close()


async def _consumers(bus: NatsBus) -> int:
    return (await bus.link.jetstream.stream_info(CALLS.name)).state.consumer_count


async def test_a_waiting_follower_hears_of_a_message_after_the_server_was_frozen(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    other = await connect_nats(nats_server.url, name="other", durables=DURABLES)
    async with aclosing(bus.follow(SID)) as entries:
        await bus.publish(heard(1))
        await take(entries, 1)
        waiting = asyncio.create_task(take(entries, 1))
        os.kill(nats_server.child.pid, signal.SIGSTOP)
        await asyncio.wait([waiting], timeout=3.5)  # longer than a dead link stays unnoticed
        os.kill(nats_server.child.pid, signal.SIGCONT)
        await other.publish(heard(2))

        assert [entry.message for entry in await waiting] == [heard(2)]
    await other.close()
    await bus.close()


async def test_a_write_that_was_stored_before_the_server_died_is_not_stored_twice(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    first = await bus.publish(entered(1), expected_last=0)
    nats_server.kill()
    nats_server.start()

    assert await bus.publish(entered(1), expected_last=0) == first
    assert await bus.publish(entered(2), expected_last=first) == first + 1
    assert len(await bus.read(SID)) == 2
    await bus.close()


async def test_a_call_is_taken_by_another_after_the_server_came_back(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    async with aclosing(bus.consume(OWNERS)) as leases:
        waiting = asyncio.create_task(lease(leases))
        await asyncio.sleep(0)
        nats_server.kill()
        nats_server.start()
        await bus.publish(answered())
        mine = await waiting
        assert mine.logged.message == answered()

        nats_server.kill()
        nats_server.start()
        again = await lease(leases)
        assert again.logged.message == answered()  # a killed server may have lost count of the attempts
        await again.ack()
    await bus.close()


async def test_a_deleted_durable_is_made_again(nats_server: NatsServer) -> None:
    bus = await connect_nats(nats_server.url, name="test", durables=DURABLES)
    async with aclosing(bus.consume(OWNERS)) as leases:
        waiting = asyncio.create_task(lease(leases))
        await asyncio.sleep(0)
        await bus.link.jetstream.delete_consumer(CALLS.name, OWNERS.name)
        await bus.publish(answered())

        assert (await waiting).logged.message == answered()
    await bus.close()


async def test_a_hand_over_reaches_the_server_before_the_connection_closes(nats_server: NatsServer) -> None:
    stopping = await connect_nats(nats_server.url, name="stopping", durables=DURABLES)
    staying = await connect_nats(nats_server.url, name="staying", durables=DURABLES)
    await stopping.publish(answered())
    async with aclosing(stopping.consume(PATIENT)) as leases:
        mine = await lease(leases)
    async with aclosing(staying.consume(PATIENT)) as leases:
        waiting = asyncio.create_task(lease(leases))
        await mine.nak()
        await stopping.close()

        assert (await waiting).attempts == 2
    await staying.close()


async def test_what_a_closing_reader_has_fetched_and_nobody_taken_goes_to_another_at_once(
    nats_server: NatsServer,
) -> None:
    closing = await connect_nats(nats_server.url, name="closing", durables=DURABLES)
    staying = await connect_nats(nats_server.url, name="staying", durables=DURABLES)
    async with closing.link.reading(PATIENT.stream, PATIENT.name, batch=1) as reader:
        nobody = asyncio.create_task(reader.next())
        await asyncio.sleep(0)
        nobody.cancel()
        await asyncio.wait([nobody])
        await staying.publish(answered())
        async with asyncio.timeout(LIMIT_S):
            while not reader.fetched:
                await staying.read(SID)
    async with aclosing(staying.consume(PATIENT)) as leases:
        assert (await lease(leases)).attempts == 2
    await closing.close()
    await staying.close()


async def test_without_a_server_the_start_says_so(nats_server: NatsServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calllock.runtime.nats_bus.CONNECT_LIMIT_S", 0.3)
    nats_server.stop()
    address = nats_server.url.replace("nats://", "nats://user:secret-word@")

    with pytest.raises(BusUnavailable, match="NATS_URL") as refusal:
        await connect_nats(address, name="test")
    assert "secret-word" not in str(refusal.value)
