"""What every bus promises of leases and dead letters; each test runs on the bus in memory and on a real NATS."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import timedelta

from calllock.runtime.clock import SystemClock
from tests.contracts.bus_rig import (
    ACK_WAIT_S,
    KEPT,
    KEPT_S,
    LIMIT_S,
    LIMITED,
    ONE_AT_A_TIME,
    OWNERS,
    PATIENT,
    SID,
    Rig,
    answered,
    lease,
)


async def test_a_call_is_given_to_one_replica_only(rig: Rig) -> None:
    sids = [f"CA{number}" for number in range(6)]
    for sid in sids:
        await rig.bus.publish(answered(sid))

    async with aclosing(rig.bus.consume(PATIENT)) as one, aclosing(rig.replica.consume(PATIENT)) as other:
        taken = [await lease(leases) for leases in (one, other, one, other, one, other)]

    assert sorted(t.logged.message.call_sid for t in taken if t.logged.message) == sids
    assert {t.attempts for t in taken} == {1}


async def test_a_lease_that_is_not_kept_goes_to_another(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(OWNERS)) as leases:
        first = await lease(leases)
    async with aclosing(rig.replica.consume(OWNERS)) as leases:
        second = await lease(leases)

    assert (first.attempts, second.attempts) == (1, 2)
    assert second.logged.message == answered()


async def test_a_lease_kept_in_progress_stays(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(KEPT)) as leases, aclosing(rig.replica.consume(KEPT)) as others:
        mine = await lease(leases)
        stolen = asyncio.create_task(anext(others))
        for _ in range(8):
            await asyncio.wait([stolen], timeout=KEPT_S / 5)
            await mine.in_progress()

        assert not stolen.done()
        assert (await asyncio.wait_for(stolen, LIMIT_S)).attempts == 2  # once it is no longer kept


async def test_a_lease_handed_over_goes_to_another_at_once(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(PATIENT)) as leases:
        mine = await lease(leases)
    async with aclosing(rig.replica.consume(PATIENT)) as others:
        waiting = asyncio.create_task(anext(others))
        await mine.nak()

        assert (await asyncio.wait_for(waiting, LIMIT_S)).attempts == 2


async def test_a_lease_can_be_put_off(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(OWNERS)) as leases:
        await (await lease(leases)).nak(delay_s=3 * ACK_WAIT_S)
        again = asyncio.create_task(anext(leases))
        await asyncio.wait([again], timeout=2 * ACK_WAIT_S)

        assert not again.done()
        assert (await asyncio.wait_for(again, LIMIT_S)).attempts == 2


async def test_what_is_acked_does_not_come_back(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(OWNERS)) as leases:
        await (await lease(leases)).ack()
        again = asyncio.create_task(anext(leases))
        await asyncio.wait([again], timeout=2 * ACK_WAIT_S)
        assert not again.done()

        await rig.bus.publish(answered("CA0002"))
        assert (await asyncio.wait_for(again, LIMIT_S)).logged.message == answered("CA0002")


async def test_a_replica_takes_no_more_than_may_be_in_progress(rig: Rig) -> None:
    await rig.bus.publish(answered("CA1"))
    await rig.bus.publish(answered("CA2"))
    async with aclosing(rig.bus.consume(ONE_AT_A_TIME)) as leases:
        first = await lease(leases)
        waiting = asyncio.create_task(anext(leases))
        await asyncio.wait([waiting], timeout=ACK_WAIT_S / 2)
        assert not waiting.done()

        await first.ack()
        assert (await asyncio.wait_for(waiting, LIMIT_S)).logged.message == answered("CA2")


async def test_a_dead_letter_is_kept_with_its_reason_and_never_delivered_again(rig: Rig) -> None:
    before = SystemClock().now() - timedelta(seconds=1)
    sequence = await rig.store(f"calls.{SID}.answered", b"not for us")
    async with aclosing(rig.bus.consume(OWNERS)) as leases:
        taken = await lease(leases)
        assert taken.logged.message is None
        await taken.dead_letter("unreadable: größer")
        again = asyncio.create_task(anext(leases))
        await asyncio.wait([again], timeout=2 * ACK_WAIT_S)
        assert not again.done()
        again.cancel()
        await asyncio.wait([again])

    (letter,) = await rig.replica.dead_letters()
    assert (letter.durable, letter.sequence, letter.subject) == (OWNERS.name, sequence, f"calls.{SID}.answered")
    assert (letter.data, letter.reason, letter.attempts) == (b"not for us", "unreadable: größer", 1)
    assert before < letter.at <= SystemClock().now()
    assert await rig.bus.buried() == {letter.buried: 1}
    assert await rig.bus.dead_letters(OWNERS.name, SID) == [letter]
    assert await rig.bus.dead_letters(KEPT.name, SID) == await rig.bus.dead_letters(OWNERS.name, "CA2") == []
    await rig.bus.discard(letter)
    assert await rig.bus.buried() == {}
    assert await rig.replica.dead_letters() == []
    await rig.bus.discard(letter)
    assert [entry.sequence for entry in await rig.bus.read(SID)] == [sequence]


async def test_what_is_never_acked_becomes_a_dead_letter_after_its_attempts(rig: Rig) -> None:
    await rig.bus.publish(answered())
    async with aclosing(rig.bus.consume(LIMITED)) as leases:
        assert [(await lease(leases)).attempts for _ in range(2)] == [1, 2]
        more = asyncio.create_task(anext(leases))
        async with asyncio.timeout(LIMIT_S):
            while not await rig.replica.dead_letters():
                await asyncio.wait([more], timeout=ACK_WAIT_S / 4)
        assert not more.done()
        more.cancel()
        await asyncio.wait([more])

    (letter,) = await rig.bus.dead_letters()
    assert letter.reason == "given up after 2 attempts"
